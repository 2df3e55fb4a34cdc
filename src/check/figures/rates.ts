/** Exchange rates of the rows, straight or turned round. */
import type { FigureRow } from '../../datasets/row.js';
import type { DayRange } from '../../reading.js';
import type { CheckContext } from '../context.js';

export interface Rate {
  /** Units of the first currency for one of the second. */
  value: number;
  row: FigureRow;
}

/** All rates of one currency in the other, oldest first. */
export function ratesBetween(context: CheckContext, from: string, to: string): Rate[] {
  return context
    .figuresOf('exchange rate')
    .flatMap(row => {
      if (row.unit === `${from}/${to}`) return [{ value: row.value, row }];
      if (row.unit === `${to}/${from}`) return [{ value: 1 / row.value, row }];
      return [];
    })
    .sort((one, other) => one.row.from.localeCompare(other.row.from));
}

/** The average rate of exactly a period, or `null`. */
export function averageRate(context: CheckContext, from: string, to: string, period: DayRange): Rate | null {
  return ratesBetween(context, from, to).find(({ row }) => row.from === period.from && row.to === period.to) ?? null;
}
