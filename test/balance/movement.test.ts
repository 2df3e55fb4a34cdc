import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { movement } from '../../src/balance/movement.js';
import { movementText } from '../../src/balance/movement-text.js';
import { WrongUse } from '../../src/errors.js';
import { address, claimedVisit, evidenceOf, figure, gdp, goods, meeting, withClaims } from '../levers/evidence.js';

/** AAA is three times BBB until 2014, a third of it from 2015 on; trade, meetings and words stay as they are. */
const YEARS = [2011, 2012, 2013, 2014, 2015, 2016];
const TURNING = evidenceOf({
  figures: YEARS.flatMap(year => {
    const [mine, theirs] = year < 2015 ? [900, 300] : [300, 900];
    return [
      ...[gdp('AAA', mine, year), gdp('BBB', theirs, year), gdp('CCC', 5000, year)],
      ...[figure('population', 'AAA', 50, year), figure('population', 'BBB', 50, year)],
      ...[figure('cinc', 'AAA', mine / 9000, year), figure('cinc', 'BBB', theirs / 9000, year)],
      ...[goods('AAA', 'BBB', 20, year), goods('BBB', 'AAA', 20, year), goods('AAA', 'CCC', 40, year)],
      ...[goods('CCC', 'AAA', 40, year), goods('BBB', 'CCC', 40, year), goods('CCC', 'BBB', 40, year)],
    ];
  }),
  events: [
    ...[meeting('AAA', 'BBB', 'AAA', '2011-05-01'), meeting('AAA', 'BBB', 'BBB', '2011-09-01')],
    ...[address('AAA', 'BBB', 'dear friend', '2012-01-01'), address('BBB', 'AAA', 'dear friend', '2012-01-01')],
  ],
});

describe('the balance year by year', () => {
  const { years, changes, window } = movement('AAA', 'BBB', TURNING, { from: 2011, to: 2018 });
  const of = (year: number) => years.find(one => one.year === year)!;

  test('each year stands on its own data: the lead turns where the data do', () => {
    expect(years.map(({ year }) => year)).toEqual([2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018]);
    for (const year of [2011, 2012, 2013, 2014]) expect(of(year).favours, String(year)).toBe('AAA');
    for (const year of [2015, 2016]) expect(of(year).favours, String(year)).toBe('BBB');
    // The two sides are each other's mirror, and so are the years.
    expect(of(2015).share! + of(2014).share!).toBeCloseTo(1, 2);
  });

  test('the band holds the share', () => {
    for (const { share, band } of years) {
      if (share === null) continue;
      expect(band![0]).toBeLessThanOrEqual(share + 0.02);
      expect(band![1]).toBeGreaterThanOrEqual(share - 0.02);
    }
  });

  test('what is older than the window counts no more', () => {
    expect(window).toBe(5);
    const lever = (year: number, id: string) => of(year).levers.find(one => one.id === id)!.x;
    expect(lever(2015, 'visits')).not.toBeNull();
    expect(lever(2016, 'visits')).toBeNull();
    expect(lever(2016, 'regard')).not.toBeNull();
    expect(lever(2017, 'regard')).toBeNull();
  });

  test('what articles told of deeds before the window counts no more either', () => {
    const when = { from: '2011-06-01', to: '2011-06-01' };
    const asked = claimedVisit('AAA', 'BBB', when, { type: 'REQUEST', mode: null });
    const article = {
      ...asked.article,
      date: { value: '2011-06-02', earliest: '2011-06-02', latest: '2011-06-02', basis: 'given' as const },
    };
    const told = movement('AAA', 'BBB', withClaims(TURNING, [{ ...asked, article }]), { from: 2011, to: 2016 });
    const initiative = told.years.map(({ levers }) => levers.find(({ id }) => id === 'initiative')!.x !== null);
    expect(initiative).toEqual([true, true, true, true, true, false]);
  });

  test('what is behind the change: the levers that moved most, with the rows that came in', () => {
    const change = changes.find(({ to }) => to === 2015)!;
    expect(change.favours).toEqual(['AAA', 'BBB']);
    const ids = change.levers.map(({ id }) => id);
    expect(ids).toContain('capability');
    for (const { pull } of change.levers) expect(pull).toBeLessThan(0);
    const sizes = change.levers.map(({ pull }) => Math.abs(pull));
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    const capability = change.levers.find(({ id }) => id === 'capability')!;
    expect(capability.came.every(ref => ref.kind === 'row' && ref.label.endsWith('2015'))).toBe(true);
    expect(capability.counts.went).toBe(capability.counts.came);
    // Between years in which nothing changed, nothing is told.
    expect(changes.some(({ to }) => to === 2013)).toBe(false);
  });

  test('a year alone is the balance of that year where all data are of it', () => {
    const [only] = movement('AAA', 'BBB', TURNING, { from: 2011, to: 2011 }).years;
    expect(only!.share).toBeCloseTo(balance('AAA', 'BBB', TURNING, { year: 2011 }).share!, 2);
  });

  test('the other way round every number mirrors, to the last bit', () => {
    const turned = movement('BBB', 'AAA', TURNING, { from: 2011, to: 2018 });
    for (const [i, year] of years.entries()) {
      const mirror = turned.years[i]!;
      expect(mirror.favours).toBe(year.favours);
      expect(mirror.strength).toBe(year.strength);
      expect(mirror.share).toBe(year.share === null ? null : 1 - year.share);
      expect(mirror.band).toEqual(year.band && [1 - year.band[1], 1 - year.band[0]]);
      expect(mirror.levers.map(({ x }) => x)).toEqual(year.levers.map(({ x }) => (x === null ? null : 0 - x)));
    }
    expect(turned.changes.map(({ to }) => to)).toEqual(changes.map(({ to }) => to));
  });

  test('in words: a line a year, and each change with its evidence', () => {
    const text = movementText({ pair: ['AAA', 'BBB'], window, years, changes });
    expect(text).toMatch(/^Balance of AAA and BBB, 2011 to 2018\n/);
    expect(text).toMatch(/\n {2}2014 +\d+ {2}\(\d+ to \d+\) +\w+ for AAA +\d+ of \d+ levers, \d groups\n/);
    expect(text).toMatch(/\n2014 to 2015: from \d+ to \d+ of 100\n/);
    expect(text).toMatch(/GDP of BBB, 2015 \(a test\)/);
  });
});

test('without years asked for, it begins with the first that has a verdict', () => {
  const { years } = movement('AAA', 'BBB', TURNING);
  expect(years[0]!.year).toBe(2011);
  const early = { ...TURNING, figures: [...TURNING.figures, gdp('AAA', 1, 1999), gdp('BBB', 1, 1999)] };
  expect(movement('AAA', 'BBB', early).years[0]!.share).not.toBeNull();
});

test('nothing on record is no year', () => {
  const none = movement('AAA', 'BBB', evidenceOf());
  expect(none.years).toEqual([]);
  expect(movementText(none)).toMatch(/^Nothing is on record/);
});

test('years in no order, too many of them, and one country twice are refused', () => {
  expect(() => movement('AAA', 'BBB', TURNING, { from: 2016, to: 2011 })).toThrow(WrongUse);
  expect(() => movement('AAA', 'BBB', TURNING, { from: 1900, to: 2011 })).toThrow('ask for 60 at most');
  expect(() => movement('AAA', 'AAA', TURNING)).toThrow(WrongUse);
});
