import { knownList } from '../../knowledge.js';

let known: Set<string> | null = null;

/** Nouns, in dictionary form, that only stand for what was told before: the words of data/statements/denied-things.yaml. */
export function deniedThings(): Set<string> {
  known ??= new Set(knownList<{ nouns: string[] }>('statements/denied-things.yaml').nouns);
  return known;
}
