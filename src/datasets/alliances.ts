import type { Country, Day } from '../reading.js';
import type { EventRow } from './row.js';
import { readTable } from './table.js';

/** What is alike in all rows of a pact. */
export interface Pact {
  dataset: string;
  treaty: string;
  /** What is promised: `defence`, `neutrality`, `non-aggression`, `consultation`. */
  promise: string;
  source: string;
}

/** When two states are bound, and where that is said; `to` is `null` where they still are. */
export interface Bond {
  from: Day;
  to: Day | null;
  url: string | null;
}

/** The row of a pact between two states; the order of the two says nothing. */
export function pactRow(
  { dataset, treaty, promise, source }: Pact,
  one: Country,
  other: Country,
  bond: Bond,
): EventRow {
  const [a, b] = one < other ? [one, other] : [other, one];
  return {
    kind: 'event',
    id: `${dataset}:${promise}:${a}:${b}:${bond.from}:${treaty}`,
    dataset,
    type: 'alliance',
    a,
    b,
    from: bond.from,
    to: bond.to,
    persons: [],
    place: null,
    country: null,
    host: null,
    format: promise,
    text: treaty,
    source,
    url: bond.url,
    note: null,
  };
}

interface Membership extends Bond {
  country: Country;
}

/**
 * Defence pacts by treaty, from a CSV with treaty, members (country codes, | between them), from, to and url: a line for
 * the members that joined on one day. Each two members make a row, for as long as both are bound.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function allianceRows(text: string, file: string): EventRow[] {
  const treaties = new Map<string, Membership[]>();
  readTable(text, file, ['treaty', 'members', 'from', 'to', 'url'], line => {
    const treaty = line.text('treaty');
    const [from, to, url] = [line.day('from'), line.optional('to') && line.day('to'), line.text('url')];
    let members = treaties.get(treaty);
    if (!members) treaties.set(treaty, (members = []));
    for (const country of line.text('members').split('|')) {
      if (!CODE.test(country)) throw line.wrong('members', 'country codes of three letters with | between them');
      members.push({ country, from, to, url });
    }
  });
  return [...treaties].flatMap(([treaty, members]) => rowsOf(treaty, members));
}

const CODE = /^[A-Z]{3}$/;

function rowsOf(treaty: string, members: Membership[]): EventRow[] {
  const source = `Text and depositary of the treaty: ${treaty}`;
  const pact: Pact = { dataset: 'defence-pacts', treaty, promise: 'defence', source };
  const rows: EventRow[] = [];
  for (const [i, one] of members.entries()) {
    for (let k = i + 1; k < members.length; k++) {
      const other = members[k]!;
      const later = one.from > other.from ? one : other;
      const to = [one.to, other.to].filter(day => day !== null).sort()[0] ?? null;
      if (one.country === other.country || (to !== null && to < later.from)) continue;
      rows.push(pactRow(pact, one.country, other.country, { from: later.from, to, url: later.url }));
    }
  }
  return rows;
}
