import type { Country, Day } from '../reading.js';
import type { EventRow } from './row.js';
import { readTable } from './table.js';

/** What makes a row of a pact between two states. */
export interface Pact {
  a: Country;
  b: Country;
  treaty: string;
  from: Day;
  /** `null` where it is still in force. */
  to: Day | null;
  /** What is promised: `defence`, `neutrality`, `non-aggression`, `consultation`. */
  promise: string;
  dataset: string;
  source: string;
  url: string | null;
}

/** The row of a pact between two states; the order of the two says nothing. */
export function pactRow(pact: Pact): EventRow {
  const [a, b] = pact.a < pact.b ? [pact.a, pact.b] : [pact.b, pact.a];
  return {
    kind: 'event',
    id: `${pact.dataset}:${pact.promise}:${a}:${b}:${pact.from}:${pact.treaty.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    dataset: pact.dataset,
    type: 'alliance',
    a,
    b,
    from: pact.from,
    to: pact.to,
    persons: [],
    place: null,
    country: null,
    host: null,
    format: pact.promise,
    text: pact.treaty,
    source: pact.source,
    url: pact.url,
    note: null,
  };
}

interface Membership {
  country: Country;
  from: Day;
  to: Day | null;
  url: string;
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
    const to = line.optional('to') && line.day('to');
    const joined = line
      .text('members')
      .split('|')
      .map(country => ({ country, from: line.day('from'), to, url: line.text('url') }));
    treaties.set(treaty, [...(treaties.get(treaty) ?? []), ...joined]);
  });
  return [...treaties].flatMap(([treaty, members]) =>
    pairsOf(members).flatMap(([one, other]) => rowOf(treaty, one, other)),
  );
}

function rowOf(treaty: string, one: Membership, other: Membership): EventRow[] {
  if (one.country === other.country) return [];
  const later = one.from > other.from ? one : other;
  const to = [one.to, other.to].filter(day => day !== null).sort()[0] ?? null;
  if (to !== null && to < later.from) return [];
  return [
    pactRow({
      ...{ a: one.country, b: other.country, treaty, from: later.from, to, promise: 'defence' },
      ...{ dataset: 'defence-pacts', source: `Text and depositary of the treaty: ${treaty}`, url: later.url },
    }),
  ];
}

function pairsOf<T>(items: T[]): [T, T][] {
  return items.flatMap((one, i) => items.slice(i + 1).map(other => [one, other] as [T, T]));
}
