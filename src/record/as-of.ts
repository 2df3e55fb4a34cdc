import type { EventRow, FigureRow } from '../datasets/row.js';
import type { Day } from '../reading.js';

/**
 * The rows that could be known on a day: events that had begun, figures whose period was over. Data sets do not say when
 * each of their rows came out: a figure may have been published months after its period, and revised since.
 *
 * @param asOf `null`: all.
 */
export function knownBy<R extends { figures: FigureRow[]; events: EventRow[] }>(rows: R, asOf: Day | null): R {
  if (asOf === null) return rows;
  return {
    ...rows,
    figures: rows.figures.filter(({ to }) => to <= asOf),
    events: rows.events.filter(({ from }) => from <= asOf),
  };
}
