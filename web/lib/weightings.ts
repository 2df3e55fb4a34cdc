/** A share as a count in a hundred; only none or all are shown as 0 or 100. */
export function weightingsOf(share: number): number {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return 1;
  return share < 1 && rounded === 100 ? 99 : rounded;
}
