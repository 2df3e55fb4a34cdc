/**
 * Nobody knows the weights, so all of them count: of all ways to weigh some measures, in what share does the weighted
 * sum come out positive? This is the acceptability index of stochastic multicriteria analysis (Lahdelma, Hokkanen and
 * Salminen 1998) with weights uniform on the simplex.
 */

/**
 * The share of flat weightings in which the sum of w_k x_k is positive, exactly.
 *
 * The closed form sum over x_k > 0 of x_k^(n-1) / prod (x_k - x_j) is a divided difference of the truncated power and
 * loses all its digits where two x are alike. The same number follows from a recursion over the positive p and the
 * negative q that only ever averages with weights above zero:
 *
 *   share(P, Q) = (p share(P, Q without q) + |q| share(P without p, Q)) / (p + |q|)
 *
 * A zero neither helps nor hinders; a tie of nothing but zeros counts half.
 *
 * Worked example: x = (1, -2, 3) gives 0.733333.
 */
export function shareOfWeightings(x: readonly number[]): number {
  const positive = x.filter(value => value > 0);
  const negative = x.filter(value => value < 0).map(value => -value);
  if (positive.length + negative.length === 0) return 0.5;
  // shares[q] is the share of the first p positive and the first q negative values.
  const shares = new Float64Array(negative.length + 1);
  for (const p of positive) {
    shares[0] = 1;
    for (let q = 1; q < shares.length; q++) {
      const against = negative[q - 1]!;
      shares[q] = (p * shares[q - 1]! + against * shares[q]!) / (p + against);
    }
  }
  return positive.length === 0 ? 0 : shares[negative.length]!;
}

/**
 * How far the share lies above a half, doubled: 1 where all weightings are positive, -1 where none is. Turning the
 * sign of every x turns the sign of this, to the last bit.
 */
export function leanOfWeightings(x: readonly number[]): number {
  return shareOfWeightings(x) - shareOfWeightings(x.map(value => -value));
}
