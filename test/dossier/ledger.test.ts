/** The ledger of a pair, on rows and deeds made by hand about countries far from the example. */
import { expect, test } from 'vitest';
import { pairLedger } from '../../src/dossier/ledger/ledger.js';
import { ledgerText } from '../../src/dossier/ledger/text.js';
import type { Evidence } from '../../src/record/evidence.js';
import { deed, event, evidenceOf, told } from './rows.js';

const ledgerOf = (evidence: Evidence, since: string | null = null, [a, b] = ['KEN', 'PER']) =>
  pairLedger({ a: a!, b: b!, nameA: 'Kenya', nameB: 'Peru', evidence }, since);
const on = (day: string) => ({ when: { from: day, to: day, start: null, end: null } });
const BOTH = ['KEN', 'PER'];

const met = [
  event('meeting', 'KEN', 'PER', '2019-05-02', { host: 'KEN', format: 'state visit' }),
  event('meeting', 'KEN', 'PER', '2021-06-03', { host: 'PER', format: 'state visit' }),
  event('meeting', 'KEN', 'PER', '2022-07-04', { format: 'video' }),
];
const visited = deed('Kenya’s president visited Lima.', 'CONSULT', ['KEN'], ['PER'], {
  mode: 'visit',
  ...on('2024-03-11'),
});
const counted = told('They met 5 times.', {
  ...{ kind: 'figure', value: 5, unit: 'meeting', approximate: null, subject: null },
  period: { from: '2019-01-01', to: '2024-12-31' },
});

test('meetings: first, last, host, count since a day, and what others count over the same days', () => {
  const { meetings } = ledgerOf(evidenceOf({ events: met, claims: [visited, counted] }));
  expect(meetings).toMatchObject({ count: 3, hosts: { KEN: 1, PER: 2, elsewhere: 0, unknown: 0 } });
  expect([meetings.first!.from, meetings.last!.from]).toEqual(['2019-05-02', '2024-03-11']);
  expect(meetings.published).toMatchObject([{ value: 5, here: 3 }]);
  const since = ledgerOf(evidenceOf({ events: met, claims: [visited, counted] }), '2021-01-01').meetings;
  expect([since.count, since.first!.from, since.published[0]!.here]).toEqual([2, '2021-06-03', 3]);
});

test('exchanging the two exchanges nothing but the pair', () => {
  const evidence = evidenceOf({ events: met, claims: [visited, counted] });
  expect({ ...ledgerOf(evidence, null, ['PER', 'KEN']), pair: BOTH }).toEqual(ledgerOf(evidence));
});

test('an agreement from promised to ratified, and one that has nothing to do with it', () => {
  const claims = [
    deed('Kenya and Peru will sign a fishing accord in Lima.', 'AGREE', BOTH, BOTH, {
      ...{ modality: 'announced', said: { from: '2024-03-01', to: '2024-03-01' }, ...on('2024-04-09') },
    }),
    deed('Kenya and Peru signed the fishing accord in Lima.', 'SUPPORT', BOTH, BOTH, on('2024-04-09')),
    deed('Kenya ratified the fishing accord with Peru.', 'SUPPORT', ['KEN'], ['PER'], on('2024-06-02')),
    deed('Kenya and Peru agreed to train nurses together.', 'AGREE', BOTH, BOTH, on('2024-05-01')),
  ];
  const { agreements } = ledgerOf(evidenceOf({ claims }));
  const stages = Object.fromEntries(agreements.map(({ stage, id }) => [stage, id]));
  expect(Object.keys(stages).sort()).toEqual(['agreed', 'promised', 'ratified', 'signed']);
  const nextOf = (stage: string) => agreements.find(one => one.stage === stage)!.next.sort();
  expect(nextOf('promised')).toEqual([stages.signed, stages.ratified].sort());
  expect(nextOf('signed')).toEqual([stages.ratified]);
  expect(nextOf('agreed')).toEqual([]);
});

test('positions: what is told as not done stands apart; praise alone is no agreement', () => {
  const claims = [
    deed('Kenya has not condemned Peru.', 'ACCUSE', ['KEN'], ['PER'], { negated: true }),
    deed('Kenya praised Peru.', 'SUPPORT', ['KEN'], ['PER']),
  ];
  const ledger = ledgerOf(evidenceOf({ claims }));
  expect(ledger.positions.notTaken).toMatchObject([{ status: 'not happened', source: ['KEN'] }]);
  expect(ledger.agreements).toEqual([]);
  expect(ledgerText(ledger, ['positions'])).toContain('not happened: Kenya has not condemned Peru.');
});
