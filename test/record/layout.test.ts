/** A record that an earlier version made opens, holds what it held, and is as one made now. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { databaseFile } from '../../src/record/database-file.js';
import { openDatabase } from '../../src/record/duckdb.js';

const here = (name: string) => readFileSync(join(import.meta.dirname, name));

function recordOfLayout(layout: number): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'upperhand-layout-')), 'record');
  mkdirSync(folder);
  writeFileSync(databaseFile(folder), gunzipSync(here(`layout-${layout}.duckdb.gz`)));
  return folder;
}

test.each([
  [1, 'old friend', '"We count on our old friend," the Kenyan foreign minister said.'],
  [2, 'sent troops', 'Ethiopia denied that it had sent troops to Kenya.'],
])('a record of layout %i opens with all that it held, and is searched', async (layout, phrase, sentence) => {
  const folder = recordOfLayout(layout);
  for (const _ of ['the first time', 'the second time']) {
    const record = await openDatabase(folder, { create: false });
    expect(`${(await record.exportLines()).join('\n')}\n`).toBe(here(`layout-${layout}.jsonl`).toString());
    expect(await record.verify()).toEqual([]);
    expect((await record.search({ phrases: [phrase] })).hits.map(hit => hit.sentence)).toEqual([sentence]);
    await record.close();
  }
});

test('a record of a later layout is not opened, and is left as it is', async () => {
  const folder = recordOfLayout(1);
  const instance = await DuckDBInstance.create(databaseFile(folder));
  const connection = await instance.connect();
  await connection.run(`UPDATE about SET value = '99' WHERE key = 'layout'`);
  connection.closeSync();
  instance.closeSync();
  const before = readFileSync(databaseFile(folder));
  await expect(openDatabase(folder, { create: false })).rejects.toThrow(
    /layout 99.*a newer version of Upperhand reads it/,
  );
  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
});
