/** The exit cost as a question that can be varied: what an address may ask, and what mirrors. */
import { describe, expect, test } from 'vitest';
import { exitQuestion, exitWhatIf, mirrored } from '../../src/dossier/exit-what-if.js';

const asked = (words: Record<string, string>) => exitQuestion(name => words[name] ?? null);

test('what is not asked is as usual: trade ends, elasticity 5, both ways, deficits as they are', () => {
  const answer = exitWhatIf('CHN', 'RUS', asked({}));
  // The worked example of levers/exit-cost/exit-cost.ts.
  expect(answer.a).toBeCloseTo(-0.153, 3);
  expect(answer.b).toBeCloseTo(-1.428, 3);
  expect(answer.words).toBe(
    'If trade between China and Russia ended, China would lose 0.153 percent and Russia would lose 1.428 percent of real spending.',
  );
  expect(answer.evidence.length).toBe(4);
});

describe('the other way round everything mirrors', () => {
  test.each([
    {},
    { change: 'tariff', percent: '40', direction: 'exports' },
    { change: 'discount', direction: 'imports' },
  ])('%j', words => {
    const [here, there] = [exitWhatIf('CHN', 'RUS', asked(words)), exitWhatIf('RUS', 'CHN', mirrored(asked(words)))];
    expect(there.a).toBeCloseTo(here.b!, 9);
    expect(there.b).toBeCloseTo(here.a!, 9);
    expect(there.others.map(({ country }) => country)).toEqual(here.others.map(({ country }) => country));
  });
});

test.each([
  [{ change: 'war' }, 'change'],
  [{ direction: 'up' }, 'direction'],
  [{ deficits: '' }, 'deficits'],
  [{ elasticity: '0.5' }, 'elasticity'],
  [{ elasticity: 'NaN' }, 'elasticity'],
  [{ percent: '1e9' }, 'percent'],
  [{ percent: '' }, 'percent'],
])('%j is refused by the name of its field', (words, field) => {
  expect(() => asked(words)).toThrow(new RegExp(`^${field}: `));
});

test('a higher elasticity costs less, and a tariff less than an end', () => {
  const loss = (words: Record<string, string>) => exitWhatIf('CHN', 'RUS', asked(words)).b!;
  expect(loss({ elasticity: '8' })).toBeGreaterThan(loss({ elasticity: '3' }));
  expect(loss({ change: 'tariff', percent: '10' })).toBeGreaterThan(loss({}));
});
