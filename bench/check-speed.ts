/** How long the checking itself takes on a large record: seeded articles of a pair, and one of 1,000 words held against them. */
import { randomNumbers } from '../src/balance/random.js';
import { checkReading } from '../src/check/check.js';
import { possibleOriginals } from '../src/check/copies/original.js';
import type { Evidence, KeptClaim } from '../src/record/evidence.js';
import { shippedEvidence } from '../src/record/shipped.js';
import { keptClaims, readingOf } from '../test/check/case.js';

const RUNS = 5;

/** Prints the median times of a check in milliseconds: looking up, of that without the articles, finding a copy, reading, the index. */
export function measureSpeed(articles: number): void {
  const evidence = evidenceOf(articles);
  const article = readingOf({ date: '2024-06-01', text: articleOf(1000, wholeNumbers(7)) });
  const words = article.document.text.split(/\s+/).length;
  checkReading(article, evidence);
  const first = timed(() => checkReading(article, { ...evidence, claims: [...evidence.claims] }));
  const { text } = article.document;
  const reading = timed(() => readingOf({ date: '2024-06-01', text }));
  const withoutArticles = { ...evidence, claims: [], ledger: [] };
  const rows = timed(() => checkReading({ ...article }, withoutArticles));
  // A reading that is new each time: what was looked up for a sentence is kept with its reading.
  const again = timed(() => checkReading({ ...article }, evidence));
  const copies = timed(() => possibleOriginals({ ...article }, evidence));
  console.log(
    `check: ${words} words, ${checkReading(article, evidence).length} checks, against ${articles} articles with ` +
      `${evidence.claims.length} claims: ${again.toFixed(0)} ms, of them ${rows.toFixed(0)} ms without the articles; finding a ` +
      `copy ${copies.toFixed(0)} ms; reading the article ${reading.toFixed(0)} ms; making the index of the record ` +
      `${(first - again).toFixed(0)} ms (median of ${RUNS})`,
  );
}

function timed(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)]!;
}

/** Claims of many articles: two thousand are read, and their claims stand for the others under other names and days. */
function evidenceOf(articles: number): Evidence {
  const random = wholeNumbers(3);
  const read = Array.from({ length: 2000 }, () =>
    keptClaims(readingOf({ date: '2023-01-01', text: articleOf(60, random) })),
  );
  const claims: KeptClaim[] = [];
  for (let at = 0; at < articles; at += 1) {
    const day = new Date(Date.UTC(2010, 0, 1) + (at % 5400) * 86_400_000).toISOString().slice(0, 10);
    const date = { value: day, earliest: day, latest: day, basis: 'given' as const };
    for (const { claim, article, sentence } of read[at % read.length]!)
      claims.push({ claim, article: { ...article, id: `seeded-${at}`, date }, sentence });
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
