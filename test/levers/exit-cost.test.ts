/**
 * The exit cost against numbers that come from elsewhere: closed forms, and a slow solver that shares nothing with ours
 * but the equations (`plainWelfare`: plain steps of wages towards supply and demand, no derivatives).
 */
import { describe, expect, test } from 'vitest';
import { BadInput, WrongUse } from '../../src/errors.js';
import { exitCost } from '../../src/levers/exit-cost/exit-cost.js';
import { worldOfTables } from '../../src/levers/exit-cost/files.js';
import { type Flow, type World, worldOf, worldOfSales } from '../../src/levers/exit-cost/world.js';

const flow = (exporter: string, importer: string, value: number, sector?: string): Flow => ({
  exporter,
  importer,
  value,
  ...(sector && { sector }),
});

/** Three economies of unlike size, with deficits. */
const THREE = worldOf(
  [
    ...[flow('AAA', 'BBB', 12), flow('BBB', 'AAA', 20), flow('AAA', 'CCC', 30)],
    ...[flow('CCC', 'AAA', 25), flow('BBB', 'CCC', 8), flow('CCC', 'BBB', 6)],
  ],
  new Map([
    ['AAA', 200],
    ['BBB', 60],
    ['CCC', 400],
  ]),
);

interface Plain {
  elasticity?: number;
  deficits?: 'fixed' | 'multiplicative' | 'balanced';
  cut?: [number, number][];
}

/** Welfare in percent by `w <- w (demand / supply)^(1 / (1 + e))`, two hundred thousand times where need be. */
function plainWelfare({ countries, sectors }: World, { elasticity: e = 5, deficits = 'fixed', cut = [] }: Plain) {
  const all = countries.map((_, i) => i);
  const at = (sales: Float64Array, i: number, j: number) => sales[i * all.length + j]!;
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const income = all.map(i => total(sectors.map(({ sales }) => total(all.map(j => at(sales, i, j))))));
  const spent = sectors.map(({ sales }) => all.map(j => total(all.map(i => at(sales, i, j)))));
  const spending = all.map(j => total(spent.map(of => of[j]!)));
  const costless = (i: number, j: number) => (cut.some(([from, to]) => from === i && to === j) ? 0 : 1);
  let wages = all.map(() => 1);
  for (let step = 0; ; step++) {
    const earned = total(all.map(i => wages[i]! * income[i]!));
    const wanted = total(all.map(i => wages[i]! * spending[i]!));
    const after = all.map(j => {
      if (deficits === 'balanced') return wages[j]! * income[j]!;
      if (deficits === 'fixed') return wages[j]! * income[j]! + spending[j]! - income[j]!;
      return (wages[j]! * spending[j]! * earned) / wanted;
    });
    const price = sectors.map(({ sales }, s) =>
      all.map(
        j => total(all.map(i => (at(sales, i, j) / spent[s]![j]!) * costless(i, j) * wages[i]! ** -e)) ** (-1 / e),
      ),
    );
    const demand = all.map(i =>
      total(
        sectors.map(({ sales }, s) =>
          total(
            all.map(
              j =>
                (at(sales, i, j) / spent[s]![j]!) *
                costless(i, j) *
                (wages[i]! / price[s]![j]!) ** -e *
                (spent[s]![j]! / spending[j]!) *
                after[j]!,
            ),
          ),
        ),
      ),
    );
    const next = all.map(i => wages[i]! * (demand[i]! / (wages[i]! * income[i]!)) ** (1 / (1 + e)));
    const scale = total(income) / total(all.map(i => next[i]! * income[i]!));
    const moved = Math.max(...all.map(i => Math.abs(next[i]! * scale - wages[i]!)));
    wages = next.map(wage => wage * scale);
    if (moved < 1e-15 || step > 200_000) {
      return Object.fromEntries(
        countries.map((country, j) => {
          const level = sectors.reduce((product, _, s) => product * price[s]![j]! ** (spent[s]![j]! / spending[j]!), 1);
          return [country, (after[j]! / (spending[j]! * level) - 1) * 100];
        }),
      );
    }
  }
}

function expectAlike(found: Record<string, number>, known: Record<string, number>) {
  for (const [country, percent] of Object.entries(known)) expect(found[country], country).toBeCloseTo(percent, 7);
}

describe('closed forms', () => {
  test('two alike: each spends the home share λ at home, so autarky costs 1 - λ^(1/e)', () => {
    const world = worldOf(
      [flow('AAA', 'BBB', 20), flow('BBB', 'AAA', 20)],
      new Map([
        ['AAA', 100],
        ['BBB', 100],
      ]),
    );
    const { welfare } = exitCost(world, 'AAA', 'BBB');
    expect(welfare.AAA).toBeCloseTo((0.8 ** (1 / 5) - 1) * 100, 8);
    expect(welfare.BBB).toBeCloseTo((0.8 ** (1 / 5) - 1) * 100, 8);
  });

  test.each([2.5, 5, 8])('two unlike with balanced trade, elasticity %f (Arkolakis and others 2012)', elasticity => {
    const world = worldOf(
      [flow('AAA', 'BBB', 20), flow('BBB', 'AAA', 20)],
      new Map([
        ['AAA', 100],
        ['BBB', 50],
      ]),
    );
    expectAlike(exitCost(world, 'AAA', 'BBB', { elasticity }).welfare, {
      AAA: (0.8 ** (1 / elasticity) - 1) * 100,
      BBB: (0.6 ** (1 / elasticity) - 1) * 100,
    });
  });

  test('two sectors: the loss is the product of λ_s^(b_s/e)', () => {
    // Spending of each: 60 on food (45 of it home-made) and 40 on steel (10 of it home-made).
    const sides = [
      ['AAA', 'BBB'],
      ['BBB', 'AAA'],
    ] as const;
    const world = worldOfSales(
      sides.flatMap(([one, other]) => [
        ...[flow(one, one, 45, 'food'), flow(one, other, 15, 'food')],
        ...[flow(one, one, 10, 'steel'), flow(one, other, 30, 'steel')],
      ]),
    );
    const loss = (0.75 ** (0.6 / 5) * 0.25 ** (0.4 / 5) - 1) * 100;
    expectAlike(exitCost(world, 'AAA', 'BBB').welfare, { AAA: loss, BBB: loss });
  });
});

describe('three economies against plain steps', () => {
  const both: [number, number][] = [
    [0, 1],
    [1, 0],
  ];
  test.each([2.5, 5, 8])('elasticity %f', elasticity => {
    expectAlike(exitCost(THREE, 'AAA', 'BBB', { elasticity }).welfare, plainWelfare(THREE, { elasticity, cut: both }));
  });

  test('multiplicative deficits', () => {
    expectAlike(
      exitCost(THREE, 'AAA', 'BBB', { deficits: 'multiplicative' }).welfare,
      plainWelfare(THREE, { deficits: 'multiplicative', cut: both }),
    );
  });

  test('exports alone and imports alone, seen from the first', () => {
    const exportsOf = plainWelfare(THREE, { cut: [[0, 1]] });
    expectAlike(exitCost(THREE, 'AAA', 'BBB', { direction: 'exports' }).welfare, exportsOf);
    expectAlike(
      exitCost(THREE, 'AAA', 'BBB', { direction: 'imports' }).welfare,
      plainWelfare(THREE, { cut: [[1, 0]] }),
    );
    expectAlike(exitCost(THREE, 'BBB', 'AAA', { direction: 'imports' }).welfare, exportsOf);
  });

  test('two sectors with deficits', () => {
    const world = worldOfSales([
      ...[flow('AAA', 'AAA', 90, 'food'), flow('BBB', 'BBB', 20, 'food'), flow('CCC', 'CCC', 200, 'food')],
      ...[flow('AAA', 'AAA', 60, 'steel'), flow('BBB', 'BBB', 9, 'steel'), flow('CCC', 'CCC', 150, 'steel')],
      ...[flow('AAA', 'BBB', 3, 'food'), flow('BBB', 'AAA', 12, 'food'), flow('CCC', 'AAA', 5, 'food')],
      ...[flow('AAA', 'BBB', 11, 'steel'), flow('CCC', 'BBB', 4, 'steel'), flow('BBB', 'CCC', 7, 'steel')],
      ...[flow('AAA', 'CCC', 10, 'steel'), flow('CCC', 'AAA', 9, 'steel')],
    ]);
    expectAlike(exitCost(world, 'AAA', 'BBB').welfare, plainWelfare(world, { cut: both }));
  });

  test('two that hardly trade but with the third, where full steps would swing for ever', () => {
    const star = worldOf(
      [
        ...[flow('AAA', 'BBB', 20), flow('BBB', 'AAA', 10), flow('AAA', 'CCC', 40), flow('CCC', 'AAA', 30)],
        ...[flow('BBB', 'CCC', 4), flow('CCC', 'BBB', 6)],
      ],
      new Map([
        ['AAA', 600],
        ['BBB', 150],
        ['CCC', 1000],
      ]),
    );
    for (const deficits of ['fixed', 'multiplicative'] as const) {
      const { welfare, iterations } = exitCost(star, 'AAA', 'BBB', { deficits });
      expectAlike(welfare, plainWelfare(star, { deficits, cut: both }));
      expect(iterations).toBeLessThan(100);
    }
  });

  test('one sector told as two of the same make is that sector', () => {
    const halves = THREE.sectors[0]!.sales.map(sale => sale / 2);
    const twice = { countries: THREE.countries, sectors: ['one', 'two'].map(name => ({ name, sales: halves })) };
    expectAlike(exitCost(twice, 'AAA', 'BBB').welfare, exitCost(THREE, 'AAA', 'BBB').welfare);
  });

  test('balanced: what a world without deficits loses when trade ends', () => {
    const before = plainWelfare(THREE, { deficits: 'balanced' });
    const after = plainWelfare(THREE, { deficits: 'balanced', cut: both });
    const lost = Object.entries(after).map(([country, percent]) => [
      country,
      ((100 + percent) / (100 + before[country]!) - 1) * 100,
    ]);
    expectAlike(exitCost(THREE, 'AAA', 'BBB', { deficits: 'balanced' }).welfare, Object.fromEntries(lost));
  });
});

describe('properties', () => {
  test('the order of the pair makes no difference', () => {
    expect(exitCost(THREE, 'BBB', 'AAA').welfare).toEqual(exitCost(THREE, 'AAA', 'BBB').welfare);
  });

  test('names make no difference: renamed countries lose the same', () => {
    const renamed = { ...THREE, countries: ['XXX', 'YYY', 'ZZZ'] };
    const { AAA, BBB, CCC } = exitCost(THREE, 'AAA', 'BBB').welfare;
    expect(exitCost(renamed, 'XXX', 'YYY').welfare).toEqual({ XXX: AAA, YYY: BBB, ZZZ: CCC });
  });

  test('who does not trade with another loses nothing', () => {
    const world = worldOf(
      [flow('AAA', 'CCC', 9), flow('CCC', 'AAA', 4), flow('BBB', 'CCC', 3), flow('CCC', 'BBB', 5)],
      new Map([
        ['AAA', 100],
        ['BBB', 80],
        ['CCC', 90],
      ]),
    );
    for (const percent of Object.values(exitCost(world, 'AAA', 'BBB').welfare)) expect(percent).toBeCloseTo(0, 8);
  });

  test('the unit of money makes no difference', () => {
    const thousandth = {
      ...THREE,
      sectors: THREE.sectors.map(s => ({ ...s, sales: s.sales.map(sale => sale / 1000) })),
    };
    expectAlike(exitCost(thousandth, 'AAA', 'BBB').welfare, exitCost(THREE, 'AAA', 'BBB').welfare);
  });

  test('the residual says how near the solution is', () => {
    const { residual, iterations } = exitCost(THREE, 'AAA', 'BBB');
    expect(residual).toBeLessThan(1e-10);
    expect(iterations).toBeGreaterThan(2);
  });
});

describe('worlds', () => {
  test('home sales are GDP less exports, and at least a twentieth of GDP', () => {
    const world = worldOf(
      [flow('AAA', 'BBB', 40), flow('AAA', 'BBB', 30), flow('BBB', 'AAA', 90), flow('AAA', 'NIL', 5)],
      new Map([
        ['AAA', 100],
        ['BBB', 80],
      ]),
    );
    expect(Array.from(world.sectors[0]!.sales)).toEqual([30, 70, 90, 4]);
  });

  test('of a table with years the latest counts, with the GDP of that year', () => {
    const trade = 'year,exporter,importer,value_usd\n2021,AAA,BBB,50\n2022,AAA,BBB,20\n2022,BBB,AAA,10\n';
    const gdp = 'year,country,gdp_usd\n2021,AAA,1\n2022,AAA,100\n2022,BBB,60\n';
    const world = worldOfTables({ name: 'trade.csv', text: trade }, { name: 'gdp.csv', text: gdp });
    expect(Array.from(world.sectors[0]!.sales)).toEqual([80, 20, 10, 50]);
    const other = { name: 'gdp.csv', text: gdp.replaceAll('2022', '2020') };
    expect(() => worldOfTables({ name: 'trade.csv', text: trade }, other)).toThrow('there is no GDP of 2022');
  });

  test('sales at home in the table need no GDP', () => {
    const table = (rows: string) => ({ name: 't.csv', text: `exporter,sector,importer,value_musd\n${rows}` });
    const world = worldOfTables(table('AAA,food,AAA,9\nAAA,food,BBB,1\nBBB,food,BBB,4\nBBB,steel,AAA,2\n'), null);
    expect(world.sectors.map(({ name, sales }) => [name, Array.from(sales, sale => sale / 1e6)])).toEqual([
      ['food', [9, 1, 0, 4]],
      ['steel', [0, 0, 2, 0]],
    ]);
    expect(() => worldOfTables(table('AAA,food,BBB,1\nBBB,food,BBB,4\n'), null)).toThrow('AAA sells nothing at home');
  });

  test('no world that does not add up: a deficit that nothing is left to pay for', () => {
    const world = worldOf(
      [flow('AAA', 'BBB', 20), flow('BBB', 'AAA', 35)],
      new Map([
        ['AAA', 100],
        ['BBB', 90],
      ]),
    );
    expect(() => exitCost(world, 'AAA', 'BBB')).toThrow(BadInput);
  });

  test('what is wrong is said', () => {
    expect(() => exitCost(THREE, 'AAA', 'AAA')).toThrow(WrongUse);
    expect(() => exitCost(THREE, 'AAA', 'DDD')).toThrow('there is no trade or GDP of DDD in the table');
    expect(() =>
      worldOf(
        [flow('AAA', 'BBB', -1)],
        new Map([
          ['AAA', 1],
          ['BBB', 1],
        ]),
      ),
    ).toThrow('not an amount');
    expect(() => worldOf([], new Map([['AAA', 1]]))).toThrow('at least two economies');
  });
});
