/**
 * The world economy after a change of trade costs: Armington demand, exact hat algebra (Dekle, Eaton and Kortum 2008;
 * Arkolakis, Costinot and Rodríguez-Clare 2012), one sector or several (Costinot and Rodríguez-Clare 2014, section 3.3,
 * without intermediate goods). Wages w, prices P and spending E' are relative to the world as it is.
 */
import type { World } from './world.js';

export type Deficits = 'fixed' | 'multiplicative' | 'balanced';

export interface Equilibrium {
  /** Real spending of each country relative to before: E' / (E P). */
  welfare: Float64Array;
  wages: Float64Array;
  /** Price indices of each sector, in the order of the world's sectors. */
  prices: Float64Array[];
  iterations: number;
  /** The largest excess demand that is left, as a share of a country's income. */
  residual: number;
}

/** Far below what any datum bears: welfare is right to a hundred-millionth of a percent. */
const CLOSE_ENOUGH = 1e-10;
const MOST_ITERATIONS = 2000;

/** After the first steps: where more than this share of the excess demand is left, the next are a tenth shorter, at least half. */
const FREE_STEPS = 8;
const SLOW = 0.7;
const SLOWER = 0.9;
const LEAST_PACE = 0.5;

/**
 * Solves w_i Y_i = sum_sj K_sij w_i^-e P_sj^e b_sj E'_j, with P_sj^-e = sum_i K_sij w_i^-e, sum wY = sum Y, and b_sj the
 * share of sector s in the spending of j. With one sector b is 1.
 *
 * Each step moves every log wage by its excess demand over its own derivative (Jacobi), which damps each country by
 * its openness; about twenty steps do. Where countries trade with one partner and hardly with each other, full steps
 * swing from side to side: when the excess demand does not fall, the steps become shorter.
 *
 * @param costs tau_ij^-e for each pair at `i * n + j`, in all sectors: 1 as it is, 0 cut.
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
  sectors: BaseSector[];
  incomes: Float64Array;
  spending: Float64Array;
}

interface BaseSector {
  /** pi_ij: of what j spends on the sector, the share spent on i. */
  shares: Float64Array;
  /** b_j: of what j spends, the share spent on the sector. */
  part: Float64Array;
}

function baseOf(world: World): Base {
  let base = bases.get(world);
  if (!base) bases.set(world, (base = newBaseOf(world)));
  return base;
}

const bases = new WeakMap<World, Base>();

function newBaseOf({ countries, sectors }: World): Base {
  const n = countries.length;
  const incomes = new Float64Array(n);
  const spending = new Float64Array(n);
  const spentOn = sectors.map(() => new Float64Array(n));
  sectors.forEach(({ sales }, s) => {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        incomes[i]! += sales[i * n + j]!;
        spentOn[s]![j]! += sales[i * n + j]!;
      }
    }
    for (let j = 0; j < n; j++) spending[j]! += spentOn[s]![j]!;
  });
  const shared = sectors.map(({ sales }, s) => ({
    shares: sales.map((sale, at) => (sale > 0 ? sale / spentOn[s]![at % n]! : 0)),
    part: spentOn[s]!.map((spent, j) => spent / spending[j]!),
  }));
  return { n, sectors: shared, incomes, spending };
}

/** The base of the world that an equilibrium has led to, with balanced trade. */
function movedTo({ n, sectors, incomes }: Base, { wages, prices }: Equilibrium, elasticity: number): Base {
  const moved = sectors.map(({ shares, part }, s) => ({
    part,
    shares: shares.map((share, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return share > 0 ? share * (wages[i]! / prices[s]![j]!) ** -elasticity : 0;
    }),
  }));
  const reached = incomes.map((income, i) => income * wages[i]!);
  return { n, sectors: moved, incomes: reached, spending: reached.slice() };
}

function solve(base: Base, costs: Float64Array, elasticity: number, deficits: Deficits): Equilibrium {
  const { n, sectors, incomes, spending } = base;
  const demands = sectors.map(({ shares }) => shares.map((share, at) => share * costs[at]!));
  const indices = sectors.map(() => new Float64Array(n));
  const world = sum(incomes);
  const logWages = new Float64Array(n);
  const wages = new Float64Array(n).fill(1);
  const powers = new Float64Array(n).fill(1);
  const after = new Float64Array(n);
  const market = { sales: new Float64Array(n), slope: new Float64Array(n), home: new Float64Array(n) };
  const room = { inverse: new Float64Array(n), ratio: new Float64Array(n) };
  const steps = new Float64Array(n);
  let pace = 1;
  let iterations = 0;
  let residual = Number.POSITIVE_INFINITY;
  while (true) {
    spend(base, deficits, wages, after);
    for (const numbers of Object.values(market)) numbers.fill(0);
    demands.forEach((demand, s) => {
      priceIndices(demand, powers, indices[s]!);
      sell(demand, sectors[s]!.part, powers, indices[s]!, after, market, room);
    });
    const before = residual;
    residual = 0;
    for (let i = 0; i < n; i++) {
      const income = wages[i]! * incomes[i]!;
      const excess = market.sales[i]! / income;
      residual = Math.max(residual, Math.abs(excess - 1));
      const spendingSlope = deficits === 'fixed' ? income / after[i]! : 1;
      const derivative = (-elasticity * market.slope[i]! + market.home[i]! * spendingSlope) / market.sales[i]! - 1;
      steps[i] = -Math.log(excess) / derivative;
    }
    if (iterations > FREE_STEPS && residual > SLOW * before) pace = Math.max(LEAST_PACE, pace * SLOWER);
    if (residual < CLOSE_ENOUGH || iterations === MOST_ITERATIONS || Number.isNaN(residual)) break;
    iterations++;
    for (let i = 0; i < n; i++) logWages[i]! += pace * steps[i]!;
    normalise(logWages, incomes, world, wages);
    for (let i = 0; i < n; i++) powers[i] = Math.exp(-elasticity * Math.log(wages[i]!));
  }
  const prices = indices.map(index => index.map(value => value ** (-1 / elasticity)));
  const welfare = after.map((value, j) => value / (spending[j]! * priceLevel(prices, sectors, j)));
  return { welfare, wages, prices, iterations, residual };
}

/** P_j: the product of sector prices to the power of their shares in spending; what nobody buys has no price. */
function priceLevel(prices: Float64Array[], sectors: BaseSector[], j: number): number {
  return sectors.reduce((level, { part }, s) => (part[j]! > 0 ? level * prices[s]![j]! ** part[j]! : level), 1);
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

/** Adds what each country sells in a sector, how that falls with its wage, and what of it is sold at home. */
function sell(
  demand: Float64Array,
  part: Float64Array,
  powers: Float64Array,
  indices: Float64Array,
  after: Float64Array,
  market: { sales: Float64Array; slope: Float64Array; home: Float64Array },
  { inverse, ratio }: { inverse: Float64Array; ratio: Float64Array },
): void {
  const n = indices.length;
  for (let j = 0; j < n; j++) {
    inverse[j] = part[j]! > 0 ? 1 / indices[j]! : 0;
    ratio[j] = part[j]! * after[j]! * inverse[j]!;
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
    market.sales[i]! += sales;
    market.slope[i]! += slope;
    market.home[i]! += demand[i * n + i]! * power * ratio[i]!;
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
