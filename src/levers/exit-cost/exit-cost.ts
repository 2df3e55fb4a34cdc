import { BadInput, WrongUse } from '../../errors.js';
import type { Country } from '../../reading.js';
import { type CostChange, changesBetween, type Direction, type WhatIf } from './change.js';
import { type Deficits, equilibrium } from './equilibrium.js';
import type { World } from './world.js';

export interface ExitCostOptions {
  /** Trade elasticity; default 5, the middle of published estimates (elasticities.ts). One, or one for each sector. */
  elasticity?: number | readonly number[];
  /** What happens to trade balances; default `fixed`. */
  deficits?: Deficits;
  /** Which flows change, seen from the first country; default `both`. */
  direction?: Direction;
  /** What happens to them; default: they end. */
  whatIf?: WhatIf;
  /** Names of the sectors in which it happens; default all. */
  sectors?: readonly string[];
}

export interface ExitCost {
  /** Change of real spending in percent, by country: negative is a loss. */
  welfare: Record<Country, number>;
  iterations: number;
  /** The largest excess demand left, as a share of a country's income. */
  residual: number;
}

/** What a country and one of its partners would lose if they parted. */
export interface PartnerCost {
  partner: Country;
  /** Change of real spending in percent: of the country asked about, and of the partner; `null` where no world adds up. */
  own: number | null;
  theirs: number | null;
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
  return coalitionCost(world, a, [b], options);
}

/**
 * What it costs a country, those of a coalition and everybody else when all of the coalition act against the country at
 * once; among themselves nothing changes. The direction is seen from the country.
 *
 * @throws as {@link exitCost} does.
 */
export function coalitionCost(
  world: World,
  country: Country,
  coalition: readonly Country[],
  options: ExitCostOptions = {},
): ExitCost {
  if (coalition.length === 0) throw new WrongUse(`there is nobody in the coalition against ${country}`);
  const changes = changesBetween(world, country, [...new Set(coalition)], options);
  const solved = solutionOf(world, changes, options);
  if (solved) return solved;
  const others = coalition.length === 1 ? coalition[0] : `the ${coalition.length} others`;
  throw new BadInput(
    `no world adds up in which trade between ${country} and ${others} has ended: their other trade is too little, or one buys all of a sector there`,
  );
}

/** What parting from each of its partners, one at a time, costs a country and that partner; the costliest first. */
export function partnerCosts(world: World, country: Country, options: ExitCostOptions = {}): PartnerCost[] {
  const [place, n] = [world.countries.indexOf(country), world.countries.length];
  const trades = (i: number, j: number) =>
    world.sectors.some(({ sales }) => sales[i * n + j]! > 0 || sales[j * n + i]! > 0);
  if (place < 0) throw new WrongUse(`there is no trade or GDP of ${country} in the table`);
  return world.countries
    .filter((_, j) => j !== place && trades(place, j))
    .map(partner => {
      const cost = solutionOf(world, changesBetween(world, country, [partner], options), options);
      return { partner, own: cost && cost.welfare[country]!, theirs: cost && cost.welfare[partner]! };
    })
    .sort((one, other) => (one.own ?? Number.NEGATIVE_INFINITY) - (other.own ?? Number.NEGATIVE_INFINITY));
}

/** The solution, or `null` where no world adds up. */
function solutionOf(world: World, changes: CostChange[], options: ExitCostOptions): ExitCost | null {
  const { elasticity = 5, deficits = 'fixed' } = options;
  const { welfare, iterations, residual } = equilibrium(world, changes, elasticity, deficits);
  if (!(residual < SOLVED) || welfare.some(value => !(value > 0))) return null;
  const percent = world.countries.map((country, i) => [country, (welfare[i]! - 1) * 100]);
  return { welfare: Object.fromEntries(percent), iterations, residual };
}
