import { knownList } from '../../knowledge.js';
import type { Token } from '../../language/sentence.js';
import type { Country, JudgementClaim } from '../../reading.js';

/** Words that "*" may stand for in a pattern, and "**". */
const GAPS: Record<string, number> = { '*': 3, '**': 9 };

/** Whom a pattern favours: a slot, the country of the pair that is not the slot's, or as the file says. */
export type Favours =
  | 'A'
  | 'B'
  | 'not A'
  | 'not B'
  | 'subject'
  | 'other'
  | 'object'
  | 'against-object'
  | 'article'
  | 'nobody';

/** A row of words by which a text judges a relation, as data/judgement-patterns.yaml gives it. */
export interface Pattern {
  form: JudgementClaim['form'];
  favours: Favours;
  dimension?: string;
  /** Less sure than others. */
  weak?: boolean;
  /** Counts only where the sentence reports nobody's words: what officials announce is no forecast of the article. */
  unsaid?: boolean;
  words: string[][];
  /** Place in the file: an earlier pattern goes before a later one. */
  rank: number;
}

/** A pattern where it stands, with the countries in its slots. */
export interface Match {
  pattern: Pattern;
  /** Places in the part, end exclusive. */
  first: number;
  end: number;
  slots: Slots;
  /** Places of the row's own words, and of the first words in its slots. */
  fixed: number[];
  slotsAt: number[];
}

/** Countries that stand in the slots "A" and "B" of a pattern. */
export type Slots = Partial<Record<'A' | 'B', Country>>;

/** A token with the country of the actor it belongs to, and one past that actor's last token. */
export interface Place {
  token: Token;
  country: Country | null;
  actorEnd: number;
}

/** The pattern that stands first in the file of those that fit and pass the test. */
export function matchIn(places: Place[], isReported: boolean, passes: (match: Match) => boolean): Match | null {
  for (const pattern of candidates(places)) {
    if (pattern.unsaid && isReported) continue;
    for (let at = 0; at < places.length; at++) {
      const fit = patternFit(places, at, pattern.words, 0, {});
      if (!fit) continue;
      const match = { pattern, first: at, ...fit };
      if (passes(match)) return match;
    }
  }
  return null;
}

type Fit = Omit<Match, 'pattern' | 'first'>;

/** How the rest of a row stands at a place, `null` where it does not. */
function patternFit(places: Place[], at: number, words: string[][], word: number, slots: Slots): Fit | null {
  if (word === words.length) return { end: at, slots, fixed: [], slotsAt: [] };
  const options = words[word]!;
  const gap = GAPS[options[0]!];
  if (gap !== undefined) {
    for (let skip = 0; skip <= gap && at + skip <= places.length; skip++) {
      const fit = patternFit(places, at + skip, words, word + 1, slots);
      if (fit) return fit;
    }
    return null;
  }
  const place = places[at];
  if (!place) return null;
  const slot = options[0]!;
  if (slot === 'A' || slot === 'B') {
    if (place.country === null || (slot === 'B' && place.country === slots.A)) return null;
    const fit = patternFit(places, place.actorEnd, words, word + 1, { ...slots, [slot]: place.country });
    return fit && { ...fit, slotsAt: [at, ...fit.slotsAt] };
  }
  const { form, lemma } = place.token;
  const fits = slot === '+' || options.includes(form.toLowerCase()) || options.includes(lemma.toLowerCase());
  const fit = fits ? patternFit(places, at + 1, words, word + 1, slots) : null;
  return fit && { ...fit, fixed: [at, ...fit.fixed] };
}

interface Group extends Omit<Pattern, 'words' | 'rank'> {
  words: string[];
}

interface PatternFile {
  patterns: Group[];
  dimensions: Record<string, string[]>;
  play: string[];
  needStates: string[];
  states: string[];
  measures: string[];
  ranked: string[];
}

let known: PatternFile | null = null;
let byAnchor: Map<string, Pattern[]> | null = null;
let words: Set<string> | null = null;
let byWord: Map<string, string> | null = null;

/** The patterns all of whose words stand among these, in the order of the file. */
function candidates(places: Place[]): Pattern[] {
  const present = new Set(places.flatMap(({ token }) => [token.form.toLowerCase(), token.lemma.toLowerCase()]));
  const found = new Set<Pattern>();
  for (const word of present) {
    for (const pattern of anchors().get(word) ?? []) {
      if (pattern.words.every(options => isOpen(options[0]!) || options.some(option => present.has(option)))) {
        found.add(pattern);
      }
    }
  }
  return [...found].sort((a, b) => a.rank - b.rank);
}

/** Patterns by the words of their first group that is neither gap nor slot. */
function anchors(): Map<string, Pattern[]> {
  if (byAnchor) return byAnchor;
  byAnchor = new Map();
  let rank = 0;
  for (const { words, ...group } of file().patterns) {
    for (const row of words) {
      const pattern: Pattern = { ...group, words: row.split(' ').map(word => word.split('|')), rank: rank++ };
      for (const word of pattern.words.find(options => !isOpen(options[0]!)) ?? []) {
        const list = byAnchor.get(word) ?? [];
        byAnchor.set(word, list);
        list.push(pattern);
      }
    }
  }
  return byAnchor;
}

function isOpen(word: string): boolean {
  return word in GAPS || word === 'A' || word === 'B' || word === '+';
}

/** What a judgement is about, by the first word of data/judgement-patterns.yaml that stands in it. */
export function dimensionOf(tokens: Token[]): string | null {
  byWord ??= new Map(
    Object.entries(file().dimensions).flatMap(([dimension, words]) => words.map(word => [word, dimension] as const)),
  );
  for (const token of tokens) {
    const dimension = byWord.get(token.lemma.toLowerCase());
    if (dimension) return dimension;
  }
  return null;
}

/** Whether the words are of sport: who wins there has no power for it. "No match for" is none. */
export function isPlay(tokens: Token[]): boolean {
  words ??= new Set(file().play);
  return tokens.some(
    ({ form }, at) =>
      words!.has(form.toLowerCase()) &&
      !/^(?:no|a)$/i.test(tokens[at - 1]?.form ?? '') &&
      tokens[at + 1]?.form !== 'for',
  );
}

type WordList = 'needStates' | 'states' | 'measures' | 'ranked';

const lists = new Map<WordList, Set<string>>();

/** A list of words of data/judgement-patterns.yaml, by dictionary form. */
export function judgementWords(name: WordList): Set<string> {
  const list = lists.get(name) ?? new Set(file()[name]);
  lists.set(name, list);
  return list;
}

function file(): PatternFile {
  known ??= knownList<PatternFile>('judgement-patterns.yaml');
  return known;
}
