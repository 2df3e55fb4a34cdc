/** Days, months and years of the calendar: "17 March 2023", "2023-03-17", "3/17/98", "late September", "June last year". */
import { addMonths, validDay } from '../calendar.js';
import { date, type TimeContext, type TimeReader } from '../reader.js';
import { monthValue, yearOfMonth, yearOfNearMonth } from '../relative.js';
import { meaningOf, pattern, spokenYear } from '../vocabulary.js';
import { DAY, dayOfMonth, namedDay } from './day.js';

const PART =
  '(?:(?<part>early|late|mid|later|earlier|the middle of|the beginning of|the start of|the end of|the end|the close of|the eve of)(?:[ -]in)?[ -])?';

export const isoDate: TimeReader = {
  name: '2023-03-17',
  needs: ['digit'],
  pattern: pattern(
    '(?<year>{year})-(?<month>0\\d|1[0-2])-(?<day>[0-2]\\d|3[01])(?:T(?<clock>\\d\\d:\\d\\d)(?::\\d\\d)?Z?)?',
  ),
  meaning({ year, month, day, clock }) {
    const found = validDay(Number(year), Number(month), Number(day));
    if (!found) return null;
    return clock ? { type: 'TIME', value: `${found}T${clock}` } : date(found);
  },
};

/** American order, unless the first number cannot be a month. */
export const slashDate: TimeReader = {
  name: '3/17/98',
  needs: ['digit'],
  pattern: pattern('(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>(?<year>{year}|\\d\\d)'),
  meaning({ first, second, year, mark }) {
    const full = fullYear(year!);
    const monthFirst = mark === '.' ? null : validDay(full, Number(first), Number(second));
    const found = monthFirst ?? validDay(full, Number(second), Number(first));
    return found ? date(found) : null;
  },
};

/** "March 3-5", "3-5 March 2023", "March 3 to April 2". */
export const dayRange: TimeReader = {
  name: '3-5 March 2023',
  needs: ['month'],
  pattern: pattern(
    '(?:(?<fromDay1>{dayOfMonth})(?: ?[-–] ?| to )(?<toDay1>{dayOfMonth}) (?<month1>{month})|(?<month2>{month}) (?<fromDay2>{dayOfMonth})(?: ?[-–] ?| to )(?<toDay2>{dayOfMonth}))(?:,? (?<year>{year}))?',
  ),
  meaning(groups, context) {
    const month = groups.month1 ?? groups.month2;
    const from = dayOfMonth(month!, (groups.fromDay1 ?? groups.fromDay2)!, groups.year, context);
    const to = dayOfMonth(month!, (groups.toDay1 ?? groups.toDay2)!, groups.year, context);
    return from && to && from <= to ? date(`${from}/${to}`) : null;
  },
};

const DAY_AND = pattern('(?<month>{month}) (?:{dayOfMonth}, ){0,3}{dayOfMonth},? (?:and|or) ');
const AND_DAY = pattern(' (?:and|or) {dayOfMonth} (?<month>{month})');

/** "April 24 and 25", "24 and 25 April": the day whose month stands with the other one. */
export const pairedDay: TimeReader = {
  name: '(April 24 and) 25',
  needs: ['month'],
  pattern: pattern('(?<day>{dayOfMonth})'),
  meaning({ day }, context) {
    const month =
      monthAt(DAY_AND, context.before.slice(-40), 'end') ?? monthAt(AND_DAY, context.after.slice(0, 25), 'start');
    if (!month || !/^[A-Z]/.test(month)) return null;
    if (/^(?: ?(?:percent|per cent|%|million|billion|[a-z]+s\b)|[,.]\d)/.test(context.after)) return null;
    const value = dayOfMonth(month, day!, undefined, context);
    return value ? date(value) : null;
  },
};

/** The month in a match that reaches to that edge of the words. */
function monthAt(words: RegExp, text: string, edge: 'start' | 'end'): string | null {
  const hit = [...text.matchAll(words)].at(edge === 'end' ? -1 : 0);
  if (!hit) return null;
  const touches = edge === 'end' ? hit.index + hit[0].length === text.length : hit.index === 0;
  return touches ? hit.groups!.month! : null;
}

/** A day with its month: "March 17, 2023", "Friday, 17 March", "the 17th of March", "Sept. 11", "March eighth". */
export const dayOfCalendar: TimeReader = {
  name: 'Friday, 17 March 2023',
  needs: ['month'],
  pattern: pattern(
    '(?:(?:this coming )?{weekday}(?:,| the)? )?(?:(?<month1>{month}) (?:the )?(?<day1>{dayOfMonth})(?! ?(?:percent|per cent|%|million|billion))(?:,? (?<year1>{year})(?!,\\d))?|(?:the )?(?<day2>{dayOfMonth}) (?:of )?(?<month2>{month})(?:,? (?<year2>{year}))?|(?<month3>{month}) (?:the )?(?<ordinal>{ordinal}))',
  ),
  meaning(groups, context, words) {
    const month = groups.month1 ?? groups.month2 ?? groups.month3;
    if (/(^|\s)(may|march|mar|dec|oct|jun)(?![a-z])/.test(words) && !/\d(st|nd|rd|th)? (of )?(may|march)/.test(words))
      return null;
    const ordinal = groups.ordinal ? meaningOf('ordinal', groups.ordinal) : null;
    const day = groups.day1 ?? groups.day2 ?? ordinal;
    const value = day ? dayOfMonth(month!, day, groups.year1 ?? groups.year2, context) : null;
    return value ? date(value) : null;
  },
};

/** "March 2023", "June last year", "last September", "late November", "the end of the month of May", "September". */
export const monthOfCalendar: TimeReader = {
  name: 'March 2023',
  needs: ['month'],
  pattern: pattern(
    `${PART}(?:(?<which>last|next|this|this past|this coming) )?(?<month>{month})(?:,? (?:of )?(?:(?<year>{year})|(?<spoken>{yearWords})|(?<relative>last|this|next) year|(?<year2>'\\d\\d)))?`,
  ),
  meaning(groups, context) {
    const name = groups.month!;
    if (!isMonthName(name, groups, context)) return null;
    const month = Number(meaningOf('month', name));
    if (groups.year2) return date(monthValue(fullYear(groups.year2.slice(1)), month));
    const year = groups.year ? Number(groups.year) : groups.spoken ? spokenYear(groups.spoken) : null;
    if (year) return date(monthValue(year, month));
    if (!context.reference) return date(monthValue(null, month));
    const current = Number(context.reference.slice(0, 4));
    if (groups.relative) return date(monthValue(current + step(groups.relative), month));
    if (/^last$/i.test(groups.which ?? '')) {
      const end = addMonths(`${context.reference.slice(0, 7)}-01`, -1);
      return date(monthValue(yearOfMonth(end, month, 'past'), month));
    }
    if (/^next$/i.test(groups.which ?? '')) {
      const start = addMonths(`${context.reference.slice(0, 7)}-01`, 1);
      return date(monthValue(yearOfMonth(start, month, 'future'), month));
    }
    if (/^this$/i.test(groups.which ?? '')) return date(monthValue(current, month));
    return date(
      monthValue(
        context.directionShown
          ? yearOfMonth(context.reference, month, context.direction)
          : yearOfNearMonth(context.reference, month),
        month,
      ),
    );
  },
};

const PREPOSITION =
  /\b(?:in|since|until|till|by|from|of|for|after|before|between|and|to|through|during|late|early|mid|over|or|than|a|its)[ -]$/i;

/** May and March are verbs unless written large, and May begins many a question; abbreviations need their stop. */
function isMonthName(
  name: string,
  groups: { part?: string; which?: string; year?: string; relative?: string },
  context: TimeContext,
): boolean {
  if (groups.year || groups.relative) return /^[A-Z]/.test(name);
  if (!/^[A-Z]/.test(name)) return false;
  if (/^(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/i.test(name)) return false;
  if (groups.part || groups.which) return true;
  const afterPreposition = PREPOSITION.test(context.before);
  if (/\b(?:Mrs?|Ms|Dr|Sir|Lady|Theresa|Teresa|Brian|Minister|Secretary)\.? $/.test(context.before)) return false;
  if (/^may$/i.test(name) && !afterPreposition)
    return context.before !== '' && /^(?:['’]s|,|\.|;|$)/.test(context.after.trimStart());
  if (/^march$/i.test(name) && !afterPreposition && /^\s(?:on|for|against|to|of|in|from|through)\b/.test(context.after))
    return false;
  return afterPreposition || !/^(?:april|june|august)$/i.test(name) || !/^\s[A-Z][a-z]/.test(context.after);
}

/** "2013", "the year 2000", "fiscal 1989", "early 1990", "the end of 1994", "nineteen ninety-six", "mid-1996". */
export const yearOfCalendar: TimeReader = {
  name: '2013',
  needs: ['digit', 'number'],
  pattern: pattern(
    `(?:${PART}(?:the year |the calendar year |fiscal year |fiscal |the fiscal year |FY ?|post-|pre-)?(?<year>{year})|(?:the year )?(?<spoken>{yearWords})|(?<short>['’]\\d\\d)(?!s))`,
  ),
  meaning(groups, context, words) {
    if (groups.spoken) {
      const year = spokenYear(groups.spoken);
      if (/^two thousand$/i.test(groups.spoken) && !/year/i.test(words)) return null;
      return year && year < 2100 ? date(String(year)) : null;
    }
    if (groups.short) {
      return /\b(in|of|since|summer|winter|spring|fall|class of|election) $/i.test(context.before)
        ? date(String(fullYear(groups.short.slice(1))))
        : null;
    }
    return isYear(Number(groups.year), words, context) ? date(groups.year!) : null;
  },
};

/** "2014-19", "2015–2018". */
export const yearRange: TimeReader = {
  name: '2014-19',
  needs: ['digit'],
  pattern: pattern('(?<from>{year})[-–/](?<to>{year}|\\d\\d)'),
  meaning({ from, to }, context) {
    const end = to!.length === 2 ? `${from!.slice(0, 2)}${to}` : to!;
    if (Number(end) <= Number(from) || Number(end) - Number(from) > 120 || !isYear(Number(from), '', context))
      return null;
    return date(`${from}/${end}`);
  },
};

/** Four figures are a year unless they count, cost or number something. */
function isYear(year: number, words: string, { before, after }: TimeContext): boolean {
  if (/[$£€¥₹#.,:/+~=-]\s?$/.test(before) && !/[a-zA-Z)][,.:;-]\s?$/.test(before)) return false;
  if (
    /^(?:[.,:]\d|%|-[a-z]{2,}|[°º]|\s?(?:percent|per cent|km|kilometres|kilometers|miles|metres|meters|feet|tons?|tonnes|barrels|people|men|women|soldiers|troops|dead|deaths|workers|jobs|homes|houses|dollars|euros|pounds|yuan|rubles|roubles|shares|points|hours|GMT|EST|EDT|hrs|students|refugees|members|civilians|officers|cases|times|years|days|votes|MW|million|billion|trillion|or so)\b)/.test(
      after,
    )
  )
    return /^-[a-z]{2,}/.test(after) && /^(-era|-vintage|-based)/.test(after);
  if (
    /\b(?:resolution|flight|no|nos|number|channel|room|page|article|highway|route|about|nearly|almost|some|over|than|least|boeing|model|windows|paragraph|estimated|total|index|close|closed|around|roughly|approximately|up|down|points|rs|gained|lost|fell|rose)\.?\s$/i.test(
      before,
    ) &&
    !/early|late|mid|the/.test(words)
  )
    return false;
  if (year < 1400)
    return /\b(in|since|of|from|until|by|around)\s$/i.test(before) && /^[\s.,;)]/.test(`${after} `) && year >= 1000;
  return year < 2100;
}

/** "the late 1960s", "the nineties", "the '80s". */
export const decadeOfCalendar: TimeReader = {
  name: 'the late 1960s',
  needs: ['digit', 'decade'],
  pattern: pattern(
    "(?:the )?(?:(?:early|late|mid|later|earlier)(?: |-))?(?:(?<decade>(?:1[0-9]|20)\\d)0['’]?s|['’](?<short>\\d)0s|(?<word>(?<=the |early |late |mid-|early-|late-|nineteen |and |or )(?:nineteen )?{decade}))",
  ),
  meaning({ decade, short, word }, context, words) {
    if (decade) return date(decade);
    if (short) return date(`19${short}`);
    const digit = meaningOf('decade', word!.replace(/^nineteen\s/i, ''));
    if (/\b(his|her|their|my|your|temperatures?)\b[^.]{0,20}$/i.test(context.before) || !digit) return null;
    return /^(the|early|late|mid|nineteen)/i.test(words) ? date(`19${digit}`) : null;
  },
};

/** TIMEX3 writes a century by its first two figures: "the 20th century" is 19. */
export const centuryOfCalendar: TimeReader = {
  name: 'the 20th century',
  needs: ['unit'],
  pattern: pattern(
    '(?:the )?(?:(?:early|late|mid)[ -])?(?:(?<figures>\\d{1,2})(?:st|nd|rd|th)|(?<word>{ordinal}))[ -]century',
  ),
  meaning({ figures, word }) {
    const number = Number(figures ?? meaningOf('ordinal', word!));
    return number >= 1 ? date(String(number - 1).padStart(2, '0')) : null;
  },
};

/** A single day by its weekday or by today, yesterday, tomorrow: "early Tuesday", "last Friday", "late yesterday". */
export const nearDay: TimeReader = {
  name: 'last Friday',
  needs: ['weekday', 'word'],
  pattern: pattern(
    `(?:(?:earlier|later|early|late)(?: on)? )?(?:(?<beforeAfter>(?:the )?day (?:before|after)) )?${DAY}`,
  ),
  meaning(groups, context, words) {
    const value = namedDay(groups, context);
    if (!value) return null;
    if (groups.beforeAfter && context.reference && /^\d/.test(value)) {
      const [year, month, day] = value.split('-').map(Number);
      const step = /before/i.test(groups.beforeAfter) ? -1 : 1;
      return date(new Date(Date.UTC(year!, month! - 1, day! + step)).toISOString().slice(0, 10));
    }
    if (groups.weekday && !/^[A-Z]/.test(groups.weekday)) return null;
    if (/^(sun|sat|wed|mon|fri)\.?$/i.test(groups.weekday ?? '') && !words.endsWith('.')) return null;
    return date(value);
  },
};

/** "the 17th", with the month of the last date or the article's. */
export const dayAlone: TimeReader = {
  name: 'the 17th',
  needs: ['digit'],
  pattern: pattern(
    '(?<=(?:on|until|by|since|from|before|after) )the (?<day>[123]?\\d)(?:st|nd|rd|th)(?! [a-z]| [A-Z]|-)',
  ),
  meaning({ day }, context) {
    const anchor = context.lastDate?.match(/^\d{4}-\d{2}/)?.[0] ?? context.reference?.slice(0, 7);
    const value = anchor ? validDay(Number(anchor.slice(0, 4)), Number(anchor.slice(5)), Number(day)) : null;
    return value ? date(value) : null;
  },
};

function step(word: string): number {
  return { last: -1, this: 0, next: 1 }[word.toLowerCase()] ?? 0;
}

/** Two figures: from 30 on the twentieth century, as most newspapers read them. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year >= 30 ? 1900 + year : 2000 + year;
}
