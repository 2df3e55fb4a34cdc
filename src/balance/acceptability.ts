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
export function shareOfWeightings(x: ArrayLike<number>): number {
  return shareOfSide(x, 1, new Float64Array(x.length + 1));
}

/**
 * How far the share lies above a half, doubled: 1 where all weightings are positive, -1 where none is. Turning the
 * sign of every x turns the sign of this, to the last bit.
 *
 * @param room at least one number more than x, to work in; made where it is not given.
 */
export function leanOfWeightings(x: ArrayLike<number>, room = new Float64Array(x.length + 1)): number {
  return shareOfSide(x, 1, room) - shareOfSide(x, -1, room);
}

/** The share of weightings in which the sum lies on a side. `shares[q]`: with the first p values for it and q against. */
function shareOfSide(x: ArrayLike<number>, side: 1 | -1, shares: Float64Array): number {
  let against = 0;
  for (let q = 0; q < x.length; q++) if (side * x[q]! < 0) against++;
  shares.fill(0, 0, against + 1);
  let found = 0;
  for (let p = 0; p < x.length; p++) {
    const value = side * x[p]!;
    if (value <= 0) continue;
    found++;
    shares[0] = 1;
    for (let k = 0, q = 0; k < x.length; k++) {
      const opposed = -side * x[k]!;
      if (opposed <= 0) continue;
      q++;
      shares[q] = (value * shares[q - 1]! + opposed * shares[q]!) / (value + opposed);
    }
  }
  return found + against === 0 ? 0.5 : shares[against]!;
}
