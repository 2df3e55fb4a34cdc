/** The words figures are read with, from data/figures/: each table loaded once, on first use. */
import { knownCountries } from '../../actors/countries.js';
import { knownList, knownTable } from '../../knowledge.js';
import type { Approximation, Country } from '../../reading.js';

export type NumberWordKind = 'digit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'short' | 'part' | 'multiple';

export interface Currency {
  code: string;
  country: Country;
}

export interface Unit {
  label: string;
  kind: 'share' | 'measure' | 'time' | 'rate';
  factor: number;
}

export interface Vocabulary {
  numberWords: Map<string, { value: number; kind: NumberWordKind }[]>;
  /** Currencies by sign, and by word or code, in the order of the table; codes in capitals: "all out" is no money. */
  signs: Map<string, Currency[]>;
  money: Map<string, Currency[]>;
  /** Coins: part of a currency, `local` where the country that the sentence names has them too. */
  coins: Map<string, { code: string; part: number; isLocal: boolean }>;
  /** Units by their words in lower case, or as written where letters tell (Mt, MW). */
  units: Map<string, Unit>;
  /** Phrases of approximation by their last word, longest first. */
  approximators: Map<string, { words: string[]; meaning: Approximation }[]>;
  afterwards: { words: string[]; meaning: Approximation }[];
  directions: Map<string, 'up' | 'down'>;
  names: Set<string>;
  /** Label of what "N times" counts, by the lemma of the verb. */
  events: Map<string, string>;
  weighty: Set<string>;
  labels: Map<string, string>;
  /** What the letters of a designation stand for: F-35s are aircraft. */
  designations: Map<string, string>;
  persons: Set<string>;
  lossVerbs: Set<string>;
  bodies: Set<string>;
  /** What money is counted by: a head, a share, a container. */
  countedBy: Set<string>;
  /** Verbs whose subject, where it is a bare number, are people: 50,000 march. */
  personVerbs: Set<string>;
  /** Verbs that are done to people alone: frees 24. */
  peopleTaken: Set<string>;
  /** Nouns before "for N" that hold people: room for 1,200. */
  roomFor: Set<string>;
  /** What voters do behind their number: five against. */
  voterVerbs: Set<string>;
  /** Verbs and nouns that say the numbers behind them are votes. */
  voting: Set<string>;
  /** Words behind a length: 2,100m above the sea. */
  lengths: Set<string>;
  /** Nouns whose number is one of people: a toll of 400. */
  tolls: Set<string>;
  /** Verbs and nouns behind which "over" is a plain preposition: fighting over 2,000 people. */
  overWhat: Set<string>;
  /** Nouns whose year is part of their name: the 2015 accord. */
  datedNames: Set<string>;
  /** Builders of aircraft, whose fighters are no men. */
  builders: Set<string>;
  /** Words between a figure and the one that takes its place: no, make that. */
  corrections: Set<string>;
}

interface Cues {
  approximators: Record<string, string[]>;
  afterwards: Record<string, string[]>;
  rising: string[];
  falling: string[];
  names: string[];
  events: Record<string, string[]>;
  weighty: string[];
  labels: Record<string, string[]>;
  designations: Record<string, string[]>;
  persons: string[];
  lossVerbs: string[];
  bodies: string[];
  countedBy: string[];
  personVerbs: string[];
  peopleTaken: string[];
  roomFor: string[];
  voterVerbs: string[];
  voting: string[];
  lengths: string[];
  tolls: string[];
  overWhat: string[];
  corrections: string[];
  builders: string[];
  datedNames: string[];
}

let loaded: Vocabulary | null = null;

export function figureVocabulary(): Vocabulary {
  loaded ??= load();
  return loaded;
}

/** The currencies that a word names, or a code in capitals; `undefined` where it is no money. */
export function currenciesNamed(words: string): Currency[] | undefined {
  const { money } = figureVocabulary();
  return money.get(words) ?? money.get(words.toLowerCase());
}

function load(): Vocabulary {
  const cues = knownList<Cues>('figures/cues.yaml');
  const approximators: Vocabulary['approximators'] = new Map();
  for (const { words, meaning } of phrases(cues.approximators)) push(approximators, words.at(-1)!, { words, meaning });
  for (const list of approximators.values()) list.sort((one, other) => other.words.length - one.words.length);
  return {
    ...loadNumberWords(),
    ...loadCurrencies(),
    coins: new Map(
      knownTable('figures/coins.csv').map(row => [
        row.word!,
        { code: row.code!, part: Number(row.part), isLocal: row.local === 'yes' },
      ]),
    ),
    units: loadUnits(),
    approximators,
    afterwards: phrases(cues.afterwards),
    directions: new Map([
      ...cues.rising.map(word => [word, 'up'] as const),
      ...cues.falling.map(word => [word, 'down'] as const),
    ]),
    names: new Set(cues.names),
    events: new Map(Object.entries(cues.events).flatMap(([label, verbs]) => verbs.map(verb => [verb, label] as const))),
    weighty: new Set(cues.weighty),
    labels: new Map(Object.entries(cues.labels).flatMap(([label, nouns]) => nouns.map(noun => [noun, label] as const))),
    designations: new Map(
      Object.entries(cues.designations).flatMap(([label, letters]) => letters.map(own => [own, label] as const)),
    ),
    persons: new Set([...cues.persons, ...peoples()]),
    lossVerbs: new Set(cues.lossVerbs),
    bodies: new Set(cues.bodies),
    countedBy: new Set(cues.countedBy),
    personVerbs: new Set(cues.personVerbs),
    peopleTaken: new Set(cues.peopleTaken),
    roomFor: new Set(cues.roomFor),
    voterVerbs: new Set(cues.voterVerbs),
    voting: new Set(cues.voting),
    lengths: new Set(cues.lengths),
    tolls: new Set(cues.tolls),
    overWhat: new Set(cues.overWhat),
    corrections: new Set(cues.corrections),
    builders: new Set(cues.builders),
    datedNames: new Set(cues.datedNames),
  };
}

function loadNumberWords(): Pick<Vocabulary, 'numberWords'> {
  const numberWords: Vocabulary['numberWords'] = new Map();
  for (const row of knownTable('figures/number-words.csv')) {
    push(numberWords, row.word!, { value: Number(row.value), kind: row.kind as NumberWordKind });
  }
  return { numberWords };
}

function loadCurrencies(): Pick<Vocabulary, 'signs' | 'money'> {
  const signs: Vocabulary['signs'] = new Map();
  const money: Vocabulary['money'] = new Map();
  for (const row of knownTable('figures/currencies.csv')) {
    const currency = { code: row.code!, country: row.country! };
    for (const sign of listOf(row.signs)) push(signs, sign, currency);
    for (const word of listOf(row.words)) push(money, word.toLowerCase(), currency);
    push(money, row.code!, currency);
  }
  return { signs, money };
}

function loadUnits(): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const row of knownTable('figures/units.csv')) {
    const unit = { label: row.unit!, kind: row.kind as Unit['kind'], factor: Number(row.factor) };
    for (const words of listOf(row.words)) {
      const key = /[A-Z]/.test(words) ? words : words.toLowerCase();
      if (!units.has(key)) units.set(key, unit);
    }
  }
  return units;
}

/** Nouns for the people of a country, in the singular and plural: Afghan, Afghans, Chinese. */
function peoples(): string[] {
  return knownCountries().flatMap(({ adjectives, people }) =>
    [...adjectives, ...people].flatMap(word => [word.toLowerCase(), `${word.toLowerCase()}s`]),
  );
}

function phrases(table: Record<string, string[]>): { words: string[]; meaning: Approximation }[] {
  return Object.entries(table).flatMap(([meaning, list]) =>
    list.map(phrase => ({ words: phrase.split(' '), meaning: meaning as Approximation })),
  );
}

function listOf(cell: string | undefined): string[] {
  return cell ? cell.split('|') : [];
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
