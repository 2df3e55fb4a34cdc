import type { Sentence, Token } from '../language/sentence.js';
import type { Day } from '../reading.js';
import type { Discourse } from './discourse.js';
import { holdingsOf, yearsFromOffice } from './holders.js';
import { isCommonName, isGivenName, isInAnotherName, isLesserTitle, isTitle } from './name-words.js';
import { postsOf } from './offices.js';
import type { Sense } from './senses.js';

/** A family name alone is taken for somebody who held office at most so many years from the date. */
const FURTHEST_FROM_OFFICE = 9;
/** A family name that is common, or a word: only while its bearer is in office or about to be. */
const FURTHEST_IF_COMMON = 1;
/** Better known offices first, where several of one surname were in office. */
const RANKS = ['president', 'leader', 'supreme leader', 'prime minister', 'king', 'foreign minister'];
/** Up to this place in RANKS a person leads a state or government. */
const LEADS = 5;
/** Family names that stand at the head of far more sentences as pronouns. */
const PRONOUN = /^(?:He|She|It|We|You|They|His|Her|An|So|To|No|In|On|U)$/;
/** How many mentions back a country counts as spoken of. */
const LAST_MENTIONS = 40;

/** Where a phrase stands, as far as the choice of its sense depends on it. */
export interface Surroundings {
  sentence: Sentence;
  date: Day | null;
  discourse: Discourse;
  /** Phrases of the dictionary in the sentence, where they are known. */
  matches?: ReadonlyMap<number, { senses: Sense[] }>;
}

/** The one sense that a phrase of the dictionary has in its place, or `null` where none fits. */
export function chooseSense(senses: Sense[], place: Surroundings, match: { first: number; end: number }): Sense | null {
  const { tokens } = place.sentence;
  const isWhole = senses.some(({ kind }) => kind === 'person' || kind === 'adjective');
  const isOnlyPart = !isWhole && isPartOfName(place, match);
  if (isOnlyPart && !senses.some(({ kind }) => kind === 'surname')) return null;
  const surnames = senses.filter(({ kind }) => kind === 'surname');
  const others = senses.filter(({ kind }) => kind !== 'surname');
  const first = tokens[match.first]!;
  const person =
    surnames.length > 0 && /^(?:PROPN|NOUN|ADJ|X|VERB|INTJ|AUX)$/.test(first.upos)
      ? personOf(surnames, place, match, others.length > 0)
      : null;
  if (others.length === 0 || isOnlyPart) return person;
  if (person && others.every(({ kind }) => kind === 'place' || kind === 'other')) return person;
  const dated = others.filter(sense => fitsDate(sense, place.date));
  return best(spokenOnly(dated.length > 0 ? dated : others, place));
}

/** Of towns that share a name those of a country that the text speaks about, where there is one: Tripoli, Valencia. */
function spokenOnly(senses: Sense[], { discourse, matches }: Surroundings): Sense[] {
  if (senses.length < 2 || !senses.every(({ kind }) => kind === 'place' || kind === 'capital')) return senses;
  const among = (known: Set<string>) => senses.filter(({ countries }) => countries.some(country => known.has(country)));
  const before = among(spokenOf(discourse));
  const near = before.length > 0 ? before : among(namedIn(matches));
  return near.length > 0 && near.length < senses.length ? near : senses;
}

const PRECEDENCE: Sense['kind'][] = [
  'person',
  'other',
  'organ',
  'organisation',
  'country',
  'capital',
  'seat',
  'people',
  'adjective',
  'place',
  'surname',
];

/** A word that is both adjective and people ("Russian", "Swiss") is read as adjective; a noun after it decides later. */
function best(senses: Sense[]): Sense {
  return senses.reduce((a, b) =>
    PRECEDENCE.indexOf(b.kind) < PRECEDENCE.indexOf(a.kind) && !(a.kind === 'adjective' && b.kind === 'people') ? b : a,
  );
}

function fitsDate(sense: Sense, date: Day | null): boolean {
  return date === null || ((sense.from === null || sense.from <= date) && (sense.to === null || date <= sense.to));
}

/**
 * Who of several of one family name is meant: nobody of them where the words beside it make another full name; the one
 * the article named in full; the one whose post stands before the name; else the one nearest to office, those of a
 * country that the article speaks about first. Of two equals from two countries neither is taken.
 */
function personOf(
  surnames: Sense[],
  { sentence: { tokens }, discourse, date }: Surroundings,
  match: { first: number; end: number },
  hasOtherSense: boolean,
): Sense | null {
  const word = tokens[match.first]!;
  if (PRONOUN.test(word.form) && match.end === match.first + 1) return null;
  const fitting = surnames.filter(({ name }) => !isInAnotherName(tokens, match, name));
  if (fitting.length === 0) return null;
  const named = discourse.named.get(tokens[match.end - 1]!.form);
  if (named) return fitting.find(({ name }) => name === named.person) ?? null;
  const before = tokens[match.first - 1]?.form ?? '';
  if (isLesserTitle(before)) return null;
  const spoken = spokenOf(discourse);
  const posts = postBefore(tokens, match.first);
  const ranked = fitting
    .map(sense => ({
      sense,
      years: yearsFromOffice(sense.name, date),
      rank: rankOf(sense.name),
      known: sense.countries.some(country => spoken.has(country)),
      titled: posts.length > 0 && holdingsOf(sense.name).some(({ office }) => posts.includes(office)),
    }))
    .sort(
      (a, b) =>
        Number(b.titled) - Number(a.titled) ||
        Math.floor(a.years) - Math.floor(b.years) ||
        Number(b.known) - Number(a.known) ||
        a.rank - b.rank,
    );
  const [nearest, next] = ranked;
  const common = isCommonName(word.form);
  const inOffice = date !== null && nearest!.years === 0 && nearest!.rank <= LEADS && word.upos !== 'ADJ';
  const after = tokens[match.end];
  const governs = GOVERNING.test(after?.form ?? '') && nearest!.rank <= LEADS;
  const qualifies = !governs && /^NNS?$/.test(after?.xpos ?? '');
  if (common && !nearest!.titled && (qualifies || !(nearest!.known || inOffice || governs))) return null;
  const furthest = hasOtherSense || common || word.upos !== 'PROPN' ? FURTHEST_IF_COMMON : FURTHEST_FROM_OFFICE;
  if (nearest!.years > furthest) return null;
  const isTie =
    next !== undefined &&
    next.titled === nearest!.titled &&
    next.known === nearest!.known &&
    next.rank === nearest!.rank &&
    Math.floor(next.years) === Math.floor(nearest!.years) &&
    next.sense.countries[0] !== nearest!.sense.countries[0];
  return isTie ? null : nearest!.sense;
}

/** The countries whose nationality stands anywhere in the sentence: "in Tripoli ... the north Lebanese port". */
function namedIn(matches: Surroundings['matches']): Set<string> {
  const senses = [...(matches?.values() ?? [])].flatMap(({ senses }) => senses);
  return new Set(senses.filter(({ kind }) => kind === 'adjective').flatMap(({ countries }) => countries));
}

/** "the Bush administration": whoever gives a government its name led it. */
const GOVERNING = /^(?:administration|government|cabinet|regime|presidency)$/;

/** The countries of the last mentions. */
function spokenOf(discourse: Discourse): Set<string> {
  return new Set(discourse.mentions.slice(-LAST_MENTIONS).flatMap(({ countries }) => countries));
}

/** The keys of the post that stands straight before a name: "President", "Foreign Minister". */
function postBefore(tokens: Token[], first: number): string[] {
  for (let length = Math.min(3, first); length > 0; length--) {
    const words = tokens.slice(first - length, first).map(token => token.form.toLowerCase());
    const posts = postsOf(words.join(' '));
    if (posts.length > 0) return posts;
  }
  return [];
}

/** The best known office of state that a person ever held, as a place in RANKS. */
function rankOf(person: string): number {
  const ranks = holdingsOf(person).map(({ office, country }) => (country === null ? 0 : RANKS.indexOf(office) + 1));
  return Math.min(...ranks.map(rank => rank || RANKS.length + 1));
}

/** "Paris Hilton", "Michael Jordan": a known word inside a name that is not known. */
function isPartOfName({ sentence: { tokens } }: Surroundings, match: { first: number; end: number }): boolean {
  if (match.end - match.first > 1) return false;
  const own = tokens[match.first]!;
  const next = tokens[match.end];
  const before = tokens[match.first - 1];
  const isFamilyName =
    before !== undefined &&
    before.end + 1 === own.start &&
    isGivenName(before.form) &&
    !isTitle(before.form) &&
    own.xpos === 'NNP' &&
    before.xpos === 'NNP';
  const isFirstName =
    next !== undefined &&
    next.start === own.end + 1 &&
    next.deprel === 'flat' &&
    next.head === own.index &&
    next.xpos === 'NNP' &&
    /^[A-Z][a-z]/.test(next.form) &&
    own.deprel !== 'amod' &&
    own.xpos === 'NNP';
  return isFamilyName || isFirstName;
}
