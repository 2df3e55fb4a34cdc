/** Whether a text is English: other languages are not read, and whoever hands one in is told so. */
import { knownList } from '../knowledge.js';

/** So much of a text tells its language. */
const LOOKED_AT = 20_000;
/** With fewer words nothing is said. */
const FEWEST_WORDS = 30;
/** English news has some 25 common words in a hundred; French, Spanish, German, Dutch and Indonesian under two. */
const LEAST_SHARE = 0.06;

/**
 * Whether a text looks like English, by the share of English function words among its words. A text too short to tell is taken
 * for English, one without a word of Latin letters among many others is not.
 */
export function looksEnglish(text: string): boolean {
  const looked = text.slice(0, LOOKED_AT);
  const words = looked.toLowerCase().match(/[a-z]+/g) ?? [];
  const otherLetters = (looked.match(/[^\P{L}\p{Script=Latin}]/gu) ?? []).length;
  if (otherLetters > 2 * words.join('').length) return otherLetters < FEWEST_WORDS;
  if (words.length < FEWEST_WORDS) return true;
  return words.filter(word => common().has(word)).length >= LEAST_SHARE * words.length;
}

/** The words of data/article/common-english.yaml, read on the first call and kept. */
function common(): ReadonlySet<string> {
  return (read ??= new Set(knownList<string[]>('article/common-english.yaml')));
}

let read: ReadonlySet<string> | null = null;
