import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { readFigures } from '../../src/claims/figure.js';
import { parseSentences } from '../../src/language/parse.js';
import { findTimes } from '../../src/time/find.js';

/** Figures of a text as `words = value unit`, with what else was read where it is not plain. */
function read(text: string, date = '2023-03-18'): string[] {
  return figuresOf(text, date).map(({ start, end, value, unit, approximate, range, change }) =>
    [
      `${text.slice(start, end)} = ${Number(value.toPrecision(4))} ${unit}`,
      approximate,
      range && `${range[0]} to ${range[1]}`,
      change && `change ${change.direction}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
}

/** Figures of a text as `words: first to last day of the period`. */
function periodsOf(text: string): string[] {
  return figuresOf(text, '2024-06-10').map(
    ({ start, end, period }) =>
      `${text.slice(start, end)}: ${period ? [period.from, period.to].map(day => day?.slice(0, 4)).join(' to ') : 'none'}`,
  );
}

function figuresOf(text: string, date: string) {
  const article = articleFromText({ text, date });
  const sentences = parseSentences(text);
  return readFigures({ article, sentences, mentions: [], times: findTimes(article, sentences) });
}

describe('a growth is of the time of its level, and what it is compared with is no period', () => {
  test.each([
    [
      'Trade reached $68.2 billion in 2022, up 93% on the year before.',
      ['$68.2 billion: 2022 to 2022', '93%: 2022 to 2022'],
    ],
    [
      'Trade hit $3 billion in 2021, a rise of 15% over the previous year.',
      ['$3 billion: 2021 to 2021', '15%: 2021 to 2021'],
    ],
    [
      'Imports were $7 billion last year, down 10 percent on 2022.',
      ['$7 billion: 2023 to 2023', '10 percent: 2023 to 2023'],
    ],
    [
      'Sales came to $3 billion in 2021. That was up 15% on the year before.',
      ['$3 billion: 2021 to 2021', '15%: 2021 to 2021'],
    ],
    [
      'Trade reached $68.2 billion in 2022, 93% more than a year earlier.',
      ['$68.2 billion: 2022 to 2022', '93%: 2022 to 2022'],
    ],
  ])('%s', (text, expected) => expect(periodsOf(text)).toEqual(expected));
});

describe('a level, or a growth with the time before it, is of the year before itself', () => {
  test.each([
    [
      'Exports reached $5 billion in 2022, up from $4 billion a year earlier.',
      ['$5 billion: 2022 to 2022', '$4 billion: 2021 to 2021'],
    ],
    [
      'Exports were $5 billion in 2022 against $4 billion the year before.',
      ['$5 billion: 2022 to 2022', '$4 billion: 2021 to 2021'],
    ],
    [
      'Trade was $5 billion in 2020. In the previous year it was $4 billion.',
      ['$5 billion: 2020 to 2020', '$4 billion: 2019 to 2019'],
    ],
    ['The year before, trade had grown by 5 percent.', ['5 percent: 2023 to 2023']],
    ['Exports rose 5% on Monday.', ['5%: 2024 to 2024']],
    ['They pay $4 billion a year.', ['$4 billion a year: none']],
  ])('%s', (text, expected) => expect(periodsOf(text)).toEqual(expected));
});

describe('money', () => {
  test.each([
    [
      'Trade reached a record 1.28 trillion yuan (£153 billion) in 2022.',
      ['1.28 trillion yuan = 1280000000000 CNY', '£153 billion = 153000000000 GBP'],
    ],
    ['The loan was worth $5bn.', ['$5bn = 5000000000 USD']],
    ['Delhi lent Rs 2.5 lakh crore to the banks.', ['Rs 2.5 lakh crore = 2500000000000 INR']],
    ['They asked for US$ 40m and got €12 million.', ['US$ 40m = 40000000 USD', '€12 million = 12000000 EUR']],
    ['The bill came to 300 million Hong Kong dollars.', ['300 million Hong Kong dollars = 300000000 HKD']],
    ['It costs RMB 90k a month.', ['RMB 90k a month = 90000 CNY/month']],
    ['Oil sold at $60 a barrel.', ['$60 a barrel = 60 USD/barrel']],
    ['The yuan slid past 7.1 to the dollar.', ['7.1 = 7.1 CNY/USD']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('how exact, and from where to where', () => {
  test.each([
    ['Almost 30 people signed.', ['30 people = 30 person, almost']],
    ['Growth of between 5 and 7 percent is expected.', ['5 and 7 percent = 6 percent, 5 to 7']],
    ['It would take $10-15 billion to repair.', ['$10-15 billion = 12500000000 USD, 10000000000 to 15000000000']],
    ['As many as 4,000 soldiers left.', ['4,000 soldiers = 4000 person, up to']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('changes are told from levels', () => {
  test.each([
    ['Exports fell by 4% to $3bn.', ['4% = 4 percent, change down', '$3bn = 3000000000 USD']],
    ['That was an increase of about 30 percent from 2021.', ['30 percent = 30 percent, about, change up']],
    ['Inflation rose from 3% to 5%.', ['3% = 3 percent', '5% = 5 percent']],
    ['Imports doubled in a year.', ['doubled = 2 times, change up']],
    ['Sales were three times as large as in 2004.', ['three times = 3 times, change up']],
    ['It sold a third more than the year before.', ['a third = 0.3333 fraction, change up']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('words of change that belong to something else', () => {
  test.each([
    ['The loan is made up of €6 billion in grants.', ['€6 billion = 6000000000 EUR']],
    ['Oil makes up 95 percent of exports.', ['95 percent = 95 percent']],
    ['The missile came down 200km off Hokkaido.', ['200km = 200 kilometre']],
    ['The yen dropped past 112 to the dollar.', ['112 = 112 JPY/USD']],
    ['It came to be seen that trade rose by 4%.', ['4% = 4 percent, change up']],
    ['Approval fell by five points.', ['five points = 5 percentage point, change down']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('numbers that are names', () => {
  test.each([
    'He met her at 10 Downing Street.',
    'COP26 and the 2+2 talks were in Glasgow.',
    'Document 14/2023 says nothing.',
    'Resolution 1718 and the F-35 are known.',
  ])('%s', text => expect(read(text)).toEqual([]));
});

describe('thousands set apart, and numbers whose noun stands elsewhere', () => {
  test.each([
    ['Chad pumps 140 000 barrels a day.', ['140 000 barrels a day = 140000 barrel/day']],
    ['It cost 1.250.000 euros.', ['1.250.000 euros = 1250000 EUR']],
    ['On May 5 120 people came.', ['120 people = 120 person']],
    ['Georgia overrode the veto, 84 to 4.', ['84 = 84 vote', '4 = 4 vote']],
    ['Forces of 90,000 took part.', ['90,000 = 90000 person']],
    ['Russia frees 24 in a swap.', ['24 = 24 person']],
    ['The stay was raised from 15 days to 30.', ['15 days = 15 day', '30 = 30 day']],
    ['A box now costs $7,300 a container.', ['$7,300 a container = 7300 USD/container']],
    ['The army is short of 30,000 men.', ['30,000 men = 30000 person']],
    [
      'Beijing cut its holdings by $7.6 billion to $767.4 billion.',
      ['$7.6 billion = 7600000000 USD, change down', '$767.4 billion = 767400000000 USD'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what is counted', () => {
  test.each([
    ['The two presidents have met about 40 times.', ['40 times = 40 meeting, about']],
    ['She has visited Cairo four times.', ['four times = 4 visit']],
    ['One in five voters stayed away.', ['One in five = 0.2 fraction']],
    ['China banned 140 American firms.', ['140 American firms = 140 firm']],
    [
      'The pipeline carries 63bn cubic metres of gas a year.',
      ['63bn cubic metres of gas a year = 63000000000 cubic metre/year'],
    ],
    [
      'The assembly voted 93 to 24, with 58 abstentions.',
      ['93 = 93 vote', '24 = 24 vote', '58 abstentions = 58 abstention'],
    ],
    [
      'Half a million Kenyans and a quarter of a million Ugandans fled.',
      ['Half a million Kenyans = 500000 person', 'a quarter of a million Ugandans = 250000 person'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

test.each([
  'It was her eighth visit, on 22 March 2013.',
  'The G7 met at 10.30 in Hall 5 to discuss F-16 jets and Resolution 2231.',
  'A third country may join, for a third time.',
  'Two ministers spent three days there.',
  'The second half of the year was quiet; half an hour later it was over.',
  'Under-20 teams played in the 1960s.',
])('no figure: %s', text => expect(read(text)).toEqual([]));

describe('a time dates the figure of its own clause alone', () => {
  test.each([
    ['Asked in 2021 about arms, he put the stock at 5,000 rockets.', ['5,000 rockets: none']],
    ['The 2015 accord let Iran keep 300 kg of uranium.', ['300 kg: none']],
    [
      'Trade was 1.28 trillion yuan ($190 billion) in 2022.',
      ['1.28 trillion yuan: 2022 to 2022', '$190 billion: 2022 to 2022'],
    ],
    ['Output tumbled 12 percent in May, the steepest drop since 2012.', ['12 percent: 2024 to 2024']],
  ])('%s', (text, expected) => expect(periodsOf(text)).toEqual(expected));

  test('a stretch of months up to a time has its own first day', () => {
    const days = (text: string) =>
      figuresOf(text, '2024-10-23').map(({ period }) => `${period?.from} to ${period?.to}`);
    expect(days('Their trade came to $118.4 billion in the fiscal year that ended in March.')).toEqual([
      '2023-04-01 to 2024-03-31',
    ]);
    expect(days('Exports reached $62.5 billion in the seven months to July 2024.')).toEqual([
      '2024-01-01 to 2024-07-31',
    ]);
    expect(days('Exports reached $62.5 billion in the first ten months of 2023.')).toEqual([
      '2023-01-01 to 2023-10-31',
    ]);
  });
});
