/** Words of time beside an event of known date, and the days of writing they leave: "next week", "on Monday", "on March 20". */
import type { Sentence } from '../language/sentence.js';
import type { Day, DayRange, Span } from '../reading.js';
import { addDays, addMonths, daysInMonth, daysOfValue, isoDay, isoWeek, validDay, weekdayOf } from './calendar.js';
import type { DatedEvent } from './dated-events.js';
import type { Direction } from './reader.js';
import { directionAt } from './tense.js';
import { meaningOf, pattern } from './vocabulary.js';

/** Words of time in a sentence, and the days of writing they leave for an event. */
export interface TimeWords extends Span {
  looks: Direction | null;
  days: (event: DatedEvent) => DayRange[];
}

/** All such words in a sentence. */
export function timeWordsIn(sentence: Sentence, words: string): TimeWords[] {
  return [...besidePhrases(sentence, words), ...weekdays(sentence, words), ...daysOfMonth(sentence, words)];
}

/** What tells that a sentence speaks of what is to come. */
export const FUTURE =
  /\b(?:will|['’]ll|is to|are to|is due|are due|is set|are set|scheduled|upcoming|ahead of|expected to|plans? to|to be held)\b/i;

/** The article is written within so many days of a day named without its year. */
const YEAR_UNSAID = 240;

/** Words that place an event beside the day of writing, and the days of writing they leave. */
const BESIDE: {
  words: RegExp;
  days: (event: DatedEvent, direction: Direction | null) => DayRange;
  looks?: Direction;
}[] = [
  {
    words: /\b(?:earlier )?this month\b/i,
    days: ({ from }, direction) => within(monthAfter(from, 0), from, direction),
  },
  { words: /\blast month\b/i, days: ({ from }) => monthAfter(from, 1), looks: 'past' },
  { words: /\bnext month\b/i, days: ({ from }) => monthAfter(from, -1), looks: 'future' },
  { words: /\b(?:earlier |later )?this week(?:end)?\b/i, days: event => weeksOf(event, 0) },
  { words: /\blast week(?:end)?\b/i, days: event => weeksOf(event, 1), looks: 'past' },
  { words: /\bnext week(?:end)?\b/i, days: event => weeksOf(event, -1), looks: 'future' },
  { words: /\byesterday\b/i, days: event => moved(event, 1), looks: 'past' },
  { words: /\btomorrow\b/i, days: event => moved(event, -1), looks: 'future' },
  { words: /\btoday\b(?!['’]s)/i, days: event => moved(event, 0) },
  {
    words: /\b(?:earlier |later )?this year\b/i,
    days: ({ from }, direction) => within(daysOfValue(from.slice(0, 4)), from, direction),
  },
  { words: /\blast year\b/i, days: ({ from }) => yearAfter(from, 1), looks: 'past' },
  { words: /\bnext year\b/i, days: ({ from }) => yearAfter(from, -1), looks: 'future' },
];

function besidePhrases(sentence: Sentence, words: string): TimeWords[] {
  return BESIDE.flatMap(({ words: phrase, days, looks }) => {
    const hit = phrase.exec(words);
    if (!hit) return [];
    const span = { start: hit.index, end: hit.index + hit[0].length };
    const direction = looks ?? directionOf(sentence, words, span);
    return [{ ...span, looks: direction, days: (event: DatedEvent) => [days(event, direction)] }];
  });
}

/** "Saturday, October 7" is a date, not a weekday. */
const DAY_BEHIND = /^,? (?:\p{Lu}\p{Ll}{2,8}\.? \d|\d{1,2} \p{Lu})/u;
const WEEKDAY = pattern('(?<which>last |next |this )?(?<weekday>{weekday})');

/** "Will meet in Helsinki on Monday": the six days before that Monday; "met on Monday": the six after. */
function weekdays(sentence: Sentence, words: string): TimeWords[] {
  return [...words.matchAll(WEEKDAY)]
    .filter(({ 0: hit, groups, index }) => {
      const dated = DAY_BEHIND.test(words.slice(index + hit.length, index + hit.length + 20));
      return /^\p{Lu}\p{Ll}{4}/u.test(groups!.weekday!) && !dated;
    })
    .map(hit => {
      const number = Number(meaningOf('weekday', hit.groups!.weekday!));
      const span = { start: hit.index, end: hit.index + hit[0].length };
      const looks = directionOf(sentence, words, span);
      return {
        ...span,
        looks,
        days: event => {
          const days = looks ? daysMeant(event, words).filter(day => weekdayOf(day) === number) : [];
          return days.map(day => aroundDay(day, looks, 6));
        },
      };
    });
}

const DAY_OF_MONTH = pattern('(?:(?<month1>{month}) (?<day1>{dayOfMonth})|(?<day2>{dayOfMonth}) (?<month2>{month}))');

/** "Will visit Moscow on March 20": the months before that day in the year of the event. */
function daysOfMonth(sentence: Sentence, words: string): TimeWords[] {
  return [...words.matchAll(DAY_OF_MONTH)].map(hit => {
    const { month1, month2, day1, day2 } = hit.groups!;
    const month = Number(meaningOf('month', (month1 ?? month2)!));
    const span = { start: hit.index, end: hit.index + hit[0].length };
    const looks = directionOf(sentence, words, span);
    return {
      ...span,
      looks,
      days: event => {
        const day = validDay(Number(event.from.slice(0, 4)), month, Number.parseInt((day1 ?? day2)!, 10));
        if (!day || day < event.from || day > event.to) return [];
        return [looks && !event.planned ? aroundDay(day, looks, YEAR_UNSAID) : aroundDay(day, null, YEAR_UNSAID)];
      },
    };
  });
}

function directionOf(sentence: Sentence, words: string, { start, end }: Span): Direction | null {
  if (/^(?:earlier|last)/i.test(words.slice(start, end))) return 'past';
  if (/^(?:later|next)/i.test(words.slice(start, end))) return 'future';
  return directionAt(sentence, sentence.start + start, sentence.start + end) ?? (FUTURE.test(words) ? 'future' : null);
}

/** The part of a month or year after the event where it is told as past, before it where it is to come. */
function within(period: DayRange, day: Day, direction: Direction | null): DayRange {
  if (direction === 'past') return { from: day, to: period.to };
  return direction === 'future' ? { from: period.from, to: day } : period;
}

function moved({ from, to }: DatedEvent, days: number): DayRange {
  return { from: addDays(from, days), to: addDays(to, days) };
}

const ENDING = /\b(?:end|conclud|clos|finish|wrap)\p{L}*/iu;
const LONG_EVENT_DAYS = 7;

/** The days of an event that a weekday may mean: of one longer than a week the first, or the last where it is said to end. */
function daysMeant({ from, to }: DatedEvent, words: string): Day[] {
  if (addDays(from, LONG_EVENT_DAYS) <= to) return [ENDING.test(words) ? to : from];
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The days before a day that is to come, after one that is past, around one of which nothing tells. */
function aroundDay(day: Day, looks: Direction | null, reach: number): DayRange {
  return {
    from: looks === 'past' ? day : addDays(day, -reach),
    to: looks === 'future' ? day : addDays(day, reach),
  };
}

function monthAfter(day: Day, months: number): DayRange {
  const first = addMonths(`${day.slice(0, 7)}-01`, months);
  const year = Number(first.slice(0, 4));
  const month = Number(first.slice(5, 7));
  return { from: first, to: isoDay(year, month, daysInMonth(year, month)) };
}

/** From the Monday so many weeks after the event's first to the Sunday so many after its last: it may reach over a weekend. */
function weeksOf({ from, to }: DatedEvent, weeks: number): DayRange {
  const week = (day: Day) => daysOfValue(isoWeek(addDays(day, weeks * 7)));
  return { from: week(from).from, to: week(to).to };
}

function yearAfter(day: Day, years: number): DayRange {
  return daysOfValue(String(Number(day.slice(0, 4)) + years));
}
