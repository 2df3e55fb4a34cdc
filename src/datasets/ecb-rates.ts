import { BadInput } from '../errors.js';
import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { readTable, type TableLine } from './table.js';
import { monthOf } from './un-comtrade.js';

/** Against these every currency is told: what news of the world counts in. */
const BASES = ['EUR', 'USD', 'GBP'];

/** The days of one period, summed up. */
interface Sum {
  from: string;
  to: string;
  total: number;
  days: number;
}

/**
 * Exchange rates, from the reference rates of the European Central Bank (eurofxref-hist.csv: Date and a column for each
 * currency, what a euro is worth in it; N/A where there is none). Kept are the averages of months and years, in euros, US
 * dollars and pounds, the latter two crossed over the euro day by day; a year or month that is not over is left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function ecbRateRows(text: string, file: string): FigureRow[] {
  const sums = new Map<string, Map<string, Sum>>();
  let last = '';
  readTable(text, file, ['Date', 'USD'], (line, columns) => {
    const day = line.day('Date');
    if (day > last) last = day;
    const rates = new Map([['EUR', 1]]);
    for (const code of columns) {
      if (/^[A-Z]{3}$/.test(code) && !['N/A', null].includes(line.optional(code))) rates.set(code, rateOf(line, code));
    }
    for (const base of BASES) {
      const worth = rates.get(base);
      if (worth === undefined) continue;
      for (const [code, rate] of rates) if (code !== base) addTo(sums, `${code}/${base}`, day, rate / worth);
    }
  });
  const rows = [...sums].flatMap(([unit, periods]) =>
    [...periods.values()].filter(({ to }) => to <= nextDay(last)).map(sum => rateRow(unit, sum)),
  );
  if (rows.length === 0) throw new BadInput(`${file}: no whole month of rates in it`);
  return rows;
}

/** @throws BadInput where it is none: rates divide each other. */
function rateOf(line: TableLine, code: string): number {
  const rate = line.number(code);
  if (rate > 0) return rate;
  throw line.wrong(code, 'a rate above zero');
}

function addTo(sums: Map<string, Map<string, Sum>>, unit: string, day: string, rate: number): void {
  let periods = sums.get(unit);
  if (!periods) sums.set(unit, (periods = new Map()));
  for (const key of [day.slice(0, 4), day.slice(0, 7)]) {
    let sum = periods.get(key);
    if (!sum) periods.set(key, (sum = { ...periodOf(key), total: 0, days: 0 }));
    sum.total += rate;
    sum.days++;
  }
}

function periodOf(key: string): { from: string; to: string } {
  const [year, month] = key.split('-').map(Number) as [number, number | undefined];
  return month === undefined ? { from: firstDay(year), to: lastDay(year) } : monthOf(year, month);
}

/** Banks are shut for some days at the end of a month: with this many after the last day of rates it still is over. */
const DAYS_SHUT = 4;

function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAYS_SHUT * 86_400_000).toISOString().slice(0, 10);
}

function rateRow(unit: string, { from, to, total, days }: Sum): FigureRow {
  const [code, base] = unit.split('/') as [string, string];
  const isYear = from.slice(5, 7) !== to.slice(5, 7);
  return {
    kind: 'figure',
    id: `ecb-${isYear ? from.slice(0, 4) : from.slice(0, 7)}:${unit.toLowerCase()}`,
    dataset: 'ecb-rates',
    measure: 'exchange rate',
    reporter: currencyCountry(code),
    partner: currencyCountry(base),
    from,
    to,
    value: Number((total / days).toPrecision(6)),
    unit,
    source: `European Central Bank reference rates${base === 'EUR' ? '' : ', crossed over the euro'}`,
    url: 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/',
    note: `${isYear ? 'annual' : 'monthly'} average, ${days} days`,
  };
}

/** Whose money it is; `ROW` for a currency that the list of currencies does not know. */
export function currencyCountry(code: string): Country {
  countries ??= new Map(knownTable('figures/currencies.csv').map(row => [row.code!, row.country!]));
  return countries.get(code) ?? 'ROW';
}

let countries: Map<string, Country> | null = null;
