/** Firsts, lasts and places in an order of a pair without a list of meetings: held against what the record's articles tell. */
import { expect, test } from 'vitest';
import { checkReading } from '../../src/check/check.js';
import { evidenceFor, type KeptText, readingOf } from './case.js';

const VISIT: KeptText = {
  date: '2023-06-12',
  text: 'Kenyan President William Ruto visited Tanzania on 10 June 2023 and met President Samia Suluhu Hassan.',
};
const MINISTERS: KeptText = {
  date: '2023-09-12',
  text: 'The Kenyan foreign minister visited Tanzania on 10 September 2023 and met the Tanzanian foreign minister.',
};

function checksOf(text: string, kept: KeptText[]) {
  const item = { date: '2024-05-20', text, kept };
  const reading = readingOf(item);
  return checkReading(reading, evidenceFor(item, reading)).filter(({ start, end }) =>
    /first visit|meeting|last visit/.test(text.slice(start, end)),
  );
}

const FIRST = (since: string) => `Kenya’s president is in Tanzania, his first visit to Tanzania since ${since}.`;

test('a visit in between contradicts a first', () => {
  const [check] = checksOf(FIRST('2022'), [VISIT]);
  expect(check).toMatchObject({ verdict: 'differs', found: { value: '2023-06-10' } });
  expect(check!.evidence[0]).toMatchObject({ kind: 'sentence', text: VISIT.text });
});

test('none in between is not in the record, and no more than that', () => {
  const [check] = checksOf(FIRST('June 2023'), [VISIT]);
  expect(check!.verdict).toBe('not in the record');
  expect(check!.why).toBe(
    'No visit to Tanzania between 30 June 2023 and this one is in the record; the last in it was on 10 June 2023 (searched: 1 article of 2023-06-12 to 2023-06-12).',
  );
});

test('what ministers did is no visit of a president', () => {
  expect(checksOf(FIRST('2022'), [MINISTERS])[0]!.verdict).toBe('not in the record');
});

test('a later visit contradicts a last', () => {
  const text = 'The president of Kenya spoke of his last visit to Tanzania in 2021.';
  expect(checksOf(text, [VISIT])).toMatchObject([{ verdict: 'differs', found: { value: '2023-06-10' } }]);
  expect(checksOf(text, [MINISTERS])).toEqual([]);
});

test('a place in the order of meetings is contradicted by more of them, not by fewer', () => {
  const text = 'It was the fifth meeting of the presidents of Kenya and Tanzania since 2022.';
  expect(checksOf(text, [VISIT])).toMatchObject([{ verdict: 'not in the record' }]);
  const meetings = [1, 2, 3, 4, 5, 6].map(month => ({
    date: `2023-0${month}-12`,
    text: `Kenyan President William Ruto met Tanzanian President Samia Suluhu Hassan in Nairobi on 10 ${['January', 'February', 'March', 'April', 'May', 'June'][month - 1]} 2023.`,
  }));
  expect(checksOf(text, meetings)).toMatchObject([{ verdict: 'differs', found: { value: 6 } }]);
});
