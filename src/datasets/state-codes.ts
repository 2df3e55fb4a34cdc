import { countryCode, countryOf } from '../actors/countries.js';
import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';

/** The country behind a state number of the Correlates of War project, or `null` where none succeeds that state. */
export function countryOfCow(number: string | null): Country | null {
  codes ??= new Map(knownTable('datasets/cow-codes.csv').map(({ cow, iso3 }) => [cow!, iso3!]));
  return (number && codes.get(number)) || null;
}

let codes: Map<string, Country> | null = null;

/** The country behind a number of the International Monetary Fund, or behind the name beside it; `null` for a region. */
export function countryOfImf(number: string, name: string): Country | null {
  imf ??= new Map(knownTable('datasets/imf-codes.csv').map(({ imf, iso3 }) => [imf!, iso3!]));
  return imf.get(number.padStart(3, '0')) ?? countryCode(name);
}

let imf: Map<string, Country> | null = null;

/** What tables of trade call the sum of all partners. */
const WORLD = new Set(['W00', 'WLD', 'G001', '001', '1', '0', 'World']);

/** Codes of tables of trade that are not ISO’s: “Other Asia, not elsewhere specified” is Taiwan (United Nations Statistics Division). */
const TRADE_CODES: Record<string, Country> = { S19: 'TWN', ROM: 'ROU', ZAR: 'COD', TMP: 'TLS' };

/**
 * Who is meant by a code in a table of trade: a country, `null` for the world (then the number is the reporter’s own total),
 * `undefined` for a region, ships’ stores and the like, which are left out.
 */
export function partnerOf(code: string): Country | null | undefined {
  if (WORLD.has(code)) return null;
  if (Object.hasOwn(TRADE_CODES, code)) return TRADE_CODES[code];
  return countryOf(code) ? code : undefined;
}

/**
 * The country a data set names in words: `Viet Nam`, `RUS`. What it marks with a star is a party that is no state (an
 * armed group, an organisation), and counts as the rest of the world, `ROW`, as does what is not known.
 */
export function countryOfParty(name: string): Country {
  let country = parties.get(name);
  if (!country) parties.set(name, (country = name.endsWith('*') ? 'ROW' : (countryCode(name) ?? 'ROW')));
  return country;
}

/** A table names the same party thousands of times. */
const parties = new Map<string, Country>();
