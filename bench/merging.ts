/**
 * How well the ledger tells whether two reports are of one event, on the scenes of test/record/kept-apart/merging.txt.
 *
 *   npm run bench -- merging test/record/kept-apart/merging.txt [--open | --closed] [--misses]
 *
 * Printed are precision (of the pairs taken for one event, how many are) and recall (of the pairs of one event, how many
 * are taken so) with 95 % intervals over scenes: for the score of two reports alone, and for the rows of the ledger over
 * the whole scene. `--misses` prints what the rows have wrong, of the open half alone.
 */
import { readFileSync } from 'node:fs';
import { shareWords } from './bootstrap.js';
import { type Pair, pairsOf, type Scene, scenesOf } from './reported-deeds.js';

const [file, ...options] = process.argv.slice(2);
const scenes = scenesOf(readFileSync(file!, 'utf8'));
for (const [half, own] of [
  ['open', scenes.filter(({ isOpen }) => isOpen)],
  ['closed', scenes.filter(({ isOpen }) => !isOpen)],
  ['all', scenes],
] as const)
  if (!options.some(option => ['--open', '--closed'].includes(option) && option !== `--${half}`)) print(half, own);

function print(half: string, own: readonly Scene[]): void {
  const pairs = own.map(pairsOf);
  const all = pairs.flat();
  console.log(
    `${half}: ${all.length} pairs in ${own.length} scenes, ${all.filter(pair => pair.isSame).length} of one event`,
  );
  for (const [name, isOne] of [
    ['two alone', (pair: Pair) => pair.isTaken],
    ['in the ledger', (pair: Pair) => pair.isMerged],
  ] as const)
    console.log(
      `  ${name.padEnd(14)} precision ${shareOf(pairs, isOne, pair => pair.isSame)}  recall ${shareOf(pairs, pair => pair.isSame, isOne)}`,
    );
  if (half === 'open' && options.includes('--misses'))
    for (const [i, scene] of own.entries()) printMisses(scene, pairs[i]!);
}

/** The share of those that are so, by scene. */
function shareOf(scenes: readonly Pair[][], of: (pair: Pair) => boolean, isSo: (pair: Pair) => boolean): string {
  return shareWords(
    scenes.map(pairs => ({ of: pairs.filter(of).length, right: pairs.filter(of).filter(isSo).length })),
  );
}

function printMisses({ name }: Scene, pairs: readonly Pair[]): void {
  for (const { one, other, isSame, score, isMerged } of pairs)
    if (isSame !== isMerged)
      console.log(
        `${name}: ${isSame ? 'missed' : 'wrongly one'} (${score.toFixed(2)})\n  ${one.sentence.text}\n  ${other.sentence.text}`,
      );
}
