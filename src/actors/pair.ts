import { WrongUse } from '../errors.js';
import type { Country } from '../reading.js';
import { countryCode } from './countries.js';

/**
 * The two codes of a pair that somebody named, by name or code.
 *
 * @throws WrongUse where a country is unknown, or both are the same.
 */
export function pairOf(one: string, other: string): [Country, Country] {
  const [a, b] = [countryNamed(one), countryNamed(other)];
  if (a === b) throw new WrongUse(`a pair needs two countries: both are ${a}`);
  return [a, b];
}

/** The code of a country that somebody named, by name or code. @throws WrongUse where it is unknown. */
export function countryNamed(name: string): Country {
  const code = countryCode(name);
  if (code) return code;
  throw new WrongUse(`"${name.slice(0, 60)}" is no country that is known here: give a name or an ISO code such as RUS`);
}
