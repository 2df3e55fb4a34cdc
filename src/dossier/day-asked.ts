import { BadInput } from '../errors.js';
import type { DayRange } from '../reading.js';
import { daysOfValue, validDay } from '../time/calendar.js';

/**
 * A day, month or year as people write it in a filter, as the stretch of days it is: `2014` is all of 2014.
 *
 * @returns `null` where nothing was written.
 * @throws BadInput where it is none of the three.
 */
export function daysAsked(text: string | null): DayRange | null {
  const written = text?.trim();
  if (!written) return null;
  const [, year, month = 1, date = 1] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? [];
  if (year && validDay(Number(year), Number(month), Number(date))) return daysOfValue(written);
  throw new BadInput(`"${written.slice(0, 40)}" is no day: write 2014, 2014-03 or 2014-03-22`);
}
