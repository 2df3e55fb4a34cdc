import { BadInput } from '../../errors.js';
import type { Country } from '../../reading.js';

/** Sales between all economies of a world in one unit of money, own sales included, sector by sector. */
export interface World {
  countries: Country[];
  /** One where sectors are not told apart. */
  sectors: Sector[];
}

export interface Sector {
  name: string;
  /** Sales of i to j at `i * n + j`. */
  sales: Float64Array;
}

/** Sales of one economy to another, or to itself. */
export interface Flow {
  exporter: Country;
  importer: Country;
  value: number;
  sector?: string;
}

/** No economy sells less than this share of its GDP at home: re-exports can exceed GDP, home sales cannot be negative. */
const LEAST_HOME_SHARE = 0.05;

/**
 * A world of one sector from trade flows and GDP (contract 3): X_ij as given, X_ii = GDP_i less exports, at least 5 % of
 * GDP_i. Flows of economies without a GDP are left out, and so are own sales.
 *
 * @param flows in any order; those of the same pair add up.
 * @param gdp by country, in the unit of the flows.
 * @throws BadInput where fewer than two economies remain or a number is negative.
 */
export function worldOf(flows: Iterable<Flow>, gdp: ReadonlyMap<Country, number>): World {
  const countries = [...gdp.keys()].sort();
  const place = placesOf(countries);
  const n = countries.length;
  if (n < 2) throw new BadInput('a world needs the GDP of at least two economies');
  const sales = new Float64Array(n * n);
  const exports = new Float64Array(n);
  for (const flow of flows) {
    const [i, j] = [place.get(flow.exporter), place.get(flow.importer)];
    if (i === undefined || j === undefined || i === j) continue;
    sales[i * n + j]! += amountOf(flow);
    exports[i]! += flow.value;
  }
  countries.forEach((country, i) => {
    const product = gdp.get(country)!;
    if (!(product > 0)) throw new BadInput(`the GDP of ${country} is ${product}: not an amount`);
    sales[i * n + i] = Math.max(product - exports[i]!, LEAST_HOME_SHARE * product);
  });
  return { countries, sectors: [{ name: 'goods', sales }] };
}

/**
 * A world from flows that hold what each economy sells at home, as input-output tables do; sectors are told apart where
 * the flows name them. Sales of a sector below nothing are goods out of stock, which tables by sector book so: they count
 * as none.
 *
 * @throws BadInput where an economy sells nothing at home, an amount without a sector is negative, or fewer than two
 *   economies remain.
 */
export function worldOfSales(flows: readonly Flow[]): World {
  const countries = [...new Set(flows.flatMap(({ exporter, importer }) => [exporter, importer]))].sort();
  const n = countries.length;
  if (n < 2) throw new BadInput('a world needs at least two economies');
  const place = placesOf(countries);
  const sectors = new Map<string, Float64Array>();
  for (const flow of flows) {
    const name = flow.sector ?? 'goods';
    if (!sectors.has(name)) sectors.set(name, new Float64Array(n * n));
    sectors.get(name)![place.get(flow.exporter)! * n + place.get(flow.importer)!]! += flow.sector
      ? Math.max(0, flow.value)
      : amountOf(flow);
  }
  const homeless = countries.find((_, i) => [...sectors.values()].every(sales => !(sales[i * n + i]! > 0)));
  if (homeless)
    throw new BadInput(`${homeless} sells nothing at home in the trade table; give the GDP of each economy`);
  return { countries, sectors: [...sectors].map(([name, sales]) => ({ name, sales })) };
}

function placesOf(countries: Country[]): Map<Country, number> {
  return new Map(countries.map((country, i) => [country, i]));
}

function amountOf({ exporter, importer, value }: Flow): number {
  if (value >= 0) return value;
  throw new BadInput(`sales of ${exporter} to ${importer} are ${value}: not an amount`);
}
