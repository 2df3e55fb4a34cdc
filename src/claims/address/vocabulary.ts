import { knownList } from '../../knowledge.js';

interface Terms {
  nouns: string[];
  adjectives: string[];
  titles: string[];
  bareTitles: string[];
  relation: { adjectives: string[]; nouns: string[] };
  occasions: string[];
}

let knownTerms: Terms | null = null;
let knownScale: { warmth: number; words: string[] }[] | null = null;
const sets = new Map<string, Set<string>>();

/** Titles that stand for a person who is spoken to, in small letters. */
export function titles(): string[] {
  return terms().titles;
}

/** Titles that address somebody without a name, where they stand apart: "Sir, ...". */
export const bareTitles = (): Set<string> => setOf('bare titles', () => terms().bareTitles);
/** Nouns one leader uses for another. */
export const nouns = (): Set<string> => setOf('nouns', () => terms().nouns);
/** Adjectives that go with them. */
export const adjectives = (): Set<string> => setOf('adjectives', () => terms().adjectives);
export const relationNouns = (): Set<string> => setOf('relation nouns', () => terms().relation.nouns);
export const relationAdjectives = (): Set<string> => setOf('relation adjectives', () => terms().relation.adjectives);
export const titleWords = (): Set<string> => setOf('title words', () => titles().flatMap(title => title.split(' ')));
/** Nouns of occasions on which leaders meet or write. */
export const occasions = (): Set<string> => setOf('occasions', () => terms().occasions);

/** Warmth of a term by data/address-warmth.yaml: of the highest level of which it holds a word, or `null`. */
export function warmthOf(term: string): number | null {
  const words = ` ${wordsOf(term).join(' ').toLowerCase()} `;
  let warmth: number | null = null;
  for (const level of scale()) {
    if (level.words.some(word => words.includes(` ${word} `))) warmth = Math.max(warmth ?? 0, level.warmth);
  }
  return warmth;
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
}

export function isName(word: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+$/u.test(word);
}

function terms(): Terms {
  knownTerms ??= knownList<Terms>('address-terms.yaml');
  return knownTerms;
}

function scale(): { warmth: number; words: string[] }[] {
  knownScale ??= knownList<{ levels: { warmth: number; words: string[] }[] }>('address-warmth.yaml').levels;
  return knownScale;
}

function setOf(name: string, list: () => string[]): Set<string> {
  let set = sets.get(name);
  if (!set) {
    set = new Set(list());
    sets.set(name, set);
  }
  return set;
}
