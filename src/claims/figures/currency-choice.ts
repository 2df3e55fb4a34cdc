/** Which currency a shared sign or word means: ¥, Rs, kr, pounds. */
import { knownCountries } from '../../actors/countries.js';
import type { Country } from '../../reading.js';
import type { Piece } from './pieces.js';
import { type Currency, currenciesNamed, figureVocabulary } from './vocabulary.js';

/** Which countries a sentence and its article speak of, most often named first: shared signs are read by them. */
export interface MoneyContext {
  sentence: Country[];
  article: Country[];
}

/**
 * The currency that a shared sign or word means: the one whose country the sentence names, else the first of the
 * table. An article about other countries than the one of the first choice makes a shared sign doubtful.
 */
export function choose(
  currencies: Currency[],
  { sentence, article }: MoneyContext,
): { code: string; doubtful: string | null } {
  const first = currencies[0]!;
  if (currencies.length === 1) return { code: first.code, doubtful: null };
  // A dollar is a dollar of the United States unless its country is written with it.
  if (first.code === 'USD') return { code: first.code, doubtful: null };
  for (const countries of [sentence, article]) {
    const local = countries
      .map(country => currencies.find(currency => currency.country === country))
      .find(found => found);
    if (local) return { code: local.code, doubtful: null };
  }
  return {
    code: first.code,
    doubtful: first.code === 'GBP' ? null : currencyDoubt(currencies.map(({ code }) => code)),
  };
}

/** Why a shared sign or word may be other money. */
function currencyDoubt([taken, ...others]: string[]): string {
  const named = others.slice(0, 3);
  return `the currency is taken for ${taken} and may be ${named.join(' or ')}${others.length > 3 ? ' or another' : ''}`;
}

/** "Turnover in yuan hit ¥201bn": the currency of a shared sign that the sentence names in a word, if it names one alone. */
export function namedAnywhere(
  pieces: Piece[],
  currencies: Currency[],
): { code: string; doubtful: string | null } | null {
  if (currencies.length === 1 || currencies[0]!.code === 'USD') return null;
  const named = new Set<string>();
  for (const { text } of pieces) {
    const own = text.length > 2 ? currenciesNamed(text) : undefined;
    if (own?.length === 1 && currencies.some(({ code }) => code === own[0]!.code)) named.add(own[0]!.code);
  }
  return named.size === 1 ? { code: [...named][0]!, doubtful: null } : null;
}

export function currencyOf(country: Country): string | null {
  for (const currencies of figureVocabulary().money.values()) {
    const own = currencies.find(currency => currency.country === country);
    if (own) return own.code;
  }
  return null;
}

export function namesCountry(words: string, country: Country): boolean {
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
