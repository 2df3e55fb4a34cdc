/** How days, stretches of time and numbers are worded, everywhere alike. */
import { fractionWords } from '../fraction-words.js';
import type { Day, DayRange } from '../reading.js';

export { countWords } from '../count-words.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2013-03-22` as `22 Mar 2013`. */
export function dayWords(day: Day): string {
  const [year, month, date] = partsOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A stretch of days as short as it can be said: `2023`, `Mar 2023`, `22–24 Mar 2013`, `2013–2019`. */
export function periodWords(from: Day | null, to: Day | null): string {
  if (!from || !to) return from ? `since ${dayWords(from)}` : to ? `until ${dayWords(to)}` : 'day unknown';
  if (from === to) return dayWords(from);
  const [fromYear, fromMonth, fromDate] = partsOf(from);
  const [year, month, date] = partsOf(to);
  const wholeMonths = fromDate === 1 && date === lastOf(year, month);
  if (wholeMonths && fromMonth === 1 && month === 12) return fromYear === year ? `${year}` : `${fromYear}–${year}`;
  if (fromYear !== year) return `${dayWords(from)} – ${dayWords(to)}`;
  if (wholeMonths) return `${fromMonth === month ? '' : `${MONTHS[fromMonth - 1]}–`}${MONTHS[month - 1]} ${year}`;
  if (fromMonth !== month) return `${fromDate} ${MONTHS[fromMonth - 1]} – ${dayWords(to)}`;
  return `${fromDate}–${dayWords(to)}`;
}

/** When something was, else when it was told: `told on 14 May 2024`, `told 13–15 May 2024`. */
export function whenWords({ from, to, told }: DayRange & { told: DayRange | null }): string {
  if (from || to || !told) return periodWords(from, to);
  return `told ${told.from === told.to ? 'on ' : ''}${periodWords(told.from, told.to)}`;
}

/** A number with its unit: `1.28 trillion CNY`, `26.3 %`, `43 meetings`. */
export function amountWords(value: number | string, unit: string | null): string {
  if (typeof value === 'string') return unit ? `${value} ${unit}` : value;
  if (unit === 'fraction' && value < 1) return fractionWords(value);
  if (unit?.startsWith('share of ')) return `${numberWords(100 * value)} % ${unit.slice('share '.length)}`;
  return `${numberWords(value)}${unitWords(unit, value)}`;
}

/**
 * A measured amount for a place where its unit stands apart: `{ amount: '1.34 %', unit: 'of GDP' }`. Three digits, since
 * no measure here is surer than that.
 */
export function measureWords(value: number, unit: string | null): { amount: string; unit: string } {
  const percent = /^(?:percent|share)(?: (.*))?$/.exec(unit ?? '');
  const shown = numberWords(Number((unit?.startsWith('share') ? 100 * value : value).toPrecision(3)));
  return percent ? { amount: `${shown} %`, unit: percent[1] ?? '' } : { amount: shown, unit: unit ?? '' };
}

/** A number as people write it: `1.28 trillion`, `240.1 billion`, `3,200`, `0.043`. */
export function numberWords(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  for (const [power, word] of LARGE) if (size >= power) return `${rounded(value / power, 4)} ${word}`;
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return size >= 1000 ? Math.round(value).toLocaleString('en-US') : rounded(value, 4);
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A unit after its number, with the space that belongs before it. */
function unitWords(unit: string | null, value = 2): string {
  if (!unit) return '';
  if (unit === 'percent' || unit.startsWith('percent ')) return ` %${unit.slice('percent'.length)}`;
  if (unit === 'percentage point') return value === 1 ? ' percentage point' : ' percentage points';
  return ` ${COUNTED.has(unit) && value !== 1 ? `${unit}s` : unit}`;
}

const LARGE: [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];
const COUNTED = new Set(['meeting', 'person', 'year', 'month', 'day', 'visit', 'call', 'barrel']);

function rounded(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

function partsOf(day: Day): [number, number, number] {
  const [year, month, date] = day.split('-').map(Number);
  return [year!, month!, date!];
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
