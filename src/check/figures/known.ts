import type { FigureRow } from '../../datasets/row.js';
import type { Day } from '../../reading.js';
import { amountWords, labelOfFigure } from '../words.js';

/** A number of the record: of one row, or of several by the arithmetic in `how`. */
export interface Known {
  value: number;
  unit: string;
  from: Day;
  to: Day;
  rows: FigureRow[];
  how: string | null;
}

/** `Goods trade of China with Russia, 2022: 190.3 billion USD (customs of China)`, with the arithmetic where there is some. */
export function labelOfKnown({ rows, value, unit, how }: Known): string {
  const [row] = rows;
  if (!how) return `${labelOfFigure(row!)}: ${amountWords(value, unit)} (${row!.source})`;
  const labels = rows.map(labelOfFigure);
  const [first, ...others] = labels;
  const what = others.length > 0 ? [first, ...others.map(uncapitalised)].join(', and ') : `${first} and others`;
  return `${what}: ${how} (${[...new Set(rows.map(({ source }) => source))].join('; ')})`;
}

/** Within a sentence, but for names and abbreviations: "goods exports", "GDP". */
function uncapitalised(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}
