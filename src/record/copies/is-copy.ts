import { FEWEST_SHINGLES } from './bands.js';
import type { Fingerprint } from './fingerprint.js';

/** What share of the shorter text's words in a row the longer must have. */
const SHARED = 0.6;
/** What share of its names and numbers: two notices of one form about other people or days share the form alone. */
const TELLING = 0.75;
/** A text that is shorter by more is a part of a round-up, not its copy. */
const SHORTEST = 1 / 4;

/**
 * Is one text a copy of the other, perhaps cut or edited? In words of its own, as by another reporter, it is not.
 * The thresholds were set by hand; bench/copies.ts measures how well they tell, and how near labelled pairs come to them.
 */
export function isCopy(one: Fingerprint, other: Fingerprint): boolean {
  const [short, long] = one.shingles.size <= other.shingles.size ? [one, other] : [other, one];
  if (short.shingles.size < Math.max(FEWEST_SHINGLES, long.shingles.size * SHORTEST)) return false;
  const { words, telling } = sharedParts(short, long);
  return words >= SHARED && telling >= TELLING;
}

/** What of the shorter text stands in the longer, each 0 to 1: its words in a row, and its names and numbers. */
export function sharedParts(one: Fingerprint, other: Fingerprint): { words: number; telling: number } {
  const [short, long] = one.shingles.size <= other.shingles.size ? [one, other] : [other, one];
  return { words: sharedPart(short.shingles, long.shingles), telling: sharedPart(short.telling, long.telling) };
}

/** The share of the first that is in the second; all of nothing. */
function sharedPart<T>(part: Set<T>, whole: Set<T>): number {
  let both = 0;
  for (const one of part) if (whole.has(one)) both++;
  return part.size === 0 ? 1 : both / part.size;
}
