/** Quarters and halves of the year, and the period that runs or that a business text is about: "Q3 2022", "the quarter". */
import type { Day, DayRange } from '../../reading.js';
import { addDays, addMonths, daysOfValue, isoWeek, quarterOf, validDay } from '../calendar.js';
import { date, type TimeContext, type TimeReader } from '../reader.js';
import { anchorDay, neighbour, shifted, yearBefore, yearOfMonth } from '../relative.js';
import { meaningOf, ordinalOf, pattern } from '../vocabulary.js';

/** "the third quarter of 1990", "third-quarter", "this year's first half", "the year-earlier third quarter", "Q3 2022". */
export const quarter: TimeReader = {
  name: 'the third quarter of 1990',
  needs: ['unit', 'digit', 'word'],
  pattern: pattern(
    '(?:(?:the|its|their|his|a flat|a weak|a strong) )?(?:(?<year1>{year}) |(?<relative1>this|last|next) year.?s )?(?<ago>year-ago |year-earlier )?(?:fiscal[ -])?(?:(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last|final)[ -](?:fiscal[ -])?(?<what>quarter|half)|(?<short>[QH][1-4]))(?:,? (?:of )?(?:fiscal )?(?:(?<year2>{year})|(?<relative2>this|last|next|the) year|(?<ago2>a year (?:ago|earlier))))?',
  ),
  meaning(groups, context, words) {
    const letter = groups.short ? groups.short[0]! : groups.what === 'half' ? 'H' : 'Q';
    if (groups.short && !/^[QH][1-4]/.test(words.replace(/^the\s/i, ''))) return null;
    const last = letter === 'Q' ? 4 : 2;
    const ordinal = groups.ordinal?.toLowerCase();
    if (letter === 'H' && !groups.year2 && !groups.relative2 && /^ of (?!the year)/.test(context.after)) return null;
    if (ordinal === 'last' && letter === 'Q' && context.reference) return date(neighbour(context.reference, 'Q', -1));
    const number = groups.short ? Number(groups.short[1]) : (ordinalOf(ordinal!) ?? last);
    if (number > last) return null;
    const current = context.reference ? Number(context.reference.slice(0, 4)) : null;
    const given = groups.year1 ?? groups.year2;
    const relative = groups.relative1 ?? groups.relative2;
    if (given) return date(`${given}-${letter}${number}`);
    if (current === null) return date(`XXXX-${letter}${number}`);
    if (relative)
      return date(
        `${current + ({ last: -1, next: 1 } as Record<string, number>)[relative.toLowerCase()]! || current}-${letter}${number}`,
      );
    const year = yearOfPart(context.reference!, letter, number, context) - (groups.ago || groups.ago2 ? 1 : 0);
    return date(`${year}-${letter}${number}`);
  },
};

/** A quarter named without a year: the running year's once it has begun, else last year's; ahead, the next to come. */
function yearOfPart(reference: Day, letter: string, number: number, context: TimeContext): number {
  const year = Number(reference.slice(0, 4));
  const days = daysOfValue(`${year}-${letter}${number}`);
  if (context.direction === 'future') return days.to! < addDays(reference, -200) ? year + 1 : year;
  return days.from! > addDays(reference, 31) ? year - 1 : year;
}

/** "the week", "the quarter", "the year", "the month": the one that runs, or that the figures are about. */
export const runningPeriod: TimeReader = {
  name: 'the quarter',
  needs: ['unit', 'word'],
  pattern: pattern(
    '(?:(?<part>early|late|later|earlier|(?:the|around) (?:end|start|beginning|middle) of)(?: in)? )?the (?<same>same |corresponding |comparable |latest |year-ago |year-earlier |comparable year-ago |{year} |current |fiscal |financial )?(?<unit>day|month|quarter|year|week|period)(?!-| (?:old|after|before|long|of|two thousand))(?<ago>,? (?:last year|a year (?:ago|earlier)|of last year))?',
  ),
  meaning({ part, same, unit: name, ago }, context) {
    if (name !== 'quarter' && /^ to\b/.test(context.after)) return null;
    const earlier = Boolean(ago) || /year-/.test(same ?? '');
    const ended = name === 'quarter' && !same ? quarterEnded(context) : null;
    if (ended)
      return date(context.accountingPeriod?.includes('Q') ? context.accountingPeriod : ended.value, ended.days);
    const period = name === 'quarter' && !context.accountingPeriod?.includes('-') ? null : context.accountingPeriod;
    const given = /^\d{4}/.exec(same ?? '')?.[0];
    if (given)
      return name === 'period' || name === 'quarter'
        ? date(period && !/^P/.test(period) ? given + period.slice(4) : given)
        : null;
    if (name === 'period' || (name === 'quarter' && (same || ago))) {
      if (!context.reference || (!same && !ago)) return null;
      if (!period) return earlier ? date(shifted(context.reference, -1, 'Y')) : null;
      return date(earlier ? yearBefore(period) : period);
    }
    if (!context.reference) return null;
    if (name === 'quarter') return date(period?.includes('Q') ? period : neighbour(context.reference, 'Q', -1));
    if (name === 'day') return part ? date(anchorDay(context, 'D') ?? context.reference) : null;
    if (name === 'year' && /^,? end(?:ed|ing) /.test(context.after)) return { type: 'DURATION', value: 'P1Y' };
    if (name === 'week') return date(isoWeek(context.reference));
    if (name === 'month') return part ? date(context.reference.slice(0, 7)) : null;
    return part || /\b(?:for|of|in|during|throughout) $/i.test(context.before)
      ? date(context.reference.slice(0, 4))
      : null;
  },
};

const END_OF_QUARTER = pattern(',? ended {month} {dayOfMonth}(?:,? {year})?');
const MONTH_AND_DAY = pattern('(?<month>{month}) (?<day>{dayOfMonth})(?:,? (?<year>{year}))?');

/** "The quarter ended July 31": those three months, and the quarter of the calendar that holds their middle. */
function quarterEnded({ after, reference }: TimeContext): { value: string; days: DayRange } | null {
  const words = after.slice(0, 40);
  if (!reference || words.search(END_OF_QUARTER) !== 0) return null;
  const { month, day, year } = [...words.matchAll(MONTH_AND_DAY)][0]!.groups!;
  const number = Number(meaningOf('month', month!));
  const end = validDay(Number(year ?? yearOfMonth(reference, number, 'past')), number, Number.parseInt(day!, 10));
  if (!end) return null;
  return { value: quarterOf(addDays(end, -45)), days: { from: addDays(addMonths(end, -3), 1), to: end } };
}

/** "year-end", "the year's end". */
export const yearEnd: TimeReader = {
  name: 'year-end',
  needs: ['unit'],
  pattern: pattern('(?:(?:the|around|last|this|next) )?year(?:[ -]|.?s )end'),
  meaning(_, context, words) {
    if (!context.reference) return null;
    const steps = /^last/i.test(words) ? -1 : /^next/i.test(words) ? 1 : 0;
    return date(`${Number(context.reference.slice(0, 4)) + steps}-12-31`);
  },
};
