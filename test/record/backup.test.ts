/** Backups are of one moment, and whole; a restore takes nobody's place unasked. */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { backUp, restore } from '../../src/record/backup.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { hostRecord, reachRecord } from '../../src/record/handover.js';
import { openRecord } from '../../src/record/open.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { articleToKeep } from './a-reading.js';

let folder: string;
const at = (name: string) => join(folder, name);
const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const texts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => articleToKeep(`China met Russia. It was report ${from + i}.`));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upperhand-backup-'));
});

async function madeRecord(articles = 3): Promise<EvidenceRecord> {
  const record = await openDatabase(at('record'), { create: true });
  await record.addAll(texts(articles));
  return record;
}

async function linesOf(name: string): Promise<string[]> {
  const record = await openDatabase(at(name), { create: false });
  const lines = await record.exportLines();
  await record.close();
  return lines;
}

test('what was backed up is what is restored, decisions with it', async () => {
  const record = await madeRecord();
  await record.decide({ verb: 'note', targets: ['page:CHN-RUS'], by: 'Ana', reason: 'to be looked at' });
  const before = await record.exportLines();
  expect(await backUp(record, at('backup'))).toMatchObject({ articles: 3, decisions: 1 });
  await record.addAll(texts(1, 10));
  await record.close();
  expect(await restore(at('backup'), at('again'))).toMatchObject({ articles: 3, decisions: 1, before: null });
  expect(await linesOf('again')).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['again', 'backup', 'record']);
  expect(readdirSync(at('record')).sort()).toEqual(['decisions.jsonl', 'record.duckdb']);
});

test('a backup that is taken while articles are added is of one moment, and holds up nobody', async () => {
  const record = await madeRecord(0);
  const unshare = await hostRecord(record, at('record'));
  const through = (await reachRecord(at('record')))!;
  const adding = (async () => {
    for (let i = 0; i < 30; i++) await record.addAll(texts(2, 2 * i));
  })();
  const counts: number[] = [];
  for (const name of ['one', 'two', 'three']) counts.push((await backUp(through, at(name))).articles);
  await adding;
  await unshare();
  await record.close();
  for (const count of counts) expect(count % 2).toBe(0);
  expect(counts).toEqual([...counts].sort((x, y) => x - y));
  expect((await linesOf('three')).length).toBe(2 * counts[2]!);
});

describe('nothing is overwritten', () => {
  test('by a backup', async () => {
    const record = await madeRecord();
    await backUp(record, at('backup'));
    await expect(backUp(record, at('backup'))).rejects.toThrow(/this is there already/);
    await record.close();
  });

  test('by a restore, unless it is told to: then what was there is put aside', async () => {
    const record = await madeRecord();
    await backUp(record, at('backup'));
    await record.addAll(texts(1, 10));
    const now = await record.exportLines();
    await record.close();
    await expect(restore(at('backup'), at('record'))).rejects.toThrow(/a record here already; --replace/);
    expect(await linesOf('record')).toEqual(now);
    const { before } = await restore(at('backup'), at('record'), { replace: true });
    expect(before).toBe(at('record.before-restore-1'));
    expect(await linesOf('record')).toHaveLength(6);
    expect(await linesOf('record.before-restore-1')).toEqual(now);
  });

  test('by a restore where another process works on the record', async () => {
    const record = await madeRecord();
    await backUp(record, at('backup'));
    // Taking the backup must not have cost this process its hold on the file.
    const { status, stderr } = await command('restore', at('backup'), '--replace', '--record', at('record'));
    expect([status, stderr]).toEqual([4, expect.stringMatching(/held by another process/)]);
    expect(await record.verify()).toEqual([]);
    await record.close();
  }, 120_000);
});

describe('a backup that is no longer what it was is told, and restores nothing', () => {
  test.each<[string, (backup: string) => void, RegExp]>([
    ['a byte more', backup => appendFileSync(join(backup, 'record.duckdb'), 'x'), /not the bytes that were backed up/],
    ['without its record', backup => rmSync(join(backup, 'record.duckdb')), /file of the backup is missing/],
    ['without its list', backup => rmSync(join(backup, 'backup.json')), /this is no backup/],
    ['a list that is none', backup => writeFileSync(join(backup, 'backup.json'), '[1]'), /this is no backup/],
    [
      'a list that names a file outside',
      backup =>
        writeFileSync(
          join(backup, 'backup.json'),
          JSON.stringify({ backup: 1, files: [{ name: '../../record.duckdb', bytes: 1, sha256: '' }] }),
        ),
      /this is no backup/,
    ],
  ])('%s', async (_, spoil, told) => {
    const record = await madeRecord();
    await backUp(record, at('backup'));
    await record.close();
    spoil(at('backup'));
    await expect(restore(at('backup'), at('again'))).rejects.toThrow(told);
    expect(existsSync(at('again'))).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(['backup', 'record']);
  });
});

test('who reaches a record through its owner goes on when the owner ends', async () => {
  const owner = spawn(process.execPath, [bin, 'add', '--input-format', 'jsonl', '--record', at('record')]);
  owner.stdin.write(`${JSON.stringify({ text: 'Chile met Peru in Lima.' })}\n`);
  await new Promise(resolve => owner.stdout.once('data', resolve));
  const through = await openRecord(at('record'));
  expect(through.owned).toBe(false);
  await through.addAll(texts(1));
  expect(await through.articles()).toHaveLength(2);
  owner.stdin.end();
  await new Promise(resolve => owner.once('close', resolve));
  await through.addAll(texts(1, 1));
  expect(await through.articles()).toHaveLength(3);
  expect(await through.verify()).toEqual([]);
  await through.close();
}, 120_000);

function command(...words: string[]): Promise<{ status: number | null; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...words]);
  let stderr = '';
  child.stderr.on('data', chunk => (stderr += chunk));
  return new Promise(resolve => child.once('close', status => resolve({ status, stderr })));
}
