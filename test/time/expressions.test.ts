/** What expressions of time mean. All sentences are our own; each article is of Wednesday, 18 September 2024 unless said. */
import { expect, test } from 'vitest';
import { type Case, readTimes } from './read-times.js';

const cases: Record<string, Case[]> = {
  'days of the calendar': [
    [
      'The treaty was signed on 17 March 2023 in Ankara.',
      '17 March 2023',
      'DATE',
      '2023-03-17',
      '2023-03-17',
      '2023-03-17',
    ],
    [
      'He arrived on March 17, 2023, and left at once.',
      'March 17, 2023',
      'DATE',
      '2023-03-17',
      '2023-03-17',
      '2023-03-17',
    ],
    ['The report is dated 2023-03-17.', '2023-03-17', 'DATE', '2023-03-17', '2023-03-17', '2023-03-17'],
    ['It expired on Friday, 31 May 2024.', 'Friday, 31 May 2024', 'DATE', '2024-05-31', '2024-05-31', '2024-05-31'],
    ['The ceasefire of Sept. 3 was broken twice.', 'Sept. 3', 'DATE', '2024-09-03', '2024-09-03', '2024-09-03'],
    ['On the 17th of June the border reopened.', 'the 17th of June', 'DATE', '2024-06-17', '2024-06-17', '2024-06-17'],
    ['The vote will be held on January 12.', 'January 12', 'DATE', '2025-01-12', '2025-01-12', '2025-01-12'],
    ['Ministers will meet on October 7 and 8 in Lima.', '8', 'DATE', '2024-10-08', '2024-10-08', '2024-10-08'],
    ['Talks were held on 24 and 25 April.', '24', 'DATE', '2024-04-24', '2024-04-24', '2024-04-24'],
  ],
  'months, years, decades, centuries': [
    ['Exports fell in August.', 'August', 'DATE', '2024-08', '2024-08-01', '2024-08-31'],
    ['Exports fell in November.', 'November', 'DATE', '2023-11', '2023-11-01', '2023-11-30'],
    ['The two will meet in November.', 'November', 'DATE', '2024-11', '2024-11-01', '2024-11-30'],
    ['The accord of February 2022 is void.', 'February 2022', 'DATE', '2022-02', '2022-02-01', '2022-02-28'],
    ['He ruled since 1999.', '1999', 'DATE', '1999', '1999-01-01', '1999-12-31'],
    ['The schism of the late 1960s is forgotten.', 'the late 1960s', 'DATE', '196', '1960-01-01', '1969-12-31'],
    ['Borders were drawn in the 19th century.', 'the 19th century', 'DATE', '18', '1800-01-01', '1899-12-31'],
    ['Trade doubled in June last year.', 'June last year', 'DATE', '2023-06', '2023-06-01', '2023-06-30'],
    ['Sanctions from mid-2021 remain.', 'mid-2021', 'DATE', '2021', '2021-01-01', '2021-12-31'],
  ],
  'weekdays by tense': [
    ['The minister said on Monday that talks had failed.', 'Monday', 'DATE', '2024-09-16', '2024-09-16', '2024-09-16'],
    ['The minister will fly to Riyadh on Monday.', 'Monday', 'DATE', '2024-09-23', '2024-09-23', '2024-09-23'],
    ['The envoys meet on Friday in Doha.', 'Friday', 'DATE', '2024-09-20', '2024-09-20', '2024-09-20'],
    ['The parliament is to vote on Thursday.', 'Thursday', 'DATE', '2024-09-19', '2024-09-19', '2024-09-19'],
    ['The parliament voted on Thursday.', 'Thursday', 'DATE', '2024-09-12', '2024-09-12', '2024-09-12'],
    ['Officials had agreed on a list by Tuesday.', 'Tuesday', 'DATE', '2024-09-17', '2024-09-17', '2024-09-17'],
    ['The rebels were given until Sunday to leave.', 'Sunday', 'DATE', '2024-09-22', '2024-09-22', '2024-09-22'],
    [
      'It was not until Saturday that the palace confirmed the death.',
      'Saturday',
      'DATE',
      '2024-09-14',
      '2024-09-14',
      '2024-09-14',
    ],
    ['He left last Friday.', 'last Friday', 'DATE', '2024-09-13', '2024-09-13', '2024-09-13'],
    ['Next Tuesday the court rules.', 'Next Tuesday', 'DATE', '2024-09-24', '2024-09-24', '2024-09-24'],
    [
      'The leaders will lunch on Thursday, ahead of formal talks on Friday.',
      'Friday',
      'DATE',
      '2024-09-20',
      '2024-09-20',
      '2024-09-20',
    ],
  ],
  'counted from the article': [
    ['Shelling resumed yesterday.', 'yesterday', 'DATE', '2024-09-17', '2024-09-17', '2024-09-17'],
    ['The fleet sails tomorrow.', 'tomorrow', 'DATE', '2024-09-19', '2024-09-19', '2024-09-19'],
    ['Protests began last week.', 'last week', 'DATE', '2024-W37', '2024-09-09', '2024-09-15'],
    ['A visit is planned for next month.', 'next month', 'DATE', '2024-10', '2024-10-01', '2024-10-31'],
    ['Grain prices rose this year.', 'this year', 'DATE', '2024', '2024-01-01', '2024-12-31'],
    ['The embassy closed three days ago.', 'three days ago', 'DATE', '2024-09-15', '2024-09-15', '2024-09-15'],
    ['The embassy closed two weeks ago.', 'two weeks ago', 'DATE', '2024-W36', '2024-09-02', '2024-09-08'],
    ['The embassy closed five months ago.', 'five months ago', 'DATE', '2024-04', '2024-04-01', '2024-04-30'],
    ['The embassy closed ten years ago.', 'ten years ago', 'DATE', '2014', '2014-01-01', '2014-12-31'],
    [
      'The hearing is set for the week of October 14.',
      'the week of October 14',
      'DATE',
      '2024-W42',
      '2024-10-14',
      '2024-10-20',
    ],
    ['Four soldiers died last weekend.', 'last weekend', 'DATE', '2024-W37-WE', '2024-09-14', '2024-09-15'],
  ],
  'quarters, halves, seasons': [
    ['Output fell in the second quarter.', 'the second quarter', 'DATE', '2024-Q2', '2024-04-01', '2024-06-30'],
    [
      'Output fell in the third quarter of 2022.',
      'the third quarter of 2022',
      'DATE',
      '2022-Q3',
      '2022-07-01',
      '2022-09-30',
    ],
    ['Growth slowed in Q4 2021.', 'Q4 2021', 'DATE', '2021-Q4', '2021-10-01', '2021-12-31'],
    [
      'Imports rose in the first half of 2023.',
      'the first half of 2023',
      'DATE',
      '2023-H1',
      '2023-01-01',
      '2023-06-30',
    ],
    ['The offensive began last spring.', 'last spring', 'DATE', '2024-SP', '2024-03-01', '2024-05-31'],
    ['They fought through the winter of 2015.', 'the winter of 2015', 'DATE', '2015-WI', '2015-12-01', '2016-02-29'],
  ],
  durations: [
    [
      'They have met 30 times in the past six years.',
      'the past six years',
      'DURATION',
      'P6Y',
      '2018-09-18',
      '2024-09-18',
    ],
    [
      'Elections follow within the next two months.',
      'the next two months',
      'DURATION',
      'P2M',
      '2024-09-18',
      '2024-11-18',
    ],
    ['Relations shifted over the past decade.', 'the past decade', 'DURATION', 'P10Y', '2014-09-18', '2024-09-18'],
    ['The siege lasted 44 days.', '44 days', 'DURATION', 'P44D', null, null],
    ['He paid a three-day visit.', 'three-day', 'DURATION', 'P3D', null, null],
    ['It ended a week-long blockade.', 'a week-long', 'DURATION', 'P1W', null, null],
    ['They negotiated for years.', 'years', 'DURATION', 'PXY', null, null],
    ['Just weeks before the invasion they met.', 'weeks', 'DURATION', 'PXW', null, null],
    ['The strike lasted two and a half hours.', 'two and a half hours', 'DURATION', 'PT2H30M', null, null],
  ],
  sets: [
    ['They speak every Monday.', 'every Monday', 'SET', 'XXXX-WXX-1', null, null],
    ['The court sits twice a week.', 'a week', 'SET', 'P1W', null, null],
    ['The envoys report daily.', 'daily', 'SET', 'P1D', null, null],
    ['Members meet every three months.', 'every three months', 'SET', 'P3M', null, null],
  ],
  ranges: [
    [
      'The exercise ran from 3-5 March 2023.',
      '3-5 March 2023',
      'DATE',
      '2023-03-03/2023-03-05',
      '2023-03-03',
      '2023-03-05',
    ],
    ['In the war of 2014-19 both armies shrank.', '2014-19', 'DATE', '2014/2019', '2014-01-01', '2019-12-31'],
    ['He was in Paris March 3-5.', 'March 3-5', 'DATE', '2024-03-03/2024-03-05', '2024-03-03', '2024-03-05'],
  ],
  'times of the day': [
    [
      'Sirens sounded at 6 a.m. on Tuesday.',
      '6 a.m. on Tuesday',
      'TIME',
      '2024-09-17T06:00',
      '2024-09-17',
      '2024-09-17',
    ],
    ['He was arrested on Monday night.', 'Monday night', 'TIME', '2024-09-16TNI', '2024-09-16', '2024-09-16'],
    ['The cabinet will sit this evening.', 'this evening', 'TIME', '2024-09-18TEV', '2024-09-18', '2024-09-18'],
  ],
  'without a date, or with an open end': [
    ['The economy has recovered recently.', 'recently', 'DATE', 'PAST_REF', null, null],
    ['The pact will soon be void.', 'soon', 'DATE', 'FUTURE_REF', null, null],
    ['Prices fell a few months ago.', 'a few months ago', 'DATE', 'PAST_REF', null, null],
  ],
};

for (const [kind, list] of Object.entries(cases)) {
  test.each(list)(`${kind}: %s`, (sentence, words, type, value, from, to) => {
    const found = readTimes(sentence, '2024-09-18');
    expect(found).toContainEqual({ words, type, value, from, to });
  });
}

test('an article without any date keeps the unknown places of a value and gives no days', () => {
  expect(readTimes('He left on Friday, in October or last year.', null)).toEqual([
    { words: 'Friday', type: 'DATE', value: 'XXXX-WXX-5', from: null, to: null },
    { words: 'October', type: 'DATE', value: 'XXXX-10', from: null, to: null },
    { words: 'last year', type: 'DATE', value: 'PAST_REF', from: null, to: null },
  ]);
});

test('an article of some day in March: what is the same on all its days is known, the rest is not', () => {
  const found = readTimes('This month and last year they met; on Friday they will meet again.', {
    earliest: '2023-03-02',
    latest: '2023-03-29',
  });
  expect(found.map(({ words, value }) => [words, value])).toEqual([
    ['This month', '2023-03'],
    ['last year', '2022'],
    ['Friday', 'XXXX-WXX-5'],
  ]);
});

test('quoted words are counted from the day on which they were spoken', () => {
  const [, six] = readTimes(
    'During a visit in 2019 she spoke of friendship. “In the past six years we have met thirty times,” she said.',
    '2024-09-18',
  );
  expect(six).toEqual({
    words: 'the past six years',
    type: 'DURATION',
    value: 'P6Y',
    from: '2013-01-01',
    to: '2019-12-31',
  });
  const [lastYear] = readTimes('“We signed it last year,” he said in June 2015.', '2024-09-18');
  expect(lastYear).toMatchObject({ words: 'last year', value: '2014' });
  const [recent] = readTimes('“We signed it last year,” he said on Monday.', '2024-09-18');
  expect(recent).toMatchObject({ words: 'last year', value: '2023' });
});

const NO_TIME = [
  'Rebels may attack again.',
  'May he rest in peace.',
  'Workers march on the capital.',
  'Police said 1,200 troops had crossed.',
  'He came second in the race, a second defeat.',
  'The Sun reported the affair.',
  'Flight 2023 to Cairo was cancelled.',
  'Resolution 1973 was adopted.',
  'He scored 15:12 and 3-5.',
  'Theresa May resigned.',
  'Iraq imports three-quarters of its food.',
  'They sat down in the spring of the fountain.',
  'A 52-year-old man was arrested.',
  'The bill passed by 1950 votes to 300.',
  'April Ryan asked the question.',
];

test.each(NO_TIME)('no time: %s', sentence => {
  expect(readTimes(sentence, '2024-09-18')).toEqual([]);
});

test('no expression has the days of an unknown year, the year 0 or the year 9999', () => {
  const text =
    'By XXXX they met in 0000, since 9999 and until 0, or on 31 December 9999 for 99999 years, since then and ever.';
  for (const { from, to } of readTimes(text, '2024-09-18')) {
    for (const day of [from, to]) if (day) expect(day > '1000' && day < '2200').toBe(true);
  }
});
