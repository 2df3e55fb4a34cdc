/** Seasons, weekends, and weeks, months, years counted from the article's day or from the last date read. */
import type { Day } from '../../reading.js';
import { addDays, daysOfValue, isoWeek } from '../calendar.js';
import { date, type TimeContext, type TimeMeaning, type TimeReader } from '../reader.js';
import { anchorDay, containing, duration, neighbour } from '../relative.js';
import { meaningOf, pattern, spokenYear } from '../vocabulary.js';
import { DAY, namedDay } from './day.js';
import { isTitle, stretch } from './durations.js';

const PART =
  '(?:(?:early|late|mid|later|earlier|the (?:middle|beginning|start|end|close|course|rest|remainder) of)(?: in)?[ -])?';

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

function containingValue(context: TimeContext, unit: string): TimeMeaning['value'] | null {
  return context.reference ? containing(context.reference, unit) : null;
}
