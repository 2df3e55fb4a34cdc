import type { World } from './world.js';

/** Shares, incomes and spending of a world as it is, which is all that a change in it is worked out from. */
export interface Base {
  n: number;
  sectors: BaseSector[];
  incomes: Float64Array;
  spending: Float64Array;
}

export interface BaseSector {
  /** pi_ij at `i * n + j`: of what j spends on the sector, the share spent on i. */
  shares: Float64Array;
  /** b_j: of what j spends, the share spent on the sector. */
  part: Float64Array;
}

/** The base of a world, worked out once. */
export function baseOf(world: World): Base {
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

/**
 * The base of the world that new wages and prices have led to, with balanced trade.
 *
 * @param elasticities of each sector.
 */
export function movedTo(
  { n, sectors, incomes }: Base,
  { wages, prices }: { wages: Float64Array; prices: Float64Array[] },
  elasticities: readonly number[],
): Base {
  const moved = sectors.map(({ shares, part }, s) => ({
    part,
    shares: shares.map((share, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return share > 0 ? share * (wages[i]! / prices[s]![j]!) ** -elasticities[s]! : 0;
    }),
  }));
  const reached = incomes.map((income, i) => income * wages[i]!);
  return { n, sectors: moved, incomes: reached, spending: reached.slice() };
}
