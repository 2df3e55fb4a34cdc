/** What an article leaves out of its own question: denominators first, then levers that none of its words touch. */
import { expect, test } from 'vitest';
import { leftOut } from '../../src/dossier/left-out.js';
import { evidenceFor, readingOf } from './case.js';

function missingIn(text: string, pair: [string, string] = ['CHN', 'RUS']) {
  const item = { date: '2024-06-01', text };
  const reading = readingOf(item);
  return leftOut(reading, pair, evidenceFor(item, reading));
}

const LEVEL = 'Trade between China and Russia reached $240 billion in 2023.';

test('an amount of trade without a share of anything lacks its denominator, and the record has it', () => {
  const [first] = missingIn(LEVEL);
  expect(first).toMatchObject({ id: 'trade-dependence' });
  expect(first!.what).toContain('share');
  expect(first!.why).toMatch(/China [\d.]+, Russia [\d.]+ \(percent of GDP\)/);
});

test('with a share beside it nothing of trade is missing', () => {
  const ids = missingIn(`${LEVEL} It accounted for a third of Russia’s trade.`).map(({ id }) => id);
  expect(ids).not.toContain('trade-dependence');
});

test('a growth without an amount lacks its level', () => {
  const missing = missingIn('Trade between China and Russia grew by 26 percent in 2023.');
  expect(missing.map(({ id }) => id)).toContain('level');
});

test('an article that asks who has the upper hand is told of levers it does not touch, and of none that it does', () => {
  const ids = missingIn('It is clear that Russia needs China more than China needs Russia.').map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(ids).toContain('capability');
  const told = missingIn(
    'Russia needs China more than China needs Russia: the economy is ten times the size of Russia’s.',
  );
  expect(told.map(({ id }) => id)).not.toContain('capability');
});

test('an article without a question of the pair lacks nothing', () => {
  expect(missingIn('Russian and Chinese poets met in Harbin.')).toEqual([]);
});
