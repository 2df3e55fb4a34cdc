import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FigureRow } from '../../src/datasets/row.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { hostRecord, reachRecord } from '../../src/record/handover.js';
import { openRecord } from '../../src/record/open.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { articleToKeep } from './a-reading.js';

let folder: string;
let record: EvidenceRecord;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'upperhand-record-')), 'record');
  record = await openDatabase(folder, { create: true });
});
afterEach(() => record.close());

const row = (id: string, value: number): FigureRow => ({
  kind: 'figure',
  id,
  dataset: 'test',
  measure: 'goods trade',
  reporter: 'CHN',
  partner: 'RUS',
  from: '2021-01-01',
  to: '2021-12-31',
  value,
  unit: 'USD',
  source: 'a test',
  url: null,
  note: null,
});

test('an article is kept with its reading, found by the beginning of its hash, and open again later', async () => {
  const kept = articleToKeep();
  const { id, added } = await record.add(kept);
  expect(added).toBe(true);
  await record.close();
  record = await openRecord(folder);
  expect(await record.article(id)).toEqual(kept.reading);
  expect(await record.article(id.slice(0, 8))).toEqual(kept.reading);
  expect(await record.article('no-such-id')).toBeNull();
  expect(await record.articles()).toMatchObject([{ id, claims: 1, date: { value: '2023-03-18', basis: 'given' } }]);
});

test('the same text again is nothing new', async () => {
  const first = await record.add(articleToKeep());
  const before = await record.exportLines();
  expect(await record.add(articleToKeep())).toEqual({ id: first.id, added: false });
  expect(await record.exportLines()).toEqual(before);
});

test('the export is the same for any order of adding', async () => {
  const texts = ['China condemned Russia.', 'Chile condemned Peru on Monday.', 'India condemned Nepal.'];
  for (const text of texts) await record.add(articleToKeep(text));
  await record.importRows([row('b', 1), row('a', 2)]);
  const lines = await record.exportLines();
  await record.close();
  record = await openDatabase(`${folder}-reversed`, { create: true });
  await record.importRows([row('a', 2)]);
  for (const text of texts.reverse()) await record.add(articleToKeep(text));
  await record.importRows([row('b', 1)]);
  expect(await record.exportLines()).toEqual(lines);
  expect(lines).toHaveLength(2 * 3 + 2);
});

test('the evidence of a pair holds the claims about either country, and the record’s rows in place of shipped ones', async () => {
  await record.add(articleToKeep());
  await record.importRows([row('own', 5)]);
  const evidence = await record.evidence('RUS', 'USA');
  expect(evidence.standing).toBe('record');
  expect(evidence.articles).toEqual({ count: 1, earliest: '2023-03-18', latest: '2023-03-18' });
  expect(evidence.claims).toHaveLength(1);
  expect(evidence.claims[0]!.sentence.text).toBe('China condemned Russia on Friday.');
  expect(evidence.figures.find(({ id }) => id === 'own')?.value).toBe(5);
  expect((await record.evidence('USA', 'FRA')).claims).toEqual([]);
});

test('a method that fails leaves nothing behind', async () => {
  const bad = articleToKeep();
  // Two claims of one id cannot both be kept, and the second is only seen after article and reading were written.
  bad.reading.claims.push(bad.reading.claims[0]!);
  await expect(record.add(bad)).rejects.toThrow();
  expect(await record.articles()).toEqual([]);
  expect(await record.exportLines()).toEqual([]);
  expect((await record.add(articleToKeep())).added).toBe(true);
});

test('verify finds what does not belong together', async () => {
  await record.add(articleToKeep());
  expect(await record.verify()).toEqual([]);
  const other = articleToKeep('India condemned Nepal.');
  other.original = Buffer.from('India praised Nepal.');
  other.reading.claims[0]!.end = 999;
  const { id } = await record.add(other);
  expect(await record.verify()).toEqual([
    `${id}: the text differs from the kept bytes`,
    `${id}: a span lies outside the text`,
  ]);
});

test('verify holds claims against their reading and rows against their id', async () => {
  const { id } = await record.add(articleToKeep());
  await record.add(articleToKeep('India condemned Nepal.'));
  await record.importRows([row('a', 1), row('b', 2)]);
  await record.close();
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  await connection.run(`DELETE FROM claims WHERE article LIKE '${id}%'; UPDATE rows SET id = 'c' WHERE id = 'b';`);
  connection.closeSync();
  instance.closeSync();
  record = await openDatabase(folder, { create: false });
  expect(await record.verify()).toEqual([`${id}: the claims are not those of the reading`, 'c: a row of another id']);
});

test('while one process owns the record, others work through it', async () => {
  const unshare = await hostRecord(record, folder);
  expect(statSync(join(folder, 'serve.sock')).mode & 0o777).toBe(0o600);
  const through = (await reachRecord(folder))!;
  expect(through.owned).toBe(false);
  const { id } = await through.add(articleToKeep());
  expect(await through.importRows([row('own', 5)])).toEqual({ rows: 1, added: 1 });
  expect(await through.article(id)).toEqual(await record.article(id));
  expect(await through.exportLines()).toEqual(await record.exportLines());
  expect(await through.verify()).toEqual([]);
  await unshare();
  expect(await reachRecord(folder)).toBeNull();
});

test('a text of a hostile title or quotes is kept as it is', async () => {
  const text = `'); DROP TABLE articles; -- \u0000 "x" condemned \u{1F600}`;
  await record.add(articleToKeep(text));
  expect((await record.article((await record.articles())[0]!.id))?.document.text).toBe(text);
});
