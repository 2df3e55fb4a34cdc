/** Clues in a text to the day it was written on: each says on which days, and by which words. */
import type { Sentence } from '../language/sentence.js';
import type { Day, DayRange, Span } from '../reading.js';
import { addDays, addMonths, daysInMonth, daysOfValue, isoDay, isoWeek, validDay, weekdayOf } from './calendar.js';
import { type DatedEvent, eventsToldIn } from './dated-events.js';
import { meaningOf, pattern } from './vocabulary.js';

export interface DateClue extends Span {
  /** The words and what follows from them, to be shown. */
  text: string;
  /** The article was written in one of these stretches of days. */
  ranges: DayRange[];
}

/** All clues of the text, in its order. */
export function dateClues(text: string, sentences: Sentence[]): DateClue[] {
  const clues: DateClue[] = [];
  let before = '';
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    clues.push(
      ...eventClues(words, before, sentence.start),
      ...yearClues(words, sentence.start),
      ...weekdayClues(words, sentence.start),
    );
    before = words;
  }
  return clues;
}

/**
 * Words that place an event beside the day of writing, and the days of writing they leave for an event on `from`..`to`.
 * "Last week" and the like follow the calendar, as docs/coding.md counts them.
 */
const BESIDE: { words: RegExp; days: (event: DatedEvent) => DayRange; coming: boolean }[] = [
  { words: /\bthis month\b/i, coming: false, days: ({ from }) => ({ from, to: monthAfter(from, 0).to }) },
  { words: /\blast month\b/i, coming: false, days: ({ from }) => monthAfter(from, 1) },
  { words: /\bnext month\b/i, coming: true, days: ({ from }) => monthAfter(from, -1) },
  {
    words: /\bthis week\b/i,
    coming: false,
    days: ({ from }) => ({ from: weekAfter(from, 0).from, to: weekAfter(from, 0).to }),
  },
  {
    words: /\blast week\b/i,
    coming: false,
    days: ({ from, to }) => ({ from: weekAfter(from, 1).from, to: weekAfter(to, 1).to }),
  },
  { words: /\bnext week\b/i, coming: true, days: ({ from }) => weekAfter(from, -1) },
  { words: /\byesterday\b/i, coming: false, days: ({ from, to }) => ({ from: addDays(from, 1), to: addDays(to, 1) }) },
  { words: /\btomorrow\b/i, coming: true, days: ({ from, to }) => ({ from: addDays(from, -1), to: addDays(to, -1) }) },
  { words: /\bthis year\b/i, coming: false, days: ({ from }) => ({ from, to: `${from.slice(0, 4)}-12-31` }) },
  { words: /\blast year\b/i, coming: false, days: ({ from }) => yearAfter(from, 1) },
  { words: /\bnext year\b/i, coming: true, days: ({ from }) => yearAfter(from, -1) },
];

const TO_COME = /\b(?:will|['’]ll|is to|are to|is due|are due|scheduled|upcoming|ahead of|expected to|plans? to)\b/i;
/** What is not told as having happened: an anniversary, a hope, a condition. */
const NOT_TOLD = /\b(?:if|would|could|might|may|should|possible|potential|threat of|fears? of)\b/i;

function eventClues(words: string, before: string, start: number): DateClue[] {
  const events = eventsToldIn(words, before);
  if (events.length === 0) return [];
  const beside = BESIDE.filter(each => each.words.test(words));
  if (beside.length === 1) {
    const { words: phrase, days, coming } = beside[0]!;
    const hit = phrase.exec(words)!;
    const ranges = events.map(event => (coming ? notBefore(days(event), event.announced) : days(event)));
    return [clue(hit[0], events, ranges, start + hit.index, start + hit.index + hit[0].length)];
  }
  if (TO_COME.test(words) || NOT_TOLD.test(words) || beside.length > 1) return [];
  return [
    clue(
      'told as past',
      events,
      events.map(({ from }) => ({ from, to: null })),
      start,
      start + words.length,
    ),
  ];
}

function clue(phrase: string, events: DatedEvent[], ranges: DayRange[], start: number, end: number): DateClue {
  const named = events.map(({ name, from }) => `${name} (${from})`).join(' or ');
  return { text: `"${phrase}" with: ${named}`, ranges, start, end };
}

const YEAR = pattern('(?<year>{year})');
const DATED = pattern(
  '(?:(?<month1>{month}) (?<day1>{dayOfMonth}),? (?<year1>{year})|(?<day2>{dayOfMonth}) (?<month2>{month}),? (?<year2>{year})|(?<month3>{month}),? (?<year3>{year}))',
);

/** Years and full dates: what is told of them cannot be read before them; what "will" happen in one is not read after. */
function yearClues(words: string, start: number): DateClue[] {
  if (!/\d{4}/.test(words)) return [];
  const clues: DateClue[] = [];
  for (const hit of words.matchAll(DATED)) {
    const groups = hit.groups!;
    const month = Number(meaningOf('month', (groups.month1 ?? groups.month2 ?? groups.month3)!));
    const year = Number(groups.year1 ?? groups.year2 ?? groups.year3);
    const day = groups.day1 ?? groups.day2;
    const from = validDay(year, month, day ? Number.parseInt(day, 10) : 1);
    if (from && !isToCome(words, hit.index)) clues.push(bound(hit[0], { from, to: null }, start + hit.index));
  }
  for (const hit of words.matchAll(YEAR)) {
    const year = hit.groups!.year!;
    if (year < '1900' || year > '2099') continue;
    const place = words.slice(Math.max(0, hit.index - 30), hit.index);
    if (isToCome(words, hit.index)) clues.push(bound(hit[0], { from: null, to: `${year}-12-31` }, start + hit.index));
    else if (/\b(?:in|since|from|of|during|end of|late|early) $/i.test(place))
      clues.push(bound(hit[0], { from: `${year}-01-01`, to: null }, start + hit.index));
  }
  return clues;
}

function isToCome(words: string, index: number): boolean {
  const before = words.slice(Math.max(0, index - 80), index);
  return (
    /\b(?:by|until) (?:the end of )?$/i.test(before) ||
    /\b(?:will|['’]ll|due|scheduled|expected|plans?|next)\b/i.test(before)
  );
}

function bound(words: string, range: DayRange, start: number): DateClue {
  const meaning = range.from ? `not written before ${range.from}` : `not written after ${range.to}`;
  return { text: `"${words}": ${meaning}`, ranges: [range], start, end: start + words.length };
}

const WEEKDAY_DATE = pattern(
  '(?<weekday>{weekday}),? (?:(?<month1>{month}) (?<day1>{dayOfMonth})|(?<day2>{dayOfMonth}) (?<month2>{month}))(?!,? {year})',
);
/** The earliest and latest years for which a weekday and a date are looked up. */
const FIRST_YEAR = 1985;
const LAST_YEAR = 2040;

/** "Friday, March 17" without a year: only the years in which that day was a Friday, give or take half of one. */
function weekdayClues(words: string, start: number): DateClue[] {
  const clues: DateClue[] = [];
  for (const hit of words.matchAll(WEEKDAY_DATE)) {
    const groups = hit.groups!;
    const month = Number(meaningOf('month', (groups.month1 ?? groups.month2)!));
    const day = Number.parseInt((groups.day1 ?? groups.day2)!, 10);
    const weekday = Number(meaningOf('weekday', groups.weekday!));
    const ranges: DayRange[] = [];
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      const found = validDay(year, month, day);
      if (found && weekdayOf(found) === weekday) ranges.push({ from: addMonths(found, -6), to: addMonths(found, 6) });
    }
    clues.push({
      text: `"${hit[0]}": a year in which that day was a ${groups.weekday}`,
      ranges,
      start: start + hit.index,
      end: start + hit.index + hit[0].length,
    });
  }
  return clues;
}

/** The later of the range's beginning and the day on which the event was announced. */
function notBefore(range: DayRange, day: Day | null): DayRange {
  return day && range.from && day > range.from && (!range.to || day <= range.to) ? { from: day, to: range.to } : range;
}

function monthAfter(day: Day, months: number): DayRange {
  const first = addMonths(`${day.slice(0, 7)}-01`, months);
  const year = Number(first.slice(0, 4));
  const month = Number(first.slice(5, 7));
  return { from: first, to: isoDay(year, month, daysInMonth(year, month)) };
}

function weekAfter(day: Day, weeks: number): DayRange {
  return daysOfValue(isoWeek(addDays(day, weeks * 7)));
}

function yearAfter(day: Day, years: number): DayRange {
  return daysOfValue(String(Number(day.slice(0, 4)) + years));
}
