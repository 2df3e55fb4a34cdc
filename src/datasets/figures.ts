import { sha256Of } from '../article/article.js';
import type { FigureRow } from './row.js';
import { readTable } from './table.js';

/**
 * Figures of any kind, from a CSV of your own with the columns measure, reporter, partner, from, to, value, unit and
 * source, and, where known, url, note, dataset and id.
 *
 * partner is empty where the number is the reporter's own and `ROW` for the rest of the world; from and to are the first
 * and last day of what was measured; unit is an ISO 4217 code, `percent`, `person` and so on. Without an id a row is
 * known by its measure, countries, period, unit and source, so that a corrected file replaces what it corrects.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function figureRows(text: string, file: string): FigureRow[] {
  const wanted = ['measure', 'reporter', 'partner', 'from', 'to', 'value', 'unit', 'source'];
  return readTable(text, file, wanted, line => {
    const cell = {
      measure: line.text('measure'),
      reporter: line.country('reporter'),
      partner: line.optional('partner') && line.country('partner'),
      from: line.day('from'),
      to: line.day('to'),
      unit: line.text('unit'),
      source: line.text('source'),
    };
    if (cell.to < cell.from) throw line.wrong('to', `a day that is not before ${cell.from}`);
    return {
      kind: 'figure',
      id: line.optional('id') ?? `figures:${sha256Of(JSON.stringify(Object.values(cell))).slice(0, 16)}`,
      dataset: line.optional('dataset') ?? 'figures',
      ...cell,
      value: line.number('value'),
      url: line.optional('url'),
      note: line.optional('note'),
    };
  });
}
