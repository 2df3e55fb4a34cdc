import { type Holding, knownHoldings } from '../../actors/holders.js';
import type { Span } from '../../reading.js';
import { type Party, partyOf, type Scene } from './scene.js';
import { isName, nouns, titleWords, wordsOf } from './vocabulary.js';

/** Offices whose holders are on first-name terms in the news without more being said. */
const HEAD =
  /^(?:president|prime minister|premier|chancellor|king|queen|emperor|sultan|emir|crown prince|leader|general secretary)$/;

/** How far back in the article a full name may stand that a term gives by one name, in characters. */
const REACH_OF_NAME = 4000;

let byName: Map<string, Holding[]> | null = null;

/**
 * The leader whom a term names by one name: "Dear Volodymyr", "Chairman Kim". Somebody of the sentence or of the
 * article before it of that name, else the one leader of that name in office then, of a country that the sentence names where several are.
 */
export function leaderInTerm({ passage, mentions, date }: Scene, term: Span, actors: Party[]): Party | null {
  const words = wordsOf(passage.text.slice(term.start, term.end));
  const name = words.at(-1)!;
  if (words.length < 2 || !isName(name) || titleWords().has(name.toLowerCase()) || nouns().has(name.toLowerCase()))
    return null;
  const place = { start: term.start, end: term.end };
  const known = actors.find(actor => wordsOf(actor.name).includes(name));
  if (known) return { ...known, ...place };
  const inside = mentions.within(term).find(mention => mention.person?.includes(' '));
  if (inside) return partyOf(inside);
  const earlier = mentions
    .within({ start: Math.max(0, passage.sentence.start - REACH_OF_NAME), end: passage.sentence.start })
    .filter(mention => mention.person?.split(' ').includes(name))
    .sort((a, b) => b.start - a.start)[0];
  if (earlier) return { ...partyOf(earlier), ...place };
  const leaders = leadersNamed(name, date);
  const countries = new Set(mentions.within(passage.sentence).flatMap(mention => mention.countries));
  const heads = leaders.filter(({ office }) => HEAD.test(office));
  const one =
    leaders.find(({ country }) => country !== null && countries.has(country)) ??
    (heads.length === 1 ? heads[0] : undefined);
  return one ? { name: one.person, isPerson: true, country: one.country, ...place } : null;
}

/** Whether a term holds a name, so that it means a person: "dear Bill", not "dear friend". */
export function holdsName(text: string): boolean {
  const name = wordsOf(text).at(-1) ?? '';
  return isName(name) && !titleWords().has(name.toLowerCase()) && !nouns().has(name.toLowerCase());
}

/** Leaders and ministers with a name among their names, in office on a day (of any day where none is known). */
function leadersNamed(name: string, date: string | null): Holding[] {
  if (!byName) {
    byName = new Map();
    for (const holding of knownHoldings()) {
      for (const word of new Set(wordsOf([holding.person, ...holding.spellings].join(' ')))) {
        const list = byName.get(word) ?? [];
        byName.set(word, list);
        list.push(holding);
      }
    }
  }
  const inOffice = (byName.get(name) ?? []).filter(
    ({ from, to }) => date === null || ((from === null || from <= date) && (to === null || date <= to)),
  );
  return inOffice.filter((holding, index) => inOffice.findIndex(other => other.person === holding.person) === index);
}
