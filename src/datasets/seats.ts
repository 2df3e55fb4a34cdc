import { knownTable, knownText } from '../knowledge.js';
import { type EventRow, firstDay } from './row.js';
import { readTable } from './table.js';

/** Who sits in a body that each member can keep others out of, and who has asked to join it. */
export type SeatKind = 'membership' | 'candidacy';

/**
 * The seats that ship: members (data/memberships.csv) and candidates (data/rows/candidacies.csv) of the same bodies, a row
 * each, from the first day of the first year to that of the year in which it was over.
 */
export function seatRows(): EventRow[] {
  const file = 'data/rows/candidacies.csv';
  const candidacies = readTable(
    knownText('rows/candidacies.csv'),
    file,
    ['organisation', 'country', 'from', 'to', 'checked', 'url'],
    line =>
      seatRow('candidacy', line.text('organisation'), line.country('country'), {
        from: line.year('from'),
        to: line.optional('to') ? line.year('to') : null,
        url: line.text('url'),
        note:
          line.text('checked') === 'yes' ? null : 'the year is general knowledge and was not compared with a source',
      }),
  );
  const gated = new Set(candidacies.map(({ text }) => text));
  const members = knownTable('memberships.csv')
    .filter(({ organisation }) => gated.has(organisation!))
    .map(({ organisation, country, from, to }) =>
      seatRow('membership', organisation!, country!, {
        from: Number(from),
        to: to ? Number(to) : null,
        url: null,
        note: null,
      }),
    );
  return [...members, ...candidacies];
}

/** The row of a seat or of a request for one; `to` is the year in which it was over. */
export function seatRow(
  kind: SeatKind,
  organisation: string,
  country: string,
  when: { from: number; to: number | null; url: string | null; note: string | null },
): EventRow {
  return {
    kind: 'event',
    id: `seats:${kind}:${organisation}:${country}:${when.from}`,
    dataset: 'seats',
    type: kind,
    a: country,
    b: null,
    from: firstDay(when.from),
    to: when.to === null ? null : firstDay(when.to),
    ...{ persons: [], place: null, country: null, host: null, format: null },
    text: organisation,
    source: kind === 'membership' ? `Members of the ${organisation}` : `Requests to join the ${organisation}`,
    url: when.url,
    note: when.note,
  };
}
