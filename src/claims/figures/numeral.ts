/** A number read from its pieces, and the words numbers are made of. */
import type { Piece } from './pieces.js';
import { unitFrom } from './unit-words.js';
import { currenciesNamed, figureVocabulary, type NumberWordKind } from './vocabulary.js';

export interface Numeral {
  /** First piece, and one past the last. */
  first: number;
  end: number;
  value: number;
  /** `cardinal`: a count or amount; `fraction`: a share; `multiple`: a ratio in one word (twice, doubled). */
  kind: 'cardinal' | 'fraction' | 'multiple';
  /** Written in letters. */
  words: boolean;
  /** What it was multiplied by: 1 for plain numbers, 1e9 for 5bn. */
  scale: number;
  /** Why the scale could be something else (2m: two metres?); a unit beside it settles that. */
  doubtful: string | null;
  /** Why it may be a thousand times as much or as little, whatever stands beside it: 12.500, 45 678. */
  scaleInDoubt: string | null;
}

export const CARDINAL = new Set<NumberWordKind>(['digit', 'teen', 'ten', 'hundred', 'scale']);

/** "million", "lakh crore", "hundred thousand", " bn" after a number. */
export function scalesFrom(pieces: Piece[], from: number, first = from): { end: number; scale: number } {
  let end = from;
  let scale = 1;
  for (;;) {
    const piece = pieces[end];
    const hyphened = piece?.text === '-' && pieces[end + 1]?.kind === 'word' ? 1 : 0;
    const word = pieces[end + hyphened];
    if (word?.kind !== 'word') break;
    const value =
      wordOf(word, 'scale') ??
      wordOf(word, 'hundred') ??
      (word.lower.length > 1 || isScaleLetter(pieces, first, end + hyphened) ? wordOf(word, 'short') : null);
    if (value === null || (word.lower === 'score' && scale === 1)) break;
    scale *= value;
    end += hyphened + 1;
  }
  return { end, scale };
}

/**
 * "$5 b", "350 m yuan", "2 m people", "¥12t": one letter is a scale beside a sign of money and before a unit or people. Elsewhere
 * `m` is one only against its number ("1.2m crossings"), unless a word of length follows ("2,100m above the sea"), and `t` are tonnes.
 */
export function isScaleLetter(pieces: Piece[], first: number, at: number): boolean {
  const { signs, persons, lengths } = figureVocabulary();
  const before = pieces[first - 1];
  const next = pieces[at + 1];
  if (before && signs.has(before.text)) return true;
  if (next?.kind === 'word' && (isUnitWord(next) || unitFrom(pieces, at + 1) || persons.has(next.lower))) return true;
  const { lower, spaced } = pieces[at]!;
  return !spaced && lower !== 't' && !(lower === 'm' && lengths.has(next?.lower ?? ''));
}

/** "and a half". */
export function isHalfMore(pieces: Piece[], at: number): boolean {
  return pieces[at]?.lower === 'and' && pieces[at + 1]?.lower === 'a' && pieces[at + 2]?.lower === 'half';
}

export function smallNumber(piece: Piece): number | null {
  if (piece.kind === 'number') return /^\d{1,3}$/.test(piece.text) ? Number(piece.text) : null;
  return (
    wordOf(piece, 'digit') ?? wordOf(piece, 'teen') ?? wordOf(piece, 'ten') ?? (piece.lower === 'hundred' ? 100 : null)
  );
}

export function isUnitWord(piece: Piece): boolean {
  const { units } = figureVocabulary();
  return units.has(piece.text) || units.has(piece.lower) || currenciesNamed(piece.text) !== undefined;
}

export function wordOf(piece: Piece, kind: NumberWordKind): number | null {
  return (
    figureVocabulary()
      .numberWords.get(piece.lower)
      ?.find(entry => entry.kind === kind)?.value ?? null
  );
}

/** 0.1 + 0.2 and 1.1 * 1e6 leave tails of binary arithmetic that nobody wrote. */
export function round(value: number): number {
  return Number(value.toPrecision(12));
}
