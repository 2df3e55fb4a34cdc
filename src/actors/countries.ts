import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';

/** A country as pages and commands name it. */
export interface CountryEntry {
  iso3: Country;
  /** Short English name: `Russia`. */
  name: string;
  /** The nationality as an adjective: `Russian`; the name itself where English has none. */
  demonym: string;
}

/** A row of data/actors/countries.csv with its lists taken apart. */
export interface KnownCountry extends CountryEntry {
  /** Every other name it goes by. */
  otherNames: string[];
  adjectives: string[];
  /** Nouns for its people that do not follow from the adjective. */
  people: string[];
  capitals: string[];
}

/** All countries, in the order of the file. */
export function countries(): CountryEntry[] {
  return knownCountries().map(({ iso3, name, demonym }) => ({ iso3, name, demonym }));
}

/** The short English name of a country code; the code itself where it is unknown, `international organisation` for `IGO`. */
export function countryName(iso3: Country): string {
  if (iso3 === 'IGO') return 'international organisation';
  return countryOf(iso3)?.name ?? iso3;
}

/** The code of a country given by code, name or nationality, in any case: `rus`, `Russia`, `russian federation`; else `null`. */
export function countryCode(nameOrCode: string): Country | null {
  return codesByName().get(plain(nameOrCode)) ?? null;
}

/** What is known of one country, or `null`. */
export function countryOf(iso3: Country): KnownCountry | null {
  byCode ??= new Map(knownCountries().map(country => [country.iso3, country]));
  return byCode.get(iso3) ?? null;
}

/** The table itself. */
export function knownCountries(): KnownCountry[] {
  table ??= knownTable('actors/countries.csv').map(row => {
    const adjectives = listOf(row.adjectives);
    return {
      iso3: row.iso3!,
      name: row.name!,
      demonym: adjectives[0] ?? row.name!,
      otherNames: listOf(row.names),
      adjectives,
      people: listOf(row.people),
      capitals: listOf(row.capital),
    };
  });
  return table;
}

/** A cell that holds several values: `a|b|c`. */
export function listOf(cell: string | undefined): string[] {
  return cell ? cell.split('|').map(part => part.trim()) : [];
}

let table: KnownCountry[] | null = null;
let byCode: Map<Country, KnownCountry> | null = null;
let codes: Map<string, Country> | null = null;

/** Names win over nationalities, and the first row that bears one over later rows. */
function codesByName(): Map<string, Country> {
  if (codes) return codes;
  codes = new Map();
  const add = (name: string, iso3: Country) => {
    if (!codes!.has(plain(name))) codes!.set(plain(name), iso3);
  };
  for (const country of knownCountries()) add(country.iso3, country.iso3);
  for (const country of knownCountries())
    for (const name of [country.name, ...country.otherNames]) add(name, country.iso3);
  for (const country of knownCountries()) for (const name of country.adjectives) add(name, country.iso3);
  return codes;
}

/** Case, accents, a leading article and typographic apostrophes make no difference. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").trim().toLowerCase().replace(/^the /, '');
}
