/** Quarters, halves, seasons, and weeks, months, years counted from the article's day or from the last date read. */
import type { Day, DayRange } from '../../reading.js';
import { addDays, addMonths, daysOfValue, isoWeek, quarterOf, validDay } from '../calendar.js';
import { date, type TimeContext, type TimeMeaning, type TimeReader } from '../reader.js';
import { containing, duration, neighbour, shifted, yearOfMonth } from '../relative.js';
import { countOf, meaningOf, ordinalOf, pattern, spokenYear } from '../vocabulary.js';
import { DAY, namedDay } from './day.js';
import { isTitle, stretch } from './durations.js';

const PART =
  '(?:(?:early|late|mid|later|earlier|the (?:middle|beginning|start|end|close|course|rest|remainder) of)(?: in)?[ -])?';

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

/** "last fall", "the summer", "the winter of 1993", "this past spring". */
export const season: TimeReader = {
  name: 'the winter of 1993',
  needs: ['season'],
  pattern: pattern(
    "(?:(?<which>the past|this past|last|next|this coming|this|that|the|each|every|early|late) )?(?:(?:early|late|mid)[ -])?(?<season>{season})(?:,? (?:of )?(?:(?<year>{year})|(?<spoken>{yearWords})|(?<relative>this|last|next) year|(?<short>['’]\\d\\d)))?",
  ),
  meaning({ which, season: name, year, spoken, relative, short }, context) {
    const value = meaningOf('season', name!)!;
    if (year) return date(`${year}-${value}`);
    if (spoken) return date(`${spokenYear(spoken)}-${value}`);
    if (short) return date(`19${short.slice(1)}-${value}`);
    const determiner = which?.toLowerCase() ?? '';
    if (determiner === 'each' || determiner === 'every') return { type: 'SET', value: `XXXX-${value}` };
    if (!determiner && !/\b(?:in|since|until|by|during|for) $/i.test(context.before)) return null;
    if (
      /^(fall|spring)$/i.test(name!) &&
      (!determiner || /^(the|that)$/.test(determiner)) &&
      !/\b(?:in|since|until|by|during|over|of|through) $/i.test(context.before)
    )
      return null;
    if (
      /^(fall|spring)$/i.test(name!) &&
      /^(?:the|that)?$/.test(determiner) &&
      /^ (?:of|in|from|to)\b/.test(context.after)
    )
      return null;
    if (!context.reference) return date(`XXXX-${value}`);
    const current = Number(context.reference.slice(0, 4));
    if (relative) return date(`${current + ({ last: -1, this: 0, next: 1 }[relative.toLowerCase()] ?? 0)}-${value}`);
    const begins = daysOfValue(`${current}-${value}`).from!;
    const begun = begins <= context.reference;
    if (determiner === 'last')
      return date(`${daysOfValue(`${current}-${value}`).to! < context.reference ? current : current - 1}-${value}`);
    if (determiner === 'next') return date(`${begun ? current + 1 : current}-${value}`);
    if (/^this/.test(determiner)) return date(`${current}-${value}`);
    const ahead = context.direction === 'future';
    return date(
      `${ahead ? (daysOfValue(`${current}-${value}`).to! < context.reference ? current + 1 : current) : begun ? current : current - 1}-${value}`,
    );
  },
};

/** "the week of March 6", "the week beginning 6 March". */
export const weekOfDay: TimeReader = {
  name: 'the week of March 6',
  needs: ['unit'],
  pattern: pattern(`the week (?:of|beginning|starting|ending) (?:on )?${DAY}`),
  meaning(groups, context) {
    const day = namedDay(groups, context);
    if (!day || groups.dayWord) return null;
    return date(/^\d/.test(day) ? isoWeek(day) : 'XXXX-WXX');
  },
};

/** "last weekend", "over the weekend". */
export const weekend: TimeReader = {
  name: 'last weekend',
  needs: ['word'],
  pattern: pattern(
    '(?:(?:earlier|later|late|early) )?(?:(?<which>this|last|next|the|this past|the past|this coming|over the) )?weekend(?!s)',
  ),
  meaning({ which }, context) {
    if (!which) return null;
    if (!context.reference) return date('XXXX-WXX-WE');
    const word = which.toLowerCase();
    const ahead =
      word === 'next' ||
      word === 'this coming' ||
      ((word === 'this' || word === 'the') && context.direction === 'future');
    const weekdayNumber = daysOfWeekPassed(context.reference);
    const monday = addDays(context.reference, -weekdayNumber);
    const start =
      word === 'this'
        ? monday
        : ahead
          ? addDays(monday, word === 'next' ? 7 : 0)
          : weekdayNumber >= 5 && word !== 'last'
            ? monday
            : addDays(monday, -7);
    return date(`${isoWeek(start)}-WE`);
  },
};

function daysOfWeekPassed(day: Day): number {
  const week = daysOfValue(isoWeek(day));
  return Math.round((Date.parse(day) - Date.parse(week.from!)) / 86_400_000);
}

/** "last week", "earlier this month", "next year", "the following month", "that year", "the current quarter". */
export const nearPeriod: TimeReader = {
  name: 'last week',
  needs: ['unit'],
  pattern: pattern(
    `${PART}(?<which>this|last|next|this past|the past|the coming|this coming|the following|the next|the last|the previous|the preceding|the prior|the same|that same|that|the current|the present|the full|the latest|previous|current|the whole of last|the whole of this) (?:fiscal |calendar |financial )?(?<unit>day|week|month|quarter|year|decade|century)(?! and a half|(?<!this [a-z]{3,7}) of\\b)(?: ahead| or so| end)?`,
  ),
  meaning({ which, unit: name }, context, words) {
    const unit = meaningOf('unit', name!)!;
    if (isTitle(name!, context)) return null;
    const word = which!.toLowerCase().replace('the whole of ', '');
    const own = containingValue(context, unit);
    if (/^(the following|the same|that same|that|the previous|the preceding|the prior|previous|the next)$/.test(word)) {
      const anchor = anchorDay(context, unit) ?? context.reference;
      if (!anchor) return null;
      if (word === 'the next' && !context.lastDate && context.reference)
        return date(neighbour(context.reference, unit, 1));
      if (unit === 'D' && /^(that|the same|that same)$/.test(word) && !context.lastDate) return null;
      return date(neighbour(anchor, unit, /following|next/.test(word) ? 1 : /same|that/.test(word) ? 0 : -1));
    }
    if (!context.reference)
      return date(/last|past|latest/.test(word) ? 'PAST_REF' : /next|coming/.test(word) ? 'FUTURE_REF' : 'PRESENT_REF');
    if (word === 'the latest' && unit === 'Q')
      return date(context.accountingPeriod ?? neighbour(context.reference, 'Q', -1));
    if (word === 'the full') return unit === 'Y' ? date(own!) : null;
    if (unit === 'D')
      return /^(this|the present|the current)$/.test(word) && !/later|earlier/i.test(words)
        ? date(context.reference)
        : null;
    if (/past/.test(word) && /\d/.test(unit))
      return { type: 'DURATION', value: duration(1, unit), days: stretch(1, unit, 'past', context) };
    if (/past/.test(word)) return date(neighbour(context.reference, unit, -1), stretch(1, unit, 'past', context));
    if (/last|latest/.test(word)) return date(neighbour(context.reference, unit, -1));
    if (/next|coming/.test(word)) return date(neighbour(context.reference, unit, 1));
    if (word === 'this' && unit === 'Q' && context.accountingPeriod) return date(containing(context.reference, unit));
    return date(own!);
  },
};

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

/** "three days ago", "a year earlier", "two weeks later", "weeks ago", "a year before", "10 days from now". */
export const countedFrom: TimeReader = {
  name: 'three days ago',
  needs: ['unit', 'word'],
  pattern: pattern(
    '{about}(?:(?<count>{count})|(?<some>{some}))?(?:(?<= )| |-)?(?<unit>{unit})(?: or (?:so|two|more))?[ -](?<where>ago|earlier|later|before(?= ?[.,;)"”’\']| ?$)|from now|hence|previously|after(?= ?[.,;)"”]| ?$))(?! than)',
  ),
  meaning({ count, some, unit: name, where }, context, words) {
    const unit = meaningOf('unit', name!)!;
    const back = /ago|earlier|before|previously/i.test(where!);
    if (/^(?:before|after)$/i.test(where!) && /\bthe $/i.test(context.before)) return null;
    const compound = /^(?:year|month)[ -](?:ago|earlier)$/i.test(words);
    if (some && !back && context.direction === 'past')
      return { type: 'DURATION', value: duration('X', unit.replace(/^\d+/, '')) };
    if (!count && !compound) return date(back ? 'PAST_REF' : 'FUTURE_REF');
    const number = compound ? 1 : countOf(count!);
    if (number === null) return null;
    const fromNow = /ago|now|hence/i.test(where!);
    if (unit === 'Y' && number === 1 && back && context.accountingPeriod && context.reference)
      return date(yearBefore(context.accountingPeriod));
    const anchor = fromNow ? context.reference : (anchorDay(context, unit) ?? context.reference);
    if (!anchor) return date(back ? 'PAST_REF' : 'FUTURE_REF');
    return date(shifted(anchor, back ? -number : number, unit));
  },
};

/** "the year before", "the day after", "a day before". */
export const unitBefore: TimeReader = {
  name: 'the year before',
  needs: ['unit'],
  pattern: pattern('the (?<unit>day|week|month|year) (?<where>before|after|earlier)(?= ?[.,;)"”’\']| ?$)'),
  meaning({ unit: name, where }, context) {
    const unit = meaningOf('unit', name!)!;
    const anchor = anchorDay(context, unit) ?? context.reference;
    return anchor ? date(neighbour(anchor, unit, /after/i.test(where!) ? 1 : -1)) : null;
  },
};

/** "a fifth day", "the second day of talks": as a rule the article's own day. */
export const dayInRow: TimeReader = {
  name: 'for a fifth day',
  needs: ['ordinal'],
  pattern: pattern(
    '(?:a|the|its|their) (?:{ordinal}|\\d{1,2}(?:st|nd|rd|th)) (?:straight |consecutive |successive )?day(?= |[.,;])',
  ),
  meaning(_, { reference }) {
    return reference ? date(reference) : null;
  },
};

/** The same quarter, half or year one year before. */
function yearBefore(value: string): string {
  return `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
}

/** A day inside the last date read, where that date is at least as fine as the unit counted. */
function anchorDay(context: TimeContext, unit: string): Day | null {
  const value = context.lastDate;
  if (!value || !/^\d{4}/.test(value)) return null;
  const days = daysOfValue(value);
  if (!days.from || (days.from !== days.to && /^(D|W|TH|TM)$/.test(unit) && !/-W/.test(value))) return null;
  return days.from;
}

function containingValue(context: TimeContext, unit: string): TimeMeaning['value'] | null {
  return context.reference ? containing(context.reference, unit) : null;
}
