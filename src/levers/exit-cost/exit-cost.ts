import { BadInput, WrongUse } from '../../errors.js';
import type { Country } from '../../reading.js';
import { type Deficits, equilibrium } from './equilibrium.js';
import type { World } from './world.js';

export interface ExitCostOptions {
  /** Trade elasticity; default 5, near the median of the estimates of Head and Mayer (2014), Table 3.5. */
  elasticity?: number;
  /** What happens to trade balances; default `fixed`. */
  deficits?: Deficits;
  /** Which flows end, seen from the first country; default `both`. */
  direction?: 'both' | 'exports' | 'imports';
}

export interface ExitCost {
  /** Change of real spending in percent, by country: negative is a loss. */
  welfare: Record<Country, number>;
  iterations: number;
  /** The largest excess demand left, as a share of a country's income. */
  residual: number;
}

/** An excess demand above this is no solution. */
const SOLVED = 1e-6;

/**
 * What ending trade between two countries costs them and everybody else, in percent of real spending (contract 3).
 *
 * Worked example: of the 194 economies of 2023, elasticity 5, both ways, fixed deficits, Russia and China part:
 * Russia -1.428 %, China -0.153 %.
 *
 * @throws WrongUse where either is not in the world, or both are the same; BadInput where no world without that trade adds
 *   up: one of them has too little other trade to pay for its deficit with, or buys all of a sector from the other.
 */
export function exitCost(world: World, a: Country, b: Country, options: ExitCostOptions = {}): ExitCost {
  const { elasticity = 5, deficits = 'fixed', direction = 'both' } = options;
  const costs = cutBetween(world, a, b, direction);
  const { welfare, iterations, residual } = equilibrium(world, costs, elasticity, deficits);
  if (!(residual < SOLVED) || welfare.some(value => !(value > 0))) {
    throw new BadInput(
      `no world adds up in which trade between ${a} and ${b} has ended: their other trade is too little, or one buys all of a sector there`,
    );
  }
  const percent = world.countries.map((country, i) => [country, (welfare[i]! - 1) * 100]);
  return { welfare: Object.fromEntries(percent), iterations, residual };
}

/** tau^-e of a world in which some trade of two countries has ended: 0 there, 1 elsewhere. */
function cutBetween({ countries }: World, a: Country, b: Country, direction: string): Float64Array {
  const n = countries.length;
  const [i, j] = [placeOf(countries, a), placeOf(countries, b)];
  if (i === j) throw new WrongUse(`exit cost needs two countries: both are ${a}`);
  const costs = new Float64Array(n * n).fill(1);
  if (direction !== 'imports') costs[i * n + j] = 0;
  if (direction !== 'exports') costs[j * n + i] = 0;
  return costs;
}

function placeOf(countries: Country[], country: Country): number {
  const place = countries.indexOf(country);
  if (place < 0) throw new WrongUse(`there is no trade or GDP of ${country} in the table`);
  return place;
}
