import { BadInput } from '../errors.js';
import type { FigureRow } from './row.js';

/** Makes the row of one cell from the two words at the head of its line. */
export type RowOfCell = (country: string, other: string, year: number, value: number) => FigureRow;

/**
 * Figures of many years as they ship: a line for each country and measure (`country,measure,1990,1991,...`) or each
 * pair of countries (`supplier,recipient,1990,...`), a column for each year, an empty cell where nothing is known. A
 * line for each figure would be several times as large and as slow to read.
 *
 * @throws BadInput naming file, line and what was expected: a fault of the shipped file.
 */
export function rowsByYear(text: string, file: string, rowOf: RowOfCell): FigureRow[] {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const header = lines[0]!.split(',');
  const years = header.map(Number);
  const rows: FigureRow[] = [];
  for (let i = 1; i < lines.length; i++) {
    const cells = lines[i]!.split(',');
    if (cells.length !== header.length) throw new BadInput(`${file}: "${lines[i]}": ${header.length} cells expected`);
    for (let k = 2; k < cells.length; k++) {
      if (cells[k] === '') continue;
      const value = Number(cells[k]);
      if (!Number.isFinite(value)) throw new BadInput(`${file}: "${lines[i]}": "${cells[k]}" is no number`);
      rows.push(rowOf(cells[0]!, cells[1]!, years[k]!, value));
    }
  }
  return rows;
}
