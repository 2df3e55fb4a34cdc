import { countryName } from '../actors/countries.js';
import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';
import type { KeptClaim } from '../record/evidence.js';

/**
 * Who says what a claim says, as it can stand alone: the speaker of a statement, whom a claim is laid to, else the article.
 * "it" and "the two leaders" name nobody out of their sentence: the country stands for them, or the article.
 */
export function sayerOf({ claim, article }: KeptClaim): string {
  if (claim.kind === 'statement' && claim.speaker) return nameAlone(claim.speaker) ?? articleName(article);
  return (claim.by === 'author' ? null : nameAlone(claim.by)) ?? articleName(article);
}

/** Somebody's name where it can be understood out of its sentence, else the country's; `null` where neither is known. */
export function nameAlone(who: { name: string; person?: string | null; country: Country | null }): string | null {
  if (who.person) return who.person;
  if (!standIns().has(who.name.toLowerCase())) return who.name;
  return who.country && who.country !== 'IGO' ? countryName(who.country) : null;
}

/** What an article is called in a sentence: by its publisher, else by its title. */
export function articleName({ publisher, title }: KeptClaim['article']): string {
  if (publisher) return publisher;
  if (!title) return 'An article';
  return title.length > LONGEST_TITLE ? `“${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')} …”` : `“${title}”`;
}

const LONGEST_TITLE = 48;

/** Words for somebody who was named before: data/dossier/stand-ins.csv. */
function standIns(): Set<string> {
  return (known ??= new Set(knownTable('dossier/stand-ins.csv').map(({ words }) => words!)));
}

let known: Set<string> | undefined;
