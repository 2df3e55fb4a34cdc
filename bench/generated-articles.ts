/**
 * Articles that nobody wrote: the example sentences of data/frames with other countries in the place of theirs, leaders of
 * data/actors, made-up dates and numbers. Seeded: the same number gives the same articles.
 */
import { randomNumbers } from '../src/balance/random.js';
import { knownTable } from '../src/knowledge.js';

export interface GeneratedArticle {
  id: string;
  title: string;
  text: string;
  date: string;
  publisher: string;
}

const FRAMES =
  'accuse agree aid assault coerce concede consult cooperate mobilize protest reject request retreat sanction support threaten';
const PUBLISHERS = ['The Harbour Post', 'Northern Wire', 'Evening Ledger', 'Plains Tribune', 'Delta Courier'];
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3650;
const DAY_MS = 86_400_000;

interface Country {
  iso3: string;
  name: string;
  adjective: string;
  capital: string;
}

/** A sentence with places for two countries: `{A}`, `{B}` their names, `{a}`, `{b}` their adjectives. */
type Pattern = string;

/**
 * @param count how many; no two have the same text, since each tells its number.
 * @param seed which ones.
 */
export function* generatedArticles(count: number, seed: number): Generator<GeneratedArticle> {
  const random = randomNumbers(seed);
  const countries = countriesKnown();
  const patterns = patternsOf(countries);
  const leaders = leadersByCountry();
  const one = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)]!;
  for (let number = 1; number <= count; number++) {
    const a = one(countries);
    let b = one(countries);
    while (b === a) b = one(countries);
    const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY_MS);
    const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () => filled(one(patterns), a, b));
    const leader = leaders.get(a.iso3)?.find(({ from, to }) => from <= isoDay(day) && (to === '' || to >= isoDay(day)));
    if (leader) sentences.push(`${leader.person} spoke of ${1 + Math.floor(random() * 90)} agreements with ${b.name}.`);
    sentences.push(`It was report ${number} from ${b.capital}.`);
    yield {
      id: `generated-${number}`,
      title: `${a.name} and ${b.name}, day ${number}`,
      text: sentences.join(' '),
      date: isoDay(day),
      publisher: one(PUBLISHERS),
    };
  }
}

function countriesKnown(): Country[] {
  return knownTable('actors/countries.csv')
    .filter(row => row.adjectives && row.capital)
    .map(row => ({
      iso3: row.iso3!,
      name: row.name!,
      adjective: row.adjectives!.split('|')[0]!,
      capital: row.capital!,
    }));
}

/** The examples of the frames in which both countries of the pair are found by name or adjective. */
function patternsOf(countries: Country[]): Pattern[] {
  const byCode = new Map(countries.map(country => [country.iso3, country]));
  return FRAMES.split(' ')
    .flatMap(name => knownTable(`frames/${name}.csv`))
    .flatMap(({ pair = '', example = '' }) => {
      const [a, b] = pair.split(/[>~]/).map(code => byCode.get(code));
      if (!a || !b || a === b) return [];
      const pattern = example
        .replaceAll(a.adjective, '{a}')
        .replaceAll(b.adjective, '{b}')
        .replaceAll(a.name, '{A}')
        .replaceAll(b.name, '{B}');
      return /\{a\}/i.test(pattern) && /\{b\}/i.test(pattern) ? [pattern] : [];
    });
}

function filled(pattern: Pattern, a: Country, b: Country): string {
  const values: Record<string, string> = { A: a.name, B: b.name, a: a.adjective, b: b.adjective };
  return pattern.replace(/\{([ABab])\}/g, (_, place: string) => values[place]!);
}

function leadersByCountry(): Map<string, { person: string; from: string; to: string }[]> {
  const leaders = new Map<string, { person: string; from: string; to: string }[]>();
  for (const { iso3 = '', person = '', from = '', to = '' } of knownTable('actors/leaders.csv')) {
    leaders.set(iso3, [...(leaders.get(iso3) ?? []), { person, from, to }]);
  }
  return leaders;
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
