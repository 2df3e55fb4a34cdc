import { knownList } from '../../knowledge.js';

/** Words that tell where a person's name begins, and what is none. */
export interface NameParts {
  titles: Set<string>;
  organisations: Set<string>;
  particles: Set<string>;
  /** Nouns for those who speak about or against somebody, in dictionary form: critics. */
  outsiders: Set<string>;
}

let known: NameParts | null = null;

/** The words of data/statements/name-parts.yaml. */
export function knownNameParts(): NameParts {
  if (!known) {
    const lists = knownList<Record<keyof NameParts, string[]>>('statements/name-parts.yaml');
    known = {
      titles: new Set(lists.titles),
      organisations: new Set(lists.organisations),
      particles: new Set(lists.particles),
      outsiders: new Set(lists.outsiders),
    };
  }
  return known;
}
