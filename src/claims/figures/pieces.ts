/** A sentence cut finer than into words, as amounts need it: `$5bn` is a sign, a number and a scale. */
import type { Sentence, Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { DIGITS } from './digits.js';

export interface Piece extends Span {
  text: string;
  lower: string;
  kind: 'number' | 'word' | 'sign';
  /** White space stands before it. */
  spaced: boolean;
  /** The word it stands in. */
  token: Token | null;
}

const PIECE = new RegExp(String.raw`${DIGITS}|[½¼¾⅓⅔]|\p{L}+|\S`, 'gu');

/** The numbers, words and signs of a sentence, in order. */
export function piecesOf(sentence: Sentence, text: string): Piece[] {
  const slice = text.slice(sentence.start, sentence.end);
  const pieces: Piece[] = [];
  let token = 0;
  for (const match of slice.matchAll(PIECE)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    while (token < sentence.tokens.length && sentence.tokens[token]!.end <= start) token += 1;
    const here = sentence.tokens[token];
    pieces.push({
      start,
      end,
      text: match[0],
      lower: match[0].toLowerCase(),
      kind: /^\d/.test(match[0]) ? 'number' : /^\p{L}/u.test(match[0]) ? 'word' : 'sign',
      spaced: pieces.length === 0 || pieces.at(-1)!.end < start,
      token: here && here.start < end ? here : null,
    });
  }
  return pieces;
}
