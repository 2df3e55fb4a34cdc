import { BadInput } from '../../errors.js';
import type { Country } from '../../reading.js';

/** Sales between all economies of a world in one unit of money, own sales included. */
export interface World {
  countries: Country[];
  /** Sales of i to j at `i * n + j`. */
  sales: Float64Array;
}

/** No economy sells less than this share of its GDP at home: re-exports can exceed GDP, home sales cannot be negative. */
const LEAST_HOME_SHARE = 0.05;

/**
 * A world from trade flows and GDP (contract 3): X_ij as given, X_ii = GDP_i less exports, at least 5 % of GDP_i. Flows
 * of economies without a GDP are left out.
 *
 * @param flows in any order; those of the same pair add up.
 * @param gdp by country, in the unit of the flows.
 * @throws BadInput where fewer than two economies remain or a number is negative.
 */
export function worldOf(
  flows: Iterable<{ exporter: Country; importer: Country; value: number }>,
  gdp: ReadonlyMap<Country, number>,
): World {
  const countries = [...gdp.keys()].sort();
  const place = new Map(countries.map((country, i) => [country, i]));
  const n = countries.length;
  if (n < 2) throw new BadInput('a world needs the GDP of at least two economies');
  const sales = new Float64Array(n * n);
  const exports = new Float64Array(n);
  for (const { exporter, importer, value } of flows) {
    const [i, j] = [place.get(exporter), place.get(importer)];
    if (i === undefined || j === undefined || i === j) continue;
    if (!(value >= 0)) throw new BadInput(`exports of ${exporter} to ${importer} are ${value}: not an amount`);
    sales[i * n + j]! += value;
    exports[i]! += value;
  }
  countries.forEach((country, i) => {
    const product = gdp.get(country)!;
    if (!(product > 0)) throw new BadInput(`the GDP of ${country} is ${product}: not an amount`);
    sales[i * n + i] = Math.max(product - exports[i]!, LEAST_HOME_SHARE * product);
  });
  return { countries, sales };
}
