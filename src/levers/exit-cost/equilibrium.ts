/**
 * The world economy after a change of trade costs: Armington demand, exact hat algebra (Dekle, Eaton and Kortum 2008;
 * Arkolakis, Costinot and Rodríguez-Clare 2012), one sector or several (Costinot and Rodríguez-Clare 2014, section 3.3,
 * without intermediate goods). Wages w, prices P and spending E' are relative to the world as it is.
 */
import { andersonMixing } from './anderson.js';
import { type Base, type BaseSector, baseOf, movedTo } from './base.js';
import type { CostChange } from './change.js';
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

/** Where the excess demand has grown to this many times what it was, what earlier steps taught is dropped. */
const ASTRAY = 2;

/**
 * Solves w_i Y_i = sum_sj K_sij w_i^-e P_sj^e b_sj E'_j / t_sij, with P_sj^-e = sum_i K_sij w_i^-e, K_sij = pi_sij tau_sij^-e,
 * sum wY = sum Y, and b_sj the share of sector s in the spending of j. With one sector b is 1. t is 1 but where a tariff or
 * a discount stands between what the buyer pays and the seller gets; what is between them is spent by whoever gets it.
 *
 * Each step moves every log wage by its excess demand over its own derivative (Jacobi), which damps each country by
 * its openness; what the last steps taught shortens the way (anderson.ts): a dozen steps do. Where countries trade with
 * one partner and hardly with each other, full steps swing from side to side: when the excess demand does not fall, the
 * steps become shorter.
 *
 * @param changes what becomes dearer, cheaper or ends; all else costs what it did.
 * @param elasticity e, the trade elasticity, above 0: one, or one for each sector.
 * @param deficits `fixed`: E' = wY + D. `multiplicative`: E' in proportion to wE, summing to sum wY. `balanced`: trade
 *   balances before and after; the world as it is is first brought to balance, and welfare is counted from there.
 */
export function equilibrium(
  world: World,
  changes: readonly CostChange[],
  elasticity: number | readonly number[],
  deficits: Deficits,
): Equilibrium {
  const elasticities = typeof elasticity === 'number' ? world.sectors.map(() => elasticity) : elasticity;
  if (deficits !== 'balanced') return solve(baseOf(world), changes, elasticities, deficits);
  return solve(balancedBaseOf(world, elasticities), changes, elasticities, 'balanced');
}

/** The world brought to balanced trade; the same for every change, so that it is kept. */
function balancedBaseOf(world: World, elasticities: readonly number[]): Base {
  const key = elasticities.join();
  let known = balanced.get(world);
  if (!known) balanced.set(world, (known = new Map()));
  let base = known.get(key);
  if (!base) {
    base = movedTo(baseOf(world), solve(baseOf(world), [], elasticities, 'balanced'), elasticities);
    known.set(key, base);
  }
  return base;
}

const balanced = new WeakMap<World, Map<string, Base>>();

function solve(
  base: Base,
  changes: readonly CostChange[],
  elasticities: readonly number[],
  deficits: Deficits,
): Equilibrium {
  const { n, sectors, incomes, spending } = base;
  const demands = demandsOf(base, changes, elasticities);
  const transfers = changes.filter(({ revenue, cost }) => revenue !== undefined && Number.isFinite(cost));
  const indices = sectors.map(() => new Float64Array(n));
  const powers = new Map(elasticities.map(e => [e, new Float64Array(n).fill(1)]));
  const powersOf = elasticities.map(e => powers.get(e)!);
  const world = sum(incomes);
  const logWages = new Float64Array(n);
  const wages = new Float64Array(n).fill(1);
  const after = new Float64Array(n);
  const market: Market = { sales: new Float64Array(n), slope: new Float64Array(n), home: new Float64Array(n) };
  const room = { inverse: new Float64Array(n), ratio: new Float64Array(n) };
  const steps = new Float64Array(n);
  const mixing = andersonMixing(n);
  let pace = 1;
  let stale = true;
  let iterations = 0;
  let residual = Number.POSITIVE_INFINITY;
  while (true) {
    spend(base, deficits, wages, after);
    market.sales.fill(0);
    if (stale) for (const numbers of [market.slope, market.home]) numbers.fill(0);
    for (const [s, demand] of demands.entries()) priceIndices(demand, powersOf[s]!, indices[s]!);
    const kept = transferred(base, transfers, demands, powersOf, indices, after);
    for (const [s, demand] of demands.entries()) {
      const sold = ratiosOf(sectors[s]!.part, indices[s]!, after, room);
      sell(demand, powersOf[s]!, sold, market.sales);
      if (stale) slopes(demand, powersOf[s]!, elasticities[s]!, sold, market);
    }
    for (const { exporter, amount } of kept) market.sales[exporter]! -= amount;
    const before = residual;
    residual = 0;
    for (let i = 0; i < n; i++) {
      const income = wages[i]! * incomes[i]!;
      const excess = market.sales[i]! / income;
      residual = Math.max(residual, Math.abs(excess - 1));
      const spendingSlope = deficits === 'fixed' ? income / after[i]! : 1;
      const derivative = (-market.slope[i]! + market.home[i]! * spendingSlope) / market.sales[i]! - 1;
      steps[i] = (-pace * Math.log(excess)) / derivative;
    }
    if (residual < CLOSE_ENOUGH || iterations === MOST_ITERATIONS || Number.isNaN(residual)) break;
    // What earlier steps taught makes up for slopes of some steps ago, but not where it leads astray.
    stale = residual > SLOW * before;
    if (iterations > FREE_STEPS && stale) pace = Math.max(LEAST_PACE, pace * SLOWER);
    if (residual > ASTRAY * before) mixing.forget();
    iterations++;
    mixing.next(logWages, steps);
    normalise(logWages, incomes, world, wages);
    for (const [e, power] of powers) for (let i = 0; i < n; i++) power[i] = Math.exp(-e * logWages[i]!);
  }
  const prices = indices.map((index, s) => index.map(value => value ** (-1 / elasticities[s]!)));
  const welfare = after.map((value, j) => value / (spending[j]! * priceLevel(prices, sectors, j)));
  return { welfare, wages, prices, iterations, residual };
}

interface Market {
  sales: Float64Array;
  /** How much sales fall as the own wage rises, prices of others given. */
  slope: Float64Array;
  home: Float64Array;
}

/** K: the shares of the base at the changed costs. */
function demandsOf({ n, sectors }: Base, changes: readonly CostChange[], elasticities: readonly number[]) {
  const demands = sectors.map(({ shares }) => shares.slice());
  for (const { exporter, importer, sector, cost } of changes) {
    demands.forEach((demand, s) => {
      if (sector === undefined || sector === s) demand[exporter * n + importer]! *= cost ** -elasticities[s]!;
    });
  }
  return demands;
}

/** P_j: the product of sector prices to the power of their shares in spending; what nobody buys has no price. */
function priceLevel(prices: Float64Array[], sectors: BaseSector[], j: number): number {
  return sectors.reduce((level, { part }, s) => (part[j]! > 0 ? level * prices[s]![j]! ** part[j]! : level), 1);
}

/** E' for the wages of this step, but for tariffs and discounts. */
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

/** Passes in which spending out of tariffs settles: each is a small part of the one before. */
const MOST_PASSES = 60;
const SETTLED = 1e-14;

/**
 * Adds to spending what tariffs bring and discounts cost, and tells what of the buyers' spending does not reach the
 * sellers. Spending out of a tariff pays the tariff again, so this goes round until it settles.
 */
function transferred(
  { n, sectors }: Base,
  transfers: readonly CostChange[],
  demands: Float64Array[],
  powersOf: Float64Array[],
  indices: Float64Array[],
  after: Float64Array,
): { exporter: number; amount: number }[] {
  if (transfers.length === 0) return [];
  const earned = after.slice();
  // Of what the importer spends, the part that goes to whoever gets the tariff.
  const parts = transfers.map(({ exporter, importer, sector, cost }) =>
    demands.reduce((total, demand, s) => {
      if ((sector !== undefined && sector !== s) || !(sectors[s]!.part[importer]! > 0)) return total;
      const share = (demand[exporter * n + importer]! * powersOf[s]![exporter]!) / indices[s]![importer]!;
      return total + share * sectors[s]!.part[importer]! * (1 - 1 / cost);
    }, 0),
  );
  let amounts: number[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = transfers.map(({ importer }, k) => parts[k]! * after[importer]!);
    const moved = Math.max(
      ...next.map((amount, k) => Math.abs(amount - (amounts[k] ?? 0)) / Math.abs(after[transfers[k]!.importer]!)),
    );
    amounts = next;
    after.set(earned);
    transfers.forEach(({ revenue }, k) => {
      after[revenue!]! += amounts[k]!;
    });
    if (moved < SETTLED) break;
  }
  return transfers.map(({ exporter }, k) => ({ exporter, amount: amounts[k]! }));
}

/** P_j^-e = sum_i K_ij w_i^-e, four rows at a time as the matrix lies in memory. */
function priceIndices(demand: Float64Array, powers: Float64Array, indices: Float64Array): void {
  const n = indices.length;
  indices.fill(0);
  let i = 0;
  for (; i + 3 < n; i += 4) {
    const [one, two, three, four] = [powers[i]!, powers[i + 1]!, powers[i + 2]!, powers[i + 3]!];
    const [first, second, third, fourth] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n];
    for (let j = 0; j < n; j++) {
      indices[j]! +=
        demand[first + j]! * one + demand[second + j]! * two + demand[third + j]! * three + demand[fourth + j]! * four;
    }
  }
  for (; i < n; i++) {
    const power = powers[i]!;
    for (let j = 0; j < n; j++) indices[j]! += demand[i * n + j]! * power;
  }
}

interface Ratios {
  /** P_j^e, nothing where j buys nothing of the sector. */
  inverse: Float64Array;
  /** b_j E'_j P_j^e. */
  ratio: Float64Array;
}

function ratiosOf(part: Float64Array, indices: Float64Array, after: Float64Array, room: Ratios): Ratios {
  const { inverse, ratio } = room;
  for (let j = 0; j < indices.length; j++) {
    inverse[j] = part[j]! > 0 ? 1 / indices[j]! : 0;
    ratio[j] = part[j]! * after[j]! * inverse[j]!;
  }
  return room;
}

/** Adds what each country sells in a sector; four sums, so that none waits for the last. */
function sell(demand: Float64Array, powers: Float64Array, { ratio }: Ratios, sales: Float64Array): void {
  const n = ratio.length;
  for (let i = 0; i < n; i++) {
    let [one, two, three, four] = [0, 0, 0, 0];
    const row = i * n;
    let j = 0;
    for (; j + 3 < n; j += 4) {
      one += demand[row + j]! * ratio[j]!;
      two += demand[row + j + 1]! * ratio[j + 1]!;
      three += demand[row + j + 2]! * ratio[j + 2]!;
      four += demand[row + j + 3]! * ratio[j + 3]!;
    }
    for (; j < n; j++) one += demand[row + j]! * ratio[j]!;
    sales[i]! += powers[i]! * (one + two + three + four);
  }
}

/** Adds how sales in a sector fall with the own wage, and what of them is sold at home. */
function slopes(
  demand: Float64Array,
  powers: Float64Array,
  elasticity: number,
  { inverse, ratio }: Ratios,
  { slope, home }: Market,
): void {
  const n = ratio.length;
  for (let i = 0; i < n; i++) {
    const power = powers[i]!;
    let falls = 0;
    for (let j = 0, at = i * n; j < n; j++, at++) {
      const bought = demand[at]! * power;
      falls += bought * ratio[j]! * (1 - bought * inverse[j]!);
    }
    slope[i]! += elasticity * falls;
    home[i]! += demand[i * n + i]! * power * ratio[i]!;
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
