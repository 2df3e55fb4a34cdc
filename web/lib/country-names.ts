import type { Desk } from '$upperhand/desk.js';

/** The names of all countries, by code. */
export function countryNames(desk: Desk): Record<string, string> {
  return Object.fromEntries(desk.countries().map(({ iso3, name }) => [iso3, name]));
}
