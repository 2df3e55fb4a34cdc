/** Numbers as they are written: 1.28 trillion, 5bn, forty-one, half a million, two-thirds, one in five, twice. */

import { isThousandsOrDecimals, numberOf } from './digits.js';
import { multipleAt } from './multiples.js';
import { isPartOfName } from './names.js';
import { partOfLarge, wordsAt } from './number-words.js';
import { isHalfMore, isScaleLetter, isUnitWord, type Numeral, round, scalesFrom, wordOf } from './numeral.js';
import type { Piece } from './pieces.js';
import { fractionAt, ratioAt } from './shares.js';
import { currenciesNamed, figureVocabulary } from './vocabulary.js';

/** The number that begins at a piece, "-odd" with it, or `null`. */
export function numeralAt(pieces: Piece[], first: number): Numeral | null {
  const numeral = exactNumeralAt(pieces, first);
  const odd = numeral && pieces[numeral.end]?.text === '-' ? numeral.end + 1 : numeral?.end;
  return odd !== undefined && pieces[odd]?.lower === 'odd' ? { ...numeral!, end: odd + 1 } : numeral;
}

function exactNumeralAt(pieces: Piece[], first: number): Numeral | null {
  const piece = pieces[first]!;
  if (piece.kind === 'number') return digitsAt(pieces, first);
  if (piece.kind !== 'word') return null;
  // "a quarter of a million" is a number before it is a share.
  const opensLarge =
    /^(?:an?|half|two|three)$/.test(piece.lower) && partOfLarge(pieces, first) ? wordsAt(pieces, first) : null;
  return (
    opensLarge ??
    ratioAt(pieces, first) ??
    multipleAt(pieces, first) ??
    fractionAt(pieces, first) ??
    wordsAt(pieces, first)
  );
}

function digitsAt(pieces: Piece[], first: number): Numeral | null {
  if (isPartOfName(pieces, first)) return null;
  const second = isSecondGroup(pieces, first) ? pieces[first + 1]! : null;
  const value = numberOf(pieces[first]!.text + (second?.text ?? ''));
  const ratio = ratioAt(pieces, first) ?? multipleAt(pieces, first);
  if (ratio) return ratio;
  let end = first + (second ? 2 : 1);
  let scale = 1;
  let letter: string | null = null;
  let extra = 0;
  const next = pieces[end];
  if (next && !next.spaced && next.kind === 'word') {
    const short = wordOf(next, 'short') ?? wordOf(next, 'scale');
    if (short === null) {
      // 5G, 24th, 44am: no number; 1,098km and 2m kW are left to the units.
      if (!isUnitWord(next)) return null;
    } else if (next.lower.length > 1 ? !isUnitWord(next) : isScaleLetter(pieces, first, end)) {
      scale = short;
      end += 1;
      if (next.lower === 'm' || next.lower === 't') letter = next.lower;
    }
  }
  const fraction = { '½': 0.5, '¼': 0.25, '¾': 0.75 }[pieces[end]?.text ?? ''];
  if (fraction) {
    extra = fraction;
    end += 1;
  } else if (isHalfMore(pieces, end)) {
    extra = 0.5;
    end += 3;
  }
  const scaled = scalesFrom(pieces, end, first);
  const last = pieces[scaled.end - 1]!;
  if (scaled.end > end && last.text.length === 1) letter = last.lower;
  const dotted = scale * scaled.scale === 1 ? dottedAt(pieces, first, scaled.end) : null;
  return {
    first,
    end: scaled.end,
    value: round((value + extra) * scale * scaled.scale * (dotted ?? 1)),
    kind: 'cardinal',
    words: false,
    scale: scale * scaled.scale,
    doubtful: letter && letterDoubt(letter),
    scaleInDoubt: second
      ? `“${pieces[first]!.text} ${second.text}” is taken for one number and may be two`
      : dotted === null
        ? null
        : dottedDoubt(pieces[first]!.text, dotted),
  };
}

/** Why a scale of one letter may be another thing. */
function letterDoubt(letter: string): string {
  const [scale, other] = { m: ['million', 'metres'], t: ['trillion', 'tonnes'] }[letter] ?? [
    'a scale',
    'something else',
  ];
  return `“${letter}” is taken for ${scale} and may be ${other}`;
}

/** Why a number with a point may be a thousand times as much or as little. */
function dottedDoubt(text: string, factor: number): string {
  const [whole, decimals] = [text.replace('.', ','), String(Number(text))];
  return factor === 1
    ? `“${text}” is taken for ${decimals} and may be ${whole}`
    : `“${text}” is taken for ${whole} and may be ${decimals}`;
}

/** "45 678 tonnes": the second group of a number whose thousands a plain space parts. */
function isSecondGroup(pieces: Piece[], first: number): boolean {
  const next = pieces[first + 1];
  return (
    /^[1-9]\d{0,2}$/.test(pieces[first]!.text) &&
    /^\d{3}$/.test(next?.text ?? '') &&
    next!.start === pieces[first]!.end + 1 &&
    pieces[first + 2]?.kind === 'word'
  );
}

/**
 * What 12.500 is to be multiplied by: 1 where it has decimals, 1000 where a dot parts its thousands, `null` where nobody would
 * doubt. Nobody has half a soldier, and nobody ends decimals in an idle nought.
 */
function dottedAt(pieces: Piece[], first: number, end: number): number | null {
  const { units, signs } = figureVocabulary();
  const { text } = pieces[first]!;
  const next = pieces[end];
  if (!isThousandsOrDecimals(text) || units.get(next?.lower ?? '')?.kind === 'share' || next?.lower === 'per')
    return null;
  const isMoney =
    currenciesNamed(next?.text ?? '') !== undefined ||
    signs.has(next?.text ?? '') ||
    signs.has(pieces[first - 1]?.text ?? '');
  const isCount = next?.kind === 'word' && /^(?:NOUN|PROPN|ADJ)$/.test(next.token?.upos ?? '');
  if (isMoney || (next && isUnitWord(next))) return text.endsWith('0') ? 1000 : 1;
  if (isCount) return 1000;
  return /^(?:to|against)$/.test(next?.lower ?? '') ? null : 1;
}
