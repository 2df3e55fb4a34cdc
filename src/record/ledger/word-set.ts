/** Words of a sentence as a set that is compared with millions of others. */
import { fnv } from '../../language/hash.js';

export interface WordSet {
  /** Hashes of the words, each once, ascending. */
  hashes: Int32Array;
  /** A bit of 64 for each word (Bloom 1970), in two halves. */
  low: number;
  high: number;
  /** Words whose bit another of them has set before. */
  spare: number;
}

export function wordSet(words: Iterable<string>): WordSet {
  const hashes = Int32Array.from(new Set([...words].map(fnv))).sort();
  let low = 0;
  let high = 0;
  for (const hash of hashes) {
    const bit = 1 << (hash & 31);
    if (hash & 32) high |= bit;
    else low |= bit;
  }
  return { hashes, low, high, spare: hashes.length - bitsIn(low) - bitsIn(high) };
}

/** How many words two sets share. */
export function sharedWords({ hashes: one }: WordSet, { hashes: other }: WordSet): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const difference = one[i]! - other[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** A number of words than which two sets do not share more, found without looking at the words. */
export function mostShared(one: WordSet, other: WordSet): number {
  const bits = bitsIn(one.low & other.low) + bitsIn(one.high & other.high);
  return Math.min(one.hashes.length, other.hashes.length, bits + Math.min(one.spare, other.spare));
}

/** The bits that are set in 32 (Warren 2013, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
