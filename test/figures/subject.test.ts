/** What a figure is said to measure: a noun of its clause, not whoever owns or does it, and never the dateline. */
import { expect, test } from 'vitest';
import { readDocument } from '../../src/read.js';

function subjects(text: string): (string | null)[] {
  return readDocument({ text, date: '2023-03-18' }).claims.flatMap(claim =>
    claim.kind === 'figure' ? [claim.subject] : [],
  );
}

test.each([
  ['Turkish exports to Egypt reached $5bn in 2021.', ['Turkish exports to Egypt']],
  ['Kenya raised tariffs on Ugandan milk to 35 percent.', ['tariffs on Ugandan milk']],
  ['Museveni and Ruto have held more than 40 meetings since 2012.', ['meetings']],
  ['Japan gave Chad a loan of $1.5bn in 2010.', ['loan']],
  ['In 2022 Chad bought 40 percent of its gas from Libya.', ['gas from Libya']],
  ['Chad received $3bn in tariffs from Libya.', ['tariffs from Libya']],
  ['The government signed deals worth $2bn.', ['deals']],
  ['NAIROBI, March 17, 2023 (Reuters) - Trade reached $190bn in 2022.', ['Trade']],
  ['NAIROBI, March 3 - Exports to Chad rose by 12 percent to $5bn.', ['Exports to Chad', 'Exports to Chad']],
  // No noun says what is measured: who owes is all there is.
  ['Chad owes Libya $13bn.', ['Chad']],
])('%s', (text, expected) => {
  expect(subjects(text)).toEqual(expected);
});
