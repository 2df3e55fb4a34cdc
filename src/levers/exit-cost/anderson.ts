/** How many steps back are looked at. */
const DEPTH = 5;

/** Of the largest square in the normal equations, what is added to all: steps that are all but alike stay apart. */
const RIDGE = 1e-12;

/**
 * Makes an iteration x <- x + step(x) converge sooner: from the last few steps it works out where the step would be
 * nothing if steps changed with x as they did so far (Anderson 1965; Walker and Ni 2011). Costs a few sums over x.
 *
 * @param n how many numbers x has.
 */
export function andersonMixing(n: number): { next(x: Float64Array, step: Float64Array): void; forget(): void } {
  const moves = Array.from({ length: DEPTH }, () => new Float64Array(n));
  const turns = Array.from({ length: DEPTH }, () => new Float64Array(n));
  const lastX = new Float64Array(n);
  const lastStep = new Float64Array(n);
  let kept = 0;
  let seen = 0;
  return {
    /** Moves x by a step, or by the better one that earlier steps show. */
    next(x, step) {
      if (seen > 0) {
        const at = (seen - 1) % DEPTH;
        for (let i = 0; i < n; i++) {
          moves[at]![i] = x[i]! - lastX[i]!;
          turns[at]![i] = step[i]! - lastStep[i]!;
        }
        kept = Math.min(kept + 1, DEPTH);
      }
      seen++;
      lastX.set(x);
      lastStep.set(step);
      const shares = kept > 0 ? leastSquares(turns.slice(0, kept), step) : [];
      for (let i = 0; i < n; i++) x[i]! += step[i]!;
      shares.forEach((share, k) => {
        for (let i = 0; i < n; i++) x[i]! -= share * (moves[k]![i]! + turns[k]![i]!);
      });
    },
    /** Starts afresh, where the last steps lead astray. */
    forget() {
      kept = 0;
      seen = 0;
    },
  };
}

/** The shares of some columns that sum nearest to a target, by the normal equations. */
function leastSquares(columns: Float64Array[], target: Float64Array): number[] {
  const size = columns.length;
  const rows = columns.map(one => [...columns.map(other => dot(one, other)), dot(one, target)]);
  const ridge = RIDGE * Math.max(...rows.map((row, k) => row[k]!));
  for (let k = 0; k < size; k++) rows[k]![k]! += ridge;
  // Gauss without pivots: the matrix is symmetric and positive.
  for (let k = 0; k < size; k++) {
    for (let below = k + 1; below < size; below++) {
      const factor = rows[below]![k]! / rows[k]![k]!;
      for (let c = k; c <= size; c++) rows[below]![c]! -= factor * rows[k]![c]!;
    }
  }
  const shares = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    let left = rows[k]![size]!;
    for (let c = k + 1; c < size; c++) left -= rows[k]![c]! * shares[c]!;
    shares[k] = left / rows[k]![k]!;
  }
  return shares.every(Number.isFinite) ? shares : shares.map(() => 0);
}

function dot(one: Float64Array, other: Float64Array): number {
  let total = 0;
  for (let i = 0; i < one.length; i++) total += one[i]! * other[i]!;
  return total;
}
