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

const trade = (of: string, imports: string, both: string) =>
  `${of} imports from China reached ${imports} in the fiscal year that ended in March while overall two-way trade climbed 4 percent towards ${both}.`;

test('a slip of the scale is told, where party, measure and time are the same', () => {
  const kept = [{ date: '2025-05-02', text: trade('Indian', '$101.7 billion', '$118.4 billion') }];
  const slip = checksOf(trade('Indian', '$101.7 million', '$118.4 billion'), kept).find(
    ({ words }) => words === '$101.7 million',
  );
  expect(slip).toMatchObject({ verdict: 'differs' });
  expect(slip!.why).toContain('it may be the scale');
  const wrong = checksOf(trade('Indian', '$101.7 billion', '$128.4 billion'), kept).find(
    ({ words }) => words === '$128.4 billion',
  );
  expect(wrong).toMatchObject({ verdict: 'differs' });
  expect(wrong!.why).toContain('118.4 billion USD');
});

test('figures of other countries, or of no period and another time, contradict nothing', () => {
  const of = (item: KeptText) =>
    checksOf(trade('Indian', '$103.7 billion', '$128.4 billion'), [item]).filter(({ why }) =>
      why.startsWith('Told of'),
    );
  expect(of({ date: '2025-05-02', text: trade('Pakistani', '$101.7 billion', '$118.4 billion') })).toEqual([]);
  const undated = 'Officials in Nairobi put overall two-way trade between Kenya and Tanzania at $818 million.';
  const later = checksOf(undated.replace('818', '918'), [{ date: '2023-05-02', text: undated }]);
  expect(later.filter(({ why }) => why.startsWith('Told of'))).toEqual([]);
});

test('one word altered in a short quotation is told, also where the kept one runs on over paragraphs', () => {
  const kept = [
    {
      date: '2025-05-02',
      text: '“We have to respect each other’s borders,” Kenyan President William Ruto told Tanzania.\n\n“Trust should be the basis of our relations.”',
    },
  ];
  const quoted = checksOf('Ruto told Tanzania: “We must respect each other’s borders.”', kept).find(({ words }) =>
    words.startsWith('We must'),
  );
  expect(quoted).toMatchObject({ verdict: 'wording differs' });
  expect(quoted!.why).toContain('“have to” is “must”');
});

test('people who are somewhere are counted anew, and a toll has only grown', () => {
  const differs = (now: string, before: string) =>
    checksOf(now, [{ date: '2025-05-02', text: before }]).filter(({ verdict }) => verdict === 'differs');
  const troops = (count: string) => `Some ${count} Kenyan soldiers are stationed along the border with Tanzania.`;
  expect(differs(troops('5,000'), troops('4,000'))).toHaveLength(1);
  const toll = (count: string) => `Some ${count} Kenyan soldiers were killed along the border with Tanzania.`;
  expect(differs(toll('50'), toll('40'))).toEqual([]);
});
