/** Clues by the calendar: years and dates that an article names, and weekdays that fall on a date in some years only. */
import type { Sentence } from '../language/sentence.js';
import type { DayRange, Span } from '../reading.js';
import { addMonths, validDay, weekdayOf } from './calendar.js';
import type { DateClue } from './date-clue.js';
import { directionAt } from './tense.js';
import { meaningOf, pattern } from './vocabulary.js';

/** The clues of one sentence. */
export function calendarClues(text: string, sentence: Sentence): DateClue[] {
  const words = text.slice(sentence.start, sentence.end);
  return [...yearClues(words, sentence), ...weekdayClues(words, sentence)];
}

const YEAR = pattern('(?<year>(?:19|20)\\d\\d)');
const DATED = pattern(
  '(?:(?<month1>{month}) (?<day1>{dayOfMonth}),? (?<year1>{year})|(?<day2>{dayOfMonth}) (?<month2>{month}),? (?<year2>{year})|(?<month3>{month}),? (?<year3>{year}))',
);

/** What is told of a year or date cannot be read before it; what "will" happen in one is not read after it. */
function yearClues(words: string, sentence: Sentence): DateClue[] {
  if (!/\d{4}/.test(words)) return [];
  const clues: DateClue[] = [];
  for (const hit of words.matchAll(DATED)) {
    const groups = hit.groups!;
    const month = Number(meaningOf('month', (groups.month1 ?? groups.month2 ?? groups.month3)!));
    const day = groups.day1 ?? groups.day2;
    const year = Number(groups.year1 ?? groups.year2 ?? groups.year3);
    const from = validDay(year, month, day ? Number.parseInt(day, 10) : 1);
    const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length };
    if (from && isPast(words, sentence, at)) clues.push(bound(hit[0], { from, to: null }, at));
  }
  for (const hit of words.matchAll(YEAR)) {
    const year = hit.groups!.year!;
    const place = words.slice(Math.max(0, hit.index - 30), hit.index);
    const at = { start: sentence.start + hit.index, end: sentence.start + hit.index + 4 };
    if (isToCome(words, sentence, at)) clues.push(bound(hit[0], { from: null, to: `${year}-12-31` }, at));
    else if (
      /\b(?:(?:in|since|during|late|early)|(?:spring|summer|autumn|fall|winter|end|beginning|start|middle) of) $/i.test(
        place,
      ) &&
      isPast(words, sentence, at)
    )
      clues.push(bound(hit[0], { from: `${year}-01-01`, to: null }, at));
  }
  return clues;
}

const NOT_YET =
  /\b(?:due|matur\p{L}+|expir\p{L}+|until|by|through|into|callable|puttable|deadline|effective)\b[^.;]{0,20}$/iu;

/** Told of as past; not "bonds due June 3, 2007", "a target for 2030". */
function isPast(words: string, sentence: Sentence, at: Span): boolean {
  const place = words.slice(Math.max(0, at.start - sentence.start - 40), at.start - sentence.start);
  return !NOT_YET.test(place) && directionAt(sentence, at.start, at.end) === 'past';
}

/** "Will be ready by 2030", "in 2030 the plant is to open". */
function isToCome(words: string, sentence: Sentence, at: Span): boolean {
  const place = words.slice(Math.max(0, at.start - sentence.start - 30), at.start - sentence.start);
  return (
    /\b(?:in|by|until|for|from) (?:the (?:end|middle|beginning) of |(?:early|late|mid)[ -])?$/i.test(place) &&
    directionAt(sentence, at.start, at.end) === 'future'
  );
}

function bound(words: string, range: DayRange, at: Span): DateClue {
  const meaning = range.from ? `not written before ${range.from}` : `not written after ${range.to}`;
  return { text: `"${words}": ${meaning}`, ranges: [range], ...at, strength: 'strong' };
}

const WEEKDAY_DATE = pattern(
  '(?<weekday>{weekday}),? (?:(?<month1>{month}) (?<day1>{dayOfMonth})|(?<day2>{dayOfMonth}) (?<month2>{month}))(?!,? {year})',
);
/** The earliest and latest years for which a weekday and a date are looked up. */
const FIRST_YEAR = 1985;
const LAST_YEAR = 2040;

/** "Friday, March 17" without a year: only the years in which that day was a Friday, give or take half of one. */
function weekdayClues(words: string, { start }: Sentence): DateClue[] {
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
    if (ranges.length === 0) continue;
    clues.push({
      text: `"${hit[0]}": a year in which that day was a ${groups.weekday}`,
      ranges,
      start: start + hit.index,
      end: start + hit.index + hit[0].length,
      strength: 'strong',
    });
  }
  return clues;
}
