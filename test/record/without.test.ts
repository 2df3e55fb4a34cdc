/** A ledger with some evidence left out: what others report stays. */
import { expect, test } from 'vitest';
import { makeLedger } from '../../src/record/ledger/ledger.js';
import { ledgerWithout } from '../../src/record/ledger/without.js';
import { deed, event } from '../dossier/rows.js';

test('an event stays while a claim or a row reports it, and is gone with the last', () => {
  const when = { from: '2023-03-20', to: '2023-03-20', start: null, end: null };
  const trigger = { start: 3, end: 6 };
  const claim = deed('Xi met Putin on Monday.', 'CONSULT', ['CHN', 'RUS'], ['CHN', 'RUS'], {
    mode: 'meet',
    when,
    trigger,
  });
  const ledger = makeLedger([claim], [event('meeting', 'CHN', 'RUS', '2023-03-20')]);
  expect(ledger).toMatchObject([{ claims: [{}], rows: [expect.any(String)] }]);
  expect(ledgerWithout(ledger, { claim: () => true, row: () => false })).toMatchObject([{ claims: [] }]);
  expect(ledgerWithout(ledger, { claim: () => true, row: () => true })).toEqual([]);
  expect(ledgerWithout(ledger, { claim: () => false, row: () => false })).toEqual(ledger);
});
