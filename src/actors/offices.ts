import { knownTable } from '../knowledge.js';
import type { Country, Day } from '../reading.js';
import { listOf } from './countries.js';
import { formerHolderOf, type Holding, heldOn, holderOf, holdingsOf, leadsState } from './holders.js';

/** What a noun after a nationality stands for: a post or organ of state, or people and what they steer. */
export type NounClass = 'office' | 'group';

/** The class of a noun or compound in lower case (`foreign ministry`, `troops`), or `null` where it names no actor. */
export function nounClass(words: string): NounClass | null {
  classes ??= new Map(knownTable('actors/nouns.csv').map(row => [row.noun!, row.class as NounClass]));
  return classes.get(words) ?? (words.endsWith('s') ? (classes.get(words.slice(0, -1)) ?? null) : null);
}

/** The posts that words can name, first choice first: `chancellor` gives `prime minister`, then `leader`. */
export function postsOf(words: string): string[] {
  posts ??= new Map(
    knownTable('actors/offices.csv').flatMap(row =>
      listOf(row.words).map(word => [word.toLowerCase(), listOf(row.keys)] as const),
    ),
  );
  return posts.get(words) ?? [];
}

/** Who holds (or, where the words say "former", last held) the post that words name in a country at a date. */
export function holderOfPost(
  country: Country | null,
  words: string,
  date: Day | null,
  former = false,
  organisation: string | null = null,
): Holding | null {
  for (const key of postsOf(words)) {
    const holder = former && country ? formerHolderOf(country, key, date) : holderOf(country, key, date, organisation);
    if (holder) return holder;
  }
  return null;
}

/** The holder in another country of the post that a person holds: "his Turkish counterpart". */
export function counterpartOf(person: string, country: Country, date: Day | null): Holding | null {
  const own = holdingsOf(person).find(holding => date === null || heldOn(holding, date));
  if (!own) return null;
  return holderOf(country, own.office, date) ?? (leadsState(person) ? holderOfPost(country, 'leader', date) : null);
}

/** Whether a noun without any nationality means those of the country the text speaks about: "police fired on the crowd". */
export function takesCountryOfText(words: string): boolean {
  alone ??= new Set(knownTable('actors/nouns.csv').flatMap(row => (row.alone === 'yes' ? [row.noun!] : [])));
  return alone.has(words);
}

let alone: Set<string> | null = null;
let classes: Map<string, NounClass> | null = null;
let posts: Map<string, string[]> | null = null;
