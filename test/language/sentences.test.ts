import { expect, test } from 'vitest';
import { paragraphs } from '../../src/language/paragraphs.js';
import { LONGEST_SENTENCE, sentenceRanges } from '../../src/language/sentence-ends.js';
import { tokenise } from '../../src/language/tokens.js';

const sentences = (text: string) =>
  paragraphs(text).flatMap(({ start, end }) => {
    const tokens = tokenise(text, start, end);
    return sentenceRanges(text, tokens).map(([from, to]) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
  });

/** Each line is a text, with | where a sentence should end. */
const CASES = [
  'Xi met Putin. | They talked.',
  'Mr. Wang spoke in the U.S. Senate on Tuesday. | He left.',
  'He flew to the U.S. | The visit was short.',
  'Gen. J. R. Smith and Dr. Li met at 5 p.m. on Monday. | No one spoke.',
  'The deal with Rosneft Corp. was signed on Sept. 5 by Mr. Putin.',
  '“It is a lie. | It never happened,” he said. | “We deny it.” | She left.',
  '"We will not bow." | He paused.',
  '“Will it last?” Putin asked. | “Who knows!” | Xi smiled.',
  '“Why?” he asked.',
  'What next? | Nothing, it seems...and yet they met. | The end',
  'He waited… | Then he left.',
  'They called it “a no-limits friendship.” | Beijing denies it.',
  'MOSCOW, March 17 (Reuters) - The Kremlin said on Friday it was ready.',
  'Xi spoke; Putin listened; nobody signed anything.',
  'Trade reached 1.28 trillion yuan (£153bn.) in 2022. | It grew 30 percent.',
  'The talks (which ended at 9 p.m.) were short. | (Nobody was harmed.) | All went home.',
  'Yahoo Inc. said it would. | It did not.',
  'Ukraine rejected the plan [see No. 4 below]. | 2023 was worse.',
  'He met Lt. Gen. Oleksandr Syrskyi and Sen. J. D. Vance. | They spoke.',
  'Sens. Graham and Blumenthal backed it. | Then it was signed.',
  '"We agree. | We always have," Xi said. | "Now we act."',
  'He said, “It’s over.” | “No,” she said.',
  '“Why?” asked Lavrov. | “Because,” said Wang.',
  'KYIV, Ukraine (AP) — Drones hit Odesa overnight. | Two people died.',
  'BEIJING/MOSCOW, Oct 18 (Reuters) - Xi met Putin. | They smiled.',
  'WASHINGTON — The U.S. said no. | Russia said yes.',
  'The U.N. Security Council met. | The U.S. vetoed it. | The U.K. abstained.',
  'The talks began at 9 a.m. Moscow time.',
  'The vote was 52-48. | No. 10 declined to comment.',
  'J. K. Rowling and Robert F. Kennedy Jr. attended. | So did St. Petersburg’s mayor.',
  'Exports fell in Jan. and rose in Feb. | Imports did not.',
  'He was born on Feb. 5 and died on Dec. 31.',
  'She holds a Ph.D. in law. | Prof. Li does not.',
  'XI TO MEET PUTIN',
  'MINISTER: “NO DEAL” ON GAS',
];

test.each(CASES)('%s', marked => {
  const parts = marked.split(' | ');
  expect(sentences(parts.join(' '))).toEqual(parts);
});

test('a missing space after the full stop', () => {
  expect(sentences('They changed the war.The next day they met.')).toEqual([
    'They changed the war.',
    'The next day they met.',
  ]);
});

test('a headline without a full stop ends at its line', () => {
  expect(sentences('Putin and Xi may have a romance\n\nVladimir Putin and Xi Jinping have met.')).toEqual([
    'Putin and Xi may have a romance',
    'Vladimir Putin and Xi Jinping have met.',
  ]);
});

test('lines of a list are sentences of their own', () => {
  expect(sentences('Talks covered:\n- trade\n- gas\n1. Ukraine\n2. Taiwan')).toEqual([
    'Talks covered:',
    '- trade',
    '- gas',
    '1. Ukraine',
    '2. Taiwan',
  ]);
  expect(sentences('• Gas prices fell. • Oil rose.')).toEqual(['• Gas prices fell.', '• Oil rose.']);
});

test('a hard-wrapped paragraph is one', () => {
  const text =
    'The presidents of the two countries met in the capital on Monday and\n' +
    'signed a number of documents on trade, energy and the building of a\n' +
    'new pipeline that would carry gas from the north to the south. The\n' +
    'visit lasted three days.\n\nThey left.';
  expect(sentences(text).length).toBe(3);
  expect(paragraphs(text).length).toBe(2);
});

test('lines of their own length are paragraphs of their own', () => {
  expect(
    paragraphs('Xi arrives in Moscow\nThe visit is his first since the war began, officials said\nBy Our Staff').length,
  ).toBe(3);
});

test('text without any stop is cut', () => {
  const long = sentences('word '.repeat(1000));
  expect(long.length).toBe(Math.ceil(1000 / LONGEST_SENTENCE));
});

test('a block of very many lines', () => {
  expect(paragraphs('ab\n'.repeat(200_000)).length).toBe(200_000);
});
