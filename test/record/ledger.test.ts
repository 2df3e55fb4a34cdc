/** The ledger: one real event, one row, whatever tells of it and in whatever order. */
import { describe, expect, test } from 'vitest';
import type { KeptClaim } from '../../src/record/evidence.js';
import { makeLedger } from '../../src/record/ledger/ledger.js';
import { event } from '../dossier/rows.js';
import { told } from './told.js';

const met = (sentence: string, day: string | null, rest: object = {}) =>
  told(sentence, { type: 'CONSULT', mode: 'meet', source: ['KEN', 'TCD'], target: ['KEN', 'TCD'], day, ...rest });

describe('what is one event', () => {
  test('two articles of one meeting on one day', () => {
    const ledger = makeLedger([met('They met in Nairobi.', '2024-03-11'), met('Talks were held.', '2024-03-11')], []);
    expect(ledger).toHaveLength(1);
    expect(ledger[0]).toMatchObject({ from: '2024-03-11', to: '2024-03-11', precision: 'day', reports: 2 });
    expect(ledger[0]!.score).toBeGreaterThan(0.5);
  });

  test('a row and the article that tells of the same day', () => {
    const row = event('meeting', 'KEN', 'TCD', '2024-03-11', { host: 'KEN', place: 'Nairobi' });
    const [found, ...others] = makeLedger([met('They met in Nairobi.', '2024-03-11')], [row]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rows: [row.id], reports: 1, host: 'KEN' });
  });

  test('a visit and the meeting it was made for', () => {
    const visit = told('The president visited Nairobi.', {
      ...{ type: 'CONSULT', mode: 'visit', source: ['TCD'], target: ['KEN'], day: '2024-03-11' },
    });
    const [found, ...others] = makeLedger([visit, met('The two presidents met.', '2024-03-11')], []);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ source: ['KEN', 'TCD'], target: ['KEN', 'TCD'], host: 'KEN' });
  });
});

describe('what is never one event', () => {
  const apart = (...claims: KeptClaim[]) => expect(makeLedger(claims, [])).toHaveLength(claims.length);

  test('two days, even where a third report knows the month alone', () => {
    const month = met('They met in March.', null, { days: ['2024-03-01', '2024-03-31'] });
    const ledger = makeLedger([month, met('They met.', '2024-03-11'), met('They met.', '2024-03-12')], []);
    expect(ledger.map(({ from, to }) => [from, to])).toEqual([
      ['2024-03-11', '2024-03-11'],
      ['2024-03-12', '2024-03-12'],
    ]);
  });

  test('other parties', () =>
    apart(
      met('They met.', '2024-03-11'),
      met('They met.', '2024-03-11', { source: ['KEN', 'PER'], target: ['KEN', 'PER'] }),
    ));
  test('what was announced and what was done', () =>
    apart(met('They met.', '2024-03-11'), met('They will meet.', '2024-03-11', { modality: 'announced' })));
  test('what was done and what was not', () =>
    apart(met('They met.', '2024-03-11'), met('They did not meet.', '2024-03-11', { negated: true })));
  test('a telephone call and a meeting', () =>
    apart(met('They met.', '2024-03-11'), met('They spoke.', '2024-03-11', { mode: 'phone' })));
  test('who did it and whom it hit, turned round', () => {
    const condemned = { type: 'ACCUSE', day: '2024-03-11' } as const;
    apart(
      told('One condemned the other.', { ...condemned, source: ['KEN'], target: ['TCD'] }),
      told('One condemned the other.', { ...condemned, source: ['TCD'], target: ['KEN'] }),
    );
  });
});

test('the same claims in another order give the same ledger', () => {
  const claims = ['2024-03-11', null, '2024-03-12', null, '2024-04-01'].flatMap((day, i) => [
    met(`Round ${i} of the talks about the harbour.`, day, { published: `2024-03-${13 + i}` }),
    met('They met again.', day, { published: `2024-03-${14 + i}` }),
  ]);
  const ledger = makeLedger(claims, []);
  expect(makeLedger(claims.toReversed(), [])).toEqual(ledger);
  expect(new Set(ledger.map(({ id }) => id)).size).toBe(ledger.length);
});

test('copies of one text are one report', () => {
  const copies = [
    'The two presidents met on Monday.',
    'The two presidents  met on Monday',
    'Talks were held on Monday.',
  ];
  const [found] = makeLedger(
    copies.map(text => met(text, '2024-03-11')),
    [],
  );
  expect(found!.claims).toHaveLength(3);
  expect(found!.reports).toBe(2);
});

test('what reports differ on is listed with who says what', () => {
  const [found] = makeLedger(
    [
      met('They met in Nairobi.', '2024-03-11', { place: { name: 'Nairobi', country: 'KEN', start: 0, end: 0 } }),
      met('They met in Mombasa.', '2024-03-11', { place: { name: 'Mombasa', country: 'KEN', start: 0, end: 0 } }),
    ],
    [],
  );
  expect(found!.disputed.map(({ field }) => field)).toEqual(['place']);
  expect(found!.disputed[0]!.values.map(({ value, claims }) => [value, claims.length])).toEqual([
    ['Mombasa', 1],
    ['Nairobi', 1],
  ]);
});

test('an event has the code and the value of the older vocabulary', () => {
  const [found] = makeLedger([met('They met.', '2024-03-11')], []);
  expect(found!.cameo).toMatchObject({ code: '040', goldstein: 1 });
});
