/** Ranges: both ends, and the middle as the value. */
import { amount, rated } from './amounts.js';
import { bare } from './bare.js';
import { counted } from './counted.js';
import type { Numeral } from './numeral.js';
import { numeralAt } from './numerals.js';
import type { Piece } from './pieces.js';
import { base, type Place, type Quantity } from './quantity.js';
import { amountAt } from './units.js';
import { figureVocabulary } from './vocabulary.js';

/** "between 107% and 212%", "50m-60m lari", "10 to 15 billion". */
export function range(place: Place, low: Numeral): Quantity | null {
  const { pieces, text, money } = place;
  const own = amountAt(pieces, low, text, money);
  const start = own?.first ?? low.first;
  const end = own?.end ?? low.end;
  const joint = pieces[end];
  const isBetween = pieces[start - 1]?.lower === 'between' && joint?.lower === 'and';
  const isSpan =
    joint && (joint.text === '-' || joint.text === '–' || (joint.lower === 'to' && !movesBefore(pieces, start)));
  if (!isBetween && !isSpan) return null;
  // "trimmed by $7.6 billion to $767.4 billion": the change, and the level after it.
  if (own?.kind === 'money' && low.scale > 1 && joint?.lower === 'to' && pieces[start - 1]?.lower === 'by') return null;
  let at = end + 1;
  while (pieces[at]?.kind === 'sign' || (pieces[at] && at < end + 3 && figureVocabulary().signs.has(pieces[at]!.text)))
    at += 1;
  const high = pieces[at] ? numeralAt(pieces, at) : null;
  if (high?.kind !== 'cardinal' || at > end + 3) return null;
  const upper =
    rated(place, amount(place, high)) ??
    counted(place, high) ??
    (isBetween ? bare(place, high) : null) ??
    // "$10-15 billion": the sign stands before the first alone.
    (own?.kind === 'money' ? { ...base(high), unit: own.unit, family: 'money' as const } : null);
  // "$3.5 to $4 billion each month": what it is counted by stands behind the second alone.
  if (!upper || (own && own.unit !== upper.unit && !upper.unit.startsWith(`${own.unit}/`))) return null;
  const factor = upper.value / high.value;
  const shared = low.scale === 1 && high.scale > 1 && low.value < 1000 ? high.scale : 1;
  const lower = (own ? own.value : low.value * factor) * shared;
  if (!(lower < upper.value) || lower <= 0) return null;
  return { ...upper, first: start, value: (lower + upper.value) / 2, range: [lower, upper.value] };
}

/** "a third to a half", "between a quarter and a third". */
export function rangeOfShares({ pieces }: Place, low: Numeral): Quantity | null {
  const joint = pieces[low.end]?.lower;
  const isBetween = pieces[low.first - 1]?.lower === 'between' && joint === 'and';
  if (!isBetween && (joint !== 'to' || movesBefore(pieces, low.first))) return null;
  const high = pieces[low.end + 1] ? numeralAt(pieces, low.end + 1) : null;
  if (high?.kind !== 'fraction' || high.value <= low.value) return null;
  return {
    ...base(high),
    first: low.first,
    value: (low.value + high.value) / 2,
    range: [low.value, high.value],
    unit: 'fraction',
    family: 'share',
  };
}

/** "cut from 30 to 20 ships", "from 3 to 4 per cent": the unit of the first end of a change stands behind the second. */
export function firstEnd(place: Place, low: Numeral): Quantity | null {
  const { pieces, text, money } = place;
  const isFrom = pieces[low.first - 1]?.lower === 'from' && pieces[low.end]?.lower === 'to';
  if (!isFrom || !movesBefore(pieces, low.first) || amountAt(pieces, low, text, money)) return null;
  const high = pieces[low.end + 1] ? numeralAt(pieces, low.end + 1) : null;
  if (high?.kind !== 'cardinal') return null;
  const level = rated(place, amount(place, high)) ?? counted(place, high);
  if (!level) return null;
  const shared = low.scale === 1 && high.scale > 1 && low.value < 1000 ? high.scale : 1;
  const value = low.value * (level.value / high.value) * shared;
  return { ...level, first: low.first, end: low.end, value: Number(value.toPrecision(12)) };
}

/** "from 10% to 25%", "rose 5% to 7": a movement, not a range. */
function movesBefore(pieces: Piece[], first: number): boolean {
  const { directions } = figureVocabulary();
  const from = [first - 1, first - 2].find(at => pieces[at]?.lower === 'from');
  // "ranged from 12 to 27 years", "anything from 5% to 10%".
  if (from !== undefined)
    return !/^(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|any(?:thing|where))$/.test(pieces[from - 1]?.lower ?? '');
  return pieces
    .slice(Math.max(0, first - 4), first)
    .some(({ lower, token }) => directions.has(lower) || directions.has(token?.lemma.toLowerCase() ?? ''));
}
