import { describe, expect, test } from 'vitest';
import { latticePoints, weightsFrom } from '../../src/balance/lattice.js';
import { weigh } from '../../src/balance/weightings.js';

describe('points of a lattice', () => {
  const { count, fill } = latticePoints('fine', 6, 1);
  const points = Array.from({ length: count }, (_, k) => {
    const point = new Float64Array(6);
    fill(k, point);
    return point;
  });
  const mean = (of: (point: Float64Array) => number) => points.reduce((sum, point) => sum + of(point), 0) / count;

  test('lie inside the cube, with the means of even numbers', () => {
    for (const point of points) for (const place of point) expect(place > 0 && place < 1).toBe(true);
    for (let d = 0; d < 6; d++) {
      expect(mean(point => point[d]!)).toBeCloseTo(1 / 2, 4);
      expect(mean(point => point[d]! ** 2)).toBeCloseTo(1 / 3, 4);
    }
  });

  test('the mean of a product is the product of the means', () => {
    expect(mean(point => point.reduce((product, place) => product * 2 * place, 1))).toBeCloseTo(1, 2);
  });

  test('the same seed gives the same points, another others', () => {
    const first = (seed: number) => {
      const point = new Float64Array(6);
      latticePoints('coarse', 6, seed).fill(5, point);
      return Array.from(point);
    };
    expect(first(3)).toEqual(first(3));
    expect(first(3)).not.toEqual(first(4));
  });

  test('weights from a point are uniform on the simplex: mean 1/n, variance (n - 1) / (n^2 (n + 1)) (Dirichlet)', () => {
    const weights = points.map(point => {
      const of = new Float64Array(4);
      weightsFrom(point, 0, of);
      expect(of.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      return Array.from(of);
    });
    for (let i = 0; i < 4; i++) {
      const average = weights.reduce((sum, of) => sum + of[i]!, 0) / count;
      const square = weights.reduce((sum, of) => sum + of[i]! ** 2, 0) / count;
      expect(average).toBeCloseTo(1 / 4, 3);
      expect(square - average ** 2).toBeCloseTo(3 / 80, 3);
    }
  });
});

test('twelve doubtful levers, each a group: the share against numbers worked out in another way', () => {
  // Each x lies evenly from 0 to 2m: weightings are symmetric in the levers, so that with m = +c six times and -c six
  // times neither side is favoured more.
  const levers = Array.from({ length: 12 }, (_, i) => {
    const m = i % 2 ? 0.2 : -0.2;
    return [{ x: m, interval: [Math.min(0, 2 * m), Math.max(0, 2 * m)] as [number, number] }];
  });
  expect(weigh(levers).share).toBeCloseTo(0.5, 3);
});

test.each([
  // v = 3 w - 2 with w uniform; against -1: E max(v, 0) / (max(v, 0) + 1) = (1 - ln 2) / 3.
  [[[1, -2], [-1]], (1 - Math.log(2)) / 3],
  // v = w 0.4 - (1 - w) 0.2 is uniform on (-0.2, 0.4); against a certain 0.2: where v < 0 its share is 0.2 / (0.2 - v).
  [[[0.4, -0.2], [0.2]], 2 / 3 + Math.log(2) / 3],
])('nested weights %j: within a thousandth of the integral', (groups, exact) => {
  const sure = groups.map(levers => levers.map(x => ({ x, interval: [x, x] as [number, number] })));
  for (const seed of [1, 2, 3, 4, 5]) {
    expect(Math.abs(weigh(sure, { seed }).share - exact)).toBeLessThan(1e-3);
  }
});
