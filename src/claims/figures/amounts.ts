/** Amounts with a unit of their own: money, percent, tonnes, points, what they are counted by, rates of exchange. */
import { changeAt } from './change.js';
import { currencyNamedBefore, exchangeRateAt } from './money.js';
import type { Numeral } from './numeral.js';
import { base, isAgo, isExchangeRate, isSmallWord, type Place, type Quantity, sureOf } from './quantity.js';
import { amountAt, rateAt } from './units.js';

/** Money, percent, tonnes ... */
export function amount({ pieces, text, money }: Place, numeral: Numeral): Quantity | null {
  const found = amountAt(pieces, numeral, text, money);
  if (!found) return null;
  const { kind, value, unit, first, end } = found;
  const small = isSmallWord(numeral);
  if (kind === 'time' && (small || isAgo(pieces, end))) return null;
  if ((kind === 'measure' || kind === 'money') && small && value === 1) return null;
  return {
    ...base(numeral),
    first,
    end,
    value,
    unit,
    family: kind,
    confidence: sureOf(numeral, found.doubtful ? 0.7 : 0.95),
    doubt: numeral.scaleInDoubt ?? found.doubtful,
  };
}

/** "fell by five points": of a rate or a poll. */
export function points({ pieces }: Place, numeral: Numeral): Quantity | null {
  if (!/^points?$/.test(pieces[numeral.end]?.lower ?? '')) return null;
  const end = numeral.end + 1;
  if (!changeAt(pieces, numeral.first, end, true)) return null;
  return { ...base(numeral), end, unit: 'percentage point', family: 'share', confidence: 0.7 };
}

/** An amount with what it is counted by, where that follows: a day, per 1,000 cubic metres, "of crude a day". */
export function rated({ pieces }: Place, quantity: Quantity | null): Quantity | null {
  const isRate = quantity?.family === 'rate' && quantity.unit.includes('/');
  if (!quantity || quantity.family === 'share' || quantity.family === 'time' || isRate) return quantity;
  let at = quantity.end;
  if (quantity.family === 'measure' && pieces[at]?.lower === 'of') {
    const isNoun = (index: number) => /^(?:NOUN|PROPN|ADJ)$/.test(pieces[index]?.token?.upos ?? '');
    const after = [at + 2, at + 3].find(index => isNoun(index - 1) && rateAt(pieces, index));
    if (after) at = after;
  }
  const rate = rateAt(pieces, at);
  // "$4 billion a year earlier" says when, not how often.
  const isMoment = quantity.family === 'money' && /^(?:after|before|since)$/.test(pieces[rate?.end ?? at]?.lower ?? '');
  return rate && !isAgo(pieces, rate.end) && !isMoment
    ? { ...quantity, unit: `${quantity.unit}/${rate.per}`, end: rate.end }
    : quantity;
}

/** "18.76 to the dollar": the currency of the numerator is the one named before. */
export function exchangeRate({ pieces, money, found }: Place, numeral: Numeral): Quantity | null {
  const rate = exchangeRateAt(pieces, numeral.end, money);
  const earlier = found.findLast(({ unit }) => isExchangeRate(unit))?.unit.slice(0, 3);
  const currency = rate && (earlier ?? currencyNamedBefore(pieces, numeral.first, rate.per, money));
  return currency
    ? { ...base(numeral), unit: `${currency}/${rate.per}`, family: 'ratio', confidence: sureOf(numeral, 0.85) }
    : null;
}
