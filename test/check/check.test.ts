/**
 * Short texts with right and wrong facts (cases.yaml). Each listed wording must come to its verdict, and nothing else may be
 * called wrong: a false alarm is the worst fault of a check.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { type Check, checkReading, FINDINGS } from '../../src/check/check.js';
import { checkText } from '../../src/check/check-text.js';
import { mainPair } from '../../src/desk.js';
import { packageRoot } from '../../src/knowledge.js';
import { readArticle } from '../../src/read.js';
import { shippedEvidence } from '../../src/record/shipped.js';

interface Case {
  date: string;
  text: string;
  checks?: Record<string, string>;
}

const cases = load(readFileSync(join(packageRoot, 'test/check/cases.yaml'), 'utf8')) as Case[];

test.each(cases)('$date $text', ({ date, text, checks: wanted = {} }) => {
  const checks = checksOf(text, date);
  const verdicts = checks.map(({ start, end, verdict }) => [text.slice(start, end), verdict] as const);
  for (const [words, verdict] of Object.entries(wanted)) expect(verdicts).toContainEqual([words, verdict]);
  const alarms = checks.filter(
    ({ start, end, verdict }) => FINDINGS.has(verdict) && wanted[text.slice(start, end)] !== verdict,
  );
  expect(alarms).toEqual([]);
});

test('the arithmetic of a conversion, a growth and a sum stands in its why', () => {
  const [, conversion] = checksOf(
    'China’s trade with Russia reached $240.1 billion (£158 billion) in 2023.',
    '2024-05-18',
  );
  expect(conversion).toMatchObject({ verdict: 'differs', found: { unit: 'GBP' } });
  expect(conversion!.why).toContain('240.1 billion USD / 1.243 USD per GBP (2023) = 193.1 billion GBP');
  const growth = checksOf('China’s trade with Russia grew by 50 percent in 2023.', '2024-05-18')[0]!;
  expect(growth.why).toContain('26.3 % in USD');
  const [, , sum] = checksOf(
    'It exported goods for $3 million and services for $4 million, a total of $9 million.',
    '2024-05-18',
  );
  expect(sum!.why).toBe('3 million USD + 4 million USD = 7 million USD; the article says 9 million USD.');
});

test('an open period is told in words', () => {
  const whys = [
    ...checksOf('Vladimir Putin and Xi Jinping have met 20 times.', '2024-05-18'),
    ...checksOf('Vladimir Putin and Xi Jinping have met 20 times.', null),
  ].map(({ why }) => why);
  expect(whys[0]).toContain('on record up to 18 May 2024');
  expect(whys[1]).toMatch(/^Meetings on record: /);
  for (const why of whys) expect(why).not.toMatch(/9999|0000/);
});

test('an opinion and a forecast are named as such and left alone', () => {
  const verdicts = checksOf(
    'It is clear that Russia needs China more than China needs Russia. Do not expect the friendship of Russia and China to end soon.',
    '2024-05-18',
  ).map(({ verdict }) => verdict);
  expect(verdicts).toContain('opinion');
  expect(verdicts).toContain('forecast');
});

test('an allegation is left alone, with who makes it and who denies it', () => {
  const checks = checksOf(
    'The United States said that China had sent weapons to Russia. China denied the allegation.',
    '2024-05-18',
  );
  expect(checks).toContainEqual(
    expect.objectContaining({
      verdict: 'not checkable',
      why: expect.stringMatching(/^Alleged.*; denied by China/),
    }),
  );
});

test('a denied allegation is told with who alleges and who denies', () => {
  const text =
    'The US has also suggested that Chad is considering sending weapons to Peru – an allegation Chad has denied.';
  expect(checksOf(text, '2024-05-18')).toContainEqual(
    expect.objectContaining({
      verdict: 'not checkable',
      why: expect.stringMatching(/^Alleged by .*US.*; denied by Chad/),
    }),
  );
});

test('what is announced is a forecast with its day', () => {
  const text = 'The presidents of Kenya and Peru will meet on 3 June 2024, officials in Nairobi said.';
  expect(checksOf(text, '2024-05-18')).toContainEqual(
    expect.objectContaining({
      verdict: 'forecast',
      why: expect.stringContaining('It can be scored from 2024-06-03 on.'),
    }),
  );
});

test('a forecast beside a verdict in one sentence is named too', () => {
  const text = 'Don’t expect the romance of Kenya and Peru to end soon — but it’s clear who is in power now.';
  const checks = checksOf(text, '2024-05-18');
  expect(checks.map(({ start, end, verdict }) => [text.slice(start, end), verdict])).toContainEqual([
    'Don’t expect the romance of Kenya and Peru to end soon',
    'forecast',
  ]);
});

describe('what was left alone is listed, each wording with its reason', () => {
  const leftAlone = (text: string) => {
    const reading = readArticle(articleFromText({ text, date: '2024-05-18' }));
    const lines = checkText(reading, checksOf(text, '2024-05-18')).split('\n');
    return lines.slice(lines.findIndex(line => line.startsWith('Left alone: ')));
  };

  test.each([
    [
      'India paid Russia $4 billion (330 billion tenge) for oil in 2021.',
      'not in the record: “330 billion tenge” - no exchange rate USD/KZT for 2021 on record',
    ],
    [
      'Goods trade between India and Russia was $13 billion in 2018.',
      'not in the record: “$13 billion” - no goods trade of India with Russia for 2018 on record',
    ],
    [
      'Goods trade between India and Russia grew by 20 percent in 2019.',
      'not in the record: “20 percent” - no growth of goods trade of India with Russia for 2019 on record',
    ],
    [
      'In India and Russia some 400 people came.',
      'not in the record: “400 people” - no measure on record is named beside it',
    ],
    [
      'Olaf Scholz became chancellor, and Emmanuel Macron called him.',
      'not checkable: “Olaf Scholz became chancellor” - the article gives no date for it',
    ],
  ])('%s', (text, line) => expect(leftAlone(text)).toContain(`- ${line}`));

  test('the counts name only what there is', () => {
    expect(leftAlone('It is clear that Russia needs China more than China needs Russia.')).toEqual([
      'Left alone: 1 opinion.',
      expect.stringMatching(/^- opinion: “.*Russia\.?” - the article’s own judgement/),
    ]);
  });

  test('a sentence that foretells and judges has each on its own words', () => {
    const text = 'For now, don’t expect the friendship of China and Russia to end — but it’s clear who has the power.';
    const told = checksOf(text, '2023-03-18').map(({ start, end, verdict }) => [verdict, text.slice(start, end)]);
    expect(told).toEqual([
      ['forecast', 'don’t expect the friendship of China and Russia to end'],
      ['opinion', expect.stringMatching(/^it’s clear who has the power\.?$/)],
    ]);
  });

  test('where nothing was, that is said', () => {
    const text = 'Goods trade between Germany and Poland came to $171 billion in 2023.';
    const reading = readArticle(articleFromText({ text, date: '2024-05-18' }));
    expect(checkText(reading, checksOf(text, '2024-05-18'))).toMatch(/^agrees: .*\n\nNothing was left alone\.$/s);
  });
});

function checksOf(text: string, date: string | null): Check[] {
  const reading = readArticle(articleFromText({ text, ...(date && { date }) }));
  const [a, b] = mainPair(reading) ?? ['CHN', 'RUS'];
  return checkReading(reading, shippedEvidence(a, b));
}
