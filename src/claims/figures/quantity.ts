/** A quantity before it is placed in its article, and what a reader of one sentence needs to find it. */
import type { Span } from '../../reading.js';
import type { MoneyContext } from './currency-choice.js';
import type { Numeral } from './numeral.js';
import type { Piece } from './pieces.js';
import type { Unit } from './vocabulary.js';

/** A quantity before it is placed in its article: the pieces it is made of and what they say. */
export interface Quantity {
  /** First piece of the span, and one past the last. */
  first: number;
  end: number;
  value: number;
  unit: string;
  family: 'money' | 'share' | 'measure' | 'rate' | 'time' | 'count' | 'ratio';
  range: [number, number] | null;
  /** A ratio ("three times as much") is a change by itself. */
  direction: 'up' | 'down' | null;
  confidence: number;
  /** Why value or unit may be another, where that lowers the confidence. */
  doubt: string | null;
  /** Where to go on reading; default: `end`. */
  next?: number;
}

/** Everything a reader of one sentence needs. */
export interface Place {
  pieces: Piece[];
  text: string;
  money: MoneyContext;
  /** Pieces inside a date or a time of day. */
  dated: boolean[];
  /** The pieces of the sentence before. */
  before: Piece[] | null;
  /** States, persons and organisations that the sentence names. */
  actors: Span[];
  /** What was read before in this sentence. */
  found: Quantity[];
}

/** The confidence of a figure that may be a thousand times as much or as little: 12.500 tonnes, 45 678 tonnes. */
export const SCALE_IN_DOUBT = 0.5;

export function base(
  numeral: Numeral,
): Pick<Quantity, 'first' | 'end' | 'value' | 'range' | 'direction' | 'confidence' | 'doubt'> {
  return {
    first: numeral.first,
    end: numeral.end,
    value: numeral.value,
    range: null,
    direction: null,
    confidence: sureOf(numeral, numeral.doubtful ? 0.7 : 0.92),
    doubt: numeral.scaleInDoubt ?? numeral.doubtful,
  };
}

/** How sure a reading is whose numeral may be written in another scale. */
export function sureOf({ scaleInDoubt }: Numeral, confidence: number): number {
  return scaleInDoubt ? SCALE_IN_DOUBT : confidence;
}

export function isSmallWord(numeral: Numeral): boolean {
  return numeral.words && numeral.value < 10 && numeral.scale === 1 && Number.isInteger(numeral.value);
}

export function isHyphened(pieces: Piece[], at: number): boolean {
  return pieces[at]?.text === '-' && !pieces[at]!.spaced && pieces[at + 1]?.spaced === false;
}

/** "16 days ago", "two years earlier": when, not how long. */
export function isAgo(pieces: Piece[], at: number): boolean {
  return /^(?:ago|earlier|later|hence|old)$/.test(pieces[at]?.lower ?? '');
}

/** "350 to the dollar, and on the street 700" */
export function isExchangeRate(unit: string): boolean {
  return /^[A-Z]{3}\/[A-Z]{3}$/.test(unit);
}

/** An amount with its unit, as far as its own words go. */
export interface Amount {
  start: number;
  /** One past its last piece, and its first. */
  first: number;
  end: number;
  value: number;
  unit: string;
  kind: 'money' | Unit['kind'];
  doubtful: string | null;
}

/** An amount before its unit is known. */
export type Plain = Pick<Amount, 'start' | 'first' | 'value' | 'doubtful'>;
