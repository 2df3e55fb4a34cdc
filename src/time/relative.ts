/** Values counted from another day: which Friday, which March, how many weeks ago. The rules are those of docs/coding.md. */
import type { Day } from '../reading.js';
import {
  addDays,
  addMonths,
  dayNumber,
  daysOfValue,
  isoWeek,
  pad,
  quarterOf,
  validDay,
  weekdayOf,
} from './calendar.js';
import type { Direction, TimeContext } from './reader.js';

/** The latest such weekday on or before the reference, or the next after it. */
export function weekdayFrom(reference: Day, weekday: number, direction: Direction): Day {
  const ahead = (weekday - weekdayOf(reference) + 7) % 7;
  if (direction === 'future') return addDays(reference, ahead === 0 ? 7 : ahead);
  return addDays(reference, ahead === 0 ? 0 : ahead - 7);
}

/** The year of a month named without one: the latest that began by the reference, or the first that has not ended. */
export function yearOfMonth(reference: Day, month: number, direction: Direction): number {
  const year = Number(reference.slice(0, 4));
  const current = Number(reference.slice(5, 7));
  if (direction === 'future') return month < current ? year + 1 : year;
  return month > current ? year - 1 : year;
}

/**
 * The year of a month that no verb places ("the summit in April"): the running or last such month, or the next where
 * that is at most four months ahead: what is named without any tense is more often near than far.
 */
export function yearOfNearMonth(reference: Day, month: number): number {
  const ahead = (month - Number(reference.slice(5, 7)) + 12) % 12;
  return yearOfMonth(reference, month, ahead > 0 && ahead <= 4 ? 'future' : 'past');
}

/**
 * The year of a day named without one. Days more than eight months off are taken for the nearer year: "Dec. 31" read in
 * January is last year's also in a sentence about what is to come.
 */
export function yearOfDay(reference: Day, month: number, day: number, direction: Direction): number {
  const year = Number(reference.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap(each => {
    const found = validDay(each, month, day);
    return found ? [{ each, distance: dayNumber(found) - dayNumber(reference) }] : [];
  });
  const fitting = candidates.filter(({ distance }) => (direction === 'future' ? distance >= 0 : distance <= 0));
  const near = (list: typeof candidates) => list.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance))[0];
  const best = near(fitting);
  if (best && Math.abs(best.distance) <= 245) return best.each;
  return near(candidates)?.each ?? year;
}

/**
 * A date `count` units before (negative) or after the reference, as coarse as its unit: days give a day, weeks an ISO
 * week, months a month, years a year, ten or a hundred years a year too; hours and minutes the day they fall on.
 */
export function shifted(reference: Day, count: number, unit: string): string {
  const [times, base] = splitUnit(unit);
  const steps = count * times;
  if (base === 'D') return addDays(reference, Math.round(steps));
  if (base === 'W') return isoWeek(addDays(reference, Math.round(steps * 7)));
  if (base === 'M') return addMonths(reference, Math.round(steps)).slice(0, 7);
  if (base === 'Q') return quarterOf(addMonths(reference, Math.round(steps * 3)));
  if (base === 'Y') return addMonths(reference, Math.round(steps * 12)).slice(0, 4);
  return addDays(reference, base === 'TH' ? Math.trunc(steps / 24) : 0);
}

/** The unit of the calendar that holds the day: its week, month, quarter, year, decade, century. */
export function containing(day: Day, unit: string): string {
  switch (unit) {
    case 'D':
      return day;
    case 'W':
      return isoWeek(day);
    case 'M':
      return day.slice(0, 7);
    case 'Q':
      return quarterOf(day);
    case 'Y':
      return day.slice(0, 4);
    case '10Y':
      return day.slice(0, 3);
    case '100Y':
      return day.slice(0, 2);
    default:
      return day;
  }
}

/** The unit of the calendar `steps` after (or before) the one that holds the day: last week is -1. */
export function neighbour(day: Day, unit: string, steps: number): string {
  const [times, base] = splitUnit(unit);
  const moved = times * steps;
  if (base === 'D') return addDays(day, moved);
  if (base === 'W') return isoWeek(addDays(day, moved * 7));
  if (base === 'M') return addMonths(`${day.slice(0, 7)}-01`, moved).slice(0, 7);
  if (base === 'Q') return quarterOf(addMonths(`${day.slice(0, 7)}-01`, moved * 3));
  return containing(`${String(Number(day.slice(0, 4)) + moved).padStart(4, '0')}-01-01`, unit);
}

/** A TIMEX3 duration: 3 years P3Y, 2 hours PT2H, 3 quarters P9M, X for an unknown number. */
export function duration(count: number | 'X', unit: string): string {
  const [times, base] = splitUnit(unit);
  if (count === 'X') return base.startsWith('T') ? `PTX${base[1]}` : `PX${base}`;
  const steps = count * times;
  if (base === 'Q') return `P${steps * 3}M`;
  if (!Number.isInteger(steps)) return brokenDuration(steps, base);
  return base.startsWith('T') ? `PT${steps}${base[1]}` : `P${steps}${base}`;
}

const SMALLER: Record<string, [number, string]> = {
  Y: [12, 'M'],
  M: [30, 'D'],
  W: [7, 'D'],
  D: [24, 'TH'],
  TH: [60, 'M'],
  TM: [60, 'S'],
};

function brokenDuration(count: number, base: string): string {
  const [perUnit, smaller] = SMALLER[base] ?? [1, 'S'];
  const whole = Math.trunc(count);
  const rest = Math.round((count - whole) * perUnit);
  const wholePart = whole ? `${whole}${base.replace('T', '')}` : '';
  if (base.startsWith('T')) return `PT${wholePart}${rest}${smaller}`;
  return smaller.startsWith('T') ? `P${wholePart}T${rest}${smaller[1]}` : `P${wholePart}${rest}${smaller}`;
}

function splitUnit(unit: string): [number, string] {
  const match = /^(\d+)(\D)$/.exec(unit);
  return match ? [Number(match[1]), match[2]!] : [1, unit];
}

/** A month as a value, or with an unknown year. */
export function monthValue(year: number | null, month: number): string {
  return `${year ?? 'XXXX'}-${pad(month)}`;
}

/** The same quarter, half or year one year before. */
export function yearBefore(value: string): string {
  return `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
}

/** A day inside the last date read, where that date is at least as fine as the unit counted. */
export function anchorDay(context: TimeContext, unit: string): Day | null {
  const value = context.lastDate;
  if (!value || !/^\d{4}/.test(value)) return null;
  const days = daysOfValue(value);
  if (!days.from || (days.from !== days.to && /^(D|W|TH|TM)$/.test(unit) && !/-W/.test(value))) return null;
  return days.from;
}
