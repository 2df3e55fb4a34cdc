/** What an amount is of: money by sign or word, a measure, a rate over time. */
import { knownCountries } from '../../actors/countries.js';
import type { Country } from '../../reading.js';
import type { Numeral } from './numerals.js';
import type { Piece } from './pieces.js';
import { type Currency, figureVocabulary, type Unit } from './vocabulary.js';

/** An amount with its unit, as far as its own words go. */
export interface Amount {
  start: number;
  /** One past its last piece, and its first. */
  first: number;
  end: number;
  value: number;
  unit: string;
  kind: 'money' | Unit['kind'];
  doubtful: boolean;
}

/** Which countries a sentence and its article speak of, most often named first: shared signs are read by them. */
export interface MoneyContext {
  sentence: Country[];
  article: Country[];
}

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

/** "yuan", "Namibian dollars", "billion US dollars": up to three words that name a currency and its country. */
function moneyInWords(
  pieces: Piece[],
  numeral: Numeral,
  plain: Pick<Amount, 'start' | 'first' | 'value' | 'doubtful'>,
  context: MoneyContext,
): Amount | null {
  const { money, coins } = figureVocabulary();
  const twoWords = money.get(`${pieces[numeral.end]?.lower} ${pieces[numeral.end + 1]?.lower}`);
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
      const unit = piece.lower === 'sen' || !local ? coin.code : local;
      return { ...plain, end: at + 1, value: Number((plain.value * coin.part).toPrecision(12)), unit, kind: 'money' };
    }
    const currencies = money.get(piece.lower);
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
    const chosen = byName ? { code: byName.code, doubtful: false } : choose(currencies, context);
    return { ...plain, end: at + 1, unit: chosen.code, kind: 'money', doubtful: chosen.doubtful };
  }
  return null;
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

function measureAt(
  pieces: Piece[],
  numeral: Numeral,
  plain: Pick<Amount, 'start' | 'first' | 'value' | 'doubtful'>,
): Amount | null {
  const found = unitWordsAt(pieces, numeral.end);
  if (!found) return null;
  const { unit, end } = found;
  const value = Number((plain.value * unit.factor).toPrecision(12));
  return { ...plain, value, end, unit: unit.label, kind: unit.kind, doubtful: false };
}

/** The unit whose words begin at a piece: the longest of up to three pieces. */
function unitWordsAt(pieces: Piece[], at: number): { unit: Unit; end: number } | null {
  const { units } = figureVocabulary();
  const from = pieces[at]?.text === '-' && pieces[at + 1] && !pieces[at + 1]!.spaced ? at + 1 : at;
  for (let length = 3; length > 0; length -= 1) {
    const words = pieces.slice(from, from + length);
    if (words.length < length) continue;
    const written = words.map((piece, index) => (index > 0 && piece.spaced ? ` ${piece.text}` : piece.text)).join('');
    const unit =
      units.get(written) ??
      (/[A-Z]/.test(written) && length === 1 && written.length < 3 ? undefined : units.get(written.toLowerCase()));
    if (!unit) continue;
    // "three-day visit" says what kind of visit; "a 12-mile limit" is a measure.
    if (from > at && unit.kind === 'time') return null;
    return { unit, end: from + length };
  }
  return null;
}

/** "a year", "per barrel", "a tonne", "per 1,000 cubic metres of gas": what the amount is counted by. */
export function rateAt(pieces: Piece[], at: number): { per: string; end: number } | null {
  const opening = pieces[at];
  if (!opening || !/^(?:a|an|per|each|every|\/)$/.test(opening.lower)) return null;
  let next = at + 1;
  let count = '';
  const number = pieces[next];
  if (number?.kind === 'number') {
    count = `${number.text.replaceAll(',', '')} `;
    next += 1;
  } else if (number?.lower === 'thousand' || number?.lower === 'hundred') {
    count = number.lower === 'thousand' ? '1000 ' : '100 ';
    next += 1;
  }
  const unit = unitWordsAt(pieces, next);
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
  if (
    count === '' &&
    /^(?:unit|head|person|capita|share|kilo|bushel|ounce|carat|piece|ticket)$/.test(pieces[next]?.lower ?? '')
  ) {
    return { per: pieces[next]!.lower, end: next + 1 };
  }
  return null;
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
  const currencies = word && figureVocabulary().money.get(word.lower);
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
    const currencies = figureVocabulary().money.get(pieces[at]!.lower);
    const chosen = currencies && pieces[at]!.lower.length > 2 ? choose(currencies, context).code : null;
    if (chosen && chosen !== not) return chosen;
  }
  return null;
}

/** "$5 billion dollars": money words that repeat the sign belong to the amount. */
function moneyWordsEnd(pieces: Piece[], end: number, currencies: Currency[]): number {
  const word = pieces[end];
  const named = word?.kind === 'word' ? figureVocabulary().money.get(word.lower) : undefined;
  return named?.some(({ code }) => currencies.some(other => other.code === code)) ? end + 1 : end;
}

/**
 * The currency that a shared sign or word means: the one whose country the sentence names, else the first of the
 * table. An article about other countries than the one of the first choice makes a shared sign doubtful.
 */
function choose(currencies: Currency[], { sentence, article }: MoneyContext): { code: string; doubtful: boolean } {
  const first = currencies[0]!;
  if (currencies.length === 1) return { code: first.code, doubtful: false };
  // A dollar is a dollar of the United States unless its country is written with it.
  if (first.code === 'USD') return { code: first.code, doubtful: false };
  for (const countries of [sentence, article]) {
    const local = countries
      .map(country => currencies.find(currency => currency.country === country))
      .find(found => found);
    if (local) return { code: local.code, doubtful: false };
  }
  return { code: first.code, doubtful: first.code !== 'GBP' };
}

/** "Turnover in yuan hit ¥201bn": the currency of a shared sign that the sentence names in a word, if it names one alone. */
function namedAnywhere(pieces: Piece[], currencies: Currency[]): { code: string; doubtful: boolean } | null {
  if (currencies.length === 1 || currencies[0]!.code === 'USD') return null;
  const { money } = figureVocabulary();
  const named = new Set<string>();
  for (const { lower } of pieces) {
    const own = lower.length > 2 ? money.get(lower) : undefined;
    if (own?.length === 1 && currencies.some(({ code }) => code === own[0]!.code)) named.add(own[0]!.code);
  }
  return named.size === 1 ? { code: [...named][0]!, doubtful: false } : null;
}

function currencyOf(country: Country): string | null {
  for (const currencies of figureVocabulary().money.values()) {
    const own = currencies.find(currency => currency.country === country);
    if (own) return own.code;
  }
  return null;
}

function namesCountry(words: string, country: Country): boolean {
  return countryNames().get(country)?.has(words.toLowerCase()) ?? false;
}

let namesByCountry: Map<Country, Set<string>> | null = null;

function countryNames(): Map<Country, Set<string>> {
  namesByCountry ??= new Map(
    knownCountries().map(({ iso3, name, adjectives, otherNames }) => [
      iso3,
      new Set([name, ...adjectives, ...otherNames].map(word => word.toLowerCase())),
    ]),
  );
  return namesByCountry;
}
