import type { Sentence } from '../language/sentence.js';
import type { Day } from '../reading.js';
import type { Discourse } from './discourse.js';
import { holdingsOf, yearsFromOffice } from './holders.js';
import type { Sense } from './senses.js';

/** A surname alone is taken for somebody who held office at most so many years from the date. */
const FURTHEST_FROM_OFFICE = 9;
/** Better known offices first, where several of one surname were in office. */
const RANKS = ['president', 'leader', 'supreme leader', 'prime minister', 'king', 'foreign minister'];

/** Where a phrase stands, as far as the choice of its sense depends on it. */
export interface Surroundings {
  sentence: Sentence;
  date: Day | null;
  discourse: Discourse;
}

/** The one sense that a phrase of the dictionary has in its place, or `null` where none fits. */
export function chooseSense(senses: Sense[], place: Surroundings, match: { first: number; end: number }): Sense | null {
  const { tokens } = place.sentence;
  if (isPartOfName(place, match)) {
    const person = senses.find(({ kind }) => kind === 'person');
    if (!person) return null;
  }
  const surnames = senses.filter(({ kind }) => kind === 'surname');
  const others = senses.filter(({ kind }) => kind !== 'surname');
  const first = tokens[match.first]!;
  const person =
    surnames.length > 0 && /^(?:PROPN|NOUN|ADJ|X|VERB|INTJ|AUX)$/.test(first.upos)
      ? personOf(surnames, place, others.length > 0 || isCommonWord(first))
      : null;
  if (others.length === 0) return person;
  if (person && others.every(({ kind }) => kind === 'place' || kind === 'other')) return person;
  const dated = others.filter(sense => fitsDate(sense, place.date));
  return best(dated.length > 0 ? dated : others);
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

/** Who of several of one surname is meant: the one the article named in full, else the one nearest to office. */
function personOf(surnames: Sense[], { discourse, date }: Surroundings, doubtful: boolean): Sense | null {
  for (let i = discourse.mentions.length - 1; i >= 0; i--) {
    const { person } = discourse.mentions[i]!;
    const named = person === null ? undefined : surnames.find(({ name }) => name === person);
    if (named) return named;
  }
  const ranked = surnames
    .map(sense => ({ sense, years: yearsFromOffice(sense.name, date), rank: rankOf(sense.name) }))
    .sort((a, b) => a.years - b.years || a.rank - b.rank);
  const nearest = ranked[0]!;
  return nearest.years <= (doubtful ? 1 : FURTHEST_FROM_OFFICE) ? nearest.sense : null;
}

function rankOf(person: string): number {
  return Math.min(...holdingsOf(person).map(({ office }) => RANKS.indexOf(office) + 1 || RANKS.length + 1));
}

/** Surnames that are words too: taken for the person only while in office, or once named in full. */
function isCommonWord(token: { form: string; index: number; upos: string }): boolean {
  return (
    token.upos !== 'PROPN' ||
    /^(?:May|Rice|Brown|Bush|Ban|Major|Park|Young|Price|Cook|King|Hill|Lee|Black|White|Straw|Hope|Mark|Will|Day|Key|Short|Long|Wang|Li|Kim|Cameron|Ford|Reid|Cox|Hunt|Love|Pope|Field|Case|Bell|Chad|Jordan|Holder|Judge|Ham|Sunday|Patten|Powers|Power|Gates)$/.test(
      token.form,
    )
  );
}

/** "Paris Hilton", "Michael Jordan": a known word inside a name that is not known. */
function isPartOfName({ sentence: { tokens } }: Surroundings, match: { first: number; end: number }): boolean {
  if (match.end - match.first > 1) return false;
  const own = tokens[match.first]!;
  const next = tokens[match.end];
  const after =
    next !== undefined &&
    next.start === own.end + 1 &&
    next.deprel === 'flat' &&
    next.head === own.index &&
    next.xpos === 'NNP';
  return after && /^[A-Z][a-z]/.test(next.form) && own.deprel !== 'amod' && own.xpos === 'NNP';
}
