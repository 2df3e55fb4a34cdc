import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import { grouped } from '../grouped.js';
import { madeOnce } from '../made-once.js';
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

/** Data sets that hold one reconciled flow for each pair, so that shares have a whole: BACI, the World Input-Output tables. */
const RECONCILED = ['baci', 'wiod'];
export const WORLD_TRADE: Wanted = { measure: 'goods exports', wholes: RECONCILED };
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

/** The trade of both countries in the same latest year, and whatever else is wanted; `null` as for `tradeYear`. */
export function tradeOfBoth(
  question: Question,
  ...more: Wanted[]
): { year: number; trades: [TradeOf, TradeOf] } | null {
  const year = tradeYear(question, ...more);
  if (year === null) return null;
  const [mine, theirs] = [tradeOf(question, year, question.a), tradeOf(question, year, question.b)];
  return mine && theirs ? { year, trades: [mine, theirs] } : null;
}

/** The trade between the two in a year as one source tells it, in US dollars. */
export interface Told {
  /** Who reported it: one of the two, or `null` where it is reconciled from both. */
  by: Country | null;
  value: number;
  rows: FigureRow[];
}

/** Every version of the trade between the two in a year: the reconciled one first, then what each of them reported. */
export function tradeAsTold(question: Question, year: number): Told[] {
  const { a, b } = question;
  const isBetween = ({ reporter, partner }: FigureRow) =>
    (reporter === a && partner === b) || (reporter === b && partner === a);
  const reconciled = reportedBy([a, b], figuresIn(question, year, WORLD_TRADE)).filter(isBetween);
  const reported = [a, b].flatMap(by => {
    const of = (measure: string) =>
      reportedBy([by], figuresIn(question, year, { measure })).find(row => isOwn(row) && isBetween(row));
    const flows = ['goods exports', 'goods imports'].map(of).filter(row => row !== undefined);
    const sum = of('goods trade');
    return flows.length === 2 ? [told(by, flows)] : sum ? [told(by, [sum])] : [];
  });
  return [...(reconciled.length ? [told(null, reconciled)] : []), ...reported];
}

/** The rows of some reporters in the order of the table, whatever the countries are called: it is sorted once for all pairs. */
function reportedBy(countries: Country[], rows: FigureRow[]): FigureRow[] {
  return [...byReporter(rows)].flatMap(([country, own]) => (countries.includes(country) ? own : []));
}

const byReporter = madeOnce((rows: FigureRow[]) => grouped(rows, ({ reporter }) => reporter));

function told(by: Country | null, rows: FigureRow[]): Told {
  return { by, rows, value: rows.reduce((sum, { value }) => sum + value, 0) };
}

/** A country's own figure of a whole year in dollars. */
function isOwn({ dataset, unit, from, to }: FigureRow): boolean {
  const isYear = from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);
  return unit === 'USD' && isYear && !RECONCILED.some(name => dataset.startsWith(name));
}

/** Trade of a country with all partners in a year, or `null` where nothing was traded or known. */
export function tradeOf(question: Question, year: number, country: Country): TradeOf | null {
  const flows = figuresIn(question, year, WORLD_TRADE);
  let known = tables.get(flows);
  if (!known) tables.set(flows, (known = new Map()));
  let trade = known.get(country);
  if (!trade) known.set(country, (trade = tradeIn(flows, country)));
  return trade.total > 0 ? trade : null;
}

/** By country what was found in the same flows: of most tables one pair is asked about. */
const tables = new WeakMap<FigureRow[], Map<Country, TradeOf>>();

function tradeIn(flows: FigureRow[], country: Country): TradeOf {
  const trade: TradeOf = { country, exports: new Map(), imports: new Map(), total: 0 };
  for (const row of flows) {
    if (row.reporter === country) trade.exports.set(row.partner!, row);
    else if (row.partner === country) trade.imports.set(row.reporter, row);
    else continue;
    trade.total += row.value;
  }
  return trade;
}

/** The two flows between a country and a partner, in US dollars. */
export function tradeWith({ exports, imports }: TradeOf, partner: Country): number {
  return (exports.get(partner)?.value ?? 0) + (imports.get(partner)?.value ?? 0);
}

/** The words of a flow's footnote. */
export function flowLabel(row: FigureRow): string {
  const [from, to] = [nameInSentence(row.reporter), nameInSentence(row.partner!)];
  const year = row.from.slice(0, 4);
  if (row.measure === 'goods exports') return `Goods exports of ${from} to ${to}, ${year}`;
  if (row.measure === 'goods imports') return `Goods imports of ${from} from ${to}, ${year}`;
  return `Goods trade of ${from} with ${to}, ${year}`;
}
