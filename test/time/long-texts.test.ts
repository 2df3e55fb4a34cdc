/** Long and hostile texts: what is found in a part of them is found in the whole, and nothing is found in noise. */
import { expect, test } from 'vitest';
import { readTimes } from './read-times.js';

const PARAGRAPH =
  'The minister said on Monday that talks would resume next week. “In the past six years we met twice,” he said in June 2015.\n\n';

test('a paragraph repeated gives its expressions as often, each in its place', () => {
  const once = readTimes(PARAGRAPH, '2024-09-18');
  expect(once.length).toBeGreaterThanOrEqual(4);
  const many = readTimes(PARAGRAPH.repeat(60), '2024-09-18');
  expect(many).toEqual(Array.from({ length: 60 }, () => once).flat());
});

const NOISE: Record<string, string> = {
  'of of of': 'of '.repeat(2_000),
  digits: '1'.repeat(20_000),
  'digits and dots': '1.'.repeat(10_000),
  'digits and dashes': '1-'.repeat(10_000),
  'one long word': 'a'.repeat(20_000),
  'opening marks': '“'.repeat(10_000),
  'the the the': 'the '.repeat(5_000),
  'number words': 'two hundred and '.repeat(2_000),
};

test.each(Object.entries(NOISE))('%s: an expression behind it is still found, and no other', (_, noise) => {
  const found = readTimes(`${noise}\n\nThey met on 17 March 2023.`, '2024-09-18');
  expect(found.map(({ words, value }) => [words, value])).toEqual([['17 March 2023', '2023-03-17']]);
});

test('a line of three hundred dates gives three hundred', () => {
  const found = readTimes('On 17 March 2023, '.repeat(300), '2024-09-18');
  expect(found.length).toBe(300);
  expect(new Set(found.map(({ value }) => value))).toEqual(new Set(['2023-03-17']));
});
