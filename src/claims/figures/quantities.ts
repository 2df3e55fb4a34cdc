/** The quantities of one sentence, in order: the first reader that knows a number has it. */
import { amount, exchangeRate, points, rated } from './amounts.js';
import { bare } from './bare.js';
import { counted } from './counted.js';
import type { Numeral } from './numeral.js';
import { numeralAt } from './numerals.js';
import type { Piece } from './pieces.js';
import type { Place, Quantity } from './quantity.js';
import { firstEnd, range, rangeOfShares } from './ranges.js';
import { fraction, multiple, times } from './ratios.js';
import { figureVocabulary } from './vocabulary.js';
import { votes } from './votes.js';

export function quantitiesIn(place: Place): Quantity[] {
  const { pieces, dated, found } = place;
  let at = 0;
  while (at < pieces.length) {
    const quantity = dated[at] ? null : quantityAt(place, at);
    if (quantity) {
      if (isCorrected(place, found.at(-1), at)) found.pop();
      found.push(quantity);
      at = Math.max(quantity.next ?? quantity.end, at + 1);
    } else {
      const numeral = dated[at] ? null : numeralAt(pieces, at);
      at = numeral?.kind === 'cardinal' ? numeral.end : at + 1;
    }
  }
  return found;
}

/** The quantity whose number begins at a piece, or `null`. */
function quantityAt(place: Place, at: number): Quantity | null {
  const { pieces } = place;
  const numeral = numeralAt(pieces, at);
  if (!numeral || isStretch(pieces, numeral)) return null;
  if (numeral.kind === 'fraction') return rangeOfShares(place, numeral) ?? fraction(place, numeral);
  if (numeral.kind === 'multiple') return multiple(place, numeral);
  return (
    times(place, numeral) ??
    votes(place, numeral) ??
    range(place, numeral) ??
    firstEnd(place, numeral) ??
    rated(place, amount(place, numeral)) ??
    points(place, numeral) ??
    exchangeRate(place, numeral) ??
    counted(place, numeral) ??
    bare(place, numeral)
  );
}

/** "in the first ten months": when, not how long. */
function isStretch(pieces: Piece[], { first, end }: Numeral): boolean {
  return (
    pieces[first - 1]?.lower === 'first' && figureVocabulary().units.get(pieces[end]?.lower ?? '')?.kind === 'time'
  );
}

/** "doubled, no, nearly tripled": a figure that is taken back for the next one. */
function isCorrected({ pieces }: Place, before: Quantity | undefined, next: number): boolean {
  if (!before || next - before.end > 7) return false;
  const between = pieces.slice(before.end, next);
  const words = between.filter(({ kind }) => kind === 'word').map(({ lower }) => lower);
  const { corrections } = figureVocabulary();
  return between[0]?.kind === 'sign' && [1, 2].some(length => corrections.has(words.slice(0, length).join(' ')));
}
