/**
 * The place of the first thing that is not before what is looked for, by halves: a long article costs each question a
 * few steps more, not its whole length.
 *
 * @param ordered all that are before stand in front of all that are not.
 * @returns `ordered.length` where all are before.
 */
export function firstNotBefore<T>(ordered: readonly T[], isBefore: (one: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ordered[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
