import { knownTable } from '../knowledge.js';
import type { Country } from '../reading.js';

/**
 * The country an outlet or office publishes from: by the tables of outlets and offices, else by the country ending of its
 * address. `null` where neither tells, and for data sets and international organisations, which are of no country.
 *
 * `General Administration of Customs of China, as printed by RT` is of China: whose words they are counts.
 *
 * @param name as rows and articles name it: `Kremlin`, `TASS`, `babel.ua`.
 */
export function outletCountry(name: string | null): Country | null {
  if (!name) return null;
  const own = name.split(/, as (?:printed|tabled) by /)[0]!.trim();
  return outlets().get(plain(own)) ?? countryOfAddress(own);
}

/** `en.portnews.ru` is of the country of `.ru`; an ending that any country may use tells nothing. */
function countryOfAddress(name: string): Country | null {
  if (!/^[\w.-]+\.[a-z]{2}$/i.test(name)) return null;
  return endings().get(name.slice(-2).toLowerCase()) ?? null;
}

function outlets(): Map<string, Country> {
  if (!known) {
    const named = knownTable('actors/organisations.csv').filter(({ kind, iso3 }) => kind === 'outlet' && iso3);
    known = new Map([
      ...named.flatMap(({ names, iso3 }) => names!.split('|').map(name => [plain(name), iso3!] as const)),
      ...knownTable('balance/outlets.csv').map(({ name, country }) => [plain(name!), country!] as const),
    ]);
  }
  return known;
}

let known: Map<string, Country> | null = null;

function endings(): Map<string, Country> {
  byEnding ??= new Map(knownTable('balance/address-endings.csv').map(({ ending, country }) => [ending!, country!]));
  return byEnding;
}

let byEnding: Map<string, Country> | null = null;

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^www\./, '')
    .replaceAll('’', "'");
}
