/** How long and how often: "the past six years", "three-day", "weeks", "every Monday", "a year" after an amount, "daily". */
import type { DayRange } from '../../reading.js';
import { addDays, addMonths } from '../calendar.js';
import type { TimeContext, TimeMeaning, TimeReader } from '../reader.js';
import { duration } from '../relative.js';
import { countOf, meaningOf, pattern } from '../vocabulary.js';

/** "every Monday", "each year", "every other week", "every three months", "Mondays". */
export const everyUnit: TimeReader = {
  name: 'every Monday',
  needs: ['unit', 'weekday', 'month', 'daypart'],
  pattern: pattern(
    '(?:(?:every|each)(?: (?<other>other|second))?(?: (?<count>{count}))? (?:(?<unit>{unit})|(?<weekday>{weekday})(?: (?<part>{daypart}))?|(?<month>{month})|(?<daypart>{daypart}))|(?:on )?(?<weekdays>{weekday})s(?: (?<nights>{daypart})s)?)(?! of the)',
  ),
  meaning({ other, count, unit, weekday, part, month, daypart, weekdays, nights }) {
    if (unit) return set(duration(other ? 2 : count ? (countOf(count) ?? 1) : 1, meaningOf('unit', unit)!));
    if (month) return set(`XXXX-${meaningOf('month', month)}`);
    if (daypart) return set(`XXXX-XX-XXT${meaningOf('daypart', daypart)}`);
    const day = (weekday ?? weekdays)!;
    if (!/^[A-Z]/.test(day) || day.endsWith('.')) return null;
    const night = part ?? nights;
    return set(`XXXX-WXX-${meaningOf('weekday', day)}${night ? `T${meaningOf('daypart', night)}` : ''}`);
  },
};

/** "200,000 barrels a day", "twice a week", "$5bn per year": how often, after an amount. */
export const perUnit: TimeReader = {
  name: 'twice a week',
  needs: ['unit'],
  pattern: pattern(
    '(?:(?:a|an)|(?<per>per)) (?<unit>day|week|month|year|hour|minute|quarter)(?! (?:and a half|or two|or so|or more|long|old|ago|later|earlier|before|after|from))',
  ),
  meaning({ per, unit }, { before }) {
    const rate =
      per ||
      /(?:\d(?: ?(?:million|billion|trillion|bn|m|percent|per cent|%|[mb]pd))?|\b(?:twice|once|times|barrels|tons?|tonnes|metres|meters|feet|dollars|euros|pounds|yuan|hours|days|people|visitors|cars|planes|jobs|cents|gas|oil|percent|million|billion|trillion)(?: of [a-z]{3,12}(?: oil| gas)?)?) $/i.test(
        before,
      );
    return rate ? set(duration(1, meaningOf('unit', unit!)!)) : null;
  },
};

/** "daily", "annually", "annual". */
export const frequencyWord: TimeReader = {
  name: 'daily',
  needs: ['frequency'],
  pattern: pattern('(?<word>{frequency})'),
  meaning({ word }, { before, after }) {
    if (/^[A-Z]/.test(word!) && (before !== '' || /^ [A-Z]/.test(after))) return null;
    return set(meaningOf('frequency', word!)!);
  },
};

/** "the first nine months", "the six months", "nine months". */
const DETERMINER =
  '(?:(?:an additional|another|the entire|the whole|the full|a full|a further|each of|at least) )?(?:the |its |his |her |their )?(?<which>past|last|next|first|coming|final|following|previous|latest|recent|preceding|other|opening|early|year-earlier|year-ago)?(?: |(?<![a-z]))';

/** A counted stretch: "three years", "the past two months", "more than four hours", "a minute and a half", "a three-day". */
export const countedUnits: TimeReader = {
  name: 'the past six years',
  needs: ['unit'],
  pattern: pattern(
    `(?:${DETERMINER})?{about}(?:(?<count>{count})|(?<some>{some}))(?<halfBefore> and a half)?(?: (?:or|to|and) (?:{count})|-to-{count})?(?: |-)(?:(?:more|full|straight|consecutive|long|whole|further|additional|trading|working|business|calendar|extra|successive) )?(?<unit>{unit})(?<half> and a half)?(?: or (?:so|two|more)|-old| old|-long)?`,
  ),
  meaning(groups, context, words) {
    const { which, count, some, unit: name } = groups;
    const half = groups.half ?? groups.halfBefore;
    const unit = meaningOf('unit', name!)!;
    if (isAgeOrFraction(words, context) || isTitle(name!, context)) return null;
    if (/^one day$/i.test(words) && /\b(?:will|would|could|may|might|can|to|hopes?|hoped|and) $/i.test(context.before))
      return { type: 'DATE', value: 'FUTURE_REF' };
    if (isOrdinalSecond(name!, context, words)) return null;
    const number = some ? someCount(some) : countOf(count!);
    if (number === null) return null;
    if (
      /^(?:a|an)$/i.test(count ?? '') &&
      /^(second|quarter|minute)$/i.test(name!) &&
      !half &&
      !/^ ?[.,;]/.test(context.after)
    )
      return null;
    if (/^(first|second|third|fourth|final)$/i.test(which ?? '') && number === 1 && unit === 'D') return null;
    const amount = number === 'X' ? number : number + (half ? 0.5 : 0);
    return lasting(duration(amount, unit), stretch(amount, unit, which, context));
  },
};

/** "for years", "weeks before", "decades-long", "recent months", "the coming weeks": how many is not said. */
export const uncountedUnits: TimeReader = {
  name: 'for years',
  needs: ['unit'],
  pattern: pattern(
    '(?:the )?(?:(?<which>recent|coming|past|last|next|future|early|first|previous) )?(?:(?:few|several|couple of) )?(?<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades|centuries)(?: (?:or|and) (?:hours|days|weeks|months|years|decades))?(?:-long|-old| ahead)?',
  ),
  meaning({ which, unit: name }, context, words) {
    const unit = meaningOf('unit', name!)!;
    const word = which?.toLowerCase() ?? '';
    if (/^(?:future)$/.test(word)) return { type: 'DATE', value: 'FUTURE_REF' };
    if (isTitle(name!, context) || /\b(?:one|two|three)[ -]$/i.test(context.before)) return null;
    if (/^past$/.test(word)) return { type: 'DATE', value: 'PAST_REF' };
    if (!word && !standsAlone(context, words)) return null;
    return lasting(duration('X', unit === '100Y' ? 'C' : unit.replace(/^\d+/, '')), { from: null, to: null });
  },
};

/** "a week-long visit", "the yearlong siege". */
export const wholeUnit: TimeReader = {
  name: 'week-long',
  needs: ['unit', 'word'],
  pattern: pattern('(?<unit>hour|day|night|week|month|year|decade|century)-?long'),
  meaning({ unit }) {
    return lasting(duration(1, meaningOf('unit', unit!.replace(/night/i, 'day'))!), { from: null, to: null });
  },
};

/** "days", "hours" as such must be said to last, pass or lie before something; "office hours", "the old days" are none. */
function standsAlone({ before, after }: TimeContext, words: string): boolean {
  if (/-long|-old|ahead| (?:or|and) /.test(words)) return true;
  if (
    /^ (?:ago|before|after|earlier|later|of|to come|into|away)\b/.test(after) &&
    !/\b(?:the|his|her|their|its|these|those|[a-z]+ing)\s$/i.test(before)
  )
    return true;
  return /\b(?:for|in|within|took|take|takes|over|after|spent|last|lasted|just|only|mere|many|by) $/i.test(before);
}

/** In "the second quarter", "a second day" it is an ordinal; "a split second" and "seconds" last. */
function isOrdinalSecond(unit: string, { after }: TimeContext, words: string): boolean {
  return /^second$/i.test(unit) && !/\d|split/.test(words) && /^[ -]\w/.test(after);
}

/** "a 6-year-old boy", "52 years old", "three-quarters of": ages belong to people, fractions to amounts. */
function isAgeOrFraction(words: string, { after }: TimeContext): boolean {
  return (
    /years?[ -]old$/i.test(words) ||
    /^ ?-?\s?olds?\b/.test(after) ||
    /(?:^|\s)(?:three-quarters?|(?:one|a)[ -]quarter)$/i.test(words) ||
    (/(?:^|\s)three quarters$/i.test(words) && /^ of\b/.test(after)) ||
    /^s? of age\b/.test(after.trimStart())
  );
}

/** "60 Minutes", "This Week": a unit written large within a sentence is a name. */
export function isTitle(unit: string, { before }: TimeContext): boolean {
  return /^[A-Z][a-z]/.test(unit) && /[a-z]/.test(before);
}

function someCount(some: string): number | 'X' {
  if (/couple/i.test(some)) return 2;
  return /^a dozen$/i.test(some) ? 12 : 'X';
}

/** The days of "the past six years" end today, those of "the next two weeks" begin today; others are not fixed. */
export function stretch(
  count: number | 'X',
  unit: string,
  which: string | undefined,
  { reference }: TimeContext,
): DayRange {
  const back = /^(past|last)$/i.test(which ?? '');
  const ahead = /^(next|coming)$/i.test(which ?? '');
  if (!reference || count === 'X' || (!back && !ahead)) return { from: null, to: null };
  const sign = back ? -1 : 1;
  const times = Number(/^\d+/.exec(unit)?.[0] ?? 1) * count * sign;
  const base = unit.replace(/^\d+/, '');
  const days = ({ D: 1, W: 7 } as Record<string, number>)[base];
  const months = ({ M: 1, Q: 3, Y: 12 } as Record<string, number>)[base];
  const other = days
    ? addDays(reference, Math.round(times * days))
    : months
      ? addMonths(reference, Math.round(times * months))
      : reference;
  return back ? { from: other, to: reference } : { from: reference, to: other };
}

function lasting(value: string, days: DayRange): TimeMeaning {
  return { type: 'DURATION', value, days };
}

function set(value: string): TimeMeaning {
  return { type: 'SET', value };
}
