import { randomNumbers } from './random.js';

/**
 * Lattices of Korobov (1959), points k (1, a, a^2, ...) / n modulo 1: by size n, the multiplier a. The multipliers are the
 * best found by the criterion P2 in 20 dimensions with weights 0.6 * 0.85^d (all of them tried for the small ones, sixty
 * drawn at random for the large one).
 */
const MULTIPLIERS = { rough: [31, 7], coarse: [1021, 166], fine: [8191, 5139] } as const;

export type LatticeSize = keyof typeof MULTIPLIERS;

/**
 * Points spread evenly over a cube: a mean over them is some ten times nearer to the true one than over as many points
 * drawn at random. The lattice is shifted by a random amount in each dimension (Cranley and Patterson 1976) and folded
 * (Hickernell 2002).
 *
 * @param seed of the shift; the same seed gives the same points.
 * @returns how many there are, and a function that fills `point` with the k-th: numbers above 0 and below 1.
 */
export function latticePoints(
  size: LatticeSize,
  dimensions: number,
  seed: number,
): { count: number; fill(k: number, point: Float64Array): void } {
  const [count, multiplier] = MULTIPLIERS[size];
  const random = randomNumbers(seed);
  const shifts = Float64Array.from({ length: dimensions }, random);
  const steps = new Float64Array(dimensions);
  for (let d = 0, step = 1; d < dimensions; d++, step = (step * multiplier) % count) steps[d] = step;
  return {
    count,
    fill(k, point) {
      for (let d = 0; d < dimensions; d++) {
        const place = (((k * steps[d]!) % count) / count + shifts[d]!) % 1;
        point[d] = Math.min(Math.max(1 - Math.abs(2 * place - 1), LEAST), 1 - LEAST);
      }
    },
  };
}

const LEAST = 2 ** -40;

/**
 * A point of a cube as weights uniform on the simplex, by breaking a stick (Devroye 1986, chapter XI.2): one number fewer
 * than there are weights is used, from `at` on.
 */
export function weightsFrom(point: Float64Array, at: number, weights: Float64Array): void {
  const last = weights.length - 1;
  let rest = 1;
  for (let k = 0; k < last; k++) {
    const left = rest * point[at + k]! ** (1 / (last - k));
    weights[k] = rest - left;
    rest = left;
  }
  weights[last] = rest;
}
