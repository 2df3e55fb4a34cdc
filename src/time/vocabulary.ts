/**
 * The words of data/time-words.csv as look-ups, and the small language in which the readers write their patterns:
 * a space stands for any white space, ` ?` for some or none, `{month}` for the words of that kind.
 */
import { knownTable } from '../knowledge.js';

const KINDS = [
  'month',
  'weekday',
  'unit',
  'season',
  'daypart',
  'number',
  'ordinal',
  'decade',
  'frequency',
  'plan',
  'intent',
  'appointed',
  'attended',
  'future',
] as const;
export type WordKind = (typeof KINDS)[number];

const words = readWords();

/** What a word of that kind stands for; `null` where it is no such word. Upper and lower case are alike. */
export function meaningOf(kind: WordKind, word: string): string | null {
  return words[kind].get(word.toLowerCase()) ?? null;
}

/** The words of a kind, longest first. */
export function wordsOf(kind: WordKind): string[] {
  return [...words[kind].keys()].sort((a, b) => b.length - a.length);
}

const DAY_OF_MONTH = '(?:3[01]|[12]\\d|0?[1-9])';

const ONES = '(?:one|two|three|four|five|six|seven|eight|nine)';
const TEENS = '(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)';
const TWO_FIGURES = `(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -]${ONES})?|oh[ -]${ONES}|ten|${TEENS})`;

/** Number words but the article, which counts only by itself or before "hundred". */
const NUMBER = alternation(wordsOf('number').filter(word => !/^an?$/.test(word)));

const FRAGMENTS: Record<string, string> = {
  ...Object.fromEntries(KINDS.map(kind => [kind, alternation(wordsOf(kind))])),
  /** A count in digits or words: "10", "2,500", "1.5", "twenty-four", "a hundred". */
  count: `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:\\.\\d{1,2}| 1/2)?|(?:an? (?=hundred|thousand))?${NUMBER}(?:(?:\\s{1,3}|-)(?:and\\s{1,3})?${NUMBER}){0,4}|half(?: an?)?|an?)`,
  some: '(?:several|a few|few|many|some|a number of|a couple of|a couple|couple of|a dozen|dozens of|hundreds of|numerous)',
  about:
    '(?:(?:about|around|nearly|almost|over|more than|less than|at least|up to|no more than|just over|just under|as many as|some) )?',
  dayOfMonth: `(?:${DAY_OF_MONTH}(?:st|nd|rd|th)?)`,
  year: '(?:1[0-9]|20)\\d\\d',
  yearWords: `(?:(?:nineteen|eighteen)[ -](?:hundred|${TWO_FIGURES})|twenty[ -](?:ten|${TEENS}|twenty(?:[ -]${ONES})?))|two thousand(?: (?:and )?(?:${ONES}|ten))?`,
  zone: '(?:GMT|UTC|[ECMP][SD]?T|BST|CET|local time|Moscow time|Beijing time)',
};

/** A regular expression written in the pattern language; global, without regard to case, bounded by word ends. */
export function pattern(source: string): RegExp {
  const expanded = expand(source);
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${expanded})(?![\\p{L}\\p{N}_])`, 'giu');
}

function expand(source: string): string {
  let expanded = source;
  for (let depth = 0; depth < 3; depth++) {
    expanded = expanded.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const fragment = FRAGMENTS[name];
      if (fragment === undefined) throw new Error(`no words of kind ${name} for a time pattern`);
      return fragment;
    });
  }
  return expanded.replaceAll(' ?', '\\s{0,3}').replaceAll(' ', '\\s{1,3}');
}

/** "twenty-four", "a hundred", "2,500", "2 1/2": the number, or `null`. */
export function countOf(phrase: string): number | null {
  const text = phrase.toLowerCase().replace(/\s+/g, ' ').trim();
  if (/^half/.test(text)) return 0.5;
  const digits = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)( 1\/2)?$/.exec(text);
  if (digits) return Number(digits[1]!.replaceAll(',', '')) + (digits[2] ? 0.5 : 0);
  let total = 0;
  let current = 0;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and') continue;
    const value = Number(meaningOf('number', word) ?? Number.NaN);
    if (Number.isNaN(value)) return null;
    if (value === 100) current = Math.max(current, 1) * 100;
    else if (value === 1000) {
      total += Math.max(current, 1) * 1000;
      current = 0;
    } else current += value;
  }
  return total + current;
}

/** "nineteen ninety-six", "two thousand and one": the year, or `null`. */
export function spokenYear(phrase: string): number | null {
  const parts = phrase.toLowerCase().split(/[\s-]+/);
  if (parts[0] === 'two' && parts[1] === 'thousand') return countOf(phrase);
  const century = countOf(parts[0]!);
  if (parts[1] === 'hundred') return century === null ? null : century * 100;
  const rest = countOf(parts.slice(parts[1] === 'oh' ? 2 : 1).join(' '));
  return century === null || rest === null ? null : century * 100 + rest;
}

/** Two figures: from 30 on the twentieth century, as most newspapers read them. */
export function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year >= 30 ? 1900 + year : 2000 + year;
}

/** The ordinal as a number: "third" 3, "21st" 21. */
export function ordinalOf(word: string): number | null {
  const digits = /^(\d+)(?:st|nd|rd|th)?$/i.exec(word);
  if (digits) return Number(digits[1]);
  const value = meaningOf('ordinal', word);
  return value === null ? null : Number(value);
}

function readWords(): Record<WordKind, Map<string, string>> {
  const byKind = Object.fromEntries(KINDS.map(kind => [kind, new Map<string, string>()])) as Record<
    WordKind,
    Map<string, string>
  >;
  for (const row of knownTable('time-words.csv')) byKind[row.kind as WordKind].set(row.word!, row.value!);
  return byKind;
}

function alternation(list: string[]): string {
  return `(?:${list.map(word => word.replaceAll('.', '\\.')).join('|')})`;
}
