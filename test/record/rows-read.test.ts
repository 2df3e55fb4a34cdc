/** Rows come out of the database as they went in, whatever stands in their texts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureRow } from '../../src/datasets/row.js';
import { openDatabase } from '../../src/record/duckdb.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { figure, goods } from '../levers/evidence.js';

let folder: string;
let record: EvidenceRecord;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upperhand-rows-'));
  record = await openDatabase(folder, { create: true });
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const ODD = [0.1, 1e21, -0, 2 ** 53, 1 / 3].map((value, i) => figure('odd', 'AAA', value, 2000 + i));
const NOTED = figure('noted', 'BBB', 1);
NOTED.note = 'session 78, "so to speak"\nin two lines';
const LINKED = { ...goods('AAA', 'BBB', 12.5), url: 'https://example.org/?a=1,2', from: '2023-04-01' };
const ROWS: FigureRow[] = [goods('CCC', 'BBB', 2), goods('BBB', 'CCC', 1), LINKED, NOTED, ...ODD];

const kept = async () => (await record.evidence('AAA', 'BBB')).figures.filter(({ source }) => source === 'a test');
const sorted = (rows: FigureRow[]) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

test('figures are what they were, to the last bit, each data set and period in the order of ids', async () => {
  await record.importRows(ROWS);
  const figures = await kept();
  // Minus nothing is nothing, in JSON.
  expect(sorted(figures)).toEqual(sorted(ROWS).map(row => ({ ...row, value: row.value + 0 })));
  const trade = figures.filter(({ measure, from }) => measure === 'goods exports' && from === '2023-01-01');
  expect(trade.map(({ reporter }) => reporter)).toEqual(['BBB', 'CCC']);
});

test('a text that holds the sign which stands between texts is read all the same', async () => {
  const sly = { ...figure('sly', 'CCC', 7), note: 'one\x1fother' };
  await record.importRows([sly]);
  expect(sorted(await kept()).map(({ note, value }) => [note, value])).toEqual(
    sorted([...ROWS, sly]).map(({ note, value }) => [note, value + 0]),
  );
});
