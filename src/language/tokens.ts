import { knownList } from '../knowledge.js';
import type { Span } from '../reading.js';

/** What data/abbreviations.yaml holds. */
export interface Abbreviations {
  before_name: string[];
  before_number: string[];
  anywhere: string[];
  months: string[];
  sentence_openers: string[];
}

/**
 * The words and marks of a stretch of text, split as UD English EWT splits them: `do|n't`, `Russia|'s`,
 * `well|-|known`, `£|153`, `30|%`, but `U.S.`, `co-operation`, `1,500.20`. Offsets are into `text`.
 */
export function tokenise(text: string, start = 0, end = text.length): Span[] {
  const tokens: Span[] = [];
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const stop = Math.min(endOfToken(text, at), end);
    addWithClitics(text, at, stop, tokens);
    at = stop;
  }
  return tokens;
}

/** Where the token that begins at `at` ends. The order matters: longer and rarer shapes first. */
function endOfToken(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return endOfWordlike(text, at);
  if (code >= 48 && code <= 57) return endOfNumber(text, at);
  return endOfMark(text, at);
}

function endOfWordlike(text: string, at: number): number {
  return (
    match(WEB_ADDRESS, text, at) ||
    match(MAIL_ADDRESS, text, at) ||
    match(DOTTED_ABBREVIATION, text, at) ||
    match(CURRENCY_WITH_LETTERS, text, at) ||
    match(LETTERS_AND_LETTERS, text, at) ||
    match(DOMAIN, text, at) ||
    endOfWord(text, at)
  );
}

function endOfWord(text: string, at: number): number {
  const end = match(WORD, text, at) || at + 1;
  const word = text.slice(at, Math.min(end, at + 24));
  const following = text[end];
  if (following === '.' && isAbbreviation(text, word, end)) return end + 1;
  if (following === '-' && isJoiningPrefix(word) && isLetterOrDigit(text.charCodeAt(end + 1))) {
    return match(WORD, text, end + 1) || end + 2;
  }
  return end;
}

function endOfNumber(text: string, at: number): number {
  const special = match(PHONE_NUMBER, text, at) || match(SLASHED_DATE, text, at) || match(ISO_DATE, text, at);
  if (special) return special;
  const end = match(NUMBER, text, at) || at + 1;
  const suffix = match(NUMBER_SUFFIX, text, end);
  if (suffix) return suffix;
  // "5pm", "4bn", "10km": the unit is a token of its own. Other mixtures, "7th", "3G", "4x4", stay whole.
  if (match(GLUED_UNIT, text, end)) return end;
  return match(WORD, text, end) || end;
}

function endOfMark(text: string, at: number): number {
  return (
    match(YEAR_WITHOUT_CENTURY, text, at) ||
    match(CUT_WORD, text, at) ||
    match(HANDLE, text, at) ||
    match(RUN_OF_MARKS, text, at) ||
    at + symbolLength(text, at)
  );
}

/** Adds the token, or its parts if it is a contraction or a possessive. */
function addWithClitics(text: string, start: number, end: number, tokens: Span[]): void {
  const cut = isLetter(text.charCodeAt(start)) && end - start < 40 ? cliticStart(text.slice(start, end)) : 0;
  if (cut > 0) {
    addWithClitics(text, start, start + cut, tokens);
    tokens.push({ start: start + cut, end });
  } else {
    tokens.push({ start, end });
  }
}

function cliticStart(token: string): number {
  const lower = token.toLowerCase();
  const fused = FUSED.get(lower);
  if (fused !== undefined) return fused;
  const clitic = CLITIC.exec(lower);
  return clitic && clitic.index > 0 ? clitic.index : 0;
}

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]/y;
const MAIL_ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/y;
const DOTTED_ABBREVIATION = /(?:Ph|\p{L})(?:\.\p{L}){1,6}\.?(?![\p{L}\p{N}])/uy;
const CURRENCY_WITH_LETTERS = /(?:US|HK|NZ|NT|A|C|S|R|U)\$/y;
const LETTERS_AND_LETTERS = /\p{Lu}{1,4}&\p{Lu}{1,4}(?!\p{L})/uy;
const DOMAIN =
  /[A-Za-z0-9]{1,40}(?:[.-][A-Za-z0-9]{1,40}){0,4}\.(?:com|org|net|gov|edu|info|co\.uk|co|ru|cn|uk|eu|io|tv|mil|int|pdf|docx?|xlsx?|html?|txt|jpe?g|png)(?![\p{L}\p{N}])/uy;
const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’`][\p{L}\p{M}]+)*/uy;
const NUMBER = /\d+(?:[.,:]\d+)*/y;
const NUMBER_SUFFIX = /(?:st|nd|rd|th|s|['’]s)(?![\p{L}\p{N}])/iuy;
const GLUED_UNIT =
  /(?:[ap]\.?m|bn|billion|mn|million|m|tn|trillion|k|km|kms|kg|kgs|cm|mm|mi|ft|lb|lbs|mph|kph|mw|gw|kw|mb|gb|hrs?|mins?|yrs?|bpd|pc|pct)(?![\p{L}\p{N}])/iuy;
const PHONE_NUMBER = /(?:\d{1,3}[-.])?\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|\d{3}-\d{4}(?!\d)/y;
const SLASHED_DATE = /\d{1,4}\/\d{1,2}(?:\/\d{1,4})?(?![\d/])/y;
const ISO_DATE = /\d{4}-\d{2}-\d{2}(?!\d)/y;
const YEAR_WITHOUT_CENTURY = /['’]\d{2}s?(?![\p{L}\p{N}])/uy;
const CUT_WORD = /['’](?:em|til|tis|twas)(?!\p{L})|['’](?:s|m|re|ve|ll|d)(?!\p{L})/iuy;
const HANDLE = /[@#][\p{L}_][\p{L}\p{N}_]{1,50}/uy;
const RUN_OF_MARKS = /\.{2,}|…+|-{2,}|[!?]+|={2,}|\*+|_+|~+|<+|>+|''|``|‘‘|’’|[–—]+/y;
const CLITIC = /n['’`]t$|['’`](?:s|m|re|ve|ll|d)$/;
/** Words written as one that are two, with the place of the cut. */
const FUSED = new Map(
  Object.entries({
    cannot: 3,
    gonna: 3,
    wanna: 3,
    gotta: 3,
    dont: 2,
    doesnt: 4,
    didnt: 3,
    wont: 2,
    cant: 2,
    isnt: 2,
    wasnt: 3,
  }),
);
/** Prefixes that EWT leaves joined to their word; all other hyphens split. */
const JOINING_PREFIXES = new Set(
  (
    'e co non anti pre post re semi pro mid multi ex neo un sub over intra inter micro counter cross arch bi tri de ultra ' +
    'extra quasi pseudo socio psycho out under mini mega counter'
  ).split(' '),
);

let abbreviations: { list: Abbreviations; always: Set<string>; number: Set<string> } | null = null;

/** The abbreviations of data/abbreviations.yaml, read once. */
export function knownAbbreviations(): { list: Abbreviations; always: Set<string>; number: Set<string> } {
  if (abbreviations) return abbreviations;
  const list = knownList<Abbreviations>('abbreviations.yaml');
  abbreviations = {
    list,
    always: new Set([...list.before_name, ...list.anywhere].flatMap(word => [word, word.toUpperCase()])),
    number: new Set(list.before_number),
  };
  return abbreviations;
}

function isAbbreviation(text: string, word: string, end: number): boolean {
  const known = knownAbbreviations();
  if (known.always.has(word)) return !isLetterOrDigit(text.charCodeAt(end + 1)) && !ENGLISH_WORDS_TOO.has(word);
  if (known.number.has(word)) return /^\.\s?\d/.test(text.slice(end, end + 3));
  // An initial: "J. R. Smith". "I" alone is far oftener the pronoun.
  return word.length === 1 && word !== 'I' && /\p{Lu}/u.test(word) && !isLetterOrDigit(text.charCodeAt(end + 1));
}

/** Abbreviations in capitals that are words or names of their own before a full stop. */
const ENGLISH_WORDS_TOO = new Set([
  'ST',
  'CO',
  'MISS',
  'MASS',
  'WASH',
  'FT',
  'ILL',
  'IND',
  'MO',
  'PA',
  'LA',
  'NO',
  'MIN',
  'MAX',
  'ME',
  'SEC',
  'REP',
  'FIG',
  'DEL',
  'MONT',
  'TEX',
  'AL',
  'SAT',
  'SUN',
  'MON',
  'WED',
  'EST',
  'ED',
  'REV',
]);

function isJoiningPrefix(word: string): boolean {
  return word.length < 8 && JOINING_PREFIXES.has(word.toLowerCase());
}

/** Length of the match of a sticky pattern at a place, as the place where it ends; 0 if there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** A pair of surrogates is one mark. */
function symbolLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isSpace(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff ||
    code === 0x3000 ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xad
  );
}

const LETTER = /[\p{L}\p{M}]/u;

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return LETTER.test(String.fromCharCode(code));
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || isLetter(code);
}
