import { countryName } from '../actors/countries.js';
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';

/** Two countries, by the alphabet of their names. */
export interface NamedPair {
  pair: [Country, Country];
  names: [string, string];
}

/** The pairs that sold each other the most goods in the latest year of the rows, the largest first. */
export function largestPairs(figures: FigureRow[], count: number): NamedPair[] {
  const flows = figures.filter(
    row =>
      row.measure === 'goods exports' &&
      row.unit === 'USD' &&
      row.partner &&
      row.partner !== 'ROW' &&
      row.reporter !== 'ROW',
  );
  const latest = flows.reduce((day, { to }) => (to > day ? to : day), '');
  const sums = new Map<string, number>();
  for (const row of flows) {
    if (row.to !== latest) continue;
    const key = [row.reporter, row.partner!].sort().join('-');
    sums.set(key, (sums.get(key) ?? 0) + row.value);
  }
  return [...sums]
    .sort(([oneKey, one], [otherKey, other]) => other - one || oneKey.localeCompare(otherKey))
    .slice(0, count)
    .map(([key]) => {
      const pair = key.split('-').sort((one, other) => countryName(one).localeCompare(countryName(other), 'en'));
      return { pair, names: pair.map(countryName) } as NamedPair;
    });
}
