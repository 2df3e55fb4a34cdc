import type { Span } from '../reading.js';
import { knownAbbreviations } from './tokens.js';

/**
 * No sentence is longer than this many tokens; what is longer is cut at the last semicolon, comma or closing mark
 * before. It bounds the work for text without any stop.
 */
export const LONGEST_SENTENCE = 300;

/** Groups the tokens of a paragraph into sentences: `[from, to)` pairs of token numbers. */
export function sentenceRanges(text: string, tokens: Span[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const end = endsSentence(text, tokens, i, from);
    if (end > 0) {
      ranges.push([from, end]);
      from = end;
      i = end - 1;
    } else if (i + 1 - from >= LONGEST_SENTENCE) {
      const cut = sensibleCut(text, tokens, from, i + 1);
      ranges.push([from, cut]);
      from = cut;
      i = cut - 1;
    }
  }
  if (from < tokens.length) ranges.push([from, tokens.length]);
  return ranges;
}

/** The token number after the sentence if it ends at token `i`, closing marks included; else 0. */
function endsSentence(text: string, tokens: Span[], i: number, from: number): number {
  const kind = stopKind(text, tokens, i);
  if (kind === null) return 0;
  // "R2.4bn": the point of a number, glued to digits on both sides.
  if (/\d\.\d/.test(text.slice(tokens[i]!.start - 1, tokens[i]!.end + 1))) return 0;
  let next = i + 1;
  while (next < tokens.length && next < i + 4 && closes(text, tokens, next, from)) next++;
  if (next >= tokens.length) return next;
  // "1. Talks" at the start of a paragraph is the number of an item.
  if (kind === 'stop' && i === from + 1 && /^(?:\d{1,3}|\p{L})$/u.test(form(text, tokens[from]!))) return 0;
  const following = form(text, tokens[next]!);
  const opener = firstWordFrom(text, tokens, next);
  const closedQuotation = next > i + 1;
  if (/^[,;:)\]%-]$/.test(following)) return 0;
  switch (kind) {
    case 'abbreviation':
      // "In Feb. Imports fell": in a date a number follows.
      if (isMonth(form(text, tokens[i]!)) && beginsWithCapital(opener)) return next;
      return beginsPlainly(text, tokens, next, opener) ? next : 0;
    case 'ellipsis':
      return beginsWithCapital(opener) || QUOTE_MARK.test(following) ? next : 0;
    case 'question':
      if (!beginsWithCapital(opener) && !/^\p{N}/u.test(opener)) return 0;
      return closedQuotation && reportingVerbSoon(text, tokens, next) ? 0 : next;
    default:
      if (/^\p{Ll}/u.test(opener)) return 0;
      return next;
  }
}

type StopKind = 'stop' | 'question' | 'ellipsis' | 'abbreviation' | null;

function stopKind(text: string, tokens: Span[], i: number): StopKind {
  const { start, end } = tokens[i]!;
  const last = text[end - 1]!;
  if (last !== '.' && last !== '!' && last !== '?' && last !== '…' && last !== '。') return null;
  if (end - start === 1) return last === '.' || last === '。' ? 'stop' : last === '…' ? 'ellipsis' : 'question';
  if (last === '…' || text.startsWith('..', start)) return 'ellipsis';
  if (last === '.') {
    const word = text.slice(start, Math.min(end - 1, start + 24));
    return knownAbbreviations().list.before_name.includes(word) || isInitial(word) ? null : 'abbreviation';
  }
  return 'question';
}

function isMonth(abbreviation: string): boolean {
  return knownAbbreviations().list.months.includes(abbreviation.replace('.', ''));
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

/** Closing quotation marks and brackets that belong to the sentence before. */
function closes(text: string, tokens: Span[], i: number, from: number): boolean {
  const mark = form(text, tokens[i]!);
  if (/^[)\]}”»]$/.test(mark) || mark === "''" || mark === '’’') return true;
  const touchesBefore = tokens[i]!.start === tokens[i - 1]!.end;
  if (mark === '’' || mark === "'") return touchesBefore;
  if (mark !== '"') return false;
  const touchesAfter = i + 1 < tokens.length && tokens[i]!.end === tokens[i + 1]!.start;
  if (touchesBefore && !touchesAfter) return true;
  // war."The: glued on both sides; it closes if one is open in this sentence.
  return touchesBefore && countMarks(text, tokens, from, i) % 2 === 1;
}

function countMarks(text: string, tokens: Span[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++)
    if (tokens[i]!.end - tokens[i]!.start === 1 && text[tokens[i]!.start] === '"') count++;
  return count;
}

const QUOTE_MARK = /^(?:["“„«‘]|``|‘‘)$/;

/** The first word at or after a token, opening marks passed over. */
function firstWordFrom(text: string, tokens: Span[], i: number): string {
  for (let k = i; k < Math.min(i + 3, tokens.length); k++) {
    const word = form(text, tokens[k]!);
    if (/[\p{L}\p{N}]/u.test(word)) return word;
  }
  return '';
}

function beginsWithCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word);
}

let openers: Set<string> | null = null;

/** After an abbreviation: only a word that usually opens sentences, or an opening quotation, shows a new one. */
function beginsPlainly(text: string, tokens: Span[], next: number, opener: string): boolean {
  if (!beginsWithCapital(opener)) return false;
  openers ??= new Set(knownAbbreviations().list.sentence_openers);
  return QUOTE_MARK.test(form(text, tokens[next]!)) || openers.has(opener.toLowerCase());
}

/** "Will it last?" Putin asked: the quotation and who said it are one sentence. */
function reportingVerbSoon(text: string, tokens: Span[], next: number): boolean {
  for (let k = next; k < Math.min(next + 6, tokens.length); k++) {
    const word = form(text, tokens[k]!);
    if (
      k > next &&
      /^(?:said|says|asked|asks|added|wrote|replied|told|tweeted|insisted|exclaimed|shouted|demanded)$/.test(word)
    )
      return true;
    if (/^[.,;:!?"“”]$/.test(word)) return false;
  }
  return false;
}

function sensibleCut(text: string, tokens: Span[], from: number, to: number): number {
  for (const marks of [/^;$/, /^[,:)\]”"–—]$/]) {
    for (let i = to - 1; i > to - LONGEST_SENTENCE / 2 && i > from; i--) {
      if (marks.test(form(text, tokens[i]!))) return i + 1;
    }
  }
  return to;
}

function form(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + 40));
}
