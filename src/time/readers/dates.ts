/** Days, months and years of the calendar: "17 March 2023", "2023-03-17", "3/17/98", "late September", "June last year". */
import { addMonths, validDay } from '../calendar.js';
import { date, type TimeContext, type TimeReader } from '../reader.js';
import { monthValue, yearOfMonth, yearOfNearMonth } from '../relative.js';
import { fullYear, meaningOf, pattern, spokenYear } from '../vocabulary.js';
import { DAY, dayOfMonth, namedDay } from './day.js';

/** What may stand before a date without changing it. */
export const PART =
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
