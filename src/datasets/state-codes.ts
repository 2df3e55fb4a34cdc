import { countryCode } from '../actors/countries.js';
import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';

/** The country behind a state number of the Correlates of War project, or `null` where none succeeds that state. */
export function countryOfCow(number: string | null): Country | null {
  codes ??= new Map(knownTable('datasets/cow-codes.csv').map(({ cow, iso3 }) => [cow!, iso3!]));
  return (number && codes.get(number)) || null;
}

let codes: Map<string, Country> | null = null;

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
