/** Each lever on rows made by hand, against numbers worked out on paper: the arithmetic stands in each test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/knowledge.js';
import { armsDependence } from '../../src/levers/arms-dependence.js';
import { capability } from '../../src/levers/capability.js';
import { exitCostLever } from '../../src/levers/exit-cost.js';
import { type Lever, type Question, shareLead } from '../../src/levers/lever.js';
import { measureLevers } from '../../src/levers/levers.js';
import { outsideOptions } from '../../src/levers/outside-options.js';
import { regard } from '../../src/levers/regard.js';
import { tradeDependence } from '../../src/levers/trade-dependence.js';
import { unVotes } from '../../src/levers/un-votes.js';
import { visits } from '../../src/levers/visits.js';
import {
  address,
  arms,
  claimedVisit,
  claimOf,
  evidenceOf,
  figure,
  gdp,
  goods,
  idealPoint,
  meeting,
  withClaims,
} from './evidence.js';

type Rows = Parameters<typeof evidenceOf>[0];

const asked = (rows: Rows, year: number | null = null): Question => ({
  a: 'AAA',
  b: 'BBB',
  year,
  evidence: evidenceOf(rows),
});

/** The same lever asked the other way round says the opposite, to the last bit. */
function expectMirrored(lever: (question: Question) => Lever, question: Question) {
  const [one, other] = [lever(question), lever({ ...question, a: question.b, b: question.a })];
  expect(one.status).toBe('measured');
  expect(other.x).toBe(0 - one.x!);
  expect(other.interval).toEqual([0 - one.interval![1], 0 - one.interval![0]]);
  expect([other.a, other.b, other.stake]).toEqual([one.b, one.a, one.stake]);
}

/** Trade of 30 between the two (20 and 10); AAA trades 70 more with CCC, BBB 10 more. */
const TRADE = [
  ...[goods('AAA', 'BBB', 20), goods('BBB', 'AAA', 10), goods('AAA', 'CCC', 40), goods('CCC', 'AAA', 30)],
  ...[goods('BBB', 'CCC', 4), goods('CCC', 'BBB', 6)],
];
const PRODUCTS = [gdp('AAA', 600), gdp('BBB', 150), gdp('CCC', 1000)];
const ECONOMY = { figures: [...TRADE, ...PRODUCTS] };

test('a lead is a share less one half; nothing on both sides is no lead', () => {
  expect(shareLead(3, 1)).toBe(0.25);
  expect(shareLead(1, 3)).toBe(-0.25);
  expect(shareLead(0, 5)).toBe(-0.5);
  expect(Object.is(shareLead(0, 0), 0)).toBe(true);
});

describe('trade dependence', () => {
  test('trade as a percentage of GDP, shrunk where little is at stake, with the share of all trade as the other end', () => {
    const { a, b, x, stake, interval } = tradeDependence(asked(ECONOMY));
    expect([a, b]).toEqual([(100 * 30) / 600, (100 * 30) / 150]);
    expect(stake).toBe(25);
    // 20 / (5 + 20) - 1/2 = 0.3; at stake 25, half-stake 1: 25 / 26.
    expect(x).toBeCloseTo((0.3 * 25) / 26, 12);
    // Of their trade it is 30 of 100 and 30 of 40: 0.75 / 1.05 - 1/2.
    expect(interval![0]).toBeCloseTo(((0.75 / 1.05 - 0.5) * 25) / 26, 12);
    expect(interval![1]).toBe(x);
  });

  test('evidence: both flows and both GDPs', () => {
    expect(tradeDependence(asked(ECONOMY)).evidence.map(ref => ref.kind === 'row' && ref.value)).toEqual([
      20, 10, 600, 150,
    ]);
  });

  test('the other way round it is the opposite', () => expectMirrored(tradeDependence, asked(ECONOMY)));

  test('missing where no flow between the two is known: that is not a flow of nothing', () => {
    const without = TRADE.filter(row => row.reporter === 'CCC' || row.partner === 'CCC');
    expect(tradeDependence(asked({ figures: [...without, ...PRODUCTS] })).status).toBe('missing');
    const nothing = [...without, goods('AAA', 'BBB', 0)];
    expect(tradeDependence(asked({ figures: [...nothing, ...PRODUCTS] }))).toMatchObject({ status: 'measured', x: 0 });
  });

  test('trade and GDP are of the same year: the latest that has both', () => {
    const later = [goods('AAA', 'BBB', 99, 2024), gdp('CCC', 1, 2024), gdp('AAA', 1, 2025), gdp('BBB', 1, 2025)];
    const figures = [...ECONOMY.figures, ...later];
    expect(tradeDependence(asked({ figures }))).toEqual(tradeDependence(asked(ECONOMY)));
    expect(tradeDependence(asked({ figures }, 2022)).status).toBe('missing');
  });

  test('of another data set trade is not mixed in', () => {
    const customs = { ...goods('AAA', 'BBB', 77, 2023), dataset: 'customs', id: 'customs' };
    expect(tradeDependence(asked({ figures: [...ECONOMY.figures, customs] }))).toEqual(tradeDependence(asked(ECONOMY)));
  });
});

describe('outside options', () => {
  test('the concentration of each side’s trade on partners', () => {
    const { a, b, x, stake } = outsideOptions(asked(ECONOMY));
    // AAA: 30 and 70 of 100; BBB: 30 and 10 of 40.
    expect(a).toBeCloseTo(100 * (0.3 ** 2 + 0.7 ** 2), 10);
    expect(b).toBeCloseTo(100 * (0.75 ** 2 + 0.25 ** 2), 10);
    expect(stake).toBeCloseTo(30 + 75, 10);
    expect(x).toBeCloseTo(((62.5 / (58 + 62.5) - 0.5) * 105) / 110, 12);
  });

  test('the rest of the world is part of the whole and no partner', () => {
    const figures = [...ECONOMY.figures, goods('BBB', 'ROW', 40)];
    // BBB: 30, 10 and 40 of 80; the last concentrates nothing.
    expect(outsideOptions(asked({ figures })).b).toBeCloseTo(100 * (0.375 ** 2 + 0.125 ** 2), 10);
  });

  test('the other way round it is the opposite', () => expectMirrored(outsideOptions, asked(ECONOMY)));
});

describe('exit cost', () => {
  test('the loss of each in a world of two, by the closed form', () => {
    const figures = [goods('AAA', 'BBB', 20), goods('BBB', 'AAA', 20), gdp('AAA', 100), gdp('BBB', 50)];
    const { a, b, x, interval } = exitCostLever(asked({ figures }));
    const loss = (share: number, elasticity: number) => 100 * (1 - share ** (1 / elasticity));
    expect(a).toBeCloseTo(loss(0.8, 5), 7);
    expect(b).toBeCloseTo(loss(0.6, 5), 7);
    const lead = (elasticity: number) => loss(0.6, elasticity) / (loss(0.8, elasticity) + loss(0.6, elasticity)) - 0.5;
    const weight = (a! + b!) / (a! + b! + 0.1);
    expect(x).toBeCloseTo(lead(5) * weight, 8);
    expect(interval![0]).toBeCloseTo(lead(2) * weight, 8);
    expect(interval![1]).toBeCloseTo(lead(8.28) * weight, 8);
  });

  test('the other way round it is the opposite', () => expectMirrored(exitCostLever, asked(ECONOMY)));

  test('missing where no world without that trade adds up', () => {
    const figures = [goods('AAA', 'BBB', 20), goods('BBB', 'AAA', 35), gdp('AAA', 100), gdp('BBB', 90)];
    expect(exitCostLever(asked({ figures })).status).toBe('missing');
  });

  test('an economy with a GDP and no trade on record is not taken for a closed one', () => {
    const alone = { figures: [...ECONOMY.figures, gdp('DDD', 5000)] };
    expect(exitCostLever(asked(alone)).x).toBe(exitCostLever(asked(ECONOMY)).x);
  });
});

describe('capability', () => {
  const figures = [
    ...[gdp('AAA', 900), gdp('BBB', 300), figure('population', 'AAA', 90), figure('population', 'BBB', 10)],
    ...[figure('cinc', 'AAA', 0.06), figure('cinc', 'BBB', 0.02)],
  ];

  test('the mean of the leads in mass and in GDP times GDP per head', () => {
    const { a, b, x, interval, stake } = capability(asked({ figures }));
    expect([a, b, stake]).toEqual([6, 2, 1]);
    // 900² / 90 = 300² / 10 = 9000: level; CINC: 0.75 - 1/2.
    expect(interval![0]).toBe(0);
    expect(interval![1]).toBeCloseTo(0.25, 12);
    expect(x).toBeCloseTo(0.125, 12);
  });

  test('the other way round it is the opposite', () => expectMirrored(capability, asked({ figures })));

  test('missing without the population of one', () => {
    expect(capability(asked({ figures: figures.filter(({ id }) => id !== 'test:population:BBB:2023') })).status).toBe(
      'missing',
    );
  });

  test('a later year that only one country has is passed over', () => {
    const later = [...figures, figure('cinc', 'AAA', 0.9, 2024)];
    expect(capability(asked({ figures: later })).a).toBe(6);
  });
});

describe('arms dependence', () => {
  const figures = [
    ...[arms('BBB', 'AAA', 60, 2012), arms('BBB', 'AAA', 140, 2021), arms('AAA', 'BBB', 50, 2015)],
    ...[arms('BBB', 'AAA', 5000, 2011), arms('CCC', 'AAA', 700, 2019)],
    ...[figure('military expenditure', 'AAA', 2e9), figure('military expenditure', 'BBB', 5e9)],
  ];

  test('what came from the other in ten years, for each billion of expenditure', () => {
    const { a, b, x, interval } = armsDependence(asked({ figures }));
    // AAA: (60 + 140) / 10 years / 2 billion; BBB: 50 / 10 / 5. The delivery of 2011 is too old.
    expect([a, b]).toEqual([10, 1]);
    expect(x).toBeCloseTo((-(10 / 11 - 0.5) * 11) / 21, 12);
    // 2012 to 2016: 6 and 2, lead 2/8 - 1/2; 2017 to 2021: all to AAA.
    expect(interval![0]).toBeCloseTo((-0.5 * 11) / 21, 12);
    expect(interval![1]).toBeCloseTo((-0.25 * 11) / 21, 12);
  });

  test('the other way round it is the opposite', () => expectMirrored(armsDependence, asked({ figures })));

  test('no arms between two that are in the table is no dependence; a country outside it is missing', () => {
    const none = figures.filter(row => !(row.partner === 'AAA' && row.reporter === 'BBB') && row.partner !== 'BBB');
    const known = [...none, arms('BBB', 'CCC', 1, 2020)];
    expect(armsDependence(asked({ figures: known }))).toMatchObject({ status: 'measured', x: 0, stake: 0 });
    expect(armsDependence(asked({ figures: none })).status).toBe('missing');
  });
});

describe('votes in the United Nations', () => {
  // Halfway lies 0.5: nearer to AAA are DDD and EEE; nearer to BBB is CCC, which is the richest.
  const points = [
    ...[...idealPoint('AAA', 1.5, 0.3), ...idealPoint('BBB', -0.5, 0.4), ...idealPoint('CCC', 0)],
    ...[...idealPoint('DDD', 0.7), ...idealPoint('EEE', 2)],
  ];
  const products = [gdp('AAA', 1), gdp('BBB', 1), gdp('CCC', 80), gdp('DDD', 15), gdp('EEE', 5)];

  test('the others counted as states and by their GDP', () => {
    const { a, b, x, stake, interval } = unVotes(asked({ figures: [...points, ...products] }));
    expect(a).toBeCloseTo(200 / 3, 10);
    expect(b).toBeCloseTo(100 / 3, 10);
    expect(stake).toBe(2);
    // Leads 2/3 - 1/2 and 20/100 - 1/2; two thirds of it at stake 2, half-stake 1.
    expect(x).toBeCloseTo((((2 / 3 - 0.5 + 0.2 - 0.5) / 2) * 2) / 3, 12);
    // Halfway is known to 0.25: at 0.75 only EEE is nearer to AAA, 1/3 of states and 5 of 100.
    expect(interval![0]).toBeCloseTo(((0.05 - 0.5) * 2) / 3, 12);
    expect(interval![1]).toBeCloseTo(((2 / 3 - 0.5) * 2) / 3, 12);
  });

  test('without any GDP only states are counted', () => {
    expect(unVotes(asked({ figures: points })).x).toBeCloseTo(((2 / 3 - 0.5) * 2) / 3, 12);
  });

  test('two that vote alike: nothing follows', () => {
    const alike = [...idealPoint('AAA', 0.2), ...idealPoint('BBB', 0.2), ...idealPoint('CCC', 1)];
    expect(unVotes(asked({ figures: alike }))).toMatchObject({ x: 0, stake: 0, a: 50, b: 50 });
  });

  test('the other way round it is the opposite', () =>
    expectMirrored(unVotes, asked({ figures: [...points, ...products] })));

  test('missing where one does not vote', () => {
    expect(unVotes(asked({ figures: points.filter(({ reporter }) => reporter !== 'BBB') })).status).toBe('missing');
  });
});

describe('visits', () => {
  const events = [
    ...[meeting('AAA', 'BBB', 'AAA', '2019-02-01'), meeting('BBB', 'AAA', 'AAA', '2020-05-03')],
    ...[meeting('AAA', 'BBB', 'AAA', '2021-07-09'), meeting('AAA', 'BBB', 'BBB', '2022-01-05')],
  ];

  test('the Wilson score of three of four at 90 percent', () => {
    const { a, b, x, interval, stake } = visits(asked({ events }));
    expect([a, b, stake]).toEqual([3, 1, 4]);
    // The ends are where the share p of 3/4 lies 1.645 standard errors away (Wilson 1927): (p - 3/4)² = 1.645² p (1 - p) / 4,
    // p = 0.356140 and 0.942098; x is halfway between them. At four visits, half-stake three, 4 / 7 of it.
    expect(interval![0]).toBeCloseTo(((0.35614 - 0.5) * 4) / 7, 5);
    expect(interval![1]).toBeCloseTo(((0.942098 - 0.5) * 4) / 7, 5);
    expect(x).toBeCloseTo((interval![0] + interval![1]) / 2, 12);
  });

  test('video, meetings elsewhere, other pairs and later years do not count', () => {
    const more = [
      ...[meeting('AAA', 'BBB', 'BBB', '2021-01-01', 'video'), meeting('AAA', 'BBB', 'CCC', '2021-02-01')],
      ...[meeting('AAA', 'CCC', 'AAA', '2021-03-01'), meeting('AAA', 'BBB', 'BBB', '2024-01-01')],
    ];
    expect(visits(asked({ events: [...events, ...more] }, 2023))).toEqual(visits(asked({ events })));
  });

  test('what articles report counts where its month is known and nothing known is in it', () => {
    const told = (from: string, to: string, more: object = {}) => claimedVisit('BBB', 'AAA', { from, to }, more);
    const evidence = evidenceOf({ events });
    const claims = [
      ...[
        told('2019-02-03', '2019-02-03'),
        told('2019-09-01', '2019-09-30'),
        told('2020-05-01', '2020-05-31'),
        told('2018-01-01', '2018-12-31'),
      ],
      ...[
        told('2017-05-01', '2017-05-02', { modality: 'announced' }),
        told('2017-06-01', '2017-06-01', { negated: true }),
      ],
    ];
    // Of the six only the visit of September 2019 is new: one more to AAA.
    const { a, b } = visits({ a: 'AAA', b: 'BBB', year: null, evidence: withClaims(evidence, claims) });
    expect([a, b]).toEqual([4, 1]);
  });

  test('one visit in two sources counts once', () => {
    const again = { ...meeting('AAA', 'BBB', 'AAA', '2019-02-03'), id: 'again' };
    expect(visits(asked({ events: [...events, again] })).a).toBe(3);
  });

  test('two journeys in one month are two', () => {
    const again = { ...meeting('AAA', 'BBB', 'AAA', '2019-02-20'), id: 'again' };
    expect(visits(asked({ events: [...events, again] })).a).toBe(4);
  });

  test('the other way round it is the opposite', () => expectMirrored(visits, asked({ events })));
});

describe('regard', () => {
  const events = [
    ...[address('AAA', 'BBB', 'dear friend', '2020-01-01'), address('AAA', 'BBB', 'dear friend', '2021-01-01')],
    address('BBB', 'AAA', 'Mr President', '2020-01-01'),
  ];

  test('means of warmth, drawn to the middle by two words of 0.5', () => {
    const { a, b, x, stake } = regard(asked({ events }));
    // (0.8 + 0.8 + 1) / 4 and (0 + 1) / 3.
    expect(a).toBeCloseTo(0.65, 12);
    expect(b).toBeCloseTo(1 / 3, 12);
    expect(stake).toBe(3);
    expect(x).toBeCloseTo(((1 / 3 / (0.65 + 1 / 3) - 0.5) * 3) / 9, 12);
  });

  test('words and praise that articles report of leaders, told apart from those of others', () => {
    const said = (speaker: string, addressee: string, warmth: number | null) =>
      claimOf({ kind: 'address', speaker, addressee, term: 'friend', occasion: null, warmth });
    const praised = (country: string, text: string, stance = 'praise') =>
      claimOf({ kind: 'statement', speaker: { name: 'x', person: null, country, start: 0, end: 1 }, stance }, text);
    const claims = [
      ...[
        said('France', 'Egypt', 0.8),
        said('Egypt', 'France', 0),
        said('Chad', 'Egypt', 1),
        said('France', 'Egypt', null),
      ],
      ...[praised('FRA', 'Egypt is a rock of stability, Paris said.'), praised('FRA', 'Chad is brave, Paris said.')],
      praised('EGY', 'France was wrong.', 'accuse'),
    ];
    const { a, b, stake } = regard({ a: 'FRA', b: 'EGY', year: null, evidence: { ...evidenceOf(), claims } });
    // France: 0.8 and praise at 0.6; Egypt: 0. Each with two words of 0.5.
    expect(a).toBeCloseTo((0.8 + 0.6 + 1) / 4, 12);
    expect(b).toBeCloseTo(1 / 3, 12);
    expect(stake).toBe(3);
  });

  test('missing where only one side is heard', () => {
    expect(regard(asked({ events: events.slice(0, 2) })).status).toBe('missing');
  });

  test('the other way round it is the opposite', () => expectMirrored(regard, asked({ events })));
});

test('every lever without evidence is missing, says what it needs, and has no number', () => {
  const levers = measureLevers('AAA', 'BBB', evidenceOf());
  expect(levers.length).toBeGreaterThan(6);
  for (const lever of levers) {
    expect(lever, lever.id).toMatchObject({
      status: 'missing',
      x: null,
      interval: null,
      stake: null,
      a: null,
      b: null,
    });
    expect(lever.explanation).toMatch(/^Missing: .+\.$/);
  }
  expect(new Set(levers.map(({ id }) => id)).size).toBe(levers.length);
});

test('docs/levers.md has a row for each lever, with its group', () => {
  const page = readFileSync(join(packageRoot, 'docs/levers.md'), 'utf8');
  for (const { label, group } of measureLevers('AAA', 'BBB', evidenceOf())) {
    expect(page).toContain(`| ${label} | ${group} |`);
  }
});
