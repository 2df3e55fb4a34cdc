import { knownTable } from '../knowledge.js';
import type { Token } from '../language/sentence.js';
import { listOf } from './countries.js';
import { holdingsOf, knownHoldings } from './holders.js';
import { nounClass } from './offices.js';

/** Whether a token is written as part of a proper name. */
export function isNameWord(token: Token): boolean {
  return (token.xpos === 'NNP' || token.upos === 'PROPN') && /^\p{Lu}/u.test(token.form) && token.form.length > 1;
}

/** Whether a word before a name is a form of address, a rank or a post, and so no part of the name. */
export function isTitle(word: string): boolean {
  return titles().has(word) || nounClass(word.toLowerCase()) !== null;
}

/** Whether a title is one that no head of state or minister bears: "Judge", "Sergeant". */
export function isLesserTitle(word: string): boolean {
  return titles().get(word) === false;
}

/** Whether a family name is so common, as a name or as a word, that alone it hardly says who is meant. */
export function isCommonName(word: string): boolean {
  common ??= new Set(knownTable('actors/common-names.csv').flatMap(row => listOf(row.names)));
  return common.has(word);
}

/** Whether a word is the first name of anybody in the tables. */
export function isGivenName(word: string): boolean {
  given ??= new Set(knownHoldings().map(({ person }) => person.split(' ')[0]!));
  return given.has(word);
}

/**
 * Whether the words beside a family name make it the full name of somebody else: "Wang" in "Wang Wenbin" is not Wang
 * Qishan, "Putin" in "Igor Putin" is not Vladimir Putin; "Vladimir V. Putin" is.
 */
export function isInAnotherName(tokens: Token[], match: { first: number; end: number }, person: string): boolean {
  const names = [person, ...holdingsOf(person).flatMap(({ spellings }) => spellings)].flatMap(name =>
    name.toLowerCase().split(/[\s-]+/),
  );
  return [...wordsBefore(tokens, match.first), ...wordsAfter(tokens, match)].some(word => {
    const lower = word.toLowerCase().replace(/\.$/, '');
    return lower.length === 1 ? !names.some(name => name.startsWith(lower)) : !fits(names, lower);
  });
}

/** "Mikhail" fits "Michail", "Dmitri" fits "Dmitry": spellings of one name begin alike. */
function fits(names: string[], word: string): boolean {
  const parts = word.split('-');
  return parts.every(part =>
    names.some(name => name === part || (part.length > 3 && name.slice(0, 3) === part.slice(0, 3))),
  );
}

/** Name words that stand straight before a token, up to a title or a known word of another kind. */
function wordsBefore(tokens: Token[], first: number): string[] {
  const words: string[] = [];
  for (let i = first - 1; i >= 0 && i > first - 4; i--) {
    const token = tokens[i]!;
    const joined = tokens[i + 1]!.start === token.end + 1;
    const initial = /^\p{Lu}\.?$/u.test(token.form) && words.length < 2;
    if (!joined || !(initial || isNameWord(token)) || isTitle(token.form) || isCalendarWord(token.form)) break;
    if (!initial && !isPersonal(token, tokens[i + 1]!)) break;
    words.push(token.form);
  }
  return words;
}

/** Name words straight after a token that the parse reads as one name with it. */
function wordsAfter(tokens: Token[], { first, end }: { first: number; end: number }): string[] {
  const words: string[] = [];
  for (let i = end; i < tokens.length && i < end + 3; i++) {
    const token = tokens[i]!;
    if (tokens[i - 1]!.end + 1 !== token.start || !/^\p{Lu}\p{Ll}/u.test(token.form)) break;
    const flat = token.deprel === 'flat' && token.head >= first && token.head < i;
    if (!flat || !isNameWord(token) || isTitle(token.form) || isCalendarWord(token.form)) break;
    words.push(token.form);
  }
  return words;
}

/** Whether a capitalised word is read as one name with the next: by the parse, or because it is a first name. */
function isPersonal(token: Token, next: Token): boolean {
  return (
    isGivenName(token.form) ||
    (next.deprel === 'flat' && next.head === token.index) ||
    (token.head === next.index && /^(?:compound|flat)$/.test(token.deprel) && token.xpos === 'NNP')
  );
}

/** Weekdays and months stand beside names without belonging to them: "Putin Wednesday said". */
export function isCalendarWord(word: string): boolean {
  return /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
    word,
  );
}

function titles(): Map<string, boolean> {
  titleWords ??= new Map(
    knownTable('actors/titles.csv').flatMap(row => listOf(row.titles).map(title => [title, row.holder === 'yes'])),
  );
  return titleWords;
}

let titleWords: Map<string, boolean> | null = null;
let common: Set<string> | null = null;
let given: Set<string> | null = null;
