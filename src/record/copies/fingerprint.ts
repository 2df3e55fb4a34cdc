/** A text as what its copies share: the hashes of its words in a row, and the words that say who and how much. */
import { fnv, scatter } from '../../language/hash.js';

/** Words in a row that make a shingle (Broder 1997). */
const IN_A_ROW = 3;

/** Words from the beginning that a paper which cuts a story from its end leaves standing. */
const LEAD = 100;

export interface Fingerprint {
  /** Hashes of all words in a row. */
  shingles: Set<number>;
  /** Those of the beginning. */
  lead: Set<number>;
  /** Numbers and names: what differs between two notices of one form. */
  telling: Set<string>;
}

/** The fingerprint of a text; the same for the same words whatever stands between them. */
export function fingerprintOf(text: string): Fingerprint {
  const written = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = written.map(word => fnv(word.toLowerCase()));
  return {
    shingles: shinglesOf(hashes),
    lead: shinglesOf(hashes.slice(0, LEAD)),
    telling: tellingOf(text),
  };
}

/** Each paper writes a headline of its own, often with all its words in capitals: these are no names. */
const HEADLINE = /^\s{0,20}[^\n]{1,120}[^\n.!?"”]\n/;

function tellingOf(text: string): Set<string> {
  const words = text.replace(HEADLINE, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter(word => /^[\p{Lu}\p{N}]/u.test(word)).map(word => word.toLowerCase()));
}

function shinglesOf(hashes: number[]): Set<number> {
  const shingles = new Set<number>();
  for (let i = 0; i + IN_A_ROW <= hashes.length; i++) {
    let shingle = 0;
    for (let j = 0; j < IN_A_ROW; j++) shingle = mixed(shingle ^ hashes[i + j]!);
    shingles.add(shingle);
  }
  return shingles;
}

/** Every bit of the value moves every bit of the result, 32 bits without a sign. */
export function mixed(value: number): number {
  return scatter(value) >>> 0;
}
