/** Finds the expressions of time in an article and says what each means: the stage `times` of a reading. */
import type { Article } from '../article/article.js';
import type { Sentence } from '../language/sentence.js';
import type { Day, TimeExpression } from '../reading.js';
import { accountingPeriodAfter } from './accounting-period.js';
import { daysOfValue } from './calendar.js';
import { cluesOf } from './clues.js';
import type { TimeContext, TimeReader } from './reader.js';
import { clockTime, nearPartOfDay, partOfDay } from './readers/clock.js';
import {
  centuryOfCalendar,
  dayAlone,
  dayOfCalendar,
  dayRange,
  decadeOfCalendar,
  isoDate,
  monthOfCalendar,
  nearDay,
  pairedDay,
  slashDate,
  yearOfCalendar,
  yearRange,
} from './readers/dates.js';
import { countedUnits, everyUnit, frequencyWord, perUnit, uncountedUnits, wholeUnit } from './readers/durations.js';
import { holiday } from './readers/holidays.js';
import {
  countedFrom,
  dayInRow,
  nearPeriod,
  quarter,
  runningPeriod,
  season,
  unitBefore,
  weekend,
  weekOfDay,
  yearEnd,
} from './readers/periods.js';
import { vagueReference } from './readers/vague.js';
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
  countedUnits,
  nearPeriod,
  perUnit,
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
 * @param article its text, and its date from which relative expressions are counted; without a date these keep a value
 *   with unknown places (`XXXX-WXX-5`, `PAST_REF`) and no days
 * @param sentences of the same text; each is read by itself, so that a pattern never runs over the end of one
 */
export function findTimes(article: Article, sentences: Sentence[]): TimeExpression[] {
  const reference = referenceDay(article);
  const found: TimeExpression[] = [];
  let lastDate: string | null = null;
  let accountingPeriod: string | null = null;
  for (const sentence of sentences) {
    const text = article.text.slice(sentence.start, sentence.end);
    for (const match of matchesIn(text)) {
      const context: TimeContext = contextOf(text, sentence, match, { reference, lastDate, accountingPeriod });
      const words = match.words;
      const meaning = match.reader.meaning(match.groups, context, words);
      if (!meaning) continue;
      const days =
        meaning.days ??
        (meaning.type === 'DATE' || meaning.type === 'TIME' ? daysOfValue(meaning.value) : { from: null, to: null });
      found.push({
        start: sentence.start + match.start,
        end: sentence.start + match.end,
        type: meaning.type,
        value: meaning.value,
        from: days.from,
        to: days.to,
      });
      if (meaning.type === 'DATE' && /^\d{4}/.test(meaning.value)) lastDate = meaning.value;
      accountingPeriod = accountingPeriodAfter(accountingPeriod, meaning, words, context);
    }
  }
  return found;
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

function contextOf(
  text: string,
  sentence: Sentence,
  { start, end }: Match,
  known: Pick<TimeContext, 'reference' | 'lastDate' | 'accountingPeriod'>,
): TimeContext {
  const direction = directionAt(sentence, sentence.start + start, sentence.start + end);
  return {
    ...known,
    before: text.slice(0, start),
    after: text.slice(end),
    direction: direction ?? 'past',
    directionShown: direction !== null,
  };
}

/** The article's day; of an inferred range the last day, if the range is no longer than a week. */
function referenceDay(article: Article): Day | null {
  const { value, earliest, latest } = article.date;
  if (value) return value.slice(0, 10);
  if (!earliest || !latest) return null;
  return (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 <= 7 ? latest : null;
}
