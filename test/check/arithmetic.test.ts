/** Arithmetic of an article over one or two sentences, right and wrong. */
import { expect, test } from 'vitest';
import { checkReading, FINDINGS } from '../../src/check/check.js';
import { evidenceFor, readingOf } from './case.js';

function verdictOf(text: string, words: string): string | undefined {
  const item = { date: '2025-04-20', text };
  const reading = readingOf(item);
  return checkReading(reading, evidenceFor(item, reading)).find(({ start, end }) => text.slice(start, end) === words)
    ?.verdict;
}

test.each([
  [
    'The United States imported $438.9 billion in goods from China in 2024 and exported $143.5 billion, a deficit of AMOUNT.',
    '$295.4 billion',
    '$395.4 billion',
  ],
  [
    'Germany’s exports to Poland reached 90.5 billion euros in 2023, while imports from Poland were 81 billion euros. Together trade came to AMOUNT.',
    '171.5 billion euros',
    '191.5 billion euros',
  ],
  [
    'Trade between Brazil and Argentina was $28 billion in 2021, down from $29 billion the year before, a drop of AMOUNT.',
    '3.4 percent',
    '13.4 percent',
  ],
  ['China’s GDP was about $18 trillion in 2024, some AMOUNT of America’s $28 trillion.', '65 percent', '85 percent'],
])('%s', (text, right, wrong) => {
  expect(verdictOf(text.replace('AMOUNT', right), right)).toBe('agrees');
  expect(verdictOf(text.replace('AMOUNT', wrong), wrong)).toBe('inconsistent within the article');
});

test('where two currencies are worth nearly the same, digits that fit the row of the other are no difference', () => {
  const text = 'Germany’s exports to Poland reached 90.5 billion euros in 2023.';
  expect(FINDINGS.has(verdictOf(text, '90.5 billion euros') as never)).toBe(false);
});
