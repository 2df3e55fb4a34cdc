/** Digits that are a name: F-16, G7, Resolution 2231. */
import { isUnitWord, wordOf } from './numeral.js';
import type { Piece } from './pieces.js';
import { figureVocabulary } from './vocabulary.js';

/** F-16, Su-35, G7, Resolution 2231, No. 10, under-20: digits that are a name. */
export function isPartOfName(pieces: Piece[], first: number): boolean {
  const piece = pieces[first]!;
  const before = pieces[first - 1];
  if (!before) return false;
  if (!piece.spaced) {
    if (before.kind === 'word') {
      if (before.text.length > 3 || !isSign(before.text) || figureVocabulary().names.has(before.lower)) return true;
      // P15.3 billion and K5,000 are money, the P5 and the K2 names.
      return before.text.length === 1 && !isLarge(pieces, first);
    }
    if (before.text === '-' || before.text === '–' || before.text === '/' || before.text === '#') {
      const far = pieces[first - 2];
      if (before.text === '/' && far?.kind === 'number') return true;
      // "S/13 billion": the sol.
      if (before.text === '/' && far && isSign(`${far.text}/`)) return false;
      return !before.spaced && far?.kind === 'word' && wordOf(far, 'short') === null && !isUnitWord(far);
    }
    if (/^[.:+]$/.test(before.text)) return true;
  }
  // "the Group of 20"
  if (before.lower === 'of' && pieces[first - 2]?.text === 'Group') return true;
  const word = before.text === '.' ? pieces[first - 2] : before;
  return (
    word?.kind === 'word' &&
    figureVocabulary().names.has(word.lower) &&
    // "the soldiers number 16,000"
    !(word.lower === 'number' && pieces[first - 2]?.token?.xpos === 'NNS') &&
    (word.lower !== 'no' || before.text === '.' || word.text === 'No')
  );
}

/** A scale behind it, a thousand or more, or cents: what a sum of money looks like. */
function isLarge(pieces: Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    /,|\.\d\d$/.test(pieces[at]!.text) ||
    (next?.kind === 'word' && (wordOf(next, 'scale') ?? wordOf(next, 'short')) !== null) ||
    Number(pieces[at]!.text) >= 200
  );
}

function isSign(text: string): boolean {
  return figureVocabulary().signs.has(text);
}
