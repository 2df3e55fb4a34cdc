/**
 * What is left of a record when the process that adds to it is killed: again and again an ingest is killed (SIGKILL, with all
 * its processes) at a random moment, the record is verified and looked through, and the ingest is repeated until it is done.
 *
 *   npm run bench -- kills FOLDER [KILLS] [ARTICLES] [SEED] [commands|record]
 *
 * `commands` kills `upperhand add`, on one and two cores in turn; `record` kills a process that keeps articles read
 * before, so that most kills fall into the writing and few into the loading. A kill comes when a random number of articles has
 * been told of, and a random time later, so that no part of the way is left out on a slow machine.
 * Counted are articles that a command had told of and that are gone (lost), faults that `verify` finds and articles
 * without a reading (half-written), and records that at last differ from that of an undisturbed run. All must be 0.
 * Default: 1000 kills of `upperhand add` with 600 articles.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { articleFromText } from '../src/article/article.js';
import { randomNumbers } from '../src/balance/random.js';
import { packageRoot } from '../src/knowledge.js';
import { readArticle } from '../src/read.js';
import { READER_VERSION } from '../src/reader-version.js';
import { databaseFile } from '../src/record/database-file.js';
import { openDatabase } from '../src/record/duckdb.js';
import { type GeneratedArticle, generatedArticles } from './generated-articles.js';

const [folder, killsAsked = '1000', count = '600', seed = '1', way = 'commands'] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder? Records are made in it.');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const BATCH = 20;
const built = (path: string) => JSON.stringify(pathToFileURL(join(packageRoot, 'dist', path)).href);
/** The command line itself, without the look whether it is built: a kill while it builds shows nothing. */
const COMMAND = `
  const { run } = await import(${built('cli/main.js')});
  process.exitCode = await run(['node', 'upperhand', ...process.argv.slice(1)]);`;
/** Keeps what the file holds and the record does not, some at once, as one short command after the other would. */
const KEEPING = `
  import { readFileSync } from 'node:fs';
  const { openDatabase } = await import(${built('record/duckdb.js')});
  const [, file, , , , , folder] = process.argv.slice(1);
  let record = await openDatabase(folder, { create: true });
  const kept = new Set((await record.articles()).map(({ id }) => id));
  const ready = readFileSync(file, 'utf8').split('\\n').map(line => JSON.parse(line));
  const fresh = ready.filter(({ article }) => !kept.has(article.sha256.slice(0, 16)));
  for (let i = 0; i < fresh.length; i += ${BATCH}) {
    const batch = fresh.slice(i, i + ${BATCH}).map(one => ({ ...one, original: Buffer.from(one.article.text) }));
    for (const { id } of await record.addAll(batch)) process.stdout.write(JSON.stringify({ id }) + '\\n');
    await record.close();
    record = await openDatabase(folder, { create: false });
  }
  await record.close();`;
const articles = [...generatedArticles(Number(count), Number(seed))];
const file = join(folder, 'articles.jsonl');
writeFileSync(file, articles.map(one => JSON.stringify(way === 'record' ? readBefore(one) : one)).join('\n'));

const undisturbed = join(folder, 'undisturbed');
rmSync(undisturbed, { recursive: true, force: true });
const begun = performance.now();
const first = adding(undisturbed, 1);
/** From the start of a process to its first article, and from one article to the next, in milliseconds. */
const loading = await first.told(1).then(() => performance.now() - begun);
await first.over;
const each = (performance.now() - begun - loading) / articles.length;
const expected = await exportOf(undisturbed);

const sums = { kills: 0, beforeTheRecord: 0, lost: 0, halfWritten: 0, differing: 0, completed: 0 };
const random = randomNumbers(Number(seed));
while (sums.kills < Number(killsAsked)) {
  const record = join(folder, 'killed');
  rmSync(record, { recursive: true, force: true });
  const told = new Set<string>();
  // From none to several kills on the way of one record to its end.
  for (let done = false; !done; ) {
    const ingest = adding(record, 1 + (sums.kills % 2));
    const left = Math.floor(random() * (articles.length - told.size + 1));
    // What is not told of yet may be killed while it loads, or a little after: some have to come to the end.
    const { code } = await killed(ingest, left, random() * (left === 0 ? 3 * loading : BATCH * each));
    for (const id of ingest.lines()) told.add(id);
    done = code === 0;
    if (done) continue;
    sums.kills++;
    await look(record, told);
    if (sums.kills % 50 === 0) console.log(JSON.stringify(sums));
  }
  sums.completed++;
  if ((await exportOf(record)) !== expected) sums.differing++;
}
console.log(
  `${sums.kills} kills (${sums.beforeTheRecord} before there was a record), ${sums.completed} records completed: ` +
    `${sums.lost} lost, ${sums.halfWritten} half-written, ${sums.differing} differing from an undisturbed run`,
);
process.exitCode = sums.lost + sums.halfWritten + sums.differing > 0 ? 1 : 0;

/** Opens what a kill left, as the next command would. */
async function look(folder: string, told: Set<string>): Promise<void> {
  if (!existsSync(databaseFile(folder))) {
    sums.beforeTheRecord++;
    sums.lost += told.size;
    return;
  }
  const record = await openDatabase(folder, { create: false });
  try {
    const faults = await record.verify();
    sums.halfWritten += faults.length;
    for (const fault of faults) console.log(fault);
    const kept = new Set((await record.articles()).map(({ id }) => id));
    for (const id of told) if (!kept.has(id)) sums.lost++;
  } finally {
    await record.close();
  }
}

interface Ingest {
  child: ChildProcess;
  /** The ids it has told of so far. */
  lines(): string[];
  /** Done when it has told of so many, or is over. */
  told(count: number): Promise<unknown>;
  over: Promise<{ code: number | null }>;
}

function adding(record: string, jobs: number): Ingest {
  const words = ['add', file, '--json', '--jobs', String(jobs), '--record', record];
  const script = way === 'record' ? KEEPING : COMMAND;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, so that its readers are killed with it.
    detached: true,
  });
  let said = '';
  child.stdout!.on('data', chunk => (said += chunk));
  const over = new Promise<{ code: number | null }>(resolve => child.once('close', code => resolve({ code })));
  // A line that the kill cut off was not told.
  const whole = () => said.split('\n').slice(0, -1);
  const told = (count: number) => {
    const heard = new Promise<void>(resolve =>
      child.stdout!.on('data', () => {
        if (whole().length >= count) resolve();
      }),
    );
    return Promise.race([heard, over]);
  };
  return { child, lines: () => whole().map(line => (JSON.parse(line) as { id: string }).id), told, over };
}

/** Lets an ingest run until it has told of so many articles and so many milliseconds more, and kills it. */
async function killed({ child, told, over }: Ingest, count: number, wait: number): Promise<{ code: number | null }> {
  if (count > 0) await told(count);
  const timer = setTimeout(() => killAll(child), wait);
  const end = await over;
  clearTimeout(timer);
  return end;
}

/** An article with its reading, as the record takes them. */
function readBefore(one: GeneratedArticle) {
  const article = articleFromText(one);
  return { article, container: 'text', reading: readArticle(article), readerVersion: READER_VERSION };
}

function killAll(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It ended by itself just before.
  }
}

async function exportOf(folder: string): Promise<string> {
  const record = await openDatabase(folder, { create: false });
  const hash = createHash('sha256');
  for await (const line of record.exported()) hash.update(line);
  await record.close();
  return hash.digest('hex');
}
