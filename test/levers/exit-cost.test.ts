/**
 * The exit cost against numbers that come from elsewhere: closed forms, and a slow solver that shares nothing with ours
 * but the equations (exit-cost-plain.ts).
 */
import { describe, expect, test } from 'vitest';
import { BadInput, WrongUse } from '../../src/errors.js';
import { sanctionersOf } from '../../src/levers/exit-cost/coalition.js';
import { elasticityEstimates, exitCostRange } from '../../src/levers/exit-cost/elasticities.js';
import { coalitionCost, type ExitCostOptions, exitCost, partnerCosts } from '../../src/levers/exit-cost/exit-cost.js';
import { elasticitiesOfTable, worldOfTables } from '../../src/levers/exit-cost/files.js';
import { type Flow, type World, worldOf, worldOfSales } from '../../src/levers/exit-cost/world.js';
import { claimOf, evidenceOf, withClaims } from './evidence.js';
import { type Plain, plainWelfare } from './exit-cost-plain.js';

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
  const END = Number.POSITIVE_INFINITY;
  const both = [
    { from: 0, to: 1, factor: END },
    { from: 1, to: 0, factor: END },
  ];
  test.each([2.5, 5, 8])('elasticity %f', elasticity => {
    expectAlike(
      exitCost(THREE, 'AAA', 'BBB', { elasticity }).welfare,
      plainWelfare(THREE, { elasticity, costs: both }),
    );
  });

  test('multiplicative deficits', () => {
    expectAlike(
      exitCost(THREE, 'AAA', 'BBB', { deficits: 'multiplicative' }).welfare,
      plainWelfare(THREE, { deficits: 'multiplicative', costs: both }),
    );
  });

  test('exports alone and imports alone, seen from the first', () => {
    const exportsOf = plainWelfare(THREE, { costs: both.slice(0, 1) });
    expectAlike(exitCost(THREE, 'AAA', 'BBB', { direction: 'exports' }).welfare, exportsOf);
    expectAlike(
      exitCost(THREE, 'AAA', 'BBB', { direction: 'imports' }).welfare,
      plainWelfare(THREE, { costs: both.slice(1) }),
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
    expectAlike(exitCost(world, 'AAA', 'BBB').welfare, plainWelfare(world, { costs: both }));
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
      expectAlike(welfare, plainWelfare(star, { deficits, costs: both }));
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
    const after = plainWelfare(THREE, { deficits: 'balanced', costs: both });
    const lost = Object.entries(after).map(([country, percent]) => [
      country,
      ((100 + percent) / (100 + before[country]!) - 1) * 100,
    ]);
    expectAlike(exitCost(THREE, 'AAA', 'BBB', { deficits: 'balanced' }).welfare, Object.fromEntries(lost));
  });
});

describe('a made-up world of twelve against plain steps', () => {
  const TWELVE = madeUpWorld(12, ['goods']);
  const [a, b] = [TWELVE.countries[1]!, TWELVE.countries[4]!];
  const ended: Plain['costs'] = [
    { from: 1, to: 4, factor: Number.POSITIVE_INFINITY },
    { from: 4, to: 1, factor: Number.POSITIVE_INFINITY },
  ];

  test.each(['fixed', 'multiplicative', 'balanced'] as const)('%s deficits, elasticities 1 to 8', deficits => {
    for (const elasticity of [1, 1.5, 2, 3, 4, 5, 6, 7, 8]) {
      expectAlike(
        exitCost(TWELVE, a, b, { elasticity, deficits }).welfare,
        plainCost(TWELVE, { elasticity, deficits, costs: ended }),
      );
    }
  });

  test('a coalition acts at once', () => {
    const others = [2, 4, 7, 9];
    const costs = others.flatMap(j => [
      { from: 1, to: j, factor: Number.POSITIVE_INFINITY },
      { from: j, to: 1, factor: Number.POSITIVE_INFINITY },
    ]);
    const names = others.map(j => TWELVE.countries[j]!);
    const { welfare } = coalitionCost(TWELVE, a, names);
    expectAlike(welfare, plainCost(TWELVE, { costs }));
    // Whoever is named twice acts once.
    expect(coalitionCost(TWELVE, a, [...names, names[0]!]).welfare).toEqual(welfare);
  });

  test.each<[string, ExitCostOptions, Plain['costs']]>([
    [
      'a cost that nobody gets',
      { whatIf: { kind: 'cost', percent: 30 } },
      [
        { from: 1, to: 4, factor: 1.3 },
        { from: 4, to: 1, factor: 1.3 },
      ],
    ],
    [
      'a tariff of the first on the second',
      { whatIf: { kind: 'tariff', percent: 25 }, direction: 'imports' },
      [{ from: 4, to: 1, factor: 1.25, to_whom: 1 }],
    ],
    [
      'a discount of the first to the second',
      { whatIf: { kind: 'discount', percent: 20 }, direction: 'exports' },
      [{ from: 1, to: 4, factor: 0.8, to_whom: 1 }],
    ],
  ])('%s', (_, options, costs) => {
    for (const deficits of ['fixed', 'multiplicative', 'balanced'] as const) {
      expectAlike(exitCost(TWELVE, a, b, { ...options, deficits }).welfare, plainCost(TWELVE, { deficits, costs }));
    }
  });

  test('nothing changes at a tariff of nothing', () => {
    const { welfare } = exitCost(TWELVE, a, b, { whatIf: { kind: 'tariff', percent: 0 } });
    for (const percent of Object.values(welfare)) expect(percent).toBeCloseTo(0, 8);
  });

  test('a small tariff pays, since others bear a part of it; a cost of the same size does not (optimal tariff)', () => {
    const of = (kind: 'tariff' | 'cost') =>
      exitCost(TWELVE, a, b, { whatIf: { kind, percent: 5 }, direction: 'imports' }).welfare[a]!;
    expect(of('tariff')).toBeGreaterThan(0);
    expect(of('cost')).toBeLessThan(0);
  });

  test('a cost without end is the end of trade', () => {
    const { welfare } = exitCost(TWELVE, a, b, { whatIf: { kind: 'cost', percent: 1e6 } });
    expectAlike(welfare, exitCost(TWELVE, a, b).welfare);
  });

  test('all partners, one at a time, costliest first', () => {
    const costs = partnerCosts(TWELVE, a);
    expect(costs).toHaveLength(11);
    for (const { partner, own, theirs } of costs) {
      const { welfare } = exitCost(TWELVE, a, partner);
      expect([own, theirs]).toEqual([welfare[a], welfare[partner]]);
    }
    const own = costs.map(cost => cost.own!);
    expect(own).toEqual([...own].sort((one, other) => one - other));
  });

  test('the range over published elasticities holds what each of them gives', () => {
    const range = exitCostRange(elasticity => exitCost(TWELVE, a, b, { elasticity }));
    const [low, middle, high] = range.welfare[a]!;
    expect(low).toBe(exitCost(TWELVE, a, b, { elasticity: 2 }).welfare[a]);
    expect(high).toBe(exitCost(TWELVE, a, b, { elasticity: 8.28 }).welfare[a]);
    expect(middle).toBe(exitCost(TWELVE, a, b, { elasticity: 5.03 }).welfare[a]);
    for (const { elasticity, source } of elasticityEstimates()) {
      expect(elasticity).toBeGreaterThan(0);
      expect(source).toMatch(/\(\d{4}\)/);
    }
  });
});

describe('goods told apart, against plain steps', () => {
  const SECTORS = madeUpWorld(6, ['grain', 'oil', 'steel', 'chips']);
  const [a, b] = [SECTORS.countries[0]!, SECTORS.countries[3]!];
  const between = (factor: number, sector?: number): Plain['costs'] => [
    { from: 0, to: 3, factor, ...(sector !== undefined && { sector }) },
    { from: 3, to: 0, factor, ...(sector !== undefined && { sector }) },
  ];

  test.each(['fixed', 'multiplicative', 'balanced'] as const)(
    'all of them, %s deficits, elasticities 1 to 8',
    deficits => {
      for (const elasticity of [1, 2.5, 5, 8]) {
        expectAlike(
          exitCost(SECTORS, a, b, { elasticity, deficits }).welfare,
          plainCost(SECTORS, { elasticity, deficits, costs: between(Number.POSITIVE_INFINITY) }),
        );
      }
    },
  );

  test('oil alone', () => {
    expectAlike(
      exitCost(SECTORS, a, b, { sectors: ['oil'] }).welfare,
      plainCost(SECTORS, { costs: between(Number.POSITIVE_INFINITY, 1) }),
    );
  });

  test('an elasticity for each', () => {
    const table = { name: 'e.csv', text: 'sector,elasticity\noil,12\ngrain,8\nchips,1.5\nsteel,4\n' };
    const elasticity = elasticitiesOfTable(SECTORS, table);
    expect(elasticity).toEqual([8, 12, 4, 1.5]);
    expectAlike(
      exitCost(SECTORS, a, b, { elasticity }).welfare,
      plainCost(SECTORS, { elasticities: elasticity, costs: between(Number.POSITIVE_INFINITY) }),
    );
    expect(() => elasticitiesOfTable(SECTORS, { ...table, text: 'sector,elasticity\noil,12\n' })).toThrow(
      'no elasticity of sector grain',
    );
  });

  test('a tariff on chips', () => {
    const costs = [{ from: 3, to: 0, factor: 1.4, sector: 3, to_whom: 0 }];
    expectAlike(
      exitCost(SECTORS, a, b, { sectors: ['chips'], whatIf: { kind: 'tariff', percent: 40 }, direction: 'imports' })
        .welfare,
      plainCost(SECTORS, { costs }),
    );
  });

  test('a sector that is not there is named with those that are', () => {
    expect(() => exitCost(SECTORS, a, b, { sectors: ['tea'] })).toThrow('there are grain, oil, steel, chips');
    expect(() => exitCost(THREE, 'AAA', 'BBB', { sectors: ['tea'] })).toThrow('does not tell sectors apart');
  });
});

describe('who sanctions, by the record', () => {
  const sanction = (a: string, b: string, text: string, from = '2022-02-25') => ({
    ...({ kind: 'event', id: `${a} ${b} ${from}`, dataset: 'test', type: 'sanction', a, b, from, to: from } as const),
    ...{
      persons: [],
      place: null,
      country: null,
      host: null,
      format: null,
      text,
      source: 'a test',
      url: null,
      note: null,
    },
  });
  const told = (modality: string) =>
    claimOf({
      kind: 'action',
      type: 'SANCTION',
      source: ['JPN'],
      target: ['AAA'],
      names: [],
      third: [],
      of: null,
      mode: null,
      place: null,
      trigger: { start: 0, end: 7 },
      modality,
      negated: false,
      main: true,
      said: { from: null, to: null },
      when: { from: '2022-03-01', to: '2022-03-01' },
    });
  const countries = (evidence: Parameters<typeof sanctionersOf>[1], day?: string) =>
    sanctionersOf('AAA', evidence, day ?? null).map(({ country }) => country);

  test('states by rows and articles, members of the Union of the day where it acts', () => {
    const evidence = evidenceOf({ events: [sanction('USA', 'AAA', 'US: banks'), sanction('USA', 'BBB', 'US: banks')] });
    expect(countries(evidence)).toEqual(['USA']);
    expect(countries(withClaims(evidence, [told('happened')]))).toEqual(['JPN', 'USA']);
    expect(countries(withClaims(evidence, [told('announced')]))).toEqual(['USA']);
    const union = (day: string) => countries(evidenceOf({ events: [sanction('IGO', 'AAA', 'EU: 1st package', day)] }));
    expect(union('2022-02-25')).toHaveLength(27);
    expect(union('2014-03-17')).toContain('GBR');
    expect(union('2022-02-25')).not.toContain('GBR');
    expect(countries(evidenceOf({ events: [sanction('IGO', 'AAA', 'Nobody: none')] }))).toEqual([]);
  });

  test('what is later than the day asked for does not count; no country sanctions itself', () => {
    const evidence = evidenceOf({ events: [sanction('USA', 'AAA', 'US'), sanction('AAA', 'AAA', 'own')] });
    expect(countries(evidence, '2022-01-01')).toEqual([]);
    expect(countries(evidence)).toEqual(['USA']);
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

/** The plain solver's change from a world as it is; with balanced trade, from that world brought to balance. */
function plainCost(world: World, options: Plain): Record<string, number> {
  const after = plainWelfare(world, options);
  if (options.deficits !== 'balanced') return after;
  const before = plainWelfare(world, { ...options, costs: [] });
  return Object.fromEntries(
    Object.entries(after).map(([country, percent]) => [
      country,
      ((100 + percent) / (100 + before[country]!) - 1) * 100,
    ]),
  );
}

/** A world of unlike economies that trade by size, with deficits; the numbers are those of a small fixed generator. */
function madeUpWorld(size: number, sectors: string[]): World {
  let state = 7;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const countries = Array.from({ length: size }, (_, i) => String.fromCharCode(65 + i).repeat(3));
  const sizes = countries.map(() => 10 ** (1 + 2 * random()));
  return {
    countries,
    sectors: sectors.map(name => {
      const sales = new Float64Array(size * size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const trade = i === j ? 0.5 + random() : (0.3 * random() * sizes[j]!) / 1000;
          sales[i * size + j] = sizes[i]! * trade;
        }
      }
      return { name, sales };
    }),
  };
}
