/** What an article's words may measure, and how far published figures lie apart: data/check/, loaded once. */
import type { FigureRow } from '../../datasets/row.js';
import { knownList } from '../../knowledge.js';

/** A measure of the rows, and the words for it. data/check/measures.yaml says what each field means. */
export interface Measure {
  measure: string;
  of: 'pair' | 'country';
  words: string[];
  verbs?: string[];
  flow?: 'in' | 'out' | 'both';
  mirror?: string;
  sum?: string[];
  units: string[];
  reach?: number;
  near?: number;
}

/** How far from a row of a data set a figure may lie and still agree, and from where on it differs: shares of the row. */
export interface Leeway {
  agrees: number;
  differs: number;
  /** Whose figures lie so far apart: `BACI against customs`. */
  between: string;
}

/** A place where a sentence names a measure. */
export interface Naming {
  measure: Measure;
  start: number;
  end: number;
  verb: boolean;
}

interface Wording {
  plain: Set<string>;
  notBefore: RegExp;
  planned: RegExp;
  parts: RegExp;
  between: RegExp;
  goingOn: RegExp;
  foretold: RegExp;
  tolls: RegExp;
}

/** Every place in a text where a measure is named, in order; of two that overlap the longer. */
export function namingsIn(text: string, offset: number): Naming[] {
  const { pattern, byWord } = measureWords();
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    ...byWord.get(word.toLowerCase())!,
    start: offset + index,
    end: offset + index + word.length,
  }));
}

/** A measure of data/check/measures.yaml by its name there. */
export function measureNamed(name: string): Measure {
  return knownList<Measure[]>('check/measures.yaml').find(({ measure }) => measure === name)!;
}

/** The words that decide what the name of a measure means where it stands. */
export function measureWording(): Wording {
  wording ??= loadWording();
  return wording;
}

/** How far a figure may lie from a row: by the data set the row is from. */
export function leewayOf({ dataset, measure }: FigureRow): Leeway {
  leeways ??= knownList<(Leeway & { dataset: string; measure?: string })[]>('check/sources.yaml');
  return leeways.find(entry => dataset.startsWith(entry.dataset) && (!entry.measure || entry.measure === measure))!;
}

interface MeasureWords {
  pattern: RegExp;
  byWord: Map<string, { measure: Measure; verb: boolean }>;
}

let words: MeasureWords | null = null;
let wording: Wording | null = null;
let leeways: (Leeway & { dataset: string; measure?: string })[] | null = null;

function measureWords(): MeasureWords {
  if (words) return words;
  const byWord: MeasureWords['byWord'] = new Map();
  for (const measure of knownList<Measure[]>('check/measures.yaml')) {
    for (const word of measure.words) byWord.set(word.toLowerCase(), { measure, verb: false });
    for (const word of measure.verbs ?? []) {
      if (!byWord.has(word.toLowerCase())) byWord.set(word.toLowerCase(), { measure, verb: true });
    }
  }
  words = { byWord, pattern: new RegExp(`\\b${oneOf([...byWord.keys()])}\\b`, 'gi') };
  return words;
}

function loadWording(): Wording {
  const lists =
    knownList<
      Record<'plain' | 'notBefore' | 'planned' | 'parts' | 'between' | 'goingOn' | 'foretold' | 'tolls', string[]>
    >('check/wording.yaml');
  return {
    plain: new Set(lists.plain),
    notBefore: new RegExp(`^[\\s-]?${oneOf(lists.notBefore)}\\b`, 'i'),
    planned: new RegExp(`\\b${oneOf(lists.planned)}\\b`),
    parts: new RegExp(`\\b${oneOf(lists.parts)}\\b`, 'i'),
    tolls: new RegExp(`\\b${oneOf(lists.tolls)}\\b`, 'i'),
    foretold: new RegExp(`\\b${oneOf(lists.foretold)}\\b`, 'i'),
    between: new RegExp(`\\b${oneOf(lists.between)}\\b`, 'i'),
    // "In 2022 it reached ..." goes on as well.
    goingOn: new RegExp(
      `^[“"']?(?:(?:In|By|During|For) [\\w’']{1,12}(?: [\\w’']{1,12})?,? )?${oneOf(lists.goingOn)}\\b`,
      'i',
    ),
  };
}

/** A group that matches any of the words, the longest first. */
function oneOf(list: string[]): string {
  return `(?:${[...list].sort((one, other) => other.length - one.length).join('|')})`;
}
