/** A record that another process holds: what it is handed goes over a socket of the same user, as bytes. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/record/duckdb.js';
import { hostRecord, reachRecord } from '../../src/record/handover.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { articleToKeep } from './a-reading.js';

let folder: string;
let record: EvidenceRecord;
let unshare: () => Promise<void>;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'upperhand-handover-')), 'record');
  record = await openDatabase(folder, { create: true });
  unshare = await hostRecord(record, folder);
});
afterEach(async () => {
  await unshare();
  await record.close();
});

const bin = join(import.meta.dirname, '../../bin/upperhand.js');

/** A command in a process of its own, while this one holds the record. */
function upperhand(...words: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...words, '--record', folder], { cwd: tmpdir() });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', chunk => (said.stdout += chunk));
  child.stderr.on('data', chunk => (said.stderr += chunk));
  return new Promise(resolve => child.once('close', code => resolve({ code, ...said })));
}

/** What the socket answers to a request of its own. */
function asked(path: string, body: string, method = 'POST'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: join(folder, 'serve.sock'), path, method }, async answer => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode!, text });
    });
    sent.once('error', reject);
    if (method === 'GET') sent.end();
    else sent.end(body);
  });
}

test('commands of other processes add, measure, export and verify through the owner', async () => {
  const file = join(folder, '../article.txt');
  writeFileSync(file, 'MOSCOW, March 17, 2023 - China condemned Russia on Friday.\n');
  const added = await upperhand('add', file);
  expect(added).toMatchObject({ code: 0 });
  expect(await record.articles()).toHaveLength(1);
  const exported = await upperhand('export');
  expect(exported.stdout.trim().split('\n')).toEqual(await record.exportLines());
  expect((await upperhand('verify')).stdout).toBe('1 article: all hashes, spans and references hold\n');
  expect((await upperhand('balance', 'FRA', 'EGY')).stdout).toContain('Balance of France and Egypt');
}, 120_000);

test('only the same user reaches it', () => {
  expect(statSync(join(folder, 'serve.sock')).mode & 0o777).toBe(0o600);
});

test('the owner opens nothing on behalf of others: what is not a method of the record is refused', async () => {
  expect(await asked('/close', '[]')).toMatchObject({ status: 404 });
  expect(await asked('/articles', '', 'GET')).toMatchObject({ status: 404 });
  expect((await asked('/add', '["/etc/passwd"]')).status).toBe(500);
  expect(await record.articles()).toEqual([]);
});

test('an article with a fault of ours is refused, and the record is as it was', async () => {
  const through = (await reachRecord(folder))!;
  const bad = articleToKeep();
  bad.reading.claims.push(bad.reading.claims[0]!);
  await expect(through.add(bad)).rejects.toThrow('the process that holds the record answered');
  expect(await record.exportLines()).toEqual([]);
});

test('once it is over the socket is gone', async () => {
  await unshare();
  expect(existsSync(join(folder, 'serve.sock'))).toBe(false);
  expect(await reachRecord(folder)).toBeNull();
});
