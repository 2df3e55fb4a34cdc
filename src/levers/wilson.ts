/** The width of the interval: 90 percent. */
const Z = 1.645;

/**
 * The lead that a count of k out of n shows: the Wilson score of the share at 90 percent (Wilson 1927), less 1/2, with the
 * ends of its interval. The fewer were counted, the nearer to level: `wilsonLead(1, 1)` is 0.13, `wilsonLead(10, 10)` 0.39.
 */
export function wilsonLead(k: number, n: number): { x: number; others: [number, number] } {
  const x = (k - n / 2) / (n + Z ** 2);
  const half = (Z / (n + Z ** 2)) * Math.sqrt((k * (n - k)) / n + Z ** 2 / 4);
  return { x, others: [x - half, x + half] };
}
