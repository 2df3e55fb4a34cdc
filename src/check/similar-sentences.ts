/** Sentences of kept articles that are nearly those of the article: what it may repeat, and what it may have been written from. */
import { madeOnce } from '../made-once.js';
import type { Reading, Span } from '../reading.js';
import type { KeptClaim } from '../record/evidence.js';
import { wordIndex } from './word-index.js';

/** Two sentences with less of their weighty words in common are not handed out. */
export const ALIKE = 0.6;
/** Sentences with fewer weighty words are too thin to be known again. */
const FEWEST_WORDS = 4;

export interface SimilarSentence {
  /** The share of the longer one's weighty words that both have. */
  likeness: number;
  /** What was read in it, in all articles that have it word by word. */
  claims: KeptClaim[];
}

/**
 * The kept sentences that are most like a sentence of a reading, those with its rarest words first. Each is looked up once,
 * and the index of a record's claims is made once.
 */
export function similarSentences(reading: Reading, claims: KeptClaim[], sentence: Span): SimilarSentence[] {
  if (claims.length === 0) return [];
  const known = foundFor(claims)(reading);
  let similar = known.get(sentence.start);
  if (!similar) {
    similar = lookedUp(reading.document.text.slice(sentence.start, sentence.end), claims);
    known.set(sentence.start, similar);
  }
  return similar;
}

/** What was found for the sentences of readings, by where they start. */
const foundFor = madeOnce((_: KeptClaim[]) => madeOnce((_: Reading) => new Map<number, SimilarSentence[]>()));

function lookedUp(text: string, claims: KeptClaim[]): SimilarSentence[] {
  const words = weighty(text);
  if (words.size < FEWEST_WORDS) return [];
  // Of so many words, one at least is in any sentence that has enough of them.
  const rarest = Math.floor((1 - ALIKE) * words.size) + 1;
  return indexOf(claims)
    .withOneOf(words, rarest)
    .map(({ words: others, all }) => ({ likeness: likeness(words, others), claims: all }))
    .filter(one => one.likeness >= ALIKE);
}

const indexOf = madeOnce((claims: KeptClaim[]) =>
  wordIndex(
    claims.map(item => ({ text: item.sentence.text, item })),
    weighty,
  ),
);

/** The beginnings of the longer words of a sentence, in lower case and without numbers: "sends" and "sending" are one. */
export function weighty(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, 6)));
}

/** How like the sentences of two claims are, as `likeness` has it; the words of each are found once. */
export function likenessOf(one: KeptClaim, other: KeptClaim): number {
  return likeness(weightyWordsOf(one.sentence), weightyWordsOf(other.sentence));
}

const weightyWordsOf = madeOnce(({ text }: KeptClaim['sentence']) => weighty(text));

/** The share of the longer list that both have. */
export function likeness(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / Math.max(1, one.size, other.size);
}
