/**
 * How long search and the evidence of a pair take on a large record. Articles are made by a seeded generator, with claims
 * between countries drawn so that a few are named often, as in the news: it is the record that is measured, not the reading.
 *
 *   npm run bench -- search FOLDER [ARTICLES] [SENTENCES an article]
 *
 * @param FOLDER where the record is made; one that holds a record already is measured as it is.
 */
import { existsSync, statSync } from 'node:fs';
import { countries } from '../src/actors/countries.js';
import { articleFromText } from '../src/article/article.js';
import { randomNumbers } from '../src/balance/random.js';
import { type ActionClaim, PLOVER_TYPES, type Reading } from '../src/reading.js';
import { databaseFile } from '../src/record/database-file.js';
import { openDatabase } from '../src/record/duckdb.js';
import type { ArticleToKeep } from '../src/record/record.js';
import type { SearchQuery } from '../src/record/search/query.js';

const [folder, articles = '50000', each = '20'] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder?');
  process.exit(2);
}

const WORDS = 40_000;
const AT_ONCE = 500;
const REPEATS = 7;
const random = randomNumbers(1);
const codes = [...countries().map(({ iso3 }) => iso3)].sort();
/** Few are drawn often, many seldom. */
const skewed = (count: number, power: number) => Math.floor(count * random() ** power);
const word = () => {
  return wordOfRank(skewed(WORDS, 3));
};

const existed = existsSync(databaseFile(folder));
const record = await openDatabase(folder, { create: true });
if (!existed) {
  const begun = performance.now();
  for (let made = 0; made < Number(articles); made += AT_ONCE)
    await record.addAll(
      Array.from({ length: Math.min(AT_ONCE, Number(articles) - made) }, (_, i) => articleOf(made + i)),
    );
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${articles} articles made and added in ${seconds.toFixed(0)} s, ${(Number(articles) / seconds).toFixed(0)} a second`,
  );
}
console.log(`${(statSync(databaseFile(folder)).size / 1e6).toFixed(0)} MB`);
const common = wordOfRank(0);
const QUERIES: Record<string, SearchQuery> = {
  'the commonest word': { phrases: [common], whole: true },
  'all words of a beginning': { phrases: [common.slice(0, 3)] },
  'a seldom word': { phrases: [wordOfRank(30_011)], whole: true },
  'two common words': { phrases: [common, wordOfRank(1)], whole: true },
  'two words in a row': { phrases: [`${common} ${wordOfRank(2)}`], whole: true },
  'an actor and a type': { phrases: [], actors: [codes[0]!], kinds: ['ACCUSE'] },
  'a word, an actor, a year': {
    phrases: [common],
    whole: true,
    actors: [codes[1]!],
    from: '2020-01-01',
    to: '2020-12-31',
  },
};
for (const [name, query] of Object.entries(QUERIES)) {
  const { found } = await record.search(query);
  console.log(`search, ${name}: ${found} found, ${await median(() => record.search(query))} ms`);
}
for (const [a, b] of [
  [codes[0]!, codes[1]!],
  [codes[40]!, codes[41]!],
]) {
  const begun = performance.now();
  const { claims, ledger } = await record.evidence(a!, b!);
  console.log(
    `evidence of ${a} and ${b}: ${claims.length} claims, ${ledger.length} events, ${(performance.now() - begun).toFixed(0)} ms`,
  );
}
await record.close();

function articleOf(number: number): ArticleToKeep {
  const day = new Date(Date.UTC(2014, 0, 1 + (number % 4000))).toISOString().slice(0, 10);
  const claims: ActionClaim[] = [];
  const sentences: Reading['sentences'] = [];
  let text = '';
  for (let i = 0; i < Number(each); i++) {
    const start = text.length;
    text += `${Array.from({ length: 19 }, word).join(' ')} ${number}. `;
    sentences.push({ start, end: text.length - 1, boilerplate: false });
    if (i % 4 === 0) claims.push(claimAt(`${number}-${i}`, start, day));
  }
  const { titleSpan: _, ...document } = articleFromText({ text, date: day, publisher: `Gazette ${number % 50}` });
  const reading: Reading = { document, sentences, mentions: [], times: [], claims };
  const article = { ...document, titleSpan: null };
  return { article, reading, original: Buffer.from(text), container: 'text', readerVersion: 'bench' };
}

function claimAt(id: string, start: number, day: string): ActionClaim {
  const [source, target] = [skewed(codes.length, 3), skewed(codes.length, 3)].map(i => [codes[i]!]) as [
    string[],
    string[],
  ];
  const span = { start, end: start + 5 };
  const days = { from: day, to: day };
  return {
    ...{ kind: 'action', id, ...span, confidence: 0.8, by: 'author', denied_by: null, links: [] },
    ...{ type: PLOVER_TYPES[skewed(PLOVER_TYPES.length, 1)]!, of: null, mode: null, trigger: span, source, target },
    ...{ third: [], names: [], when: { ...days, start: null, end: null }, said: days, place: null },
    ...{ modality: 'happened', negated: false, main: true },
  };
}

function wordOfRank(rank: number): string {
  return `${'bcdfghklmnprstvw'[rank % 16]}${'aeiou'[rank % 5]}${'lmnrst'[rank % 6]}${rank.toString(36)}`;
}

async function median(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[REPEATS >> 1]!.toFixed(0);
}
