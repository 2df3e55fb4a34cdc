import type { WeighedLever } from './weightings.js';

/** The smallest changes that would turn the verdict, from equal weights on. */
export interface Tipping {
  /** The side that equal weights favour: 1 the first country, -1 the second. */
  favours: 1 | -1;
  /** The group of which the weight would have to change least, others keeping their proportions; `null`: none turns it. */
  weight: { group: number; from: number; to: number } | null;
  /** The lever of which x would have to change least; `null` where none alone could turn it. */
  lever: { group: number; lever: number; from: number; to: number } | null;
}

/**
 * Finds what would turn the verdict of equal weights: groups alike and, within each, its levers alike. `null` where
 * equal weights favour neither side.
 */
export function tippingOf(groups: readonly (readonly WeighedLever[])[]): Tipping | null {
  const values = groups.map(levers => sum(levers.map(({ x }) => x)) / levers.length);
  const total = sum(values);
  if (total === 0) return null;
  return { favours: total > 0 ? 1 : -1, weight: tippingWeight(values), lever: tippingLever(groups, values) };
}

/** w v + (1 - w) rest = 0, with rest the mean of the other groups. */
function tippingWeight(values: number[]): Tipping['weight'] {
  if (values.length < 2) return null;
  const from = 1 / values.length;
  return nearest(
    values.flatMap((value, group) => {
      const rest = (sum(values) - value) / (values.length - 1);
      const to = rest / (rest - value);
      return to >= 0 && to <= 1 ? [{ group, from, to }] : [];
    }),
  );
}

/** The other groups and levers stay: this lever alone has to bring the sum to zero, within [-1/2, 1/2]. */
function tippingLever(groups: readonly (readonly WeighedLever[])[], values: number[]): Tipping['lever'] {
  const total = sum(values);
  return nearest(
    groups.flatMap((levers, group) =>
      levers.flatMap(({ x }, lever) => {
        const to = x - total * levers.length;
        return Math.abs(to) <= 0.5 ? [{ group, lever, from: x, to }] : [];
      }),
    ),
  );
}

function nearest<T extends { from: number; to: number }>(changes: T[]): T | null {
  return changes.reduce<T | null>(
    (best, change) => (best && Math.abs(best.to - best.from) <= Math.abs(change.to - change.from) ? best : change),
    null,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
