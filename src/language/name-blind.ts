import { knownTable } from '../knowledge.js';
import { tokenise } from './tokens.js';
import { wordClasses } from './word-classes.js';

/**
 * What the tagger and the parsers see in place of the names of countries, nationalities, capitals, seats of government
 * and leaders, so that a sentence is read alike whoever is spoken of: with its countries exchanged it has the same
 * parse. Every name of a kind has one stand-in; the weights are trained on stand-ins too.
 *
 * The words are made up, so that no treebank says anything else of them.
 */
const STAND_INS = {
  country: 'Zarvonia',
  adjective: 'Zarvonian',
  people: 'Zarvonians',
  capital: 'Zarvograd',
  person: 'Zarvo',
  seat: 'Kremlin',
};

/** The first word that stands in names of two words, as "South Africa", "South Korean", "New Delhi". */
const FIRST_WORDS: Partial<Record<keyof typeof STAND_INS, string>> = {
  country: 'South',
  adjective: 'South',
  people: 'South',
  capital: 'New',
};

/** Stand-ins by names as they are written in running text. */
export interface StandIns {
  /** Of names of one word. */
  one: Map<string, string>;
  /** Of names of two words: by the first word, then by the second, the stand-ins of both. */
  two: Map<string, Map<string, [string, string]>>;
}

/**
 * The stand-ins of all names of one and two words in data/actors.
 *
 * @param ordinary names that the treebank has as ordinary words too ("May", "Brown"): persons' names among them are
 *   seen as they are if the word list has them; countries' names are names always
 */
export function nameStandIns(ordinary: Iterable<string>): StandIns {
  const isOrdinary = new Set([...ordinary].filter(isListedWord));
  const standIns: StandIns = { one: new Map(), two: new Map() };
  const add = (names: string, kind: keyof typeof STAND_INS) => {
    for (const name of names.split('|')) addName(standIns, name, kind);
  };
  for (const name of personNames()) if (!isOrdinary.has(name)) add(name, 'person');
  for (const { name } of knownTable('actors/seats.csv')) if (!name!.includes(' ')) add(name!, 'seat');
  for (const { name, names, adjectives, people, capital } of knownTable('actors/countries.csv')) {
    add(capital!, 'capital');
    add(`${name}|${names}`, 'country');
    for (const one of `${adjectives}|${people}`.split('|')) {
      add(one, one.endsWith('s') ? 'people' : 'adjective');
      add(`${one}s`, 'people');
    }
    add(adjectives!, 'adjective');
  }
  return standIns;
}

function addName(standIns: StandIns, name: string, kind: keyof typeof STAND_INS): void {
  if (IS_CAPITALISED.test(name)) standIns.one.set(name, STAND_INS[kind]);
  const words = name.includes(' ') ? tokenise(name).map(({ start, end }) => name.slice(start, end)) : [];
  const first = FIRST_WORDS[kind];
  if (!first || words.length !== 2 || !words.every(word => IS_CAPITALISED.test(word))) return;
  const seconds = standIns.two.get(words[0]!) ?? new Map<string, [string, string]>();
  // "United States" is listed as an adjective too.
  if (!seconds.has(words[1]!)) seconds.set(words[1]!, [first, STAND_INS[kind]]);
  standIns.two.set(words[0]!, seconds);
}

const IS_CAPITALISED = /^\p{Lu}[\p{L}’']+$/u;

/**
 * The words of the names of leaders, ministers and other persons, as the tokeniser splits them. Of the great number of
 * other persons, and of the parts of hyphened names, words that are more than a name are left out ("Hope", "By").
 */
function personNames(): string[] {
  return ['leaders', 'ministers', 'persons'].flatMap(table =>
    knownTable(`actors/${table}.csv`)
      .flatMap(({ person, spellings }) => `${person}|${spellings}`.split(/[| ]/))
      .filter(word => table !== 'persons' || !isListedWord(word))
      .flatMap(word => (word.includes('-') ? [word, ...word.split('-').filter(part => !isListedWord(part))] : [word]))
      .map(withOneCapital),
  );
}

function isListedWord(word: string): boolean {
  return wordClasses().has(word.toLowerCase());
}

/** The forms of a sentence with stand-ins for names, in capitals where the name is. */
export function blindToNames(forms: string[], { one, two }: StandIns): string[] {
  const seen = [...forms];
  for (let i = 0; i < forms.length; i++) {
    const name = asName(forms[i]!);
    if (name === null) continue;
    const next = i + 1 < forms.length ? asName(forms[i + 1]!) : null;
    const pair = next === null ? undefined : two.get(name)?.get(next);
    if (pair) {
      const inCapitals = name !== forms[i];
      seen[i] = inCapitals ? pair[0].toUpperCase() : pair[0];
      seen[i + 1] = inCapitals ? pair[1].toUpperCase() : pair[1];
      i++;
    } else {
      seen[i] = one.get(forms[i]!) ?? one.get(name)?.toUpperCase() ?? forms[i]!;
    }
  }
  return seen;
}

/** A word with a capital as running text would write it, `CHINA` as `China`; null for other words. */
function asName(form: string): string | null {
  const first = form.charCodeAt(0);
  if (first < 65 || (first > 90 && first < 0xc0)) return null;
  return form.length > 2 && form === form.toUpperCase() ? withOneCapital(form) : form;
}

/** `XI` and `al-SISI` as they are written in running text. */
function withOneCapital(word: string): string {
  // Most are written so already.
  if (/^[A-Z][a-z]+$/.test(word)) return word;
  return word.replace(/\p{L}+/gu, part => (part === part.toUpperCase() ? part[0] + part.slice(1).toLowerCase() : part));
}
