import { knownTable } from '../knowledge.js';
import type { Country, Day } from '../reading.js';
import { knownCountries, listOf } from './countries.js';
import { knownHoldings, shortForms } from './holders.js';
import { PhraseIndex } from './phrase-index.js';

/** What a phrase of the dictionary can stand for. */
export interface Sense {
  kind:
    | 'country' // Russia
    | 'adjective' // Russian
    | 'people' // Spaniards
    | 'capital' // Moscow
    | 'seat' // the Kremlin
    | 'place' // Belgorod, Strait of Hormuz, New Mexico
    | 'organ' // an army, parliament or ministry that bears a name of its own: People's Liberation Army
    | 'organisation' // parties, agencies, companies, armed groups, international organisations
    | 'person' // a full name
    | 'surname' // a short form that needs the date or the article to be resolved
    | 'other'; // looks like an actor and is none: French fries, Russian roulette
  /** The name as the dictionary gives it first. */
  name: string;
  countries: Country[];
  /** The organisation that acts, where it is not the country itself. */
  organisation: string | null;
  /** Days between which the phrase has this sense; `null` where it always does. */
  from: Day | null;
  to: Day | null;
}

/** Every name that the product knows, in one dictionary. Built at the first use. */
export function knownPhrases(): PhraseIndex<Sense> {
  index ??= buildIndex();
  return index;
}

let index: PhraseIndex<Sense> | null = null;

function buildIndex(): PhraseIndex<Sense> {
  const phrases = new PhraseIndex<Sense>();
  addCountries(phrases);
  addFormerStates(phrases);
  addPeoples(phrases);
  addSeats(phrases);
  addPlaces(phrases);
  addOrganisations(phrases);
  addPersons(phrases);
  for (const row of knownTable('actors/not-actors.csv')) phrases.add(row.phrase!, sense('other', row.phrase!, []));
  return phrases;
}

function addCountries(phrases: PhraseIndex<Sense>): void {
  for (const country of knownCountries()) {
    const at = [country.iso3];
    for (const name of [country.name, ...country.otherNames]) phrases.add(name, sense('country', name, at));
    for (const word of country.adjectives) {
      phrases.add(word, sense('adjective', country.name, at));
      for (const plural of pluralOfNationality(word)) phrases.add(plural, sense('people', country.name, at));
    }
    for (const word of country.people) phrases.add(word, sense('people', country.name, at));
    for (const seat of country.capitals) phrases.add(seat, sense('capital', seat, at));
  }
}

function addFormerStates(phrases: PhraseIndex<Sense>): void {
  for (const row of knownTable('actors/former-states.csv')) {
    const valid = { from: row.from!, to: row.to! };
    const at = [row.iso3!];
    phrases.add(row.name!, { ...sense('country', row.name!, at), ...valid });
    for (const word of listOf(row.adjectives)) phrases.add(word, { ...sense('adjective', row.name!, at), ...valid });
    for (const word of listOf(row.people)) phrases.add(word, { ...sense('people', row.name!, at), ...valid });
  }
}

function addPeoples(phrases: PhraseIndex<Sense>): void {
  for (const row of knownTable('actors/peoples.csv')) {
    for (const name of listOf(row.peoples)) {
      phrases.add(name, sense('adjective', name, [row.iso3!]));
      phrases.add(`${name}s`, sense('people', name, [row.iso3!]));
    }
  }
}

function addSeats(phrases: PhraseIndex<Sense>): void {
  for (const row of knownTable('actors/seats.csv')) {
    const names = listOf(row.name);
    for (const name of names) phrases.add(name, sense('seat', names[0]!, listOf(row.iso3), row.organisation || null));
  }
}

function addPlaces(phrases: PhraseIndex<Sense>): void {
  for (const row of knownTable('actors/towns.csv')) {
    for (const name of listOf(row.towns)) phrases.add(name, sense('place', name, [row.iso3!]));
  }
  for (const row of knownTable('actors/places.csv')) {
    for (const name of listOf(row.places)) phrases.add(name, sense('place', name, listOf(row.iso3)));
  }
}

function addOrganisations(phrases: PhraseIndex<Sense>): void {
  for (const row of knownTable('actors/organisations.csv')) {
    const names = listOf(row.names);
    const at = listOf(row.iso3);
    const organ = row.kind === 'organ';
    for (const name of names) phrases.add(name, organSense(organ, row.kind === 'international' ? names[0]! : name, at));
  }
}

function addPersons(phrases: PhraseIndex<Sense>): void {
  const seen = new Set<string>();
  const addOnce = (phrase: string, value: Sense) => {
    const key = `${phrase}|${value.kind}|${value.name}`;
    if (!seen.has(key)) phrases.add(phrase, value);
    seen.add(key);
  };
  for (const holding of knownHoldings()) {
    const at = holding.country ? [holding.country] : [];
    const short = shortForms(holding);
    for (const name of [holding.person, ...holding.spellings]) {
      if (!short.includes(name)) addOnce(name, sense('person', holding.person, at));
    }
    for (const name of short) addOnce(name, sense('surname', holding.person, at));
  }
}

function organSense(organ: boolean, name: string, at: Country[]): Sense {
  return sense(organ ? 'organ' : 'organisation', name, at, organ ? null : name);
}

/** `Russian` gives `Russians`, `Iraqi` gives `Iraqis`; `French` and `Danish` have nouns of their own in the table. */
function pluralOfNationality(adjective: string): string[] {
  return /(?:an|i|k|r|o|n|t|b)$/.test(adjective) && !/(?:ish|ese|ch)$/.test(adjective) ? [`${adjective}s`] : [];
}

function sense(kind: Sense['kind'], name: string, countries: Country[], organisation: string | null = null): Sense {
  return { kind, name, countries, organisation, from: null, to: null };
}
