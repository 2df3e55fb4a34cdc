/**
 * A large record: many short articles made of the product's own knowledge (data/frames, data/actors), added by the command
 * line in an order and on a number of cores, with the rate, the memory of all its processes and the size on disk; and
 * whether another order and another number of cores give the same canonical export.
 *
 *   npm run bench -- archive FOLDER [ARTICLES] [JOBS ...]
 *
 * Every number of JOBS is a run of its own in FOLDER; the second reads the articles in the reverse order, and so on in turn.
 * Default: 100,000 articles on 1 and on 2 cores.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/knowledge.js';
import { generatedArticles } from './generated-articles.js';

const [folder, count = '100000', ...jobs] = process.argv.slice(2);
if (!folder || existsSync(folder)) {
  console.error('Which folder? It must not be there yet.');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const bin = join(packageRoot, 'bin/upperhand.js');

const hashes: string[] = [];
for (const [i, cores] of (jobs.length > 0 ? jobs : ['1', '2']).entries()) {
  const file = join(folder, `${i}.jsonl`);
  await write(file, Number(count), i % 2 === 1);
  const record = join(folder, `${i}-on-${cores}`);
  const begun = performance.now();
  const peak = await run(['add', file, '--jobs', cores, '--record', record]);
  const seconds = (performance.now() - begun) / 1000;
  const again = performance.now();
  await run(['add', file, '--jobs', cores, '--record', record]);
  const known = (performance.now() - again) / 1000;
  const exporting = createHash('sha256');
  const begunExport = performance.now();
  const exportPeak = await run(['export', '--record', record], exporting);
  const hash = exporting.digest('hex');
  hashes.push(hash);
  console.log(
    [
      `${count} articles${i % 2 === 1 ? ', in reverse order,' : ''} on ${cores}: ${Math.round(Number(count) / seconds)} a second (${seconds.toFixed(0)} s)`,
      `${megabytes(peak)} of memory at most`,
      `${megabytes(sizeOf(record))} on disk`,
      `again ${known.toFixed(0)} s`,
      `export ${((performance.now() - begunExport) / 1000).toFixed(0)} s, ${megabytes(exportPeak)}, ${hash.slice(0, 16)}`,
    ].join('; '),
  );
}
console.log(new Set(hashes).size === 1 ? 'all exports are the same' : 'EXPORTS DIFFER');
process.exitCode = new Set(hashes).size === 1 ? 0 : 1;

/** Runs a command, and gives the most memory that it and its processes held together, looked at ten times a second. */
function run(words: string[], output?: ReturnType<typeof createHash>): Promise<number> {
  const child = spawn(process.execPath, [bin, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', chunk => output?.update(chunk));
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, memoryOf(String(child.pid)));
  }, 100);
  return new Promise((resolve, reject) =>
    child.once('close', code => {
      clearInterval(look);
      if (code === 0) resolve(peak);
      else reject(new Error(`${words[0]} ended with ${code}`));
    }),
  );
}

/** Bytes in memory of a process and of those that it started (Linux). */
function memoryOf(id: string): number {
  try {
    const held = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + memoryOf(child), held);
  } catch {
    return 0;
  }
}

async function write(file: string, articles: number, reversed: boolean): Promise<void> {
  const stream = createWriteStream(file);
  const lines = [...generatedArticles(articles, 1)].map(article => JSON.stringify(article));
  if (reversed) lines.reverse();
  for (const line of lines) {
    if (!stream.write(`${line}\n`)) await new Promise<void>(resolve => stream.once('drain', () => resolve()));
  }
  await new Promise<void>(resolve => stream.end(() => resolve()));
}

function sizeOf(record: string): number {
  return readdirSync(record).reduce((sum, name) => sum + statSync(join(record, name)).size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en-US')} MB`;
}
