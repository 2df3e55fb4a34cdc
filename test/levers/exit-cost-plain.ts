/**
 * A slow solver of the trade model that shares nothing with ours but the equations: plain steps of wages towards supply
 * and demand, `w <- w (demand / supply)^(1 / (1 + e))`, no derivatives, no acceleration, arrays of numbers.
 */
import type { World } from '../../src/levers/exit-cost/world.js';

export interface Plain {
  elasticity?: number;
  /** One for each sector, in the place of one for all. */
  elasticities?: number[];
  deficits?: 'fixed' | 'multiplicative' | 'balanced';
  costs?:
    | {
        from: number;
        to: number;
        /** What the buyer pays over what it paid; endless: nothing is sold. */
        factor: number;
        sector?: number;
        /** Who gets what lies between the two prices. */
        to_whom?: number;
      }[]
    | undefined;
}

/** Welfare in percent against the world as it is, two hundred thousand steps where need be. */
export function plainWelfare({ countries, sectors }: World, options: Plain): Record<string, number> {
  const { elasticity = 5, deficits = 'fixed', costs = [] } = options;
  const e = options.elasticities ?? sectors.map(() => elasticity);
  const all = countries.map((_, i) => i);
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const sale = (s: number, i: number, j: number) => sectors[s]!.sales[i * all.length + j]!;
  const each = sectors.map((_, s) => s);
  const income = all.map(i => total(each.map(s => total(all.map(j => sale(s, i, j))))));
  const spent = each.map(s => all.map(j => total(all.map(i => sale(s, i, j)))));
  const spending = all.map(j => total(spent.map(of => of[j]!)));
  const costOf = (s: number, i: number, j: number) =>
    costs.find(({ from, to, sector }) => from === i && to === j && (sector === undefined || sector === s));
  const factor = each.map(s => all.map(i => all.map(j => costOf(s, i, j)?.factor ?? 1)));
  const patient = Math.max(...e);
  let wages = all.map(() => 1);
  let gifts = all.map(() => 0);
  for (let step = 0; ; step++) {
    const earned = total(all.map(i => wages[i]! * income[i]!));
    const wanted = total(all.map(i => wages[i]! * spending[i]!));
    const after = all.map(j => {
      const own = wages[j]! * income[j]!;
      if (deficits === 'balanced') return own + gifts[j]!;
      if (deficits === 'fixed') return own + spending[j]! - income[j]! + gifts[j]!;
      return (wages[j]! * spending[j]! * earned) / wanted + gifts[j]!;
    });
    const weight = (s: number, i: number, j: number) =>
      (sale(s, i, j) / spent[s]![j]!) * (factor[s]![i]![j]! * wages[i]!) ** -e[s]!;
    const price = each.map(s => all.map(j => total(all.map(i => weight(s, i, j))) ** (-1 / e[s]!)));
    const paid = (s: number, i: number, j: number) =>
      weight(s, i, j) * price[s]![j]! ** e[s]! * (spent[s]![j]! / spending[j]!) * after[j]!;
    const nextGifts = all.map(() => 0);
    const demand = all.map(i =>
      total(
        each.map(s =>
          total(
            all.map(j => {
              const [amount, to_whom] = [paid(s, i, j), costOf(s, i, j)?.to_whom];
              if (to_whom === undefined) return amount;
              const reached = amount / factor[s]![i]![j]!;
              nextGifts[to_whom]! += amount - reached;
              return reached;
            }),
          ),
        ),
      ),
    );
    const next = all.map(i => wages[i]! * (demand[i]! / (wages[i]! * income[i]!)) ** (1 / (1 + patient)));
    const scale = total(income) / total(all.map(i => next[i]! * income[i]!));
    const moved = Math.max(
      ...all.map(i => Math.abs(next[i]! * scale - wages[i]!)),
      ...all.map(i => Math.abs(nextGifts[i]! - gifts[i]!) / income[i]!),
    );
    wages = next.map(wage => wage * scale);
    gifts = nextGifts;
    if (moved < 1e-15 || step > 200_000) {
      return Object.fromEntries(
        countries.map((country, j) => {
          const level = each.reduce((product, s) => product * price[s]![j]! ** (spent[s]![j]! / spending[j]!), 1);
          return [country, (after[j]! / (spending[j]! * level) - 1) * 100];
        }),
      );
    }
  }
}
