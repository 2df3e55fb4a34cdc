import { starterRows } from '../datasets/starter.js';
import type { Country } from '../reading.js';
import type { Evidence } from './evidence.js';

/**
 * What is known about two countries without a record: the rows that ship. Figures of all countries are in it, since a
 * share needs its whole; events are those in which either of the two has a part.
 */
export function shippedEvidence(a: Country, b: Country): Evidence {
  const rows = starterRows();
  return {
    standing: 'shipped rows',
    figures: rows.filter(row => row.kind === 'figure'),
    events: rows
      .filter(row => row.kind === 'event')
      .filter(row => [row.a, row.b].some(country => country === a || country === b)),
    claims: [],
    articles: { count: 0, earliest: null, latest: null },
  };
}
