/**
 * What is left of a record when the process that adds to it is killed: again and again an ingest is killed (SIGKILL, with all
 * its processes) at a random moment, the record is verified and looked through, and the ingest is repeated until it is done.
 *
 *   npm run bench -- kills FOLDER [KILLS] [ARTICLES] [SEED]
 *
 * Counted are articles that a command had told of and that are gone (lost), faults that `verify` finds and articles
 * without a reading (half-written), and records that at last differ from that of an undisturbed run. All must be 0.
 * Default: 1000 kills of an ingest of 600 articles, on one and two cores in turn.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomNumbers } from '../src/balance/random.js';
import { packageRoot } from '../src/knowledge.js';
import { databaseFile, openDatabase } from '../src/record/duckdb.js';
import { generatedArticles } from './generated-articles.js';

const [folder, killsAsked = '1000', count = '600', seed = '1'] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder? Records are made in it.');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
/** The command line itself, without the look whether it is built: a kill while it builds shows nothing. */
const main = pathToFileURL(join(packageRoot, 'dist/cli/main.js')).href;
const file = join(folder, 'articles.jsonl');
writeFileSync(file, [...generatedArticles(Number(count), Number(seed))].map(one => JSON.stringify(one)).join('\n'));

const undisturbed = join(folder, 'undisturbed');
rmSync(undisturbed, { recursive: true, force: true });
const begun = performance.now();
await ended(adding(undisturbed, 1).child);
const whole = performance.now() - begun;
const expected = await exportOf(undisturbed);

const sums = { kills: 0, beforeTheRecord: 0, lost: 0, halfWritten: 0, differing: 0, completed: 0 };
const random = randomNumbers(Number(seed));
while (sums.kills < Number(killsAsked)) {
  const record = join(folder, 'killed');
  rmSync(record, { recursive: true, force: true });
  const told = new Set<string>();
  // From none to several kills on the way of one record to its end.
  for (let done = false; !done; ) {
    const { child, lines } = adding(record, 1 + (sums.kills % 2));
    const over = ended(child);
    const timer = setTimeout(() => killAll(child), random() * whole * 1.2);
    const { code } = await over;
    clearTimeout(timer);
    for (const id of lines()) told.add(id);
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

function adding(record: string, jobs: number): { child: ChildProcess; lines(): string[] } {
  const words = ['add', file, '--json', '--jobs', String(jobs), '--record', record];
  const script = `const { run } = await import(${JSON.stringify(main)}); process.exitCode = await run(['node', 'upperhand', ...process.argv.slice(1)]);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, so that its readers are killed with it.
    detached: true,
  });
  let said = '';
  child.stdout!.on('data', chunk => (said += chunk));
  // A line that the kill cut off was not told.
  const lines = () => said.split('\n').slice(0, -1);
  return { child, lines: () => lines().map(line => (JSON.parse(line) as { id: string }).id) };
}

function killAll(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // It ended by itself just before.
  }
}

function ended(child: ChildProcess): Promise<{ code: number | null }> {
  return new Promise(resolve => child.once('close', code => resolve({ code })));
}

async function exportOf(folder: string): Promise<string> {
  const record = await openDatabase(folder, { create: false });
  const hash = createHash('sha256');
  for await (const line of record.exported()) hash.update(line);
  await record.close();
  return hash.digest('hex');
}
