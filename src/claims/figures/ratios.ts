/** Shares and multiples: a third, doubled, three times as much; and "N times" where it counts events. */
import { changeAt } from './change.js';
import { eventCounted } from './counts.js';
import type { Numeral } from './numeral.js';
import type { Piece } from './pieces.js';
import { base, type Place, type Quantity } from './quantity.js';

/** A third; "half as much as Bulgaria" says that it is less. */
export function fraction({ pieces }: Place, numeral: Numeral): Quantity {
  const isLess =
    pieces[numeral.end]?.lower === 'as' &&
    comparesAt(pieces, numeral.end) &&
    pieces.slice(numeral.end + 2, numeral.end + 6).some(({ lower }) => lower === 'as');
  return { ...base(numeral), unit: 'fraction', family: 'share', direction: isLess ? 'down' : null };
}

/** twice, doubled: a ratio, or "twice" as a count of events. */
export function multiple(place: Place, numeral: Numeral): Quantity | null {
  const { pieces } = place;
  const word = pieces[numeral.first]!.lower;
  const isCount = (word === 'twice' || word === 'thrice') && !comparesAt(pieces, numeral.end);
  if (!isCount) {
    // "shrank tenfold"
    const isDown = numeral.value < 1 || changeAt(pieces, numeral.first, numeral.end, true)?.direction === 'down';
    return { ...base(numeral), unit: 'times', family: 'ratio', direction: isDown ? 'down' : 'up' };
  }
  const event = eventCounted(pieces, numeral.first);
  return { ...base(numeral), unit: event ?? 'times', family: 'count', confidence: event ? 0.9 : 0.75 };
}

/** "three times as much", "11 times": a ratio where something is compared, else a count of events. */
export function times({ pieces }: Place, numeral: Numeral): Quantity | null {
  if (pieces[numeral.end]?.lower !== 'times') return null;
  const end = numeral.end + 1;
  if (comparesAt(pieces, end)) return { ...base(numeral), end, unit: 'times', family: 'ratio', direction: 'up' };
  const event = eventCounted(pieces, numeral.first);
  return { ...base(numeral), end, unit: event ?? 'times', family: 'count', confidence: event ? 0.9 : 0.75 };
}

export function comparesAt(pieces: Piece[], at: number): boolean {
  const next = pieces[at];
  if (!next) return false;
  // "19 times as president" counts, "three times as big" compares.
  if (next.lower === 'as') return /^(?:ADJ|ADV)$/.test(pieces[at + 1]?.token?.upos ?? '');
  if (/er$/.test(next.lower) && pieces[at + 1]?.lower === 'than') return true;
  if (
    /^(?:what|more|less|that|those|its|their|his|her|larger|bigger|higher|greater|smaller|faster|the)$/.test(next.lower)
  ) {
    return next.lower !== 'the' || !/^(?:last|past|first|same)$/.test(pieces[at + 1]?.lower ?? '');
  }
  // "a hundred times Rwanda's size".
  return /^\p{Lu}/u.test(next.text) && /^[’']$/.test(pieces[at + 1]?.text ?? '');
}
