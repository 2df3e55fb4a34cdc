/** The levers of pacts, of movement and of deeds, on evidence made by hand: the arithmetic stands in each test. */
import { describe, expect, test } from 'vitest';
import { pactRow } from '../../src/datasets/alliances.js';
import { alliances } from '../../src/levers/alliances.js';
import { criticalGoods } from '../../src/levers/critical-goods.js';
import { initiative } from '../../src/levers/initiative.js';
import { isolation } from '../../src/levers/isolation.js';
import type { Lever, Question } from '../../src/levers/lever.js';
import { mediation } from '../../src/levers/mediation.js';
import { sanctions } from '../../src/levers/sanctions.js';
import { tradeDependence } from '../../src/levers/trade-dependence.js';
import { treatment } from '../../src/levers/treatment.js';
import { unMovement } from '../../src/levers/un-movement.js';
import { wilsonLead } from '../../src/levers/wilson.js';
import type { ActionClaim } from '../../src/reading.js';
import { shippedEvidence } from '../../src/record/shipped.js';
import { claimedVisit, evidenceOf, figure, gdp, idealPoint, meeting, withClaims } from './evidence.js';

type Rows = Parameters<typeof evidenceOf>[0] & { deeds?: Parameters<typeof deed>[] };

function asked({ deeds = [], ...rows }: Rows, year: number | null = null): Question {
  const claims = deeds.map(told => deed(...told));
  return { a: 'AAA', b: 'BBB', year, evidence: withClaims(evidenceOf(rows), claims) };
}

/** A deed that an article tells of. */
function deed(source: string, type: ActionClaim['type'], target: string, day: string, more: Partial<ActionClaim> = {}) {
  const id = [source, type, target, day, JSON.stringify(more)].join(' ');
  return claimedVisit(source, target, { from: day, to: day }, { id, type, mode: null, ...more });
}

function expectMirrored(lever: (question: Question) => Lever, question: Question) {
  const [one, other] = [lever(question), lever({ ...question, a: question.b, b: question.a })];
  expect(one.status).toBe('measured');
  expect(other.x).toBe(0 - one.x!);
  expect(other.interval).toEqual([0 - one.interval![1], 0 - one.interval![0]]);
  expect([other.a, other.b, other.stake]).toEqual([one.b, one.a, one.stake]);
}

const pact = (a: string, b: string, from = '1990-01-01', to: string | null = null, promise = 'defence') =>
  pactRow({ dataset: 'test', treaty: `${a}-${b}`, promise, source: 'a test' }, a, b, { from, to, url: null });

describe('allies behind each side', () => {
  const figures = [figure('cinc', 'CCC', 0.06), figure('cinc', 'DDD', 0.02), figure('cinc', 'EEE', 0.1)];
  const events = [pact('AAA', 'CCC'), pact('BBB', 'DDD'), pact('AAA', 'EEE'), pact('BBB', 'EEE'), pact('AAA', 'BBB')];

  test('what is bound to one alone weighs; common allies and the two themselves do not', () => {
    const { a, b, x, stake } = alliances(asked({ figures, events }));
    expect([a, b]).toEqual([6, 2]);
    // 6 / 8 - 1/2 = 0.25; at stake 8, half-stake 5: 8 / 13.
    expect(stake).toBe(8);
    expect(x).toBeCloseTo((0.25 * 8) / 13, 12);
  });

  test('the other way round it is the opposite', () => expectMirrored(alliances, asked({ figures, events })));

  test('only promises of defence count, and only while they bind', () => {
    const others = [
      pact('AAA', 'CCC', '1990-01-01', null, 'consultation'),
      pact('BBB', 'DDD', '1990-01-01', '2001-05-05'),
    ];
    expect(alliances(asked({ figures, events: others })).status).toBe('missing');
    const of2000 = [figure('cinc', 'DDD', 0.03, 2000)];
    expect(alliances(asked({ figures: of2000, events: others }, 2000))).toMatchObject({ a: 0, b: 3 });
  });

  test('what ships: NATO counts for neither of two members; the allies of the United States alone do', () => {
    const evidence = shippedEvidence('USA', 'GBR');
    const { b, evidence: refs } = alliances({ a: 'USA', b: 'GBR', year: 2022, evidence });
    expect(b).toBe(0);
    const labels = refs.map(ref => ref.kind === 'row' && ref.label).join('\n');
    expect(labels).toMatch(/Japan, 2022: bound to the United States/);
    expect(labels).not.toMatch(/France/);
  });
});

describe('who moved towards whom in votes', () => {
  const at = (a: number, b: number, year: number) => [
    ...idealPoint('AAA', a, 0, year),
    ...idealPoint('BBB', b, 0, year),
  ];

  test('each one’s way towards where the other stood ten years before; a way back is none', () => {
    // AAA comes 0.1 nearer to where BBB stood, BBB 0.3 nearer to where AAA stood.
    const { a, b, x } = unMovement(asked({ figures: [...at(1, 0, 2000), ...at(0.9, 0.3, 2010)] }));
    expect(a).toBeCloseTo(0.1, 12);
    expect(b).toBeCloseTo(0.3, 12);
    // 0.3 / 0.4 - 1/2 = 0.25; at stake 0.4, half-stake 0.5: 0.4 / 0.9.
    expect(x).toBeCloseTo((0.25 * 0.4) / 0.9, 12);
    expect(unMovement(asked({ figures: [...at(1, 0, 2000), ...at(1.5, -1, 2010)] }))).toMatchObject({ x: 0, stake: 0 });
  });

  test('the other way round it is the opposite; missing without a session ten years before', () => {
    expectMirrored(unMovement, asked({ figures: [...at(1, 0, 2000), ...at(0.9, 0.3, 2010)] }));
    expect(unMovement(asked({ figures: [...at(1, 0, 2001), ...at(0.9, 0.3, 2010)] })).status).toBe('missing');
  });
});

describe('critical goods', () => {
  const imports = (by: string, from: string | null, value: number, chapter = '27') => ({
    ...figure(`goods imports, HS ${chapter}`, by, value),
    id: `${by} ${from} ${chapter}`,
    partner: from,
  });
  const figures = [
    imports('AAA', 'BBB', 40),
    imports('AAA', null, 100),
    imports('BBB', 'AAA', 10),
    imports('BBB', null, 100),
  ];

  test('the share of own imports that comes from the other', () => {
    const { a, b, x } = criticalGoods(asked({ figures }));
    expect([a, b]).toEqual([40, 10]);
    // 10 / 50 - 1/2 = -0.3; at stake 50, half-stake 10: 50 / 60.
    expect(x).toBeCloseTo((-0.3 * 50) / 60, 12);
    expectMirrored(criticalGoods, asked({ figures }));
  });

  test('a good of which one side’s imports are not known does not count', () => {
    expect(criticalGoods(asked({ figures: figures.slice(0, 3) })).status).toBe('missing');
    expect(criticalGoods(asked({ figures: [...figures, imports('AAA', 'BBB', 9, '10')] })).a).toBe(40);
  });
});

describe('deeds', () => {
  test('Wilson: one of one is no proof', () => {
    // (1 - 1/2) / (1 + 1.645²) = 0.1349; Wilson (1927).
    expect(wilsonLead(1, 0).x).toBeCloseTo(0.13492, 5);
    expect(wilsonLead(5, 5).x).toBe(0);
  });

  test('who asks: requests, proposals and concessions got, refusals given; several reports of one are one', () => {
    const deeds: Rows['deeds'] = [
      ['BBB', 'REQUEST', 'AAA', '2023-03-01'],
      ['BBB', 'REQUEST', 'AAA', '2023-03-01', { id: 'another report of it' }],
      ['BBB', 'CONCEDE', 'AAA', '2023-04-01'],
      ['AAA', 'REJECT', 'BBB', '2023-05-01'],
      ['AAA', 'REQUEST', 'BBB', '2023-06-01'],
      ['BBB', 'AGREE', 'AAA', '2023-07-01', { modality: 'proposed' }],
    ];
    expect(initiative(asked({ deeds }))).toMatchObject({ a: 4, b: 1, stake: 5 });
    expectMirrored(initiative, asked({ deeds }));
  });

  test('a deed counts by the confidence with which it was read, the surest of its reports', () => {
    const deeds: Rows['deeds'] = [
      ['BBB', 'REQUEST', 'AAA', '2023-03-01', { confidence: 0.3 }],
      ['BBB', 'REQUEST', 'AAA', '2023-03-01', { confidence: 0.5, id: 'another report of it' }],
      ['AAA', 'REQUEST', 'BBB', '2023-06-01', { confidence: 0.9 }],
    ];
    const lever = initiative(asked({ deeds }));
    expect(lever).toMatchObject({ a: 0.5, b: 0.9, stake: 1.4 });
    // (0.5 - 0.9) / 2 / (1.4 + 1.645²) = -0.0487; at stake 1.4, half-stake 5: 1.4 / 6.4.
    expect(lever.x).toBeCloseTo((-0.2 / (1.4 + 1.645 ** 2)) * (1.4 / 6.4), 12);
    expect(lever.source).toBe('deeds on record, 2 of 2 read in articles, counted by their confidence: 0.70 on average');
    expectMirrored(initiative, asked({ deeds }));
  });

  test('a row counts in full beside what was read; of one meeting the surer stands', () => {
    const events = [meeting('AAA', 'CCC', 'AAA', '2023-02-01')];
    const deeds: Rows['deeds'] = [
      ['AAA', 'CONSULT', 'CCC', '2023-03-01', { mode: 'visit', confidence: 0.4 }],
      ['BBB', 'CONSULT', 'DDD', '2023-03-01', { mode: 'visit', confidence: 0.4 }],
    ];
    expect(isolation(asked({ events, deeds }))).toMatchObject({ a: 1, b: 0.4 });
  });

  test('the friendliness of deeds is their mean by confidence', () => {
    const deeds: Rows['deeds'] = [
      ['AAA', 'AID', 'BBB', '2023-03-01', { confidence: 0.9 }],
      ['AAA', 'ASSAULT', 'BBB', '2023-04-01', { confidence: 0.2 }],
      ['BBB', 'AID', 'AAA', '2023-05-01', { confidence: 0.9 }],
    ];
    const sure = treatment(asked({ deeds: deeds.map(([by, type, to, day]) => [by, type, to, day]) }));
    const weighed = treatment(asked({ deeds }));
    expect(weighed.a!).toBeGreaterThan(sure.a!);
    expect(weighed.stake).toBeCloseTo(2, 12);
    expectMirrored(treatment, asked({ deeds }));
  });

  test('what is alleged, denied, negated, expected or conditional did not happen', () => {
    const told: Partial<ActionClaim>[] = [
      ...(['alleged', 'denied', 'expected', 'announced', 'conditional'] as const).map(modality => ({ modality })),
      { negated: true },
      { denied_by: { name: 'a spokesman', country: 'BBB', start: 0, end: 1 } },
    ];
    const deeds = told.map((more): Parameters<typeof deed> => ['BBB', 'REQUEST', 'AAA', '2023-03-01', more]);
    expect(initiative(asked({ deeds })).status).toBe('missing');
  });

  test('treatment: war against aid on Goldstein’s scale; what both do together has no direction', () => {
    const deeds: Rows['deeds'] = [
      ['AAA', 'ASSAULT', 'BBB', '2023-03-01'],
      ['BBB', 'AID', 'AAA', '2023-04-01'],
    ];
    const { x, a, b } = treatment(asked({ deeds }));
    expect(x).toBeGreaterThan(0);
    expect(a!).toBeLessThan(0.5);
    expect(b!).toBeGreaterThan(0.5);
    expectMirrored(treatment, asked({ deeds }));
    const mutual = deed('AAA', 'AGREE', 'BBB', '2023-01-01', { source: ['AAA', 'BBB'], target: ['AAA', 'BBB'] });
    const question = asked({ deeds });
    const more = { ...question, evidence: withClaims(question.evidence, [mutual]) };
    expect(treatment(more)).toEqual(treatment(question));
  });

  test('sanctions by anybody count, one by each sender and month, in ten years', () => {
    const deeds: Rows['deeds'] = [
      ['CCC', 'SANCTION', 'AAA', '2022-03-01'],
      ['CCC', 'SANCTION', 'AAA', '2022-03-20'],
      ['BBB', 'SANCTION', 'AAA', '2022-03-02'],
      ['AAA', 'SANCTION', 'BBB', '2023-04-01'],
      ['AAA', 'SANCTION', 'BBB', '2003-04-01'],
    ];
    expect(sanctions(asked({ deeds }))).toMatchObject({ a: 2, b: 1 });
    expect(sanctions(asked({ deeds })).x).toBeLessThan(0);
    expectMirrored(sanctions, asked({ deeds }));
  });

  test('third countries met and mediation, and only where something is known of each side', () => {
    const events = [meeting('AAA', 'CCC', 'CCC', '2023-01-01'), meeting('DDD', 'AAA', 'AAA', '2022-01-01')];
    expect(isolation(asked({ events })).status).toBe('missing');
    const more = [...events, meeting('BBB', 'CCC', 'CCC', '2023-02-01'), meeting('AAA', 'CCC', 'CCC', '2023-05-01')];
    expect(isolation(asked({ events: [...more, meeting('AAA', 'BBB', 'BBB', '2023-01-01')] }))).toMatchObject({
      a: 2,
      b: 1,
    });
    expectMirrored(isolation, asked({ events: more }));
    const between: Rows['deeds'] = [
      ['AAA', 'CONSULT', 'CCC', '2023-03-01', { mode: 'third-party' }],
      ['AAA', 'CONSULT', 'DDD', '2023-04-01', { mode: 'third-party' }],
      ['BBB', 'CONSULT', 'CCC', '2023-04-01', { mode: 'third-party' }],
    ];
    expect(mediation(asked({ deeds: between }))).toMatchObject({ a: 2, b: 1 });
    expect(mediation(asked({ deeds: between.slice(0, 2) })).status).toBe('missing');
  });
});

test('trade as each side reports it: the mean counts, and the interval spans both', () => {
  const reported = (measure: string, by: string, partner: string, value: number) => ({
    ...figure(measure, by, value),
    id: `${measure} ${by}`,
    partner,
  });
  const figures = [
    ...[gdp('AAA', 1000), gdp('BBB', 500)],
    ...[reported('goods exports', 'AAA', 'BBB', 60), reported('goods imports', 'AAA', 'BBB', 40)],
    ...[reported('goods exports', 'BBB', 'AAA', 30), reported('goods imports', 'BBB', 'AAA', 50)],
  ];
  const { a, b, interval } = tradeDependence(asked({ figures }));
  // 100 by the one, 80 by the other: 90 of 1000 and of 500.
  expect([a, b]).toEqual([9, 18]);
  // Each by its own: 10 and 16 percent; by the other’s: 8 and 20. Stake 27, half-stake 1.
  expect(interval![0]).toBeCloseTo(((16 / 26 - 0.5) * 27) / 28, 12);
  expect(interval![1]).toBeCloseTo(((20 / 28 - 0.5) * 27) / 28, 12);
  expectMirrored(tradeDependence, asked({ figures }));
});
