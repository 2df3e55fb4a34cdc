import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { readArticle } from '../../src/read.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { hostRecord, reachRecord } from '../../src/record/handover.js';
import { folded, searchReading } from '../../src/record/search.js';
import { articleToKeep } from './a-reading.js';

const text =
  'Erdoğan met Macron in Paris on Monday. He called him “my dear friend” and\nspoke of weapons. Nobody spoke of bioweapons.';
const reading = readArticle(articleFromText({ text, date: '2023-03-20' }));
const sentencesWith = (...phrases: string[]) =>
  searchReading(reading, 'id', phrases).map(hit => reading.sentences.findIndex(({ start }) => start === hit.start));

test('a sentence must have every phrase, each from the start of a word', () => {
  expect(sentencesWith('weapon')).toEqual([1]);
  expect(sentencesWith('weapon', 'dear friend')).toEqual([1]);
  expect(sentencesWith('weapon', 'Paris')).toEqual([]);
  expect(sentencesWith('eapon')).toEqual([]);
  expect(sentencesWith(' ')).toEqual([]);
});

test('case, accents, quotation marks and line breaks make no difference', () => {
  expect(sentencesWith('ERDOGAN')).toEqual([0]);
  expect(sentencesWith('"my dear')).toEqual([1]);
  expect(sentencesWith('and spoke')).toEqual([1]);
});

test('a hit says where the phrases stand and what was read in the sentence', () => {
  const [hit] = searchReading(reading, 'id', ['paris', 'met']);
  expect(hit!.found.map(({ start, end }) => hit!.sentence.slice(start, end))).toEqual(['met', 'Paris']);
  expect(hit!.claims.map(({ kind }) => kind)).toContain('action');
});

test('every character keeps its place', () => {
  for (const odd of ['İstanbul', 'ﬁnal', '日本 ＡＢＣ', '🇫🇷 flag', 'Straße', 'é́'])
    expect(folded(odd)).toHaveLength(odd.length);
});

test('a record is searched by its owner and through its owner', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'upperhand-search-')), 'record');
  const record = await openDatabase(folder, { create: true });
  const stop = await hostRecord(record, folder);
  try {
    await record.add(articleToKeep('Chile condemned Peru on Monday.', '2023-03-18'));
    await record.add(articleToKeep('China condemned Russia.', '2022-03-18'));
    const guest = await reachRecord(folder);
    const hits = await guest!.search(['condemned']);
    expect(hits.map(({ sentence }) => sentence)).toEqual([
      'China condemned Russia.',
      'Chile condemned Peru on Monday.',
    ]);
    expect(await record.search(['condemned'])).toEqual(hits);
  } finally {
    await stop();
    await record.close();
  }
});
