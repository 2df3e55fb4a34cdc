/** Exchange rates of the rows, straight, turned round, or crossed over the dollar. */
import type { FigureRow } from '../../datasets/row.js';
import type { DayRange } from '../../reading.js';
import type { CheckContext } from '../context.js';

export interface Rate {
  /** Units of the first currency for one of the second. */
  value: number;
  /** Its period; of a crossed rate the row of the first currency. */
  row: FigureRow;
  /** The row of the second currency, where the two were crossed. */
  over: FigureRow | null;
}

/** What most rates are published in: two currencies that no row has together are crossed over it. */
const CROSSED_OVER = 'USD';

/** All rates of one currency in the other, oldest first. */
export function ratesBetween(context: CheckContext, from: string, to: string): Rate[] {
  const straight = straightRates(context, from, to);
  if (straight.length > 0 || from === CROSSED_OVER || to === CROSSED_OVER) return straight;
  const seconds = straightRates(context, CROSSED_OVER, to);
  return straightRates(context, from, CROSSED_OVER).flatMap(first => {
    const second = seconds.find(({ row }) => row.from === first.row.from && row.to === first.row.to);
    return second ? [{ value: first.value * second.value, row: first.row, over: second.row }] : [];
  });
}

function straightRates(context: CheckContext, from: string, to: string): Rate[] {
  return context
    .figuresOf('exchange rate')
    .flatMap(row => {
      if (row.unit === `${from}/${to}`) return [{ value: row.value, row, over: null }];
      if (row.unit === `${to}/${from}`) return [{ value: 1 / row.value, row, over: null }];
      return [];
    })
    .sort((one, other) => one.row.from.localeCompare(other.row.from));
}

/** The average rate of exactly a period, or `null`. */
export function averageRate(context: CheckContext, from: string, to: string, period: DayRange): Rate | null {
  return ratesBetween(context, from, to).find(({ row }) => row.from === period.from && row.to === period.to) ?? null;
}

/** The rows a rate is made of. */
export function rowsOfRate({ row, over }: Rate): FigureRow[] {
  return over ? [row, over] : [row];
}
