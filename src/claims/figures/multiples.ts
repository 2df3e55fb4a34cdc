/** Multiples in one word: twice, doubled, tenfold, 1.5-fold. */
import { CARDINAL, type Numeral, smallNumber, wordOf } from './numeral.js';
import type { Piece } from './pieces.js';
import { figureVocabulary } from './vocabulary.js';

/** twice, doubled, tenfold. */
export function multipleAt(pieces: Piece[], first: number): Numeral | null {
  const piece = pieces[first]!;
  const found = {
    first,
    end: first + 1,
    kind: 'multiple',
    words: true,
    scale: 1,
    doubtful: null,
    scaleInDoubt: null,
  } as const;
  if (piece.lower === 'twice' || piece.lower === 'thrice') return { ...found, value: piece.lower === 'twice' ? 2 : 3 };
  const fold = piece.lower.endsWith('fold') ? /^(\p{L}+)fold$/u.exec(piece.lower)?.[1] : undefined;
  const times =
    fold &&
    figureVocabulary()
      .numberWords.get(fold)
      ?.find(({ kind }) => CARDINAL.has(kind));
  if (times) return { ...found, value: times.value };
  const after = pieces[first + 1];
  const number = /^\d\.\d+$/.test(piece.text) ? Number(piece.text) : smallNumber(piece);
  if (number !== null && after?.lower === 'fold') return { ...found, end: first + 2, value: number };
  if (number !== null && after?.text === '-' && pieces[first + 2]?.lower === 'fold')
    return { ...found, end: first + 3, value: number };
  const value = wordOf(piece, 'multiple');
  if (value === null) return null;
  const isVerb =
    /(?:ed|ing)$/.test(piece.lower) ||
    piece.token?.upos === 'VERB' ||
    /^(?:to|will|would|could|can|may|might|must|should)$/.test(pieces[first - 1]?.lower ?? '');
  const compares = after && /^(?:the|that|what|its|their|his|her|last|this|those|from|to|as|in)$/.test(after.lower);
  return isVerb || compares ? { ...found, value } : null;
}
