/**
 * What docs/record.md says of merging and of copies still holds: floors a little below what bench/merging.ts and
 * bench/copies.ts measured.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articlePairs } from '../../bench/article-pairs.js';
import { pairsOf, scenesOf } from '../../bench/reported-deeds.js';
import { fingerprintOf } from '../../src/record/copies/fingerprint.js';
import { isCopy } from '../../src/record/copies/is-copy.js';
import { precisionOf } from '../../src/record/ledger/report.js';

const written = (name: string) => readFileSync(new URL(`kept-apart/${name}`, import.meta.url), 'utf8');
const pairs = scenesOf(written('merging.txt')).flatMap(pairsOf);

test('reports of one event come into one row, others do not, as measured', () => {
  const merged = pairs.filter(pair => pair.isMerged);
  const same = pairs.filter(pair => pair.isSame);
  expect(pairs.length).toBeGreaterThanOrEqual(300);
  expect(merged.filter(pair => pair.isSame).length / merged.length).toBeGreaterThan(0.85);
  expect(same.filter(pair => pair.isMerged).length / same.length).toBeGreaterThan(0.85);
});

test('two different days are never made one, whatever else is alike', () => {
  const apart = pairs.filter(({ one, other }) => {
    const [first, second] = [one.claim.when, other.claim.when].map(({ from, to }) => from && to && { from, to });
    if (!first || !second || precisionOf(first) !== 'day' || precisionOf(second) !== 'day') return false;
    return first.to < second.from || second.to < first.from;
  });
  expect(apart.length).toBeGreaterThan(40);
  expect(apart.filter(pair => pair.isMerged)).toEqual([]);
});

test('a copy is told from a report in words of its own, as measured', () => {
  const judged = articlePairs(written('copies.txt')).map(({ one, other, isCopy: isOne, story, how }) => ({
    ...{ name: `${story}: ${how}`, isOne, isTaken: isCopy(fingerprintOf(one), fingerprintOf(other)) },
  }));
  expect(judged.filter(({ isOne, isTaken }) => isTaken && !isOne)).toEqual([]);
  const copies = judged.filter(({ isOne }) => isOne);
  expect(copies.filter(({ isTaken }) => isTaken).length / copies.length).toBeGreaterThan(0.95);
});
