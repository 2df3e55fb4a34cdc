import { expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { makeComparison } from '../../src/dossier/comparison.js';
import { makeSources } from '../../src/dossier/sources.js';
import { shippedEvidence } from '../../src/record/shipped.js';
import { event, evidenceOf, told } from './rows.js';

const balanceOf = (a: string, b: string) => balance(a, b, shippedEvidence(a, b));
const compared = makeComparison([balanceOf('CHN', 'RUS'), balanceOf('CHN', 'IND'), balanceOf('CHN', 'USA')]);

test('all levers stand on one scale, in the order of the pairs, each value within its interval', () => {
  expect(compared.pairs.map(({ label }) => label)).toEqual(['China–Russia', 'China–India', 'China–United States']);
  const levers = compared.panels.filter(({ id }) => id !== 'share');
  expect(new Set(levers.map(({ domain }) => domain.join()))).toEqual(new Set(['-0.5,0.5']));
  for (const { id, points } of compared.panels) {
    expect(points).toHaveLength(3);
    for (const point of points) {
      if (!point) continue;
      expect(point.interval[0], id).toBeLessThanOrEqual(point.value);
      expect(point.interval[1], id).toBeGreaterThanOrEqual(point.value);
    }
  }
});

test('what overlaps is a tie, what does not is told apart, and what is missing is named', () => {
  for (const { points, ties, told: words } of compared.panels) {
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const [one, other] = [points[i], points[j]];
      if (!one || !other) continue;
      const isApart = one.interval[1] < other.interval[0] || other.interval[1] < one.interval[0];
      expect(ties.some(tie => tie.join() === [i, j].join())).toBe(!isApart);
    }
    const measured = points.filter(point => point !== null).length;
    if (measured > 1) expect(words.includes('a tie')).toBe(ties.length > 0);
    if (measured > 0 && measured < 3) expect(words).toContain('Not measured: ');
  }
});

test('a pair the other way round is its mirror', () => {
  const back = makeComparison([balanceOf('RUS', 'CHN')]);
  for (const panel of back.panels) {
    const there = compared.panels.find(({ id }) => id === panel.id)!.points[0];
    const here = panel.points[0];
    if (!here || !there) expect(here).toBe(there);
    else expect(here.value).toBeCloseTo(2 * panel.even - there.value, 9);
  }
});

test('sources: each claim and row counts for its outlet, and the shares of outlets and of countries are all', () => {
  const evidence = evidenceOf({
    events: [
      event('meeting', 'CHN', 'RUS', '2020-01-30', { source: 'Kremlin' }),
      event('meeting', 'CHN', 'RUS', '2021-01-30', { source: 'Nobody Knows' }),
    ],
    claims: [told('China praised Russia.', { kind: 'statement', speaker: null, content: [], stance: 'praise' })],
  });
  const { pieces, outlets, countries, datasets } = makeSources('CHN', 'RUS', evidence, balanceOf('CHN', 'RUS'));
  expect(pieces).toBe(3);
  expect(outlets.map(({ name, country, articles, claims, rows }) => [name, country, articles, claims, rows])).toEqual([
    ['Kremlin', 'RUS', 0, 0, 1],
    ['Nobody Knows', null, 0, 0, 1],
    ['The Gazette', null, 1, 1, 0],
  ]);
  for (const shares of [outlets, countries]) expect(shares.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1, 12);
  expect(datasets).toMatchObject([
    { dataset: 'test', vintage: null, terms: null, rows: 2, from: '2020-01-30', to: '2021-01-30' },
  ]);
});

test('every data set that ships has its edition and terms', () => {
  const evidence = shippedEvidence('CHN', 'RUS');
  const whole = balance('CHN', 'RUS', evidence, { robustness: true });
  const { datasets, countries, balance: rests } = makeSources('CHN', 'RUS', evidence, whole);
  expect(datasets.filter(({ vintage, terms }) => !vintage || !terms)).toEqual([]);
  expect(countries.find(({ country }) => country === 'RUS')!.without).toEqual(
    whole.robustness!.outlets.find(({ without }) => without === 'RUS'),
  );
  expect(rests.pieces).toBe(whole.robustness!.tried.of);
});
