import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { readActions } from '../../src/claims/action.js';
import { annotate } from '../../src/read.js';

/** Reads a text of 14 May 2024, one line a deed: its words, the day or stretch it is dated to, and `main`. */
function read(text: string): string[] {
  return readActions(annotate(articleFromText({ text, date: '2024-05-14' }))).map(({ start, end, when, main }) => {
    const day = when.from === when.to ? (when.from ?? 'undated') : `${when.from}..${when.to}`;
    return `${text.slice(start, end)}: ${day}${main ? ' main' : ''}`;
  });
}

describe('a deed is dated by a time of its own', () => {
  test.each([
    ['Moscow on Wednesday expelled a German diplomat.', ['expelled: 2024-05-08 main']],
    ['On Monday, Japan expelled two Russian diplomats.', ['expelled: 2024-05-13 main']],
    [
      'On Monday, Spain expelled two Russian diplomats and Russia recalled its envoy.',
      ['expelled: 2024-05-13 main', 'recalled: 2024-05-13'],
    ],
    ['Since 2022, Poland has given Ukraine tanks.', ['given: 2022-01-01..2024-05-14 main']],
    ['Since 2022 Poland has given Ukraine tanks.', ['given: 2022-01-01..2024-05-14 main']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('the time of a noun, of a clause beside or of a clause under it does not date it', () => {
  test.each([
    ['Bolivia condemned Chile, citing the 1904 treaty.', ['condemned: undated main']],
    [
      "Tokyo condemned Seoul's drill and said that its 1965 treaty with the South was settled.",
      ['condemned: undated main'],
    ],
    ['Spain does not recognise Kosovo, which declared independence in 2008.', ['recognise: undated main']],
    ['The union, which was founded in 1958, urged Serbia to sign.', ['urged: undated main']],
    [
      'Kenya and Somalia, which fought a war in 1964, agreed on Friday to a truce.',
      ['fought a war: 1964-01-01..1964-12-31', 'agreed: 2024-05-10 main'],
    ],
    [
      'Oman released in 2021 a French sailor it had seized in 2016.',
      ['released: 2021-01-01..2021-12-31', 'seized: 2016-01-01..2016-12-31'],
    ],
    [
      'London blamed Iran for attacks in 2019 on Saudi refineries.',
      ['blamed: undated main', 'attacks: 2019-01-01..2019-12-31'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what led to a deed of long ago is as old, so neither is the main one', () => {
  test.each([
    [
      'Rabat cut ties in January 2016 after protesters stormed its embassy in Tehran.',
      ['cut: 2016-01-01..2016-01-31', 'stormed: undated'],
    ],
    [
      'Rabat cut ties on Monday after protesters stormed its embassy in Tehran.',
      ['cut: 2024-05-13 main', 'stormed: undated'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('a deed that the text puts behind its own day is announced, whatever the tense', () => {
  const announced = (text: string) =>
    readActions(annotate(articleFromText({ text, date: '2024-05-14' }))).map(
      ({ type, of, modality, when }) => `${type}${of ? ` of ${of}` : ''} ${modality} ${when.from}`,
    );
  test.each([
    ['Xi arrives in Moscow next week.', ['AGREE of CONSULT announced 2024-05-20']],
    ["Xi's visit to Moscow comes next week.", ['AGREE of CONSULT announced 2024-05-20']],
    ['The talks between India and Pakistan take place next month.', ['AGREE of CONSULT announced 2024-06-01']],
    ['Xi arrived in Moscow last week.', ['CONSULT happened 2024-05-06']],
    ["Xi's visit to Moscow began last week.", ['CONSULT happened 2024-05-06']],
  ])('%s', (text, expected) => expect(announced(text)).toEqual(expected));
});
