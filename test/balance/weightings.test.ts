import { describe, expect, test } from 'vitest';
import { leanOfWeightings, shareOfWeightings } from '../../src/balance/acceptability.js';
import { weigh } from '../../src/balance/weightings.js';

/** The closed form, for values that are not too alike. */
function closedForm(x: number[]): number {
  return x
    .filter(value => value > 0)
    .map(value => value ** (x.length - 1) / x.filter(other => other !== value).reduce((p, o) => p * (value - o), 1))
    .reduce((total, term) => total + term, 0);
}

/** The share by drawing everything: weights as the gaps between sorted numbers, a generator that shares nothing with ours. */
function plainShare(groups: { x: number; interval: [number, number] }[][], draws: number): number {
  let state = 12345n;
  const random = () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 11n) / 2 ** 53;
  };
  const gaps = (count: number) => {
    const cuts = [0, ...Array.from({ length: count - 1 }, random).sort((x, y) => x - y), 1];
    return cuts.slice(1).map((cut, i) => cut - cuts[i]!);
  };
  let favoured = 0;
  for (let draw = 0; draw < draws; draw++) {
    const outer = gaps(groups.length);
    const sum = groups.reduce((total, levers, g) => {
      const inner = gaps(levers.length);
      const value = levers.reduce((part, { x, interval: [lo, hi] }, k) => {
        const end = random() < 0.5 ? lo : hi;
        return part + inner[k]! * (x + random() * (end - x));
      }, 0);
      return total + outer[g]! * value;
    }, 0);
    if (sum > 0) favoured++;
  }
  return favoured / draws;
}

const sure = (x: number) => ({ x, interval: [x, x] as [number, number] });
const between = (lo: number, x: number, hi: number) => ({ x, interval: [lo, hi] as [number, number] });

describe('flat weights, certain measures', () => {
  test.each([
    [[1, -2, 3], 11 / 15],
    [[1, -1], 0.5],
    [[3, -1], 0.75],
    [[0.2, 0.1], 1],
    [[-0.2, -0.1], 0],
    [[0, 0], 0.5],
    [[0, 0, 0.1], 1],
    [[0, 3, -1], 0.75],
  ])('%j: %f of the weightings', (x, share) => {
    expect(shareOfWeightings(x)).toBeCloseTo(share, 14);
  });

  test.each([[[0.3, -0.1, 0.25, -0.4, 0.05, -0.31]], [[-0.45, 0.02, 0.11, 0.3, -0.2]], [[1, -2, 3]]])(
    '%j agrees with the closed form',
    x => expect(shareOfWeightings(x)).toBeCloseTo(closedForm(x), 12),
  );

  test('measures that are almost alike, where the closed form loses its digits', () => {
    const alike = [0.2, 0.2 + 1e-15, 0.2 + 2e-15, -0.1, -0.1 - 1e-16];
    expect(shareOfWeightings(alike)).toBeCloseTo(shareOfWeightings([0.2, 0.2, 0.2, -0.1, -0.1]), 12);
  });

  test('turning all signs turns the lean, to the last bit', () => {
    const x = [0.31, -0.17, 0.05, -0.4];
    expect(leanOfWeightings(x.map(value => -value))).toBe(-leanOfWeightings(x));
  });
});

describe('groups and doubt', () => {
  test('one lever a group and no doubt is the flat case', () => {
    expect(weigh([[sure(1)], [sure(-2)], [sure(3)]]).share).toBeCloseTo(11 / 15, 9);
  });

  test('five measures of one group do not outvote another group by number', () => {
    const economy = [sure(0.2), sure(0.2), sure(0.2), sure(0.2), sure(0.2)];
    expect(weigh([economy, [sure(-0.2)]]).share).toBeCloseTo(0.5, 9);
  });

  test('within a group weights are uniform too: mean of |w| over (1, -2) against 3', () => {
    // Inside the first group the value v = 3w - 2 is uniform on (-2, 1); against -1: share = E max(v, 0) / (max(v, 0) + 1).
    const exact = (1 - Math.log(2)) / 3;
    expect(weigh([[sure(1), sure(-2)], [sure(-1)]]).share).toBeCloseTo(exact, 2);
  });

  test('nested weights and doubt against plain drawing, in another way: gaps between sorted numbers', () => {
    const groups = [[between(-0.1, 0.13, 0.2), sure(-0.31), sure(0.2)], [between(-0.4, -0.22, 0.3)], [sure(0.1)]];
    expect(weigh(groups).share).toBeCloseTo(plainShare(groups, 100_000), 2);
  });

  test('an interval on both sides of zero is half for each', () => {
    expect(weigh([[between(-0.2, 0, 0.2)]]).share).toBe(0.5);
  });

  test('x is the middle of its odds: half of the draws lie above it', () => {
    expect(weigh([[between(-0.3, 0, 0.1)]]).share).toBe(0.5);
    expect(weigh([[between(-0.1, 0.1, 0.2)]]).share).toBeCloseTo(0.75, 1);
  });

  test('exchanging the two countries turns s into 1 - s, and exchanges the central weights', () => {
    const groups = [[between(-0.1, 0.13, 0.2), sure(-0.31)], [between(-0.4, -0.22, 0.07)], [sure(0.011)]];
    const mirrored = groups.map(levers =>
      levers.map(({ x, interval: [lo, hi] }) => ({ x: -x, interval: [-hi, -lo] as [number, number] })),
    );
    const [one, other] = [weigh(groups), weigh(mirrored)];
    expect(other.share).toBe(1 - one.share);
    expect(one.share).toBe(1 - other.share);
    expect(other.central.a).toEqual(one.central.b);
    expect(other.central.b).toEqual(one.central.a);
  });

  test('the same seed gives the same share; another seed all but the same', () => {
    const groups = [[between(-0.1, 0.13, 0.2), sure(-0.31)], [between(-0.4, -0.22, 0.07)], [sure(0.2)]];
    expect(weigh(groups).share).toBe(weigh(groups).share);
    expect(weigh(groups, { seed: 2 }).share).toBeCloseTo(weigh(groups).share, 1);
  });

  test('central weights sum to one; a side that no weighting favours has none', () => {
    const { central } = weigh([[sure(0.1), sure(0.2)], [sure(0.3)]]);
    expect(central.b).toBeNull();
    expect(central.a!.flat().reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 12);
  });
});
