import { expect, test } from 'vitest';
import { restOfWorld } from '../../src/record/rest-of-world.js';
import { gdp, goods } from '../levers/evidence.js';

/** Two economies and the rest, of which DDD is a part. */
const SHIPPED = [
  ...[goods('AAA', 'BBB', 20), goods('AAA', 'ROW', 50), goods('ROW', 'AAA', 40), goods('BBB', 'ROW', 7)],
  ...[gdp('AAA', 100), gdp('BBB', 80), gdp('ROW', 1000)],
];

const valuesOf = (rows: { reporter: string; partner: string | null; value: number }[]) =>
  Object.fromEntries(rows.map(({ reporter, partner, value }) => [`${reporter} ${partner ?? ''}`.trim(), value]));

test('an economy of which the record has trade and GDP leaves the rest of the world', () => {
  const own = [goods('AAA', 'DDD', 15), goods('DDD', 'AAA', 4), goods('DDD', 'EEE', 9), gdp('DDD', 300)];
  expect(valuesOf(restOfWorld(SHIPPED, own))).toEqual({
    ...{ 'AAA BBB': 20, 'AAA ROW': 35, 'ROW AAA': 36, 'BBB ROW': 7 },
    ...{ AAA: 100, BBB: 80, ROW: 700 },
  });
});

test('where all of the rest is told apart, no rest is left', () => {
  const own = [goods('AAA', 'DDD', 30), goods('AAA', 'EEE', 19.99), goods('DDD', 'AAA', 40), goods('BBB', 'EEE', 7)];
  const all = [...own, gdp('DDD', 600), gdp('EEE', 400)];
  expect(valuesOf(restOfWorld(SHIPPED, all))).toEqual({ 'AAA BBB': 20, AAA: 100, BBB: 80 });
});

test('rows of listed economies, of other years and of other data sets leave the rest as it is', () => {
  const customs = { ...goods('AAA', 'DDD', 15), dataset: 'customs' };
  expect(restOfWorld(SHIPPED, [goods('AAA', 'BBB', 21), goods('AAA', 'DDD', 5, 2022), customs])).toBe(SHIPPED);
});

test('GDP alone takes nothing out: what the rest trades would be too much for what it makes', () => {
  expect(restOfWorld(SHIPPED, [gdp('DDD', 300)])).toBe(SHIPPED);
});
