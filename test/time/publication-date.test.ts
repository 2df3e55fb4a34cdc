/** The article's own date: from its head, its address, or its own words; never a wrong one from its own words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { parseSentences } from '../../src/language/parse.js';
import { readDocument } from '../../src/read.js';
import { dateFromDateline, dateFromUrl, inferPublicationDate } from '../../src/time/publication-date.js';

function inferred(text: string) {
  const { date, reasons } = inferPublicationDate(text, parseSentences(text), null);
  return { earliest: date.earliest, latest: date.latest, basis: date.basis, reasons: reasons.map(({ text }) => text) };
}

describe('a date that the page itself states', () => {
  test.each([
    ['MOSCOW, March 17, 2023 (Reuters) - The talks began.', '2023-03-17'],
    ['NAIROBI, Kenya, 8 August 1998 (AP) -- Rescuers dug on.', '1998-08-08'],
    ['Published 4 May 2021\n\nThe minister resigned.', '2021-05-04'],
    ['Published: 2025-02-05\n\nThe minister resigned.', '2025-02-05'],
    ['The end of a pact\nUpdated: 6 May 2021\nPublished: 4 May 2021\n\nNobody signed.', '2021-05-04'],
    ['The end of a pact\nLast modified: 5 February 2025 10:15 GMT\n\nNobody signed.', '2025-02-05'],
    ['New Delhi, March 3, 2024. The talks began.', '2024-03-03'],
    ['Talks begin\n\nNEW DELHI, March 3 2024\n\nThe talks began.', '2024-03-03'],
    ['Talks begin\n\nNew Delhi, 3 March 2024: The talks began.', '2024-03-03'],
    ['The end of a pact\n\n12 October 2019\n\nNobody signed it.', '2019-10-12'],
  ])('%s', (text, day) => {
    expect(dateFromDateline(text)?.value).toBe(day);
  });

  test.each([
    'The treaty of March 17, 2023 was signed in Moscow - and forgotten.',
    'MOSCOW, March 17 (Reuters) - The talks began.',
    'Washington, March 3, 2024 was the day of the talks.',
    'The leaders met in New Delhi, March 3, 2024. They will meet again.',
    'Monday, March 4, 2024: a day that nobody forgot.',
    'First.\n\nSecond.\n\nThird.\n\nNew Delhi, March 3, 2024. So ends the letter.',
    'Published by a house in Lima, the book of 4 May tells of 1990.',
  ])('no date of publication: %s', text => {
    expect(dateFromDateline(text)).toBeNull();
  });

  test('in an address', () => {
    expect(dateFromUrl('https://example.org/world/2023/03/17/talks')?.value).toBe('2023-03-17');
    expect(dateFromUrl('https://example.org/2023-02-30/talks')).toBeNull();
    expect(dateFromUrl('https://example.org/article-20231')).toBeNull();
  });

  test('given stands before the head, the head before the address, the address before the words', () => {
    const text = 'LIMA, June 3, 2016 (EFE) - Barack Obama will visit Cuba next week.';
    const url = 'https://example.org/2016/06/04/x';
    expect(readDocument({ text, url, date: '2016-06-05' }).document.date).toMatchObject({
      value: '2016-06-05',
      basis: 'given',
    });
    expect(readDocument({ text, url }).document.date).toMatchObject({ value: '2016-06-03', basis: 'metadata' });
    const bare = 'Barack Obama will visit Cuba next week.';
    expect(readDocument({ text: bare, url }).document.date).toMatchObject({ value: '2016-06-04', basis: 'metadata' });
    expect(readDocument({ text: bare }).document.date).toMatchObject({
      value: null,
      earliest: '2016-03-07',
      latest: '2016-03-20',
      basis: 'inferred',
    });
  });
});

describe('a date from the words of the article', () => {
  test('"next week" beside a visit leaves the week before it; a year beside it does not disturb', () => {
    const text =
      'Xi first went to Moscow as president in 2013, and his next visit to Moscow comes next week. This month Beijing brokered a deal between Iran and Saudi Arabia.';
    expect(inferred(text)).toMatchObject({ earliest: '2023-03-13', latest: '2023-03-19', basis: 'inferred' });
  });

  test.each([
    ['Donald Trump and Vladimir Putin met in Helsinki yesterday.', '2018-07-17', '2018-07-17'],
    ['Hosni Mubarak resigned on Friday.', '2011-02-11', '2011-02-17'],
    ['Scotland votes on independence in a referendum next month.', '2014-08-01', '2014-08-31'],
    ['Finland joined NATO last week.', '2023-04-10', '2023-04-16'],
    ['The ceremony marked the tenth anniversary of the Maidan, when Viktor Yanukovych fled.', '2014-02-22', null],
    ['Prime Minister Liz Truss told reporters on Monday that nothing would change.', '2022-09-06', '2022-11-01'],
    ['By 2030 the line will be finished, said the ministry that opened it in 2019.', '2019-01-01', '2030-12-31'],
  ])('%s', (text, earliest, latest) => {
    expect(inferred(text)).toMatchObject({ earliest, latest, basis: 'inferred' });
  });

  test.each([
    'If Russia invaded Ukraine next week, nobody would be ready.',
    'Prices rose last week, and on Monday the bank met.',
    'The country wants to be free of coal in 2050.',
    'Fears of a Russian invasion of Ukraine grew.',
    'Former President Barack Obama said on Monday that he would write.',
  ])('says nothing of its date: %s', text => {
    expect(inferred(text)).toMatchObject({ earliest: null, latest: null, basis: 'unknown' });
  });

  test('where two clues cannot both be true and nothing tells which is wrong, there is no date', () => {
    const text = 'Hosni Mubarak resigned last week. Robert Mugabe resigned last week.';
    expect(inferred(text).basis).toBe('unknown');
  });

  test('every end that is fixed has its reason', () => {
    const { reasons } = inferred('Liz Truss resigned on Thursday.');
    expect(reasons).toEqual(['"Thursday" with: Liz Truss resigns (2022-10-20)']);
  });
});

interface Undated {
  written: string;
  text: string;
}

test('of 80 invented articles none is dated wrongly, and more than four in ten to the week', () => {
  const articles: Undated[] = load(
    readFileSync(join(import.meta.dirname, 'undated-articles.yaml'), 'utf8'),
  ) as Undated[];
  expect(articles.length).toBeGreaterThanOrEqual(80);
  const wrong: string[] = [];
  let toTheWeek = 0;
  for (const { written, text } of articles) {
    const { earliest, latest } = inferred(text);
    const inside = (!earliest || earliest <= written) && (!latest || written <= latest);
    if (!inside) wrong.push(`${written} is not in ${earliest}..${latest}: ${text.slice(0, 60)}`);
    if (earliest && latest && Date.parse(latest) - Date.parse(earliest) <= 7 * 86_400_000) toTheWeek++;
  }
  expect(wrong).toEqual([]);
  expect(toTheWeek).toBeGreaterThan(articles.length * 0.4);
});
