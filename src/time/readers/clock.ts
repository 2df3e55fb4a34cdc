/** Times of the day: "10 p.m. Wednesday", "noon Thursday", "Friday night", "this morning", "tonight". */
import { addDays } from '../calendar.js';
import type { TimeContext, TimeMeaning, TimeReader } from '../reader.js';
import { meaningOf, pattern } from '../vocabulary.js';
import { DAY, namedDay } from './day.js';

const CLOCK =
  '(?:(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))? ?(?<half>a\\.?m|p\\.?m)\\b\\.?|(?<hour24>[01]?\\d|2[0-3]):(?<minute24>[0-5]\\d)(?! ?[-:]\\d)|(?<word>noon|midnight|midday)|(?<hourOf>\\d{1,2}) (?:o.clock )?in the (?<partOf>morning|afternoon|evening))';

/** A clock time with its day before or after it, or on the day the text speaks of. */
export const clockTime: TimeReader = {
  name: '10 p.m. Wednesday',
  needs: ['digit', 'word'],
  pattern: pattern(
    `(?:(?:around|about|nearly|just after|just before) )?${CLOCK}(?:,? \\(?{zone}\\)?)?(?:,?(?: on| of)? ${DAY})?`,
  ),
  meaning(groups, context) {
    if (groups.hour24 && !clockIsLikely(groups, context)) return null;
    if (Number(groups.hour ?? groups.hourOf ?? 1) > 12) return null;
    const day = namedDay(groups, context) ?? currentDay(context);
    const clock = clockOf(groups);
    if (groups.word?.toLowerCase() === 'midnight' && groups.weekday && /^\d/.test(day))
      return time(`${addDays(day, 1)}T00:00`);
    return time(`${day}T${clock}`);
  },
};

/** "Thursday evening", "late Sunday night", "the morning of March 3". */
export const partOfDay: TimeReader = {
  name: 'Thursday evening',
  needs: ['daypart'],
  pattern: pattern(
    `(?:(?:early|late|earlier|later)(?: on)? )?(?:${DAY}(?:'s)? (?:mid-?)?(?<part>{daypart})(?<plural>s)?|(?:the )?(?<partOf>{daypart}) of ${DAY.replace(/\?<(\w+)>/g, '?<$1b>')})`,
  ),
  meaning(groups, context) {
    const inverted = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name.replace(/b$/, ''), value]));
    const part = meaningOf('daypart', (groups.part ?? groups.partOf)!);
    const day = namedDay(groups.part ? groups : inverted, context);
    if (groups.plural && groups.weekday)
      return { type: 'SET', value: `XXXX-WXX-${meaningOf('weekday', groups.weekday)}T${part}` };
    return day ? time(`${day}T${part}`) : null;
  },
};

/** "this morning", "last night", "tonight", "overnight", "later this afternoon", "the morning". */
export const nearPartOfDay: TimeReader = {
  name: 'this morning',
  needs: ['daypart', 'word'],
  pattern: pattern(
    '(?:(?:early|late|earlier|later|mid) )?(?:(?<which>this|last|that|the next|the following|the same|the previous) (?<part>{daypart})|(?<tonight>tonight)|(?<overnight>overnight)|mid[ -](?<mid>morning|afternoon)(?: (?<day>yesterday|today|tomorrow))?)',
  ),
  meaning({ which, part, tonight, overnight, mid, day }, context) {
    if (tonight) return time(`${context.reference ?? 'XXXX-XX-XX'}TNI`);
    if (overnight)
      return context.reference && !/^ (?:success|bag|stay|train|flight)/.test(context.after)
        ? time(`${addDays(context.reference, -1)}TNI`)
        : null;
    const name = meaningOf('daypart', (part ?? mid)!);
    const steps = day
      ? { yesterday: -1, today: 0, tomorrow: 1 }[day.toLowerCase()]!
      : /last/i.test(which ?? '')
        ? -1
        : 0;
    if (!which || /^(this|last)$/i.test(which))
      return time(`${context.reference ? addDays(context.reference, steps) : 'XXXX-XX-XX'}T${name}`);
    const anchor = context.lastDate?.slice(0, 10) ?? context.reference;
    if (!anchor || !/^\d{4}-\d\d-\d\d$/.test(anchor)) return null;
    return time(`${addDays(anchor, /next|following/i.test(which) ? 1 : /previous/i.test(which) ? -1 : 0)}T${name}`);
  },
};

function clockOf(groups: Record<string, string | undefined>): string {
  const word = groups.word?.toLowerCase();
  if (word) return word === 'midnight' ? '00:00' : '12:00';
  if (groups.hour24) return `${groups.hour24.padStart(2, '0')}:${groups.minute24}`;
  const late = /^p|afternoon|evening/i.test(groups.half ?? groups.partOf ?? '');
  const hour = (Number(groups.hour ?? groups.hourOf) % 12) + (late ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${groups.minute ?? '00'}`;
}

/** "15:00" may be a score or a verse: it needs a day, a zone or "at" beside it. */
function clockIsLikely(groups: Record<string, string | undefined>, { before, after }: TimeContext): boolean {
  return (
    Boolean(namedDayGiven(groups)) ||
    /\b(?:at|by|until|from|around|about|since|after|before) $/i.test(before) ||
    /^(?: (?:GMT|UTC|local|on)\b| \()/.test(after)
  );
}

function namedDayGiven(groups: Record<string, string | undefined>): string | undefined {
  return groups.weekday ?? groups.dayWord ?? groups.month3 ?? groups.month4;
}

function currentDay(context: TimeContext): string {
  const last = context.lastDate?.match(/^\d{4}-\d\d-\d\d/)?.[0];
  return last ?? context.reference ?? 'XXXX-XX-XX';
}

function time(value: string): TimeMeaning {
  return { type: 'TIME', value };
}
