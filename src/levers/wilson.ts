/** The width of the interval of a lever: 90 percent. */
const Z = 1.645;

/**
 * The lead that two counts show: the Wilson score of the share of the first at 90 percent (Wilson 1927), less 1/2, with the
 * ends of its interval. The fewer were counted, the nearer to level: `wilsonLead(1, 0)` is 0.13, `wilsonLead(10, 0)` 0.39.
 * What is counted by a weight below one makes the counts, and n with them, smaller: the lead nearer to level, the interval wider.
 *
 * @param z how many standard errors wide another interval is: 1.96 for 95 percent.
 */
export function wilsonLead(mine: number, theirs: number, z = Z): { x: number; others: [number, number] } {
  const n = mine + theirs;
  const x = (mine - theirs) / 2 / (n + z ** 2);
  const half = (z / (n + z ** 2)) * Math.sqrt((mine * theirs) / n + z ** 2 / 4);
  return { x, others: [x - half, x + half] };
}
