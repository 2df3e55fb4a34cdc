/**
 * A day named in words or figures, as a fragment that the readers of dates, clock times and parts of the day share:
 * "Friday", "March 17, 2023", "17 March", "today". Each fragment has its own group names by a suffix, since one
 * pattern may hold several.
 */
import type { Day } from '../../reading.js';
import { addDays, validDay, weekdayOf } from '../calendar.js';
import type { Groups, TimeContext } from '../reader.js';
import { weekdayFrom, yearOfDay } from '../relative.js';
import { meaningOf } from '../vocabulary.js';

/** The pattern of a day; read it with {@link namedDay}. */
export const DAY =
  '(?:(?<dayWord>today|yesterday|tomorrow)|(?<lastNext>last |next |this |this coming |the previous |the following )?(?<weekday>{weekday})(?:,? (?<month1>{month}) (?<day1>{dayOfMonth})(?:,? (?<year1>{year}))?|,? (?<day2>{dayOfMonth}) (?<month2>{month})(?:,? (?<year2>{year}))?)?|(?<month3>{month}) (?<day3>{dayOfMonth})(?:,? (?<year3>{year}))?|(?<day4>{dayOfMonth}) (?<month4>{month})(?:,? (?<year4>{year}))?)';

/** The day as a value: `XXXX-03-17` or `XXXX-WXX-5` where the article's date is not known; `null` where there is none. */
export function namedDay(groups: Groups, context: TimeContext): string | null {
  if (groups.dayWord) return nearDay(groups.dayWord, context.reference);
  const month = groups.month1 ?? groups.month2 ?? groups.month3 ?? groups.month4;
  const day = groups.day1 ?? groups.day2 ?? groups.day3 ?? groups.day4;
  if (month && day)
    return dayOfMonth(month, day, groups.year1 ?? groups.year2 ?? groups.year3 ?? groups.year4, context);
  if (groups.weekday) return weekday(groups.weekday, groups.lastNext, context);
  return null;
}

/** "March", "17", perhaps "2023". */
export function dayOfMonth(
  monthName: string,
  dayText: string,
  year: string | undefined,
  context: TimeContext,
): string | null {
  const month = Number(meaningOf('month', monthName));
  const day = Number.parseInt(dayText, 10);
  if (year) return validDay(Number(year), month, day);
  if (!context.reference) return validDay(2000, month, day)?.replace('2000', 'XXXX') ?? null;
  return validDay(yearOfDay(context.reference, month, day, context.direction), month, day);
}

function nearDay(word: string, reference: Day | null): string {
  const steps = { yesterday: -1, today: 0, tomorrow: 1 }[word.toLowerCase()] ?? 0;
  if (!reference) return ['PAST_REF', 'PRESENT_REF', 'FUTURE_REF'][steps + 1]!;
  return addDays(reference, steps);
}

/** "Friday", "last Friday", "next Friday". Last never is the reference day itself; "Friday's vote" may be. */
export function weekday(name: string, which: string | undefined, context: TimeContext): string {
  const number = Number(meaningOf('weekday', name));
  if (!context.reference) return `XXXX-WXX-${number}`;
  const word = which?.trim().toLowerCase() ?? '';
  if (/^(last|the previous)$/.test(word)) return weekdayFrom(addDays(context.reference, -1), number, 'past');
  if (/^(next|this coming|the following)$/.test(word)) return weekdayFrom(context.reference, number, 'future');
  const direction =
    /^['’]s\b/.test(context.after) && number === weekdayOf(context.reference) ? 'past' : context.direction;
  return weekdayFrom(context.reference, number, direction);
}
