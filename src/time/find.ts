/** Finds the expressions of time in an article and says what each means: the stage `times` of a reading. */
import type { Article } from '../article/article.js';
import type { Sentence } from '../language/sentence.js';
import type { Day, Span, TimeExpression } from '../reading.js';
import { accountingPeriodAfter } from './accounting-period.js';
import { dayNumber, daysOfValue } from './calendar.js';
import { cluesOf } from './clues.js';
import type { Direction, TimeContext, TimeMeaning, TimeReader } from './reader.js';
import { clockTime, nearPartOfDay, partOfDay } from './readers/clock.js';
import { countedFrom, dayInRow, unitBefore } from './readers/counted.js';
import {
  dayAlone,
  dayOfCalendar,
  dayRange,
  isoDate,
  monthOfCalendar,
  nearDay,
  pairedDay,
  slashDate,
} from './readers/dates.js';
import { countedUnits, everyUnit, frequencyWord, perUnit, uncountedUnits, wholeUnit } from './readers/durations.js';
import { holiday } from './readers/holidays.js';
import { nearPeriod, season, weekend, weekOfDay } from './readers/periods.js';
import { quarter, runningPeriod, yearEnd } from './readers/quarters.js';
import { vagueReference } from './readers/vague.js';
import { centuryOfCalendar, decadeOfCalendar, yearOfCalendar, yearRange } from './readers/years.js';
import { quotationsIn, spokenOn } from './spoken.js';
import { directionAt } from './tense.js';

/**
 * In this order a stretch of text goes to the first reader that claims it, so what is made of more words comes before
 * what is made of fewer: a clock time holds a day, a day holds a month, a month holds a year; "three days ago" holds
 * "three days"; sets come before the weekdays and units they repeat.
 */
const READERS: TimeReader[] = [
  isoDate,
  slashDate,
  clockTime,
  everyUnit,
  partOfDay,
  nearPartOfDay,
  weekOfDay,
  dayRange,
  holiday,
  pairedDay,
  dayOfCalendar,
  quarter,
  season,
  monthOfCalendar,
  decadeOfCalendar,
  centuryOfCalendar,
  yearRange,
  weekend,
  nearDay,
  yearEnd,
  runningPeriod,
  yearOfCalendar,
  countedFrom,
  unitBefore,
  perUnit,
  countedUnits,
  nearPeriod,
  dayInRow,
  uncountedUnits,
  wholeUnit,
  frequencyWord,
  dayAlone,
  vagueReference,
];

/**
 * Every expression of time in the article, in the order of the text.
 *
 * @param article its text, and its date from which relative expressions are counted; where that is not known, or only
 *   to within days that do not agree on the value, these keep one with unknown places (`XXXX-WXX-5`, `PAST_REF`) and no days
 * @param sentences of the same text; each is read by itself, so that a pattern never runs over the end of one
 */
export function findTimes(article: Article, sentences: Sentence[]): TimeExpression[] {
  const published = daysOfWriting(article);
  const found: Found[] = [];
  const running: Running = { lastDate: null, accountingPeriod: null };
  for (const sentence of sentences) {
    const text = article.text.slice(sentence.start, sentence.end);
    let shown: Direction | null = null;
    for (const match of matchesIn(text)) {
      const context = contextOf(text, sentence, match, { reference: published?.to ?? null, ...running }, shown);
      if (context.directionShown) shown = context.direction;
      const meaning = meaningBetween(match, context, published);
      if (!meaning) continue;
      found.push({ match, context, time: expressionOf(meaning, sentence.start + match.start, match) });
      if (meaning.type === 'DATE' && /^\d{4}/.test(meaning.value)) running.lastDate = meaning.value;
      running.accountingPeriod = accountingPeriodAfter(running.accountingPeriod, meaning, match.words, context);
    }
  }
  if (published) countQuotationsFromThen(article.text, sentences, found, published.to);
  return found.map(({ time }) => time);
}

interface Found {
  match: Match;
  context: TimeContext;
  time: TimeExpression;
}

type Running = Pick<TimeContext, 'lastDate' | 'accountingPeriod'>;

/** Two days between which the text speaks; they are the same day where it is known. */
interface Between {
  from: Day;
  to: Day;
}

/**
 * The meaning that the words have on both days and so on all between; the days they cover reach from the one to the
 * other. Where the two differ, the meaning without a known date.
 */
function meaningBetween(match: Match, context: TimeContext, between: Between | null): TimeMeaning | null {
  const on = (reference: Day | null) => match.reader.meaning(match.groups, { ...context, reference }, match.words);
  if (!between) return on(null);
  const last = on(between.to);
  if (!last || between.from === between.to) return last;
  const first = on(between.from);
  if (first?.value !== last.value) return on(null);
  return last.days ? { ...last, days: { from: first.days?.from ?? null, to: last.days.to } } : last;
}

function expressionOf({ type, value, days }: TimeMeaning, start: number, { words }: Match): TimeExpression {
  const { from, to } = days ?? (type === 'DATE' || type === 'TIME' ? daysOfValue(value) : { from: null, to: null });
  return { start, end: start + words.length, type, value, from, to };
}

/** "In the past six years" in a quotation of 2019 is counted from 2019. */
function countQuotationsFromThen(text: string, sentences: Sentence[], found: Found[], published: Day): void {
  const quotations = quotationsIn(text);
  const times = found.map(({ time }) => time);
  const inside = byQuotation(quotations, found);
  for (const [quotation, quoted] of inside) {
    const spoken = spokenOn(quotation, { text, sentences, times, quotations }, published);
    if (!spoken) continue;
    for (const each of quoted) {
      const meaning = meaningBetween(each.match, each.context, spoken as Between);
      if (meaning) each.time = expressionOf(meaning, each.time.start, each.match);
    }
  }
}

function byQuotation(quotations: Span[], found: Found[]): Map<Span, Found[]> {
  const inside = new Map<Span, Found[]>();
  let index = 0;
  for (const each of found) {
    while (index < quotations.length && quotations[index]!.end <= each.time.start) index++;
    const quotation = quotations[index];
    if (quotation && quotation.start <= each.time.start)
      inside.set(quotation, [...(inside.get(quotation) ?? []), each]);
  }
  return inside;
}

interface Match {
  reader: TimeReader;
  start: number;
  end: number;
  words: string;
  groups: Record<string, string | undefined>;
}

/** What the readers match in a sentence, none overlapping, in the order of the text. */
function matchesIn(text: string): Match[] {
  const clues = cluesOf(text);
  if (clues.size === 0) return [];
  const matches: Match[] = [];
  for (const reader of READERS) {
    if (!reader.needs.some(clue => clues.has(clue))) continue;
    reader.pattern.lastIndex = 0;
    for (let hit = reader.pattern.exec(text); hit; hit = reader.pattern.exec(text)) {
      const match = {
        reader,
        start: hit.index,
        end: hit.index + hit[0].length,
        words: hit[0],
        groups: hit.groups ?? {},
      };
      const taken = matches.find(other => other.start < match.end && match.start < other.end);
      if (taken) reader.pattern.lastIndex = Math.max(taken.end, hit.index + 1);
      else if (isPlausible(text, match)) matches.push(match);
    }
  }
  return matches.sort((a, b) => a.start - b.start);
}

/** A first look with an unknown date: what is no time by its words must not hold the place against other readers. */
function isPlausible(text: string, match: Match): boolean {
  return (
    match.reader.meaning(
      match.groups,
      { ...ANY_DAY, before: text.slice(0, match.start), after: text.slice(match.end) },
      match.words,
    ) !== null
  );
}

const ANY_DAY = {
  reference: '2000-01-01',
  lastDate: '2000-01-01',
  accountingPeriod: '1999-Q4',
  direction: 'past',
  directionShown: false,
} as const;

/**
 * What a match stands in. "A lunch on Monday and talks on Tuesday": where nothing shows the direction of a match, it is
 * that of the one before it in the sentence.
 */
function contextOf(
  text: string,
  sentence: Sentence,
  { start, end }: Match,
  known: Pick<TimeContext, 'reference' | 'lastDate' | 'accountingPeriod'>,
  shownBefore: Direction | null,
): TimeContext {
  const direction = directionAt(sentence, sentence.start + start, sentence.start + end) ?? shownBefore;
  return {
    ...known,
    before: text.slice(0, start),
    after: text.slice(end),
    direction: direction ?? 'past',
    directionShown: direction !== null,
  };
}

/** An article inferred to be of one week speaks from its last day: what it tells as past in that week has happened. */
const ONE_WEEK = 7;

/** The days between which the article was written; `null` where an end is open. */
function daysOfWriting(article: Article): Between | null {
  const { value, earliest, latest } = article.date;
  const from = value?.slice(0, 10) ?? earliest;
  const to = value?.slice(0, 10) ?? latest;
  if (!from || !to) return null;
  return dayNumber(to) - dayNumber(from) <= ONE_WEEK ? { from: to, to } : { from, to };
}
