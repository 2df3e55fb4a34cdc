/** How a country is named inside a sentence of ours: `the United States`, `the United States’`, `Mexico’s`. */
import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';
import { countryName } from './countries.js';

/** The short English name with the article it takes: `the United States`, `Mexico`. */
export function nameInSentence(iso3: Country): string {
  if (iso3 === 'IGO') return `an ${countryName(iso3)}`;
  withThe ??= new Set(knownTable('actors/names-with-the.csv').map(row => row.iso3!));
  return withThe.has(iso3) ? `the ${countryName(iso3)}` : countryName(iso3);
}

/** Words as the start of a sentence: `The United States`. */
export function asSentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What belongs to it: `Mexico’s`, `the United States’`. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

let withThe: Set<Country> | null = null;
