import type { EventRow, FigureRow } from '../datasets/row.js';
import { starterRows } from '../datasets/starter.js';
import type { Country, Day } from '../reading.js';
import { knownBy } from './as-of.js';
import type { Evidence } from './evidence.js';
import { makeLedger } from './ledger/ledger.js';

/**
 * What is known about two countries without a record: the rows that ship. Figures of all countries are in it, since a
 * share needs its whole; events are those in which either of the two has a part.
 *
 * @param asOf only what was over by that day.
 */
export function shippedEvidence(a: Country, b: Country, asOf: Day | null = null): Evidence {
  const { figures, events } = knownBy(shippedRows(), asOf);
  const theirs = events.filter(row => [row.a, row.b].some(country => country === a || country === b));
  return {
    standing: 'shipped rows',
    figures,
    events: theirs,
    claims: [],
    ledger: makeLedger([], theirs),
    articles: { count: 0, earliest: null, latest: null },
  };
}

/** The rows that ship, by kind: the same lists each time, so that what is worked out from them can be kept. */
export function shippedRows(): { figures: FigureRow[]; events: EventRow[] } {
  sorted ??= byKind();
  return sorted;
}

let sorted: { figures: FigureRow[]; events: EventRow[] } | null = null;

function byKind(): { figures: FigureRow[]; events: EventRow[] } {
  const rows = starterRows();
  return { figures: rows.filter(row => row.kind === 'figure'), events: rows.filter(row => row.kind === 'event') };
}
