/** Money by sign or word, and rates of exchange. */
import { choose, currencyOf, type MoneyContext, namesCountry } from './currency-choice.js';
import type { Numeral } from './numeral.js';
import type { Piece } from './pieces.js';
import type { Amount, Plain } from './quantity.js';
import { type Currency, currenciesNamed, figureVocabulary } from './vocabulary.js';

const LONGEST_SIGN = 4;

/** The sign of money that stands right before a piece, or `null`. */
export function signBefore(
  pieces: Piece[],
  first: number,
  text: string,
): { start: number; first: number; currencies: Currency[] } | null {
  const { signs } = figureVocabulary();
  const number = pieces[first]!;
  const edge = number.spaced && text[number.start - 1] === ' ' ? number.start - 1 : number.start;
  for (let length = LONGEST_SIGN; length > 0; length -= 1) {
    const start = edge - length;
    if (start < 0) continue;
    const sign = text.slice(start, edge);
    const currencies = signs.get(sign);
    if (!currencies) continue;
    if (/^\p{L}/u.test(sign) && start > 0 && /[\p{L}\d]/u.test(text[start - 1]!)) continue;
    // A single letter is a sign only against its number: R2.4bn, but not "in R 5".
    if (edge !== number.start && /^\p{L}$/u.test(sign)) continue;
    let at = first;
    while (at > 0 && pieces[at - 1]!.start >= start) at -= 1;
    return { start, first: at, currencies };
  }
  return null;
}

/** "yuan", "Namibian dollars", "billion US dollars": up to three words that name a currency and its country. */
export function moneyInWords(pieces: Piece[], found: Numeral, plain: Plain, context: MoneyContext): Amount | null {
  // "a 20-billion-rupee loan"
  const isHyphened = pieces[found.end]?.text === '-' && currenciesNamed(pieces[found.end + 1]?.text ?? '');
  const numeral = isHyphened ? { ...found, end: found.end + 1 } : found;
  const { coins } = figureVocabulary();
  const twoWords = currenciesNamed(`${pieces[numeral.end]?.text} ${pieces[numeral.end + 1]?.text}`);
  const after = pieces[numeral.end];
  // "300 €", as the Continent writes; "5 $10 notes" has two numbers.
  const signs = after?.kind === 'sign' && pieces[numeral.end + 1]?.kind !== 'number' ? signsOf(after.text) : undefined;
  if (signs) return { ...plain, end: numeral.end + 1, unit: choose(signs, context).code, kind: 'money' };
  if (twoWords) return { ...plain, end: numeral.end + 2, unit: twoWords[0]!.code, kind: 'money' };
  for (let extra = 0; extra <= 2; extra += 1) {
    const at = numeral.end + extra;
    const piece = pieces[at];
    if (piece?.kind !== 'word' || (extra > 0 && !/^\p{Lu}/u.test(pieces[at - 1]!.text))) return null;
    const coin = coins.get(piece.lower);
    if (coin && extra === 0) {
      const local = context.sentence
        .map(country => currencyOf(country))
        .find(found => found && hasCoin(found, piece.lower));
      const unit = (coin.isLocal && local) || coin.code;
      return { ...plain, end: at + 1, value: Number((plain.value * coin.part).toPrecision(12)), unit, kind: 'money' };
    }
    const currencies = currenciesNamed(piece.text);
    if (!currencies) continue;
    // "won", "real", "mark" and other everyday words are money only after a plain amount.
    if (
      /^(?:won|real|sum|som|mark|sol|buck|crown)$/.test(piece.lower) &&
      (numeral.scale > 1 ? opensObject(pieces[at + 1]) : piece.token?.upos === 'VERB' || numeral.value < 10)
    )
      return null;
    const named = pieces
      .slice(numeral.end, at)
      .map(({ text: word }) => word)
      .join(' ');
    const byName = named ? currencies.find(({ country }) => namesCountry(named, country)) : undefined;
    if (extra > 0 && !byName) return null;
    const chosen = byName ? { code: byName.code, doubtful: null } : choose(currencies, context);
    return { ...plain, end: at + 1, unit: chosen.code, kind: 'money', doubtful: chosen.doubtful };
  }
  return null;
}

function signsOf(text: string): Currency[] | undefined {
  return figureVocabulary().signs.get(text);
}

/** "3 million won the right to vote": what a verb has for its object. */
function opensObject(piece: Piece | undefined): boolean {
  return /^(?:DET|PRON)$/.test(piece?.token?.upos ?? '');
}

/** Cents are of dollars, euros, rands and shillings; other small coins are of the one money they have their name from. */
function hasCoin(code: string, coin: string): boolean {
  const { money } = figureVocabulary();
  return (
    !/^cents?$/.test(coin) ||
    ['dollar', 'euro', 'rand', 'shilling'].some(word => money.get(word)?.some(own => own.code === code))
  );
}

/** "$5 billion dollars": money words that repeat the sign belong to the amount. */
export function moneyWordsEnd(pieces: Piece[], end: number, currencies: Currency[]): number {
  const word = pieces[end];
  const named = word?.kind === 'word' ? currenciesNamed(word.text) : undefined;
  return named?.some(({ code }) => currencies.some(other => other.code === code)) ? end + 1 : end;
}

/** "18.76 to the dollar", "7 yuan per dollar": the currencies of a rate, or `null`. */
export function exchangeRateAt(
  pieces: Piece[],
  at: number,
  context: MoneyContext,
): { per: string; end: number } | null {
  if (!/^(?:to|against|per)$/.test(pieces[at]?.lower ?? '')) return null;
  const the = /^(?:the|a)$/.test(pieces[at + 1]?.lower ?? '') ? 1 : 0;
  if (pieces[at]!.lower !== 'per' && the === 0) return null;
  const word = pieces[at + 1 + the];
  const currencies = word && currenciesNamed(word.text);
  return currencies ? { per: choose(currencies, context).code, end: at } : null;
}

/** The currency whose word stands nearest before a piece, in the same sentence. */
export function currencyNamedBefore(
  pieces: Piece[],
  before: number,
  not: string,
  context: MoneyContext,
): string | null {
  for (let at = before - 1; at >= 0; at -= 1) {
    const currencies = currenciesNamed(pieces[at]!.text);
    const chosen = currencies && pieces[at]!.lower.length > 2 ? choose(currencies, context).code : null;
    if (chosen && chosen !== not) return chosen;
  }
  return null;
}
