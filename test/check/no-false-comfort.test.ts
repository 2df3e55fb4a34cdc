/** What is near a row is not yet what the row says: a wrong "agrees" is worse than silence. */
import { expect, test } from 'vitest';
import { checkReading } from '../../src/check/check.js';
import { evidenceFor, readingOf } from './case.js';

function checksOf(text: string, date = '2025-08-30') {
  const item = { date, text };
  const reading = readingOf(item);
  return checkReading(reading, evidenceFor(item, reading)).map(check => ({
    ...check,
    words: text.slice(check.start, check.end),
  }));
}

const verdictsOf = (text: string) => Object.fromEntries(checksOf(text).map(({ words, verdict }) => [words, verdict]));

test('a number without a year is not confirmed by a row that is only near', () => {
  // BACI has 137.3 billion for 2023.
  const far = checksOf('India and China trade a lot. Trade between India and China is worth $125 billion.');
  expect(far.find(({ words }) => words === '$125 billion')).toMatchObject({ verdict: 'not in the record' });
  expect(far.find(({ words }) => words === '$125 billion')!.why).toContain('of 2023 the record has 137.3 billion USD');
  expect(verdictsOf('Trade between India and China is worth $137 billion.')['$137 billion']).toBe('agrees');
});

test('the two ends of a change are not both the number of one year', () => {
  const text = 'Trade between India and China rose from $125 billion to $137 billion.';
  expect(Object.values(verdictsOf(text))).not.toContain('agrees');
  const shares = 'The share of Poland in German exports rose from 5 percent to 6 percent. Germany needs Poland.';
  expect(checksOf(shares).filter(({ verdict }) => verdict === 'agrees')).toEqual([]);
});

test('one row confirms one number, and the same number as often as it stands', () => {
  const text =
    'Germany sold Poland goods worth $91 billion in 2023. German exports to Poland were $98 billion in 2023, officials in Warsaw said.';
  const checks = checksOf(text);
  expect(checks.filter(({ verdict }) => verdict === 'agrees').map(({ words }) => words)).toEqual(['$91 billion']);
  const twice =
    'Germany sold Poland goods worth $91 billion in 2023. German exports to Poland were about $91 billion in 2023.';
  expect(checksOf(twice).filter(({ verdict }) => verdict === 'agrees')).toHaveLength(2);
});

test('a tolerance that was needed is told, and whose figures lie so far apart', () => {
  const [near] = checksOf('German exports to Poland were $98 billion in 2023.');
  expect(near!.why).toMatch(/; the article says 98 billion USD, within 10 %: BACI against customs\.$/);
  const [exact] = checksOf('German exports to Poland were $91 billion in 2023.');
  expect(exact!.why).toMatch(/; the article says 91 billion USD\.$/);
});

test('a row that neither confirms nor contradicts is printed, with why', () => {
  const [check] = checksOf('Turkey exported goods worth $2.3 billion to Azerbaijan in 2023.');
  expect(check).toMatchObject({ verdict: 'not in the record' });
  expect(check!.why).toContain('2.706 billion USD');
  expect(check!.why).toContain('up to 10 % agrees, from 30 % on differs (BACI against customs)');
});

test('the right digits at ten times the size differ, and the scale is named', () => {
  const [check] = checksOf('Chile sold Peru goods worth $15.1 billion in 2023.');
  expect(check).toMatchObject({ verdict: 'differs' });
  expect(check!.why).toContain('it may be the scale');
});

test('conversions between currencies of many countries are held against the average of the year', () => {
  const verdict = (text: string, words: string) => checksOf(text).find(check => check.words === words)!;
  const text = (dollars: string) =>
    `Germany's exports to Poland reached 90.5 billion euros (${dollars}) in 2023, Poland's statistics office said.`;
  expect(verdict(text('$98 billion'), '$98 billion')).toMatchObject({ verdict: 'agrees' });
  expect(verdict(text('$198 billion'), '$198 billion')).toMatchObject({ verdict: 'differs' });
  const yen = 'Japan spent 10 trillion yen (320 billion pesos) on the pact with Mexico in 2022.';
  const crossed = verdict(yen, '320 billion pesos');
  // 131.4589 yen and 20.1208 pesos for a dollar: 1,531 billion pesos.
  expect(crossed).toMatchObject({ verdict: 'differs', found: { unit: 'MXN' } });
  expect(crossed.found!.value as number).toBeCloseTo((10e12 / 131.4589) * 20.1208, -9);
  expect(crossed.evidence).toHaveLength(2);
});

test('two conversions of one article that need two rates are told without any rate on record', () => {
  const text =
    'Poland bought 90 billion lari ($98 billion) of goods from Georgia in 2023 and sold it 81 billion lari ($250 billion) in 2023.';
  const found = checksOf(text).find(({ words }) => words === '$250 billion');
  expect(found).toMatchObject({ verdict: 'inconsistent within the article' });
  expect(found!.why).toContain('GEL per USD');
});
