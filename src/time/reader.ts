/** What a reader of time expressions is: a pattern for one kind of wording, and what a match of it means. */
import type { Day, DayRange, TimeExpression } from '../reading.js';

/** Where the bare words look: a weekday after "said" looks back, one after "will" ahead. */
export type Direction = 'past' | 'future';

/** What the value of an expression may depend on, besides its words. */
export interface TimeContext {
  /** The day the text speaks from; `null` where the article's date is not known. */
  reference: Day | null;
  /** News tells what happened: without a sign in the sentence the words look back. */
  direction: Direction;
  /** Whether the sentence shows that direction. */
  directionShown: boolean;
  /** The value of the last date read before this one, in the same article. */
  lastDate: string | null;
  /** The quarter, half or run of months that the figures around here are about: `1989-Q3`. */
  accountingPeriod: string | null;
  /** The text before and after the expression, within the sentence. */
  before: string;
  after: string;
}

/** Type and value of an expression; `days` where they do not follow from the value. */
export interface TimeMeaning {
  type: TimeExpression['type'];
  value: string;
  days?: DayRange;
}

export type Groups = Record<string, string | undefined>;

export interface TimeReader {
  /** What it reads, in one of its own examples. */
  name: string;
  /** A sentence without a word of one of these classes is passed over. */
  needs: Clue[];
  pattern: RegExp;
  /** The meaning of a match; `null` where the words are no time after all. */
  meaning(groups: Groups, context: TimeContext, words: string): TimeMeaning | null;
}

/** Classes of words that tell at a glance which readers a sentence can need. */
export type Clue =
  | 'digit'
  | 'month'
  | 'weekday'
  | 'unit'
  | 'season'
  | 'daypart'
  | 'decade'
  | 'frequency'
  | 'word'
  | 'holiday'
  | 'ordinal'
  | 'number';

/** A date with that value. */
export function date(value: string, days?: DayRange): TimeMeaning {
  return days ? { type: 'DATE', value, days } : { type: 'DATE', value };
}
