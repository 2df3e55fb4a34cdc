import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { figuresIn, latestYearOf, type Wanted } from './figures.js';
import type { Question } from './lever.js';

/** Goods trade of one country with all its partners in one year, in US dollars. */
export interface TradeOf {
  country: Country;
  /** Exports and imports by partner; `ROW` is the rest of the world. */
  exports: Map<Country, FigureRow>;
  imports: Map<Country, FigureRow>;
  total: number;
}

/** Goods trade of the data set that holds one reconciled flow for each pair, so that shares have a whole. */
export const WORLD_TRADE: Wanted = { measure: 'goods exports', dataset: 'baci-hs22-v202501' };
export const PRODUCT: Wanted = { measure: 'gdp' };

/**
 * The latest year in which the trade of both countries is known and whatever else is wanted; `null` where there is none,
 * or where it has no flow between the two. Of a pair of which neither has reported the data set has no flow, so that none
 * is not known to be nothing.
 */
export function tradeYear(question: Question, ...more: Wanted[]): number | null {
  const { a, b } = question;
  const year = latestYearOf(question, [WORLD_TRADE, ...more], [a, b]);
  const trade = year === null ? null : tradeOf(question, year, a);
  return trade && (trade.exports.has(b) || trade.imports.has(b)) ? year : null;
}

/** Trade of a country with all partners in a year, or `null` where nothing was traded or known. */
export function tradeOf(question: Question, year: number, country: Country): TradeOf | null {
  const trade = tradeByCountry(figuresIn(question, year, WORLD_TRADE)).get(country);
  return trade && trade.total > 0 ? trade : null;
}

/** The two flows between a country and a partner, in US dollars. */
export function tradeWith({ exports, imports }: TradeOf, partner: Country): number {
  return (exports.get(partner)?.value ?? 0) + (imports.get(partner)?.value ?? 0);
}

const tables = new WeakMap<FigureRow[], Map<Country, TradeOf>>();

/** Sorted once for the same flows. */
function tradeByCountry(flows: FigureRow[]): Map<Country, TradeOf> {
  const known = tables.get(flows);
  if (known) return known;
  const table = new Map<Country, TradeOf>();
  const of = (country: Country) => {
    let trade = table.get(country);
    if (!trade) table.set(country, (trade = { country, exports: new Map(), imports: new Map(), total: 0 }));
    return trade;
  };
  for (const row of flows) {
    const [seller, buyer] = [of(row.reporter), of(row.partner!)];
    seller.exports.set(buyer.country, row);
    buyer.imports.set(seller.country, row);
    seller.total += row.value;
    buyer.total += row.value;
  }
  tables.set(flows, table);
  return table;
}
