/** A sentence cut finer than into words, as amounts need it: `$5bn` is a sign, a number and a scale. */
import type { Sentence, Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';

export interface Piece extends Span {
  text: string;
  lower: string;
  kind: 'number' | 'word' | 'sign';
  /** White space stands before it. */
  spaced: boolean;
  /** The word it stands in. */
  token: Token | null;
}

/** Hard, thin and narrow spaces between thousands; a plain space is one only before "000"; 1.250.000 is no 1.25. */
const PIECE =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?: \d{3})* 000(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?|[½¼¾⅓⅔]|\p{L}+|\S/gu;

/** What digits say, whatever stands between their thousands. */
export function numberOf(digits: string): number {
  const bare = digits.replace(/[,\s]/g, '');
  return Number(/\..*\./.test(bare) ? bare.replaceAll('.', '') : bare);
}

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
