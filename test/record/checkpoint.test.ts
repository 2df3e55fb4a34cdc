/** What a crash in the middle of a checkpoint leaves, made by hand: bench/kills.ts makes it by real kills, which seldom hit. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { READER_VERSION, readArticle } from '../../src/index.js';
import { checkpointsOf, NO_OTHER_CHECKPOINTS } from '../../src/record/checkpoint.js';
import { HEADERS } from '../../src/record/database-file.js';
import { openDatabase } from '../../src/record/duckdb.js';

const BLOCK = 262_144;
let folder: string;
let file: string;
const undo = () => `${file}.undo`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upperhand-checkpoint-'));
  file = join(folder, 'record.duckdb');
  const record = await openDatabase(folder, { create: true });
  await record.add(kept('Macron met Scholz in Paris on Monday.'));
  await record.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function kept(text: string) {
  const article = articleFromText({ text, date: '2024-05-20' });
  const original = Buffer.from(text);
  return {
    article,
    container: 'text' as const,
    original,
    reading: readArticle(article),
    readerVersion: READER_VERSION,
  };
}

/** A second article in the log; then what is put by before a checkpoint, kept as a process leaves it that dies there. */
async function dyingAtCheckpoint(finish: boolean): Promise<void> {
  const record = await openDatabase(folder, { create: false });
  await record.add(kept('Xi Jinping called Vladimir Putin on Tuesday.'));
  // As a killed process leaves them: nothing is closed.
  for (const name of [file, `${file}.wal`]) copyFileSync(name, `${name}.kept`);
  await record.close();
  for (const name of [file, `${file}.wal`]) copyFileSync(`${name}.kept`, name);
  const checkpoints = checkpointsOf(file);
  const instance = await DuckDBInstance.create(file, NO_OTHER_CHECKPOINTS.setting);
  const connection = await instance.connect();
  await connection.run(NO_OTHER_CHECKPOINTS.sql);
  let putBy: Buffer | null = null;
  const dying = new Proxy(connection, {
    get(target, name) {
      if (name !== 'run') return Reflect.get(target, name).bind(target);
      return async (sql: string) => {
        putBy = readFileSync(undo());
        if (finish) return target.run(sql);
        throw new Error('the process is gone');
      };
    },
  });
  await checkpoints.run(dying, 'always');
  connection.closeSync();
  instance.closeSync();
  checkpoints.close();
  writeFileSync(undo(), putBy!);
}

/** Every block that was put by, half written: its first half of another time. */
function tear(): number {
  const bytes = readFileSync(file);
  const about = JSON.parse(readFileSync(undo()).subarray(0, 1000).toString().split('\n')[0]!) as { blocks: number[] };
  for (const block of about.blocks) bytes.fill(7, HEADERS + block * BLOCK, HEADERS + block * BLOCK + BLOCK / 2);
  writeFileSync(file, bytes);
  return about.blocks.length;
}

async function articlesIn(): Promise<number> {
  const record = await openDatabase(folder, { create: false });
  expect(await record.verify()).toEqual([]);
  const articles = await record.articles();
  await record.close();
  return articles.length;
}

test('a checkpoint that was cut off is undone by the next who opens the record, and nothing committed is lost', async () => {
  await dyingAtCheckpoint(false);
  expect(tear()).toBeGreaterThan(0);
  const torn = readFileSync(file);
  const putBy = readFileSync(undo());
  rmSync(undo());
  await expect(openDatabase(folder, { create: false })).rejects.toThrow(/damaged/);
  // The same file with what was put by.
  writeFileSync(file, torn);
  writeFileSync(undo(), putBy);
  expect(await articlesIn()).toBe(2);
  expect(existsSync(undo())).toBe(false);
});

test('what was put by for a checkpoint that came to its end is of no use, and is left out', async () => {
  await dyingAtCheckpoint(true);
  expect(await articlesIn()).toBe(2);
  expect(existsSync(undo())).toBe(false);
});

test('who finds another putting back waits for it, and takes over from one that died', async () => {
  await dyingAtCheckpoint(false);
  tear();
  const putBy = readFileSync(undo());
  rmSync(undo());
  writeFileSync(`${undo()}-1`, putBy);
  await expect(openDatabase(folder, { create: false })).rejects.toThrow(/held by another process \(number 1\)/);
  rmSync(`${undo()}-1`);
  // No process has so high a number.
  writeFileSync(`${undo()}-999999999`, putBy);
  expect(await articlesIn()).toBe(2);
});

test('what was put by and is not whole changes nothing', async () => {
  writeFileSync(undo(), 'half of it');
  expect(await articlesIn()).toBe(1);
  expect(existsSync(undo())).toBe(false);
});
