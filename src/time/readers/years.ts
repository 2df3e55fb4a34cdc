/** Years, runs of years, decades and centuries: "2013", "2014-19", "the late 1960s", "the 20th century". */
import { date, type TimeContext, type TimeReader } from '../reader.js';
import { fullYear, meaningOf, pattern, spokenYear } from '../vocabulary.js';
import { PART } from './dates.js';

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
