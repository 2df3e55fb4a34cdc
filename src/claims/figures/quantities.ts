/** The quantities of one sentence, in order: the first reader that knows a number has it. */
import { amount, exchangeRate, points, rated } from './amounts.js';
import { bare } from './bare.js';
import { counted } from './counted.js';
import { numeralAt } from './numerals.js';
import type { Place, Quantity } from './quantity.js';
import { range } from './ranges.js';
import { fraction, multiple, times } from './ratios.js';
import { votes } from './votes.js';

export function quantitiesIn(place: Place): Quantity[] {
  const { pieces, dated, found } = place;
  let at = 0;
  while (at < pieces.length) {
    const quantity = dated[at] ? null : quantityAt(place, at);
    if (quantity) {
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
  if (!numeral) return null;
  if (numeral.kind === 'fraction') return fraction(place, numeral);
  if (numeral.kind === 'multiple') return multiple(place, numeral);
  return (
    times(place, numeral) ??
    votes(place, numeral) ??
    range(place, numeral) ??
    rated(place, amount(place, numeral)) ??
    points(place, numeral) ??
    exchangeRate(place, numeral) ??
    counted(place, numeral) ??
    bare(place, numeral)
  );
}
