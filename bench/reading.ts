/**
 * How fast whole readings are made: raw text to claims, one core.
 *
 *   node .build/tools/bench/reading.js DOCUMENTS.jsonl...            (`{id, text, date?}` a line)
 *
 * Prints sentences, words and bytes a second of the second of two rounds, the share of each stage, and how the time
 * grows with the text: all documents as one, and that text twice and four times over. A ratio of 2 is linear.
 */
import { performance } from 'node:perf_hooks';
import { findMentions } from '../src/actors/mentions.js';
import { articleFromText, type DocumentInput } from '../src/article/article.js';
import { readActions } from '../src/claims/action.js';
import { readAddresses } from '../src/claims/address.js';
import { readFigures } from '../src/claims/figure.js';
import { readJudgements } from '../src/claims/judgement.js';
import { readOffices } from '../src/claims/office.js';
import { readStatements } from '../src/claims/statement.js';
import { parseSentences } from '../src/language/parse.js';
import { annotate, readDocument } from '../src/read.js';
import { findTimes } from '../src/time/find.js';
import { linesOf } from './labelled.js';

const documents = process.argv.slice(2).flatMap(path => linesOf<DocumentInput>(path));

const loading = performance.now();
readDocument({ text: 'Xi Jinping met Vladimir Putin in Moscow.' });
console.log(`first reading, knowledge and models loaded on the way: ${Math.round(performance.now() - loading)} ms`);

readAll(documents);
const { seconds, sentences, words, characters } = readAll(documents);
console.log(
  `${documents.length} documents, ${sentences} sentences in ${seconds.toFixed(2)} s: ${rate(sentences)} sentences, ` +
    `${rate(words)} words, ${rate(characters / 1000)} kB a second`,
);

for (const [stage, time] of stages())
  console.log(`  ${stage.padEnd(12)} ${((time / seconds / 1000) * 100).toFixed(1)} %`);

const whole = documents
  .map(({ text }) => text)
  .join('\n\n')
  .slice(0, 400_000);
let before = 0;
for (const times of [1, 2, 4]) {
  const text = Array(times).fill(whole).join('\n\n');
  const begun = performance.now();
  readDocument({ text, date: '2020-01-01' });
  const took = performance.now() - begun;
  const ratio = before > 0 ? `, ${(took / before).toFixed(2)} times as long as half of it` : '';
  console.log(`one article of ${(text.length / 1e6).toFixed(1)} MB: ${(took / 1000).toFixed(2)} s${ratio}`);
  before = took;
}

function readAll(all: DocumentInput[]) {
  const begun = performance.now();
  const readings = all.map(document => readDocument(document));
  return {
    seconds: (performance.now() - begun) / 1000,
    sentences: readings.reduce((sum, reading) => sum + reading.sentences.length, 0),
    words: all.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
    characters: all.reduce((sum, { text }) => sum + text.length, 0),
  };
}

/** Milliseconds of each stage over all documents. */
function stages(): Map<string, number> {
  const spent = new Map<string, number>();
  const timed = <T>(stage: string, work: () => T): T => {
    const begun = performance.now();
    const result = work();
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - begun);
    return result;
  };
  for (const document of documents) {
    const article = articleFromText(document);
    const parsed = timed('language', () => parseSentences(article.text));
    timed('actors', () => findMentions(article, parsed));
    timed('time', () => findTimes(article, parsed));
    const page = annotate(article);
    timed('actions', () => readActions(page));
    const statements = timed('statements', () => readStatements(page));
    timed('figures', () => readFigures(page));
    timed('address', () => readAddresses(page, statements));
    timed('offices', () => readOffices(page));
    timed('judgements', () => readJudgements(page));
  }
  return spent;
}

function rate(count: number): string {
  return Math.round(count / seconds).toLocaleString('en');
}
