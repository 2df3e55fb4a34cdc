import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { balanceText } from '../../src/balance/balance-text.js';
import { strengthOf } from '../../src/balance/judge.js';
import { statementOf } from '../../src/balance/statement.js';
import { tippingOf } from '../../src/balance/tipping.js';
import { WrongUse } from '../../src/errors.js';
import type { Evidence } from '../../src/record/evidence.js';
import { address, evidenceOf, figure, gdp, goods, meeting } from '../levers/evidence.js';

const SECURITY = [
  ...[figure('cinc', 'AAA', 0.06), figure('cinc', 'BBB', 0.02), gdp('AAA', 900), gdp('BBB', 300)],
  ...[figure('population', 'AAA', 90), figure('population', 'BBB', 10)],
];
const ECONOMY = [
  ...[goods('AAA', 'BBB', 20), goods('BBB', 'AAA', 10), goods('AAA', 'CCC', 60), goods('CCC', 'AAA', 50)],
  ...[goods('BBB', 'CCC', 30), goods('CCC', 'BBB', 26), gdp('CCC', 5000)],
];
const DIPLOMACY = [
  ...[meeting('AAA', 'BBB', 'BBB', '2019-01-01'), meeting('AAA', 'BBB', 'BBB', '2020-01-01')],
  meeting('AAA', 'BBB', 'BBB', '2022-06-01'),
];
const REGARD = [
  address('AAA', 'BBB', 'my dear friend', '2020-01-01'),
  address('BBB', 'AAA', 'Mr President', '2020-01-01'),
];
const ALL = evidenceOf({ figures: [...ECONOMY, ...SECURITY], events: [...DIPLOMACY, ...REGARD] });

describe('coverage', () => {
  test('two groups are no verdict, three are', () => {
    const two = balance('AAA', 'BBB', evidenceOf({ figures: SECURITY, events: DIPLOMACY }));
    expect(two).toMatchObject({ favours: null, share: null, strength: null, tipping: null, central: null });
    expect(two.coverage).toMatchObject({ measured: 2, groups: 2 });
    expect(two.statement.short).toMatch(/^Too little is measured .* 2 of 18 levers in 2 of 4 groups\.$/);
    expect(two.statement.long).toMatch(/Not measured: trade dependence, .*deeds\.$/);
    const three = balance('AAA', 'BBB', evidenceOf({ figures: SECURITY, events: [...DIPLOMACY, ...REGARD] }));
    expect(three.coverage.groups).toBe(3);
    expect(three.share).toBeGreaterThan(0);
  });

  test('all four groups are told, what is missing in them as missing', () => {
    const { groups, coverage } = balance('AAA', 'BBB', evidenceOf({ events: REGARD }));
    expect(groups.map(({ id }) => id)).toEqual(['economy', 'security', 'diplomacy', 'regard']);
    const statuses = groups.flatMap(({ levers }) => levers.map(({ status }) => status));
    expect(statuses.filter(status => status === 'measured')).toHaveLength(coverage.measured);
    expect(statuses).toHaveLength(coverage.of);
    expect(coverage.measured).toBe(1);
  });

  test('nothing later than the year is used, and the year is that of the evidence', () => {
    expect(balance('AAA', 'BBB', ALL).year).toBe(2023);
    const earlier = balance('AAA', 'BBB', ALL, { year: 2021 });
    expect(earlier.year).toBe(2021);
    expect(earlier.coverage.groups).toBe(2);
    expect(earlier.groups[2]!.levers[0]!.b).toBe(2);
  });

  test('each lever says which years its evidence is of, and the balance from when to when', () => {
    const { years, groups } = balance('AAA', 'BBB', ALL);
    const yearsOf = (id: string) => groups.flatMap(({ levers }) => levers).find(lever => lever.id === id)!.years;
    expect(yearsOf('visits')).toEqual([2019, 2020, 2022]);
    expect(yearsOf('capability')).toEqual([2023]);
    expect(yearsOf('arms-dependence')).toEqual([]);
    expect(years).toEqual([2020, 2023]);
  });

  test.each([2018, 2025, 1800, 99999])('a year off the record is refused: %i', year => {
    expect(() => balance('AAA', 'BBB', ALL, { year })).toThrow(WrongUse);
    expect(() => balance('AAA', 'BBB', ALL, { year })).toThrow(/of 2019 to 2023; ask for a year up to 2024$/);
  });

  test('the year after the last on record stands on what there is, and says so', () => {
    const next = balance('AAA', 'BBB', ALL, { year: 2024 });
    expect(next).toMatchObject({ year: 2024, years: [2020, 2023] });
    expect(balanceText(next)).toMatch(/^Balance of AAA and BBB, as of 2024, by data of 2020 to 2023\n/);
    expect(balanceText(balance('AAA', 'BBB', ALL))).toMatch(/^Balance of AAA and BBB, by data of 2020 to 2023\n/);
  });

  test('the text names what is missing once a group, and what a lever counts', () => {
    const text = balanceText(balance('AAA', 'BBB', ALL));
    expect(text).not.toMatch(/Missing:/);
    expect(text).toMatch(/\n {2}Not measured: [^\n]*Arms dependence[^\n]*\.\n/);
    expect(text).toMatch(/Who travels to whom: .*\n.*\n.*\n {4}Meeting in .*, 2019-.*; Meeting in /);
  });

  test('with nothing on record any year comes to nothing', () => {
    expect(balance('AAA', 'BBB', evidenceOf(), { year: 1900 })).toMatchObject({ favours: null, years: null });
  });

  test('a pair is two countries', () => {
    expect(() => balance('AAA', 'AAA', ALL)).toThrow(WrongUse);
  });
});

describe('the verdict', () => {
  test.each([
    [1, 'decisive'],
    [0.95, 'decisive'],
    [0.9499, 'clear'],
    [0.8, 'clear'],
    [0.7999, 'leaning'],
    [0.6, 'leaning'],
    [0.5999, 'open'],
    [0.5, 'open'],
    [0.4001, 'open'],
    [0.4, 'leaning'],
    [0.2, 'clear'],
    [0.05, 'decisive'],
  ])('%f of the weightings is %s', (share, strength) => expect(strengthOf(share)).toBe(strength));

  test('exchanging the two exchanges everything, to the last bit', () => {
    const [one, other] = [balance('AAA', 'BBB', ALL), balance('BBB', 'AAA', ALL)];
    expect(other.share).toBe(1 - one.share!);
    expect(other.favours).toBe(one.favours);
    expect(other.favours).not.toBeNull();
    expect(other.strength).toBe(one.strength);
    expect(other.central).toEqual(one.central);
    expect(other.statement).toEqual(one.statement);
    expect(other.tipping!.favours).toBe(one.tipping!.favours);
    expect(other.tipping!.weight).toEqual(one.tipping!.weight);
    expect(other.tipping!.lever).toMatchObject({ id: one.tipping!.lever!.id, to: 0 - one.tipping!.lever!.to });
  });

  test('the same evidence and seed give the same; flat weights give another share', () => {
    expect(balance('AAA', 'BBB', ALL)).toEqual(balance('AAA', 'BBB', ALL));
    expect(balance('AAA', 'BBB', ALL, { flat: true }).share).not.toBe(balance('AAA', 'BBB', ALL).share);
  });

  test('a share of weightings is told as a count of weightings, not as odds', () => {
    const { short, long } = balance('AAA', 'BBB', ALL).statement;
    expect(short).toMatch(/in \d+ of 100 weightings/);
    expect(long).not.toMatch(/probab|likel|chance|odds/);
  });

  test('how much is measured is told: in the short wording where it is not all, else in the next one', () => {
    const some = balance('AAA', 'BBB', ALL);
    expect(some.statement.short).toMatch(/in \d+ of 100 weightings, with 6 of 18 levers in 4 of 4 groups measured\.$/);
    const all = statementOf({ ...some, coverage: { measured: 16, of: 16, groups: 4 } });
    expect(all.short).toMatch(/in \d+ of 100 weightings\.$/);
    expect(all.medium).toMatch(/\d+ of 100 weightings\. All 16 levers are measured\./);
  });

  test('one group is no groups', () => {
    const text = balanceText(balance('AAA', 'BBB', evidenceOf({ events: REGARD })));
    expect(text).toMatch(/\n1 of 18 levers measured, in 1 group; --json says what each of the others would need\.$/);
  });

  test('shares are in percent, an interval without width is none, a narrow one is told as that', () => {
    const measured = balance('AAA', 'BBB', ALL);
    const text = balanceText(measured);
    expect(text).toMatch(/AAA 6 %, BBB 2 % of the world’s capabilities/);
    const withInterval = (interval: [number, number]) =>
      balanceText({
        ...measured,
        groups: measured.groups.map(({ id, levers }) => ({
          id,
          levers: levers.map(lever => (lever.x === null ? lever : { ...lever, x: -0.14, interval })),
        })),
      });
    expect(withInterval([-0.14, -0.14])).toMatch(/: -0\.14 {2}\(no interval known\)/);
    expect(withInterval([-0.1401, -0.1399])).toMatch(/: -0\.14 {2}\(known to a hundredth\)/);
    expect(withInterval([-0.2, -0.1])).toMatch(/: -0\.14 {2}\(-0\.20 to -0\.10\)/);
  });

  test('central weights are of the levers that are measured, and sum to one', () => {
    const { central, groups } = balance('AAA', 'BBB', ALL);
    const ids = groups.flatMap(({ levers }) => levers.filter(({ x }) => x !== null).map(({ id }) => id));
    for (const weights of Object.values(central!)) {
      expect(Object.keys(weights!)).toEqual(ids);
      expect(Object.values(weights!).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });
});

describe('what turns the verdict', () => {
  const sure = (x: number) => ({ x, interval: [x, x] as [number, number] });

  test('the weight that changes least, others keeping their proportions', () => {
    // At w for the first, 0.4 w - 0.1 (1 - w) = 0 at w = 0.2; for another it would take 0.6.
    const { favours, weight } = tippingOf([[sure(0.4)], [sure(-0.1)], [sure(-0.1)]])!;
    expect(favours).toBe(1);
    expect(weight).toMatchObject({ group: 0, from: 1 / 3 });
    expect(weight!.to).toBeCloseTo(0.2, 12);
  });

  test('the lever that changes least: one alone in its group moves it most', () => {
    // Group means 0.1 and 0.2 sum to 0.3: the lever alone in its group has to fall by 0.3, one of two by 0.6.
    const { lever } = tippingOf([[sure(0.4), sure(-0.2)], [sure(0.2)]])!;
    expect(lever).toMatchObject({ group: 1, lever: 0, from: 0.2 });
    expect(lever!.to).toBeCloseTo(-0.1, 12);
  });

  test('a lever cannot leave its scale; where none can turn it, none is named', () => {
    const { lever, weight } = tippingOf([[sure(0.45)], [sure(0.45)], [sure(0.45)]])!;
    expect(lever).toBeNull();
    expect(weight).toBeNull();
  });

  test('where no single lever turns it, and no weight, the wording says so', () => {
    const open = balance('AAA', 'BBB', ALL);
    const { long } = statementOf({ ...open, tipping: { favours: 'AAA', weight: null, lever: null } });
    expect(long).toMatch(/AAA leads; no weight of a group and no single lever turns that\./);
    const { long: byWeight } = statementOf({
      ...open,
      tipping: { favours: 'AAA', weight: { group: 'regard', from: 0.25, to: 0.5 }, lever: null },
    });
    expect(byWeight).toMatch(/group regard weighs 50 percent instead of 25 percent\. No single lever turns it/);
  });

  test('a level balance has nothing to turn', () => {
    expect(tippingOf([[sure(0.2)], [sure(-0.2)]])).toBeNull();
  });

  test('on evidence: with that lever moved, equal weights favour neither', () => {
    const { tipping, groups } = balance('AAA', 'BBB', ALL);
    const means = groups
      .map(({ levers }) => levers.filter(({ x }) => x !== null))
      .filter(levers => levers.length > 0)
      .map(levers => {
        const moved = levers.map(({ id, x }) => (id === tipping!.lever!.id ? tipping!.lever!.to : x!));
        return moved.reduce((sum, x) => sum + x, 0) / levers.length;
      });
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(0, 12);
  });
});

test('evidence of other pairs changes nothing', () => {
  const more: Evidence = {
    ...ALL,
    figures: [...ALL.figures, figure('cinc', 'DDD', 0.3), figure('population', 'DDD', 5)],
    events: [...ALL.events, meeting('AAA', 'DDD', 'DDD', '2022-01-01'), address('DDD', 'BBB', 'brother', '2022-01-01')],
  };
  expect(balance('AAA', 'BBB', more)).toEqual(balance('AAA', 'BBB', ALL));
});
