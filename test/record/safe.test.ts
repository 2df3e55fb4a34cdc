/** The record is safe: whatever happens to the process that writes it, what was kept before is there and whole. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RecordUnusable } from '../../src/errors.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { openRecord } from '../../src/record/open.js';
import { articleToKeep } from './a-reading.js';

const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-safe-'));
const at = (name: string) => join(folder, name);
const ARTICLES = 20;
/** Each command is a process of its own. */
const PATIENCE = 120_000;

beforeAll(() => {
  // Where a source is newer than the build, the first command builds and says so.
  spawnSync(process.execPath, [bin, '--version']);
  const lines = Array.from({ length: ARTICLES }, (_, i) =>
    JSON.stringify({ id: `d${i}`, text: `China condemned Russia on Monday. It was report ${i}.`, date: '2023-03-20' }),
  );
  writeFileSync(at('articles.jsonl'), lines.join('\n'));
});

const adding = (record: string) => [bin, 'add', at('articles.jsonl'), '--jobs', '1', '--record', at(record)];

function upperhand(...words: string[]) {
  return spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
}

/** Waits until an adding process has told of some articles. */
async function untilTold(child: ChildProcess, articles: number): Promise<void> {
  let told = 0;
  for await (const chunk of child.stdout!) {
    told += String(chunk).split(' claims\n').length - 1;
    if (told >= articles) return;
  }
}

test(
  'a process that is killed while it adds leaves whole articles, and adding again adds the rest',
  async () => {
    for (const articles of [1, 9]) {
      const child = spawn(process.execPath, adding('killed'), { stdio: ['ignore', 'pipe', 'ignore'] });
      await untilTold(child, articles);
      child.kill('SIGKILL');
      await new Promise(resolve => child.once('exit', resolve));
      const { status, stdout } = upperhand('verify', '--record', at('killed'));
      expect(stdout).toMatch(/^\d+ articles?: all hashes, spans and references hold\n$/);
      expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(articles);
      expect(status).toBe(0);
    }
    expect(spawnSync(process.execPath, adding('killed')).status).toBe(0);
    expect(spawnSync(process.execPath, adding('whole')).status).toBe(0);
    const lines = (record: string) => upperhand('export', '--record', at(record)).stdout.trim().split('\n');
    expect(lines('killed')).toHaveLength(2 * ARTICLES);
    expect(lines('killed')).toEqual(lines('whole'));
  },
  PATIENCE,
);

test('a process that is killed while it makes the record leaves none, and what it left is cleared away', async () => {
  mkdirSync(at('young'));
  // No process has this number: Linux gives none above four million.
  writeFileSync(at('young/record.duckdb.99999999'), 'half');
  await expect(openRecord(at('young'))).rejects.toThrow('there is no record here');
  const record = await openDatabase(at('young'), { create: true });
  await record.close();
  expect(readdirSync(at('young'))).toEqual(['record.duckdb']);
});

test(
  'two that make the same record at once make one',
  async () => {
    const makers = ['one', 'two'].map(() => {
      const child = spawn(process.execPath, adding('raced'), { stdio: ['ignore', 'ignore', 'pipe'] });
      return new Promise<[number | null, string]>(resolve => {
        let said = '';
        child.stderr!.on('data', chunk => (said += chunk));
        child.once('close', code => resolve([code, said]));
      });
    });
    const ends = await Promise.all(makers);
    for (const [code, said] of ends) {
      expect([0, 4]).toContain(code);
      if (code === 4) expect(said).toMatch(/held by another process/);
    }
    expect(ends.some(([code]) => code === 0)).toBe(true);
    expect(upperhand('verify', '--record', at('raced')).stdout).toMatch(new RegExp(`^${ARTICLES} articles: all`));
  },
  PATIENCE,
);

test.runIf(process.platform === 'linux')(
  'no room to write: one clear line, and what was kept is there',
  () => {
    // A limit on the size of files, in blocks of 1024 bytes, stands for a full disk: the log of what was added reaches it.
    const limited = (record: string, blocks: number) =>
      spawnSync('bash', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, ...adding(record)], {
        encoding: 'utf8',
      });
    expect(spawnSync(process.execPath, [bin, 'add', writtenArticle(), '--record', at('full')]).status).toBe(0);
    const { status, stderr } = limited('full', 20);
    // Where it takes long, lines of its progress stand before.
    expect(stderr).toMatch(/(?:^|left\n)upperhand: [^\n]*there is no room to write; make room and repeat[^\n]*\n$/);
    expect(status).toBe(4);
    const { stdout } = upperhand('verify', '--record', at('full'));
    expect(stdout).toMatch(/^\d+ articles?: all hashes, spans and references hold\n$/);
    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(1);
    const before = limited('never', 100);
    expect(before.stderr).toMatch(/there is no room to write/);
    expect(existsSync(at('never/record.duckdb'))).toBe(false);
  },
  PATIENCE,
);

describe('a file that is no longer whole is told and left as it is', () => {
  test.each([
    ['cut in half', (file: string) => truncateSync(file, readFileSync(file).length / 2)],
    ['changed in the middle', changed],
    ['another file', (file: string) => writeFileSync(file, 'no database')],
    ['empty', (file: string) => truncateSync(file, 0)],
  ])('%s', async (name, spoil) => {
    const record = await openDatabase(at(name), { create: true });
    for (const word of ['condemned', 'praised', 'met']) await record.add(articleToKeep(`China ${word} Russia.`));
    await record.close();
    const file = at(`${name}/record.duckdb`);
    spoil(file);
    const spoiled = readFileSync(file);
    await expect(openDatabase(at(name), { create: true })).rejects.toThrow(RecordUnusable);
    await expect(openDatabase(at(name), { create: true })).rejects.toThrow(/damaged or not one .*restore it/);
    expect(readFileSync(file).equals(spoiled)).toBe(true);
  });
});

test('a copy of the folder is the record', async () => {
  const record = await openDatabase(at('here'), { create: true });
  const { id } = await record.add(articleToKeep());
  await record.close();
  cpSync(at('here'), at('there'), { recursive: true });
  const copy = await openRecord(at('there'));
  expect(await copy.verify()).toEqual([]);
  expect((await copy.article(id))?.document.text).toBe(articleToKeep().article.text);
  await copy.close();
});

function writtenArticle(): string {
  writeFileSync(at('one.txt'), 'China condemned Russia on Friday, 17 March 2023.\n');
  return at('one.txt');
}

/** Turns some bytes of the first blocks that hold anything. */
function changed(file: string): void {
  const bytes = readFileSync(file);
  for (let at = 12_288 + 64; at < bytes.length; at += 4096) bytes[at] = bytes[at]! ^ 0xff;
  writeFileSync(file, bytes);
}
