/**
 * How long the checking itself takes on a large record: seeded articles of a pair, and one of 1,000 words held against them.
 * Wall-clock time, and beside it processor time, which other work on the machine does not lengthen as much.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomNumbers } from '../src/balance/random.js';
import { checkReading } from '../src/check/check.js';
import { possibleOriginals } from '../src/check/copies/original.js';
import type { Evidence, KeptClaim } from '../src/record/evidence.js';
import { shippedEvidence } from '../src/record/shipped.js';
import { keptClaims, readingOf } from '../test/check/case.js';

const RUNS = 5;

/** Prints the median times of a check in milliseconds: looking up, of that without the articles, finding a copy, reading, the index. */
export function measureSpeed(articles: number, file?: string): void {
  const evidence = evidenceOf(articles, readOnce(file));
  const article = readingOf({ date: '2024-06-01', text: articleOf(1000, wholeNumbers(7)) });
  const words = article.document.text.split(/\s+/).length;
  checkReading(article, evidence);
  const first = timed(() => checkReading(article, { ...evidence, claims: [...evidence.claims] }), 1);
  const { text } = article.document;
  const reading = timed(() => readingOf({ date: '2024-06-01', text }));
  const withoutArticles = { ...evidence, claims: [], ledger: [] };
  const rows = timed(() => checkReading({ ...article }, withoutArticles));
  // A reading that is new each time: what was looked up for a sentence is kept with its reading.
  const again = timed(() => checkReading({ ...article }, evidence));
  const copies = timed(() => possibleOriginals({ ...article }, evidence));
  console.log(
    `check: ${words} words, ${checkReading(article, evidence).length} checks, against ${articles} articles with ` +
      `${evidence.claims.length} claims: ${shown(again)}, without the articles ${shown(rows)}; finding a copy ${shown(copies)}; ` +
      `reading the article ${shown(reading)}; the first check, which makes the index of the record, ${shown(first)}; ` +
      `median of ${RUNS}, in brackets processor time; verdicts ${hashOf(checkReading(article, evidence))}, ` +
      `originals ${hashOf(possibleOriginals(article, evidence))}`,
  );
}

interface Times {
  wall: number;
  processor: number;
}

function timed(work: () => unknown, runs = RUNS): Times {
  const times = Array.from({ length: runs }, () => {
    const [start, busy] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(busy);
    return { wall: performance.now() - start, processor: (user + system) / 1000 };
  });
  const medianOf = (list: number[]) => list.sort((one, other) => one - other)[Math.floor(runs / 2)]!;
  return { wall: medianOf(times.map(({ wall }) => wall)), processor: medianOf(times.map(one => one.processor)) };
}

function shown({ wall, processor }: Times): string {
  return `${wall.toFixed(0)} ms (${processor.toFixed(0)})`;
}

/** By which two runs are compared: a change for speed alone leaves it as it was. */
function hashOf(result: unknown): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 8);
}

/** The claims of two thousand seeded articles: out of the file where they were read before, else read now and put there. */
function readOnce(file: string | undefined): KeptClaim[][] {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as KeptClaim[][];
  const random = wholeNumbers(3);
  const read = Array.from({ length: 2000 }, () =>
    keptClaims(readingOf({ date: '2023-01-01', text: articleOf(60, random) })),
  );
  if (file) writeFileSync(file, JSON.stringify(read));
  return read;
}

/** Claims of many articles: those that were read stand for the others under other names and days. */
function evidenceOf(articles: number, read: KeptClaim[][]): Evidence {
  const claims: KeptClaim[] = [];
  for (let at = 0; at < articles; at += 1) {
    const day = new Date(Date.UTC(2010, 0, 1) + (at % 5400) * 86_400_000).toISOString().slice(0, 10);
    const date = { value: day, earliest: day, latest: day, basis: 'given' as const };
    for (const { claim, article, sentence, countries } of read[at % read.length]!)
      claims.push({ claim, article: { ...article, id: `seeded-${at}`, date }, sentence, countries });
  }
  return {
    ...shippedEvidence('CHN', 'RUS'),
    standing: 'record',
    claims,
    ledger: [],
    articles: { count: articles, earliest: '2010-01-01', latest: '2024-10-13' },
  };
}

const SENTENCES: ((number: () => number) => string)[] = [
  n => `Trade between China and Russia came to $${100 + (n() % 150)} billion in ${2014 + (n() % 10)}.`,
  n => `Xi Jinping and Vladimir Putin have met ${20 + (n() % 25)} times since 2013.`,
  n => `“We shall build road number ${n() % 900} together and nobody will stop us,” Vladimir Putin said in Moscow.`,
  n => `China exported goods worth $${20 + (n() % 90)} billion to Russia in 2023, up ${n() % 60} percent.`,
  n => `Russia will pay ${n() % 900} million yuan for the new terminal in port ${n() % 90}, the ministry said.`,
  () => `China condemned the attack and sent its envoy to Moscow on Monday.`,
  () => `It is clear that Russia needs China more than China needs Russia.`,
  n => `China was Russia’s largest trading partner in ${2015 + (n() % 9)}.`,
];

function articleOf(words: number, random: () => number): string {
  const sentences: string[] = [];
  let length = 0;
  while (length < words) {
    const sentence = SENTENCES[random() % SENTENCES.length]!(random);
    sentences.push(sentences.length % 6 === 5 ? `${sentence}\n\n` : sentence);
    length += sentence.split(' ').length;
  }
  return sentences.join(' ');
}

/** Whole numbers from a seed, the same on every machine. */
function wholeNumbers(seed: number): () => number {
  const random = randomNumbers(seed);
  return () => Math.floor(random() * 2 ** 28);
}
