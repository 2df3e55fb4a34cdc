import type { Day } from '../reading.js';

export type OrderInTime = 'newest' | 'oldest';

/** Compares days for a list in an order of time: in either, what has no day comes last. */
export function byDay(order: OrderInTime): (one: Day | null, other: Day | null) => number {
  const turn = order === 'newest' ? -1 : 1;
  return (one, other) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return one === other ? 0 : one < other ? -turn : turn;
  };
}
