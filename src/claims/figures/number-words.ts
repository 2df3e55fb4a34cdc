/** Numbers in letters: forty-one, half a million, a quarter of a trillion, two and a half billion. */
import { CARDINAL, isHalfMore, type Numeral, round, scalesFrom, wordOf } from './numeral.js';
import type { Piece } from './pieces.js';
import { figureVocabulary, type NumberWordKind } from './vocabulary.js';

/** forty-one, one hundred and forty million, a dozen, half a million, three million, a quarter of a million. */
export function wordsAt(pieces: Piece[], first: number): Numeral | null {
  let at = first;
  let factor = 1;
  const opening = pieces[at]!.lower;
  const large = partOfLarge(pieces, first);
  if (large === 'none') return null;
  if (large) {
    factor = large.factor;
    at = large.at;
  } else if (opening === 'a' || opening === 'an') {
    at += 1;
    const next = pieces[at];
    if (!next || (wordOf(next, 'scale') === null && wordOf(next, 'hundred') === null)) return null;
  } else if (wordOf(pieces[at]!, 'scale') !== null || wordOf(pieces[at]!, 'hundred') !== null) {
    return null;
  }
  let total = 0;
  let group = 0;
  let scale = 1;
  let seen = at;
  let kind: NumberWordKind | null = null;
  for (;;) {
    let index = seen;
    const joined = pieces[index];
    if (seen > at && (joined?.text === '-' || (joined?.lower === 'and' && kind === 'hundred'))) index += 1;
    const piece = pieces[index];
    if (piece?.kind !== 'word') break;
    const entry = (figureVocabulary().numberWords.get(piece.lower) ?? []).find(({ kind }) => CARDINAL.has(kind));
    if (!entry || !follows(kind, entry.kind)) break;
    if (entry.kind === 'scale') {
      scale = Math.max(scale, entry.value);
      total = group ? total + group * entry.value : (total || 1) * entry.value;
      group = 0;
    } else if (entry.kind === 'hundred') {
      group = (group || 1) * 100;
    } else {
      group += entry.value;
    }
    kind = entry.kind;
    seen = index + 1;
  }
  if (seen === at) return null;
  const value = (total + group) * factor;
  const half = isHalfMore(pieces, seen);
  if (half) {
    const scaled = scalesFrom(pieces, seen + 3);
    return cardinalInWords(first, scaled.end, (value + 0.5) * scaled.scale, scaled.scale * scale);
  }
  const after = pieces[seen];
  if (after?.kind === 'word' && !after.spaced) return null;
  return cardinalInWords(first, seen, value, scale);
}

/**
 * "half a million", "a quarter of a million", "three quarters of a trillion": the part, and where its scale word stands. `none`
 * where a part is not one of a large number, `null` where no part opens.
 */
export function partOfLarge(pieces: Piece[], first: number): { factor: number; at: number } | 'none' | null {
  const opening = pieces[first]!.lower;
  const isArticle = opening === 'a' || opening === 'an';
  const counts = /^(?:half|quarter)$/.test(opening) ? 1 : isArticle ? 1 : wordOf(pieces[first]!, 'digit');
  const part =
    opening === 'half' || opening === 'quarter' ? first : pieces[first + 1]?.text === '-' ? first + 2 : first + 1;
  const word = pieces[part];
  const isPart = /^(?:half|quarters?|thirds?)$/.test(word?.lower ?? '');
  if (counts === null || !word || !isPart) return null;
  const article = pieces[part + 1]?.lower === 'of' ? part + 2 : part + 1;
  const scaleWord = pieces[article]?.lower === 'a' ? pieces[article + 1] : undefined;
  if (!scaleWord || wordOf(scaleWord, 'scale') === null) return part === first || isArticle ? 'none' : null;
  return { factor: counts / wordOf(word, 'part')!, at: article + 1 };
}

/** Which kind of number word may stand after which. */
function follows(before: NumberWordKind | null, next: NumberWordKind): boolean {
  if (before === null || before === 'scale') return true;
  if (next === 'scale') return true;
  if (next === 'hundred') return before === 'digit' || before === 'teen';
  if (before === 'ten') return next === 'digit';
  return before === 'hundred';
}

function cardinalInWords(first: number, end: number, value: number, scale: number): Numeral {
  return {
    first,
    end,
    value: round(value),
    kind: 'cardinal',
    words: true,
    scale,
    doubtful: null,
    scaleInDoubt: null,
  };
}
