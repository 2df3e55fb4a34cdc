/**
 * How long the record takes: adding articles, importing rows, gathering the evidence of a pair, exporting, verifying.
 * The articles are short and alike: it is the record that is measured, not the reading.
 *
 *   npm run bench -- record FOLDER [ARTICLES] [TRADE.csv]
 *
 * @param FOLDER where the record is made; it must not hold one.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { articleFromText } from '../src/article/article.js';
import { baciRows } from '../src/datasets/baci.js';
import { READER_VERSION, readArticle } from '../src/read.js';
import { databaseFile } from '../src/record/database-file.js';
import { openDatabase } from '../src/record/duckdb.js';

const [folder, count = '200', trade] = process.argv.slice(2);
if (!folder || existsSync(databaseFile(folder))) {
  console.error('Which folder? It must not hold a record.');
  process.exit(2);
}

const kept = Array.from({ length: Number(count) }, (_, i) => {
  const text = `China and Russia signed ${i + 2} agreements in Moscow on Monday. Xi Jinping called Vladimir Putin a dear friend.`;
  const article = articleFromText({ text, date: '2023-03-21' });
  const reading = readArticle(article);
  return { article, reading, container: 'text' as const, original: Buffer.from(text), readerVersion: READER_VERSION };
});

const record = await openDatabase(folder, { create: true });
await timed(`${count} articles added`, async () => {
  for (const article of kept) await record.add(article);
});
await timed(`${count} articles added again`, async () => {
  for (const article of kept) await record.add(article);
});
if (trade) {
  const rows = baciRows(readFileSync(trade, 'utf8'), trade);
  await timed(`${rows.length} rows imported`, () => record.importRows(rows));
  await timed(`${rows.length} rows imported again`, () => record.importRows(rows));
}
await timed('evidence of a pair, first', () => record.evidence('CHN', 'RUS'));
await timed('evidence of a pair, then', () => record.evidence('CHN', 'RUS'));
await timed('export', () => record.exportLines());
await timed('verify', () => record.verify());
await record.close();
console.log(`${(statSync(databaseFile(folder)).size / 1e6).toFixed(1)} MB`);

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  console.log(`${what}: ${(performance.now() - begun).toFixed(0)} ms`);
}
