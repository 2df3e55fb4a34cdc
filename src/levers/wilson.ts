/** The width of the interval of a lever: 90 percent. */
const Z = 1.645;

/**
 * The lead that a count of k out of n shows: the Wilson score of the share at 90 percent (Wilson 1927), less 1/2, with the
 * ends of its interval. The fewer were counted, the nearer to level: `wilsonLead(1, 1)` is 0.13, `wilsonLead(10, 10)` 0.39.
 *
 * @param z how many standard errors wide another interval is: 1.96 for 95 percent.
 */
export function wilsonLead(k: number, n: number, z = Z): { x: number; others: [number, number] } {
  const x = (k - n / 2) / (n + z ** 2);
  const half = (z / (n + z ** 2)) * Math.sqrt((k * (n - k)) / n + z ** 2 / 4);
  return { x, others: [x - half, x + half] };
}
