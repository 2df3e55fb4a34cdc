/** What is not of the same measure, year or definition contradicts nothing. */
import { expect, test } from 'vitest';
import { checkReading, FINDINGS } from '../../src/check/check.js';
import { evidenceFor, type KeptText, readingOf } from './case.js';

function checksOf(text: string, kept: KeptText[] = []) {
  const item = { date: '2025-05-20', text, kept };
  const reading = readingOf(item);
  return checkReading(reading, evidenceFor(item, reading)).map(check => ({
    ...check,
    words: text.slice(check.start, check.end),
  }));
}

const told = (imports: string, trade: string) =>
  `Officials in Nairobi reported that Kenyan imports from Tanzania reached $${imports} million last fiscal season while overall two-way trade climbed towards $${trade} million.`;

test('a figure is held against the figure of its own measure in another article', () => {
  const kept = [{ date: '2025-05-02', text: told('301', '818') }];
  const across = checksOf(told('301', '918'), kept).filter(({ why }) => why.startsWith('Told of the same before'));
  for (const { words, why } of across) {
    if (words.includes('918')) expect(why).not.toContain('301 million');
    if (words.includes('301')) expect(why).not.toContain('818 million');
  }
  expect(across.filter(({ verdict }) => verdict === 'differs').map(({ words }) => words)).toEqual(['$918 million']);
});

test('a rank without a year, or of goods and services, is never contradicted by goods of another', () => {
  const ranks = (text: string) => checksOf(text).filter(({ words }) => words.includes('largest trading partner'));
  expect(ranks('Poland was Britain’s second-largest trading partner in 2023.').map(c => c.verdict)).toEqual([
    'differs',
  ]);
  for (const text of [
    'Poland is Britain’s second-largest trading partner.',
    'Poland was Britain’s second-largest trading partner for goods and services in 2023.',
  ])
    expect(ranks(text).filter(({ verdict }) => FINDINGS.has(verdict))).toEqual([]);
});
