/** Which countries a sentence names, by the names, adjectives and capitals of data/actors/countries.csv: for kept sentences, of which no mentions are at hand. */
import { knownCountries } from '../actors/countries.js';
import { madeOnce } from '../made-once.js';
import type { Country } from '../reading.js';

/** The countries named, each once, in the order of their codes. */
export const countriesNamed = madeOnce((sentence: { text: string }): Country[] => {
  const byName = countriesByName();
  const words = sentence.text.match(/\p{Lu}[\p{L}.-]*/gu) ?? [];
  const found = new Set<Country>();
  for (let i = 0; i < words.length; i++) {
    const two = i + 1 < words.length ? byName.get(`${words[i]} ${words[i + 1]}`) : undefined;
    const one = byName.get(words[i]!.replace(/\.$/, ''));
    const country = two ?? one;
    if (country) found.add(country);
  }
  return [...found].sort();
});

let byName: Map<string, Country> | null = null;

function countriesByName(): Map<string, Country> {
  if (byName) return byName;
  byName = new Map();
  for (const { iso3, name, otherNames, adjectives, people, capitals } of knownCountries()) {
    for (const word of [name, ...otherNames, ...adjectives, ...people, ...capitals])
      if (!byName.has(word)) byName.set(word, iso3);
  }
  return byName;
}
