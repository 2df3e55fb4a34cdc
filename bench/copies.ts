/**
 * How well a copy of an article is told from a report in words of its own, on test/record/kept-apart/copies.txt.
 *
 *   npm run bench -- copies test/record/kept-apart/copies.txt [--misses]
 *
 * Printed are precision and recall with 95 % intervals (Wilson 1927), for the pairs written by hand and for those made by
 * seeded edits, and of the open and the closed half; then the copy that shares least and the text that shares most without
 * being one, so that one sees how near the thresholds are. `--misses` prints those of the open half.
 */
import { readFileSync } from 'node:fs';
import { fingerprintOf } from '../src/record/copies/fingerprint.js';
import { isCopy, sharedParts } from '../src/record/copies/is-copy.js';
import { type ArticlePair, articlePairs } from './article-pairs.js';
import { wilsonInterval } from './wilson.js';

const [file, ...options] = process.argv.slice(2);
const pairs = articlePairs(readFileSync(file!, 'utf8')).map(pair => ({
  ...pair,
  isTaken: isCopy(fingerprintOf(pair.one), fingerprintOf(pair.other)),
  ...sharedParts(fingerprintOf(pair.one), fingerprintOf(pair.other)),
}));
type Judged = ArticlePair & { isTaken: boolean; words: number; telling: number };

print(
  'by hand',
  pairs.filter(({ how }) => /^[+-]/.test(how)),
);
print(
  'made',
  pairs.filter(({ how }) => !/^[+-]/.test(how)),
);
print(
  'open',
  pairs.filter(({ isOpen }) => isOpen),
);
print(
  'closed',
  pairs.filter(({ isOpen }) => !isOpen),
);
print('all', pairs);
const copies = pairs.filter(pair => pair.isCopy);
console.log(
  `copies share words from ${least(copies.map(({ words }) => words))}, names and numbers from ${least(copies.map(({ telling }) => telling))}`,
);
const nearest = pairs.filter(pair => !pair.isCopy).sort((one, other) => nearness(other) - nearness(one))[0]!;
console.log(
  `nearest that is none: ${nearest.story}, ${nearest.how}: words ${nearest.words.toFixed(2)}, names and numbers ${nearest.telling.toFixed(2)}`,
);
if (options.includes('--misses'))
  for (const { story, how, isOpen, isCopy, isTaken } of pairs)
    if (isOpen && isCopy !== isTaken) console.log(`${story}: ${how}: ${isTaken ? 'wrongly a copy' : 'missed'}`);

function least(shares: number[]): string {
  return Math.min(...shares).toFixed(2);
}

/** Both must be high: what counts is the lower. */
function nearness({ words, telling }: Judged): number {
  return Math.min(words, telling);
}

function print(name: string, own: readonly Judged[]): void {
  const precision = shareOf(
    own.filter(pair => pair.isTaken),
    pair => pair.isCopy,
  );
  const recall = shareOf(
    own.filter(pair => pair.isCopy),
    pair => pair.isTaken,
  );
  const copies = own.filter(pair => pair.isCopy).length;
  console.log(`${name.padEnd(8)} ${own.length} pairs, ${copies} copies: precision ${precision}  recall ${recall}`);
}

function shareOf(asked: readonly Judged[], isSo: (pair: Judged) => boolean): string {
  const right = asked.filter(isSo).length;
  const [low, high] = wilsonInterval(right, asked.length);
  return `${(right / asked.length).toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
}
