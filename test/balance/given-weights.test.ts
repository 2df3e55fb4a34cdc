import { describe, expect, test } from 'vitest';
import { givenWeights, presets, weighedBy } from '../../src/balance/given-weights.js';
import { weighedText } from '../../src/balance/robustness-text.js';
import type { DatedLever } from '../../src/balance/verdict.js';
import { GROUPS } from '../../src/levers/lever.js';

const lever = (id: string, group: string, x: number | null, half = 0) =>
  ({
    id,
    group,
    label: id,
    x,
    interval: x === null ? null : [x - half, x + half],
    evidence: [],
    years: [],
  }) as unknown as DatedLever;

const LEVERS = [
  ...[lever('trade', 'economy', 0.4), lever('exit', 'economy', 0.2), lever('arms', 'security', -0.3)],
  lever('visits', 'diplomacy', null),
];

describe('weights that are given', () => {
  test('of groups: shared alike by what is measured in each', () => {
    // (2/3) (0.4 + 0.2) / 2 + (1/3) (-0.3) = 0.1
    const { sum, favours, levers, missing } = weighedBy(givenWeights('economy=2,security=1'), LEVERS, ['AAA', 'BBB']);
    expect(sum).toBeCloseTo(0.1, 12);
    expect(favours).toBe('AAA');
    expect(levers.trade).toBeCloseTo(1 / 3, 12);
    expect(missing).toEqual([]);
  });

  test('of single levers, which then take no part in their group', () => {
    const { levers, favours } = weighedBy(givenWeights('economy=1,trade=0,arms=1'), LEVERS, ['AAA', 'BBB']);
    expect(levers).toEqual({ trade: 0, exit: 0.5, arms: 0.5 });
    expect(favours).toBe('BBB');
  });

  test('what has a weight and is not measured is told; where nothing is, there is no answer', () => {
    expect(weighedBy(givenWeights('economy=1,diplomacy=1'), LEVERS, ['AAA', 'BBB']).missing).toEqual(['diplomacy']);
    expect(weighedBy(givenWeights('visits=1'), LEVERS, ['AAA', 'BBB'])).toMatchObject({ sum: null, favours: null });
  });

  test('the range is what nine of ten draws of the data lie in', () => {
    const { range } = weighedBy(givenWeights('arms=1'), [lever('arms', 'security', 0.1, 0.2)], ['AAA', 'BBB']);
    expect(range![0]).toBeCloseTo(0.1 - 0.9 * 0.2, 2);
    expect(range![1]).toBeCloseTo(0.1 + 0.9 * 0.2, 2);
  });

  test('a level sum favours neither', () => {
    const level = [lever('trade', 'economy', 0.25), lever('arms', 'security', -0.25)];
    expect(weighedBy(givenWeights('equal'), level, ['AAA', 'BBB'])).toMatchObject({ sum: 0, favours: null });
  });

  test('said plainly, from the side that leads', () => {
    const told = weighedText(['AAA', 'BBB'], weighedBy(givenWeights('security=1'), LEVERS, ['AAA', 'BBB']));
    expect(told).toBe(
      'With own weights (security 1), BBB leads by 0.30 on a scale of 0.50; nine in ten draws of the data lie from 0.30 to 0.30, so it leads on all of them.',
    );
  });

  test.each(['economy', 'economy=x', 'economy=-1', 'economy=0', '=1', 'nobody'])('"%s" is refused', text => {
    expect(() => givenWeights(text)).toThrow(/is no preset|is no weight|all weights are zero/);
  });

  test('a weight of nothing that is measured here is refused with what there is', () => {
    expect(() => weighedBy(givenWeights('economics=1'), LEVERS, ['AAA', 'BBB'])).toThrow(
      '"economics" is no group and no lever: there are economy, security',
    );
  });
});

test('each preset has a reason, a source, and weights of groups', () => {
  expect(presets().length).toBeGreaterThan(2);
  for (const { label, reason, source, weights } of presets()) {
    expect(reason, label).toMatch(/\.$/);
    expect(source, label).toMatch(/\d{4}|19|20/);
    for (const name of Object.keys(weights)) expect(GROUPS).toContain(name);
  }
});
