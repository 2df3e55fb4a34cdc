import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { balanceText } from '../../src/balance/balance-text.js';
import { outletCountry } from '../../src/balance/outlets.js';
import type { Evidence } from '../../src/record/evidence.js';
import { address, evidenceOf, figure, gdp, meeting } from '../levers/evidence.js';

/** Capability speaks for AAA, visits and words weakly for BBB; one of three visits decides for whom visits speak. */
const FIGURES = ['AAA', 'BBB'].flatMap((country, i) => [
  { ...gdp(country, i ? 300 : 330), source: 'bank' },
  { ...figure('population', country, 50), source: 'bank' },
  { ...figure('cinc', country, i ? 0.03 : 0.033), source: 'index' },
]);
const VISITS = [
  { ...meeting('AAA', 'BBB', 'BBB', '2019-01-01'), source: 'Kremlin' },
  { ...meeting('AAA', 'BBB', 'BBB', '2020-01-01'), source: 'Xinhua' },
  { ...meeting('AAA', 'BBB', 'AAA', '2021-01-01'), source: 'Xinhua' },
];
const WORDS = [
  { ...address('AAA', 'BBB', 'my dear friend', '2020-02-01'), source: 'TASS' },
  { ...address('BBB', 'AAA', 'dear friend', '2020-02-01'), source: 'babel.ua' },
];
const ALL = evidenceOf({ figures: FIGURES, events: [...VISITS, ...WORDS] });
const { robustness, share, favours, groups } = balance('AAA', 'BBB', ALL, { robustness: true });

describe('the balance without a part of the evidence', () => {
  test('without a source is the balance of the rest', () => {
    for (const { without, share } of robustness!.sources) {
      const rest: Evidence = {
        ...ALL,
        figures: ALL.figures.filter(({ source }) => source !== without),
        events: ALL.events.filter(({ source }) => source !== without),
      };
      const known = balance('AAA', 'BBB', rest).share;
      if (known === null) expect(share, without).toBeNull();
      else expect(share, without).toBeCloseTo(known, 2);
    }
    expect(robustness!.sources.map(({ without }) => without)).toEqual([
      'Kremlin',
      'TASS',
      'Xinhua',
      'babel.ua',
      'bank',
      'index',
    ]);
  });

  test('without a year, and without a lever', () => {
    expect(robustness!.years.map(({ without }) => without)).toEqual(['2019', '2020', '2021', '2023']);
    const measured = groups.flatMap(({ levers }) => levers.filter(({ x }) => x !== null).map(({ id }) => id));
    expect(robustness!.levers.map(({ without }) => without)).toEqual(measured);
    const words = robustness!.years.find(({ without }) => without === '2020')!;
    const rest = { ...ALL, events: ALL.events.filter(({ from }) => !from.startsWith('2020')) };
    expect(words.share).toBe(balance('AAA', 'BBB', rest).share);
  });

  test('the share of evidence of each outlet’s country, and the balance without it', () => {
    const parts = Object.fromEntries(robustness!.outlets.map(({ without, part }) => [without, part]));
    // Eleven pieces: of Russia a visit and a word, of China two visits, of Ukraine a word; tables are of no country.
    expect(parts).toEqual({ RUS: 2 / 11, CHN: 2 / 11, UKR: 1 / 11 });
  });

  test('the range holds the share, and all removals', () => {
    const [low, high] = robustness!.range;
    for (const one of [...robustness!.levers, ...robustness!.sources, ...robustness!.years]) {
      if (one.share === null) continue;
      expect(one.share).toBeGreaterThanOrEqual(low);
      expect(one.share).toBeLessThanOrEqual(high);
      expect(one.turns).toBe(one.favours !== favours);
    }
    expect(share).toBeGreaterThanOrEqual(low - 0.01);
    expect(robustness!.turning).toBeLessThanOrEqual(robustness!.removals);
  });

  test('a single fact turns what hangs on it, and is named with its row', () => {
    // Without the visit to AAA both that are left are to BBB.
    for (const { evidence, share } of robustness!.facts) {
      const id = evidence.kind === 'row' ? evidence.id : '';
      const rest = {
        ...ALL,
        figures: ALL.figures.filter(row => row.id !== id),
        events: ALL.events.filter(row => row.id !== id),
      };
      const known = balance('AAA', 'BBB', rest);
      expect(known.favours).not.toBe(favours);
      if (share !== null) expect(share).toBeCloseTo(known.share!, 2);
    }
    expect(robustness!.facts.length).toBeGreaterThan(0);
    expect(robustness!.tried).toEqual({ facts: 11, of: 11 });
  });

  test('the other way round it mirrors', () => {
    const turned = balance('BBB', 'AAA', ALL, { robustness: true }).robustness!;
    for (const kind of ['levers', 'sources', 'years', 'outlets'] as const) {
      expect(turned[kind].map(({ share, turns }) => [share, turns])).toEqual(
        robustness![kind].map(({ share, turns }) => [share === null ? null : 1 - share, turns]),
      );
    }
    expect(turned.range).toEqual([1 - robustness!.range[1], 1 - robustness!.range[0]]);
    expect(turned.facts.map(({ without }) => without)).toEqual(robustness!.facts.map(({ without }) => without));
  });

  test('in words', () => {
    const text = balanceText(balance('AAA', 'BBB', ALL, { robustness: true }));
    expect(text).toMatch(/What it hangs on: of \d+ removals of a lever, a source or a year, .* turns? the verdict/);
    expect(text).toMatch(/Russia, 18 percent of the evidence; without it: /);
  });

  test('only where it is asked for', () => {
    expect(balance('AAA', 'BBB', ALL)).not.toHaveProperty('robustness');
  });
});

describe('the country of an outlet', () => {
  test.each([
    ['TASS', 'RUS'],
    ['Xinhua', 'CHN'],
    ['Kremlin', 'RUS'],
    ['General Administration of Customs of China, as printed by RT', 'CHN'],
    ['babel.ua', 'UKR'],
    ['www.osw.waw.pl', 'POL'],
    ['commonslibrary.parliament.uk', 'GBR'],
    ['someblog.io', null],
    ['BACI HS22, version 202501 (CEPII), all goods', null],
    [null, null],
  ])('%s: %s', (name, country) => expect(outletCountry(name)).toBe(country));
});
