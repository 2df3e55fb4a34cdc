import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { latestFigures, type Question } from './lever.js';

/** Goods trade of one country with all its partners in one year, in US dollars. */
export interface TradeOf {
  country: Country;
  /** Exports and imports by partner; `ROW` is the rest of the world. */
  exports: Map<Country, FigureRow>;
  imports: Map<Country, FigureRow>;
  total: number;
}

/** The data set that holds one reconciled flow for each pair, so that shares have a whole. */
export const WORLD_TRADE = 'baci-hs22-v202501';

/** Trade of a country with all partners, or `null` where the record has none. */
export function tradeOf(question: Question, country: Country): TradeOf | null {
  const flows = latestFigures(question, 'goods exports', WORLD_TRADE);
  const exports = new Map(flows.filter(row => row.reporter === country).map(row => [row.partner!, row]));
  const imports = new Map(flows.filter(row => row.partner === country).map(row => [row.reporter, row]));
  const total = sumOf(exports.values()) + sumOf(imports.values());
  return total > 0 ? { country, exports, imports, total } : null;
}

/** The two flows between a country and a partner, in US dollars. */
export function tradeWith({ exports, imports }: TradeOf, partner: Country): number {
  return (exports.get(partner)?.value ?? 0) + (imports.get(partner)?.value ?? 0);
}

function sumOf(rows: Iterable<FigureRow>): number {
  let sum = 0;
  for (const { value } of rows) sum += value;
  return sum;
}
