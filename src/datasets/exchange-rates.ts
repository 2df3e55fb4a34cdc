import { currencyCountry } from './ecb-rates.js';
import { type FigureRow, firstDay, lastDay } from './row.js';

/** What one of the second currency was worth in the first, on average over a year: a cell of data/rows/exchange-rates.csv. */
export function exchangeRateRow(first: string, second: string, year: number, value: number): FigureRow {
  const unit = `${first}/${second}`;
  return {
    kind: 'figure',
    id: `federal-reserve-${year}:${unit.toLowerCase()}`,
    dataset: 'federal-reserve-rates',
    measure: 'exchange rate',
    reporter: currencyCountry(first),
    partner: currencyCountry(second),
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit,
    source: 'Federal Reserve, annual averages of noon buying rates (G.5A)',
    url: 'https://www.federalreserve.gov/releases/g5a/',
    note: 'annual average',
  };
}
