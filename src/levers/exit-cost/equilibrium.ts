/**
 * The world economy after a change of trade costs: one sector, Armington demand, exact hat algebra (Dekle, Eaton and
 * Kortum 2008; Arkolakis, Costinot and Rodríguez-Clare 2012). Wages w, prices P and spending E' are relative to the
 * world as it is.
 */
import type { World } from './world.js';

export type Deficits = 'fixed' | 'multiplicative' | 'balanced';

export interface Equilibrium {
  /** Real spending of each country relative to before: E' / (E P). */
  welfare: Float64Array;
  wages: Float64Array;
  prices: Float64Array;
  iterations: number;
  /** The largest excess demand that is left, as a share of a country's income. */
  residual: number;
}

/** Far below what any datum bears: welfare is right to a hundred-millionth of a percent. */
const CLOSE_ENOUGH = 1e-10;
const MOST_ITERATIONS = 2000;

/**
 * Solves w_i Y_i = sum_j K_ij w_i^-e P_j^e E'_j, with P_j^-e = sum_i K_ij w_i^-e and sum wY = sum Y.
 *
 * Each step moves every log wage by its excess demand over its own derivative (Jacobi), which damps each country by
 * its openness; about twenty steps do.
 *
 * @param costs tau_ij^-e for each pair at `i * n + j`: 1 as it is, 0 cut.
 * @param elasticity e, the trade elasticity, above 0.
 * @param deficits `fixed`: E' = wY + D. `multiplicative`: E' in proportion to wE, summing to sum wY. `balanced`: trade
 *   balances before and after; the world as it is is first brought to balance, and welfare is counted from there.
 */
export function equilibrium(world: World, costs: Float64Array, elasticity: number, deficits: Deficits): Equilibrium {
  if (deficits !== 'balanced') return solve(baseOf(world), costs, elasticity, deficits);
  const balanced = solve(baseOf(world), new Float64Array(costs.length).fill(1), elasticity, 'balanced');
  return solve(movedTo(baseOf(world), balanced, elasticity), costs, elasticity, 'balanced');
}

/** Shares, incomes and spending of a world as it is. */
interface Base {
  n: number;
  /** pi_ij: of j's spending, the share spent on i. */
  shares: Float64Array;
  incomes: Float64Array;
  spending: Float64Array;
}

function baseOf(world: World): Base {
  let base = bases.get(world);
  if (!base) bases.set(world, (base = newBaseOf(world)));
  return base;
}

const bases = new WeakMap<World, Base>();

function newBaseOf({ countries, sales }: World): Base {
  const n = countries.length;
  const incomes = new Float64Array(n);
  const spending = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      incomes[i]! += sales[i * n + j]!;
      spending[j]! += sales[i * n + j]!;
    }
  }
  const shares = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) shares[i * n + j] = sales[i * n + j]! / spending[j]!;
  return { n, shares, incomes, spending };
}

/** The base of the world that an equilibrium has led to, with balanced trade. */
function movedTo({ n, shares, incomes }: Base, { wages, prices }: Equilibrium, elasticity: number): Base {
  const moved = shares.map((share, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return share * (wages[i]! / prices[j]!) ** -elasticity;
  });
  const reached = incomes.map((income, i) => income * wages[i]!);
  return { n, shares: moved, incomes: reached, spending: reached.slice() };
}

function solve(base: Base, costs: Float64Array, elasticity: number, deficits: Deficits): Equilibrium {
  const { n, shares, incomes, spending } = base;
  const demand = new Float64Array(n * n);
  for (let at = 0; at < demand.length; at++) demand[at] = shares[at]! * costs[at]!;
  const world = sum(incomes);
  const logWages = new Float64Array(n);
  const wages = new Float64Array(n).fill(1);
  const powers = new Float64Array(n).fill(1);
  const indices = new Float64Array(n);
  const after = new Float64Array(n);
  const excess = new Float64Array(n);
  const inverse = new Float64Array(n);
  const ratio = new Float64Array(n);
  let iterations = 0;
  let residual = Number.POSITIVE_INFINITY;
  while (true) {
    spend(base, deficits, wages, after);
    priceIndices(demand, powers, indices);
    residual = 0;
    for (let j = 0; j < n; j++) {
      inverse[j] = 1 / indices[j]!;
      ratio[j] = after[j]! / indices[j]!;
    }
    for (let i = 0; i < n; i++) {
      const power = powers[i]!;
      let sales = 0;
      let slope = 0;
      for (let j = 0, at = i * n; j < n; j++, at++) {
        const bought = demand[at]! * power;
        const sale = bought * ratio[j]!;
        sales += sale;
        slope += sale * (1 - bought * inverse[j]!);
      }
      const home = demand[i * n + i]! * power * ratio[i]!;
      const income = wages[i]! * incomes[i]!;
      const spendingSlope = deficits === 'fixed' ? income / after[i]! : 1;
      const derivative = (-elasticity * slope + home * spendingSlope) / sales - 1;
      excess[i] = -Math.log(sales / income) / derivative;
      residual = Math.max(residual, Math.abs(sales / income - 1));
    }
    if (residual < CLOSE_ENOUGH || iterations === MOST_ITERATIONS) break;
    iterations++;
    for (let i = 0; i < n; i++) logWages[i]! += excess[i]!;
    normalise(logWages, incomes, world, wages);
    for (let i = 0; i < n; i++) powers[i] = Math.exp(-elasticity * Math.log(wages[i]!));
  }
  const prices = indices.map(index => index ** (-1 / elasticity));
  const welfare = after.map((value, i) => value / (spending[i]! * prices[i]!));
  return { welfare, wages, prices, iterations, residual };
}

/** E' for the wages of this step. */
function spend({ n, incomes, spending }: Base, deficits: Deficits, wages: Float64Array, after: Float64Array): void {
  let earned = 0;
  let wanted = 0;
  for (let i = 0; i < n; i++) {
    earned += wages[i]! * incomes[i]!;
    wanted += wages[i]! * spending[i]!;
  }
  for (let i = 0; i < n; i++) {
    const income = wages[i]! * incomes[i]!;
    if (deficits === 'fixed') after[i] = income + spending[i]! - incomes[i]!;
    else if (deficits === 'multiplicative') after[i] = (wages[i]! * spending[i]! * earned) / wanted;
    else after[i] = income;
  }
}

/** P_j^-e = sum_i K_ij w_i^-e, row by row as the matrix lies in memory. */
function priceIndices(demand: Float64Array, powers: Float64Array, indices: Float64Array): void {
  const n = indices.length;
  indices.fill(0);
  for (let i = 0; i < n; i++) {
    const power = powers[i]!;
    for (let j = 0; j < n; j++) indices[j]! += demand[i * n + j]! * power;
  }
}

/** Holds world income at what it was; moves the logs along so that they stay those of the wages. */
function normalise(logWages: Float64Array, incomes: Float64Array, world: number, wages: Float64Array): void {
  let total = 0;
  for (let i = 0; i < wages.length; i++) total += (wages[i] = Math.exp(logWages[i]!)) * incomes[i]!;
  const scale = world / total;
  const shift = Math.log(scale);
  for (let i = 0; i < wages.length; i++) {
    wages[i]! *= scale;
    logWages[i]! += shift;
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
