/**
 * Reads the times of every article of a file and prints them, one reading's worth a line, for scoring.
 *
 *     node .build/tools/bench/dates.js GOLD.jsonl > OUTPUT.jsonl     (--speed: only how long it took)
 *
 * GOLD.jsonl has a line a document: {"id", "date", "text", ...}. Only `document.id` and `times` are printed.
 */
import { readFileSync } from 'node:fs';
import type { Article } from '../src/article/article.js';
import { parseSentences } from '../src/language/parse.js';
import { findTimes } from '../src/time/find.js';

const paths = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const speedOnly = process.argv.includes('--speed');

for (const path of paths) {
  const documents = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const articles = documents.map(
    ({ id, date, text }) =>
      ({
        id,
        text,
        date: { value: date ?? null, earliest: date ?? null, latest: date ?? null, basis: 'given' },
      }) as Article,
  );
  const sentences = articles.map(article => parseSentences(article.text));
  const begun = performance.now();
  const times = articles.map((article, index) => findTimes(article, sentences[index]!));
  const seconds = (performance.now() - begun) / 1000;
  const count = sentences.reduce((sum, each) => sum + each.length, 0);
  process.stderr.write(
    `${path}: ${count} sentences in ${seconds.toFixed(2)} s, ${Math.round(count / seconds)} a second\n`,
  );
  if (!speedOnly)
    for (const [index, document] of documents.entries())
      process.stdout.write(`${JSON.stringify({ document: { id: document.id }, times: times[index] })}\n`);
}
