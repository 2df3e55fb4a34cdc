/** What an amount is of: money, a measure, a rate over time. */
import { choose, type MoneyContext, namedAnywhere } from './currency-choice.js';
import { numberOf } from './digits.js';
import { moneyInWords, moneyWordsEnd, signBefore } from './money.js';
import type { Numeral } from './numeral.js';
import type { Piece } from './pieces.js';
import type { Amount, Plain } from './quantity.js';
import { unitFrom } from './unit-words.js';
import { figureVocabulary, type Unit } from './vocabulary.js';

/** The amount that a numeral makes with the words around it, or `null` where it has no unit of its own. */
export function amountAt(pieces: Piece[], numeral: Numeral, text: string, context: MoneyContext): Amount | null {
  const sign = signBefore(pieces, numeral.first, text);
  const plain = {
    start: pieces[numeral.first]!.start,
    first: numeral.first,
    value: numeral.value,
    doubtful: numeral.doubtful,
  };
  if (sign) {
    const chosen = namedAnywhere(pieces, sign.currencies) ?? choose(sign.currencies, context);
    const end = moneyWordsEnd(pieces, numeral.end, sign.currencies);
    return {
      ...plain,
      start: sign.start,
      first: sign.first,
      end,
      unit: chosen.code,
      kind: 'money',
      doubtful: chosen.doubtful,
    };
  }
  return moneyInWords(pieces, numeral, plain, context) ?? measureAt(pieces, numeral, plain);
}

function measureAt(pieces: Piece[], numeral: Numeral, plain: Plain): Amount | null {
  const found = unitWordsAt(pieces, numeral.end);
  if (!found) return null;
  const { unit, end } = found;
  const value = Number((plain.value * unit.factor).toPrecision(12));
  return { ...plain, value, end, unit: unit.label, kind: unit.kind, doubtful: null };
}

/** The unit behind an amount, with or without a hyphen. */
function unitWordsAt(pieces: Piece[], at: number): { unit: Unit; end: number } | null {
  const isHyphened = pieces[at]?.text === '-' && pieces[at + 1] && !pieces[at + 1]!.spaced;
  const found = unitFrom(pieces, isHyphened ? at + 1 : at);
  // "three-day visit" says what kind of visit; "a 12-mile limit" is a measure.
  return isHyphened && found?.unit.kind === 'time' ? null : found;
}

/** "a year", "per barrel", "a tonne", "per 1,000 cubic metres of gas": what the amount is counted by. */
export function rateAt(pieces: Piece[], at: number): { per: string; end: number } | null {
  const opening = pieces[at];
  if (!opening || !/^(?:a|an|per|each|every|for|\/)$/.test(opening.lower)) return null;
  // "$272 for a thousand cubic metres"
  const isFor = opening.lower === 'for';
  let next = isFor && /^(?:a|an|each|every)$/.test(pieces[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  let count = '';
  const number = pieces[next];
  if (number?.kind === 'number') {
    count = `${numberOf(number.text)} `;
    next += 1;
  } else if (number?.lower === 'thousand' || number?.lower === 'hundred') {
    count = number.lower === 'thousand' ? '1000 ' : '100 ';
    next += 1;
  }
  const unit = unitWordsAt(pieces, next);
  if (isFor && (unit?.unit.kind !== 'measure' || (count === '' && next === at + 1))) return null;
  if (unit && unit.unit.kind !== 'share' && unit.unit.kind !== 'rate') {
    const singular =
      count !== '' ||
      pieces[unit.end - 1]!.lower === unit.unit.label ||
      unit.end - next > 1 ||
      !/s$/.test(pieces[unit.end - 1]!.lower);
    if (!singular) return null;
    const of =
      unit.unit.kind === 'measure' && count && pieces[unit.end]?.lower === 'of' && pieces[unit.end + 1]?.kind === 'word'
        ? 2
        : 0;
    return { per: `${count}${unit.unit.label}`, end: unit.end + of };
  }
  // "12 bcf/d"
  if (opening.text === '/' && pieces[next]?.lower === 'd') return { per: 'day', end: next + 1 };
  const { countedBy } = figureVocabulary();
  const twoWords = `${pieces[next]?.lower} ${pieces[next + 1]?.lower}`;
  if (count === '' && countedBy.has(twoWords)) return { per: twoWords, end: next + 2 };
  if (count === '' && countedBy.has(pieces[next]?.lower ?? '')) return { per: pieces[next]!.lower, end: next + 1 };
  return null;
}
