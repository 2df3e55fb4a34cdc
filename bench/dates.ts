/**
 * Time expressions and dates of articles, measured.
 *
 *     npm run bench -- dates GOLD.jsonl > OUTPUT.jsonl   the times of every article, one reading's worth a line, for scoring
 *     npm run bench -- dates --speed GOLD.jsonl          only how long that took
 *     npm run bench -- dates --undated FILE              how often the date of an article is told from its own words
 *     npm run bench -- dates --growth                    time on hostile texts and on twice as much of them
 *
 * GOLD.jsonl has a line a document: {"id", "date", "text", ...}. FILE is such a file, or a YAML list of {written, text}.
 */
import { readFileSync } from 'node:fs';
import { load as parseYaml } from 'js-yaml';
import { type Article, articleFromText } from '../src/article/article.js';
import { parseSentences } from '../src/language/parse.js';
import { findTimes } from '../src/time/find.js';
import { inferPublicationDate } from '../src/time/publication-date.js';
import { linesOf } from './labelled.js';

interface Dated {
  id?: string;
  date: string | null;
  text: string;
}

const HOSTILE: Record<string, string> = {
  'of of of': 'of ',
  digits: '1',
  'digits and dots': '1.',
  weekdays: 'Monday ',
  years: 'in 2012 ',
  'number words': 'two hundred and ',
  quotations: '“In the past six years we met in 2012,” he said in 2014. ',
  'opening marks': '“',
  events: 'Xi will visit Moscow next week in 2012. ',
  lines: 'last year\n',
};

const options = process.argv.slice(2).filter(argument => argument.startsWith('--'));
const paths = process.argv.slice(2).filter(argument => !argument.startsWith('--'));

if (options.includes('--growth')) growth();
for (const path of paths) {
  const documents = documentsIn(path);
  if (options.includes('--undated')) undated(path, documents);
  else expressions(path, documents, options.includes('--speed'));
}

function documentsIn(path: string): Dated[] {
  if (!path.endsWith('.yaml')) return linesOf(path);
  const dated = parseYaml(readFileSync(path, 'utf8')) as { written: string; text: string }[];
  return dated.map(({ written, text }) => ({ date: written, text }));
}

function expressions(path: string, documents: Dated[], speedOnly: boolean): void {
  const articles: Article[] = documents.map(({ id = null, date, text }) => articleFromText({ id, date, text }));
  const sentences = articles.map(article => parseSentences(article.text));
  const begun = performance.now();
  const times = articles.map((article, index) => findTimes(article, sentences[index]!));
  const seconds = (performance.now() - begun) / 1000;
  const count = sentences.reduce((sum, each) => sum + each.length, 0);
  process.stderr.write(
    `${path}: ${count} sentences in ${seconds.toFixed(2)} s, ${Math.round(count / seconds)} a second\n`,
  );
  if (speedOnly) return;
  for (const [index, { id }] of articles.entries())
    process.stdout.write(`${JSON.stringify({ document: { id }, times: times[index] })}\n`);
}

/** Prints how many articles are dated rightly (their day lies in the range) and to a week, a month; how many wrongly, or not. */
function undated(path: string, documents: Dated[]): void {
  const counts = { right: 0, 'to a week': 0, 'to a month': 0, wrong: 0, 'no date': 0 };
  for (const { date: day, text } of documents) {
    if (!day) continue;
    const { date } = inferPublicationDate(text, parseSentences(text), null);
    const { earliest, latest, basis } = date;
    if (basis === 'unknown') counts['no date']++;
    else if ((earliest && day < earliest) || (latest && day > latest)) {
      counts.wrong++;
      process.stdout.write(
        `wrong: written ${day}, told ${earliest}..${latest}: ${text.trim().slice(0, 70).replaceAll('\n', ' ')}\n`,
      );
    } else {
      counts.right++;
      const days =
        earliest && latest ? (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 : Number.POSITIVE_INFINITY;
      if (days <= 7) counts['to a week']++;
      if (days <= 31) counts['to a month']++;
    }
  }
  process.stdout.write(`${path}: ${documents.length} articles ${JSON.stringify(counts)}\n`);
}

/** The time for 250,000 and 500,000 characters of each, without that of parsing. */
function growth(): void {
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const [once, twice] = [250_000, 500_000].map(length =>
      millisecondsFor(unit.repeat(Math.ceil(length / unit.length))),
    );
    process.stdout.write(`${name}: ${once} ms, twice as much ${twice} ms\n`);
  }
}

function millisecondsFor(text: string): number {
  const sentences = parseSentences(text);
  const article = articleFromText({ text, date: '2024-01-01' });
  const begun = performance.now();
  findTimes(article, sentences);
  inferPublicationDate(text, sentences, null);
  return Math.round(performance.now() - begun);
}
