import { expect, it } from 'vitest';
import { keptFor, oneObject } from '../../src/language/kept-words.js';

it('works a word out once, a long one each time, and never holds more than its number of words', () => {
  const kept = new Map<string, number>();
  let times = 0;
  const length = (word: string) => {
    times++;
    return word.length;
  };
  expect([keptFor(kept, 'Moscow', length), keptFor(kept, 'Moscow', length), times]).toEqual([6, 6, 1]);
  const long = 'x'.repeat(100);
  expect([keptFor(kept, long, length), keptFor(kept, long, length), times]).toEqual([100, 100, 3]);
  for (let number = 0; number < 120_000; number++) keptFor(kept, `word${number}`, length);
  expect(kept.size).toBeLessThanOrEqual(50_000);
});

it('gives every word back letter by letter, half a pair of surrogates too', () => {
  for (const word of ['Kyiv', 'Türkiye', '中国', '\ud83d', '🙂']) expect(oneObject(word)).toBe(word);
});
