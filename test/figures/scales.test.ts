import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { readFigures } from '../../src/claims/figure.js';
import { SCALE_IN_DOUBT } from '../../src/claims/figures/quantity.js';
import { parseSentences } from '../../src/language/parse.js';

/** A figure that is wrong by a thousand or a million is the worst fault: each way of writing a scale is tried with each kind of unit. */
const NUMBERS = ['1.2', '1,150'];

const SCALES: Record<string, number> = {
  '': 1,
  'k| k|K| thousand': 1e3,
  ' lakh| lakhs| lac| hundred thousand': 1e5,
  'm| m|M| M|mn| mn|mln| mln| mio| million|-million|MM': 1e6,
  'cr| cr| crore': 1e7,
  'b| b|B| B|bn| bn|bln| bln| billion| milliard| thousand million': 1e9,
  'T|tn| tn|trn| trn| trillion| lakh crore| million million': 1e12,
};

const UNITS: ((amount: string) => string)[] = [
  amount => `$${amount}`,
  amount => `CNY ${amount}`,
  amount => `${amount} roubles`,
  amount => `${amount} tonnes of wheat`,
  amount => `${amount} barrels a day`,
  amount => `${amount} b/d`,
  amount => `${amount} cubic metres`,
  amount => `${amount} people`,
];

const cases = Object.entries(SCALES).flatMap(([words, scale]) =>
  words
    .split('|')
    .flatMap(word => UNITS.flatMap(unit => NUMBERS.map(number => ({ text: unit(number + word), number, scale })))),
);

describe('no scale is lost, whatever its unit', () => {
  test(`${cases.length} ways to write an amount`, () => {
    const wrong = cases.filter(({ text, number, scale }) => {
      const found = figures(`The port took ${text} in May.`);
      const wanted = Number(number.replace(',', '')) * scale;
      return found.length !== 1 || Math.abs(found[0]!.value / wanted - 1) > 1e-9;
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

describe('thousands and decimals as other countries write them', () => {
  test.each([
    ['1.250.000 tonnes', 1_250_000],
    ['1’250’000 francs', 1_250_000],
    ['1 234 567 people', 1_234_567],
    ['10 000 soldiers', 10_000],
    ['Rs 5,00,000', 500_000],
    ['Rs 12,34,567 crore', 12_345_670_000_000],
    ['2,04 trillion roubles', 2_040_000_000_000],
    ['3,5 percent', 3.5],
    ['12.345,67 euros', 12_345.67],
    ['12,345.67 euros', 12_345.67],
    ['500 tomans', 5000],
    ['2,100m above the sea', 2100],
    ['2.100m crossings', 2_100_000],
    ['12t of steel', 12],
    ['¥12t', 12_000_000_000_000],
    ['€300', 300],
    ['300 €', 300],
  ])('%s', (text, value) => {
    const found = figures(`The port took ${text}.`);
    expect(found.map(figure => figure.value)).toEqual([value]);
    expect(found[0]!.confidence).toBeGreaterThan(SCALE_IN_DOUBT);
  });
});

describe('what may be a thousand times as much is read with half the confidence', () => {
  test.each([
    ['3.800 tonnes of zinc', 3800, '“3.800” is taken for 3,800 and may be 3.8'],
    ['12.000 soldiers', 12_000, '“12.000” is taken for 12,000 and may be 12'],
    ['45 678 tonnes', 45_678, '“45 678” is taken for one number and may be two'],
    ['3.125 dollars', 3.125, '“3.125” is taken for 3.125 and may be 3,125'],
  ])('%s, and says why', (text, value, why) => {
    const found = figures(`The port took ${text}.`);
    expect(found.map(figure => [figure.value, figure.confidence, figure.doubt])).toEqual([
      [value, SCALE_IN_DOUBT, why],
    ]);
  });

  test('money that several countries call by one sign says what else it may be', () => {
    expect(figures('The bridge cost Rs 50 million.').map(({ unit, doubt }) => [unit, doubt])).toEqual([
      ['INR', 'the currency is taken for INR and may be PKR or LKR or NPR or another'],
    ]);
    expect(figures('The bridge cost $50 million.')[0]!.doubt).toBeNull();
  });

  test.each(['It rose 2.125%.', 'It cost $1.250 billion.'])('but not %s', text => {
    expect(figures(text)[0]!.confidence).toBeGreaterThan(SCALE_IN_DOUBT);
  });
});

function figures(text: string) {
  const article = articleFromText({ text, date: '2024-06-12' });
  return readFigures({ article, sentences: parseSentences(text), mentions: [], times: [] });
}
