/** Arithmetic with days of the proleptic Gregorian calendar and the days that a TIMEX3 value covers. */
import type { Day, DayRange } from '../reading.js';

const MILLISECONDS_A_DAY = 86_400_000;

/** The number of days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MILLISECONDS_A_DAY;
}

/** The day with that number of days since 1970-01-01. */
function dayOfNumber(number: number): Day {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The day `days` later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days later `to` is than `from`; negative where it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY;
}

/** The same day of the month `months` later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return isoDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** ISO 8601 week: `1998-W12`. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${pad(week)}`;
}

/** Quarter of the calendar year: `1989-Q3`. */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) + 2) / 3)}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `null` where there is no such day. */
export function validDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return isoDay(year, month, day);
}

export function isoDay(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

const NO_DAYS: DayRange = { from: null, to: null };

/** First months of the seasons, north of the equator; winter runs from December into the next year. */
const SEASON_START: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The days a TIMEX3 date or time covers; both ends `null` for durations, sets and values with unknown digits. */
export function daysOfValue(value: string): DayRange {
  const slash = value.indexOf('/');
  if (slash > 0) return { from: daysOfValue(value.slice(0, slash)).from, to: daysOfValue(value.slice(slash + 1)).to };
  if (!/^\d/.test(value)) return NO_DAYS;
  const date = value.split('T')[0]!;
  const year = Number(date.slice(0, 4));
  const part = date.slice(5);
  if (/^\d{2}$/.test(date)) return range(Number(date) * 100, 1, Number(date) * 100 + 99, 12);
  if (/^\d{3}$/.test(date)) return range(Number(date) * 10, 1, Number(date) * 10 + 9, 12);
  if (/^\d{4}$/.test(date)) return range(year, 1, year, 12);
  if (/^\d{4}-\d{2}$/.test(date)) return range(year, Number(part), year, Number(part));
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return { from: date, to: date };
  if (/^W\d{2}(-WE)?$/.test(part)) return daysOfWeek(year, Number(part.slice(1, 3)), part.endsWith('WE'));
  if (/^Q[1-4]$/.test(part)) return range(year, Number(part[1]) * 3 - 2, year, Number(part[1]) * 3);
  if (/^H[12]$/.test(part)) return range(year, Number(part[1]) * 6 - 5, year, Number(part[1]) * 6);
  const season = SEASON_START[part];
  if (season) return { from: isoDay(year, season, 1), to: addDays(addMonths(isoDay(year, season, 1), 3), -1) };
  return NO_DAYS;
}

function daysOfWeek(year: number, week: number, weekendOnly: boolean): DayRange {
  const fourth = isoDay(year, 1, 4);
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  return { from: weekendOnly ? addDays(monday, 5) : monday, to: addDays(monday, 6) };
}

function range(fromYear: number, fromMonth: number, toYear: number, toMonth: number): DayRange {
  return { from: isoDay(fromYear, fromMonth, 1), to: isoDay(toYear, toMonth, daysInMonth(toYear, toMonth)) };
}

export function pad(number: number): string {
  return String(number).padStart(2, '0');
}
