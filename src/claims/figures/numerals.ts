/** Numbers as they are written: 1.28 trillion, 5bn, forty-one, half a million, two-thirds, one in five, twice. */
import { multipleAt } from './multiples.js';
import { isPartOfName } from './names.js';
import { partOfLarge, wordsAt } from './number-words.js';
import { isHalfMore, isUnitWord, type Numeral, round, scalesFrom, wordOf } from './numeral.js';
import { numberOf, type Piece } from './pieces.js';
import { fractionAt, ratioAt } from './shares.js';

/** The number that begins at a piece, or `null`. */
export function numeralAt(pieces: Piece[], first: number): Numeral | null {
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
  const value = numberOf(pieces[first]!.text);
  const ratio = ratioAt(pieces, first) ?? multipleAt(pieces, first);
  if (ratio) return ratio;
  let end = first + 1;
  let scale = 1;
  let doubtful = false;
  let extra = 0;
  const next = pieces[end];
  if (next && !next.spaced && next.kind === 'word') {
    const short = wordOf(next, 'short') ?? wordOf(next, 'scale');
    if (short === null) {
      // 5G, 24th, 44am: no number; 1,098km and 2m kW are left to the units.
      if (!isUnitWord(next)) return null;
    } else if (!(isUnitWord(next) && next.text !== 'm')) {
      scale = short;
      end += 1;
      doubtful = next.lower === 'm' || next.lower === 't';
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
  const scaled = scalesFrom(pieces, end);
  return {
    first,
    end: scaled.end,
    value: round((value + extra) * scale * scaled.scale),
    kind: 'cardinal',
    words: false,
    scale: scale * scaled.scale,
    doubtful,
  };
}
