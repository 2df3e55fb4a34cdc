import { countryName } from '../actors/countries.js';
import type { FigureRow } from '../datasets/row.js';
import { grouped } from '../grouped.js';
import type { Country } from '../reading.js';

/** Two countries, by the alphabet of their names. */
export interface NamedPair {
  pair: [Country, Country];
  names: [string, string];
}

/** The pairs that sold each other the most goods in the year of which most flows are known, the largest first. */
export function largestPairs(figures: FigureRow[], count: number): NamedPair[] {
  const sums = new Map<string, number>();
  for (const { reporter, partner, value } of bestKnownYear(figures.filter(isFlow))) {
    const key = [reporter, partner!].sort().join('-');
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return [...sums]
    .sort(([oneKey, one], [otherKey, other]) => other - one || oneKey.localeCompare(otherKey))
    .slice(0, count)
    .map(([key]) => {
      const pair = key.split('-').sort((one, other) => countryName(one).localeCompare(countryName(other), 'en'));
      return { pair, names: pair.map(countryName) } as NamedPair;
    });
}

function isFlow({ measure, unit, partner }: FigureRow): boolean {
  return measure === 'goods exports' && unit === 'USD' && partner !== null && partner !== 'ROW';
}

function bestKnownYear(flows: FigureRow[]): FigureRow[] {
  const byYear = grouped(
    flows.filter(({ reporter }) => reporter !== 'ROW'),
    ({ to, dataset }) => `${to} ${dataset}`,
  );
  return [...byYear.values()].reduce((most, rows) => (rows.length > most.length ? rows : most), []);
}
