import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { READER_VERSION, readArticle } from '../../src/read.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { hostRecord, reachRecord } from '../../src/record/handover.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { decoded, encoded, phrase } from '../../src/record/search/postings.js';
import type { SearchQuery } from '../../src/record/search/query.js';
import { folded } from '../../src/record/search/words.js';

const TEXTS = [
  {
    text: 'Erdoğan met Macron in Paris on Monday. He called him “my dear friend” and\nspoke of weapons. Nobody spoke of bioweapons.',
    date: '2023-03-20',
    publisher: 'The Harbour Gazette',
  },
  { text: 'Chile condemned Peru on Monday. Chile praised Kenya.', date: '2023-03-18', publisher: 'The Lake Courier' },
  { text: 'Kenya condemned Peru. Peru warned of war.', date: '2022-03-18', publisher: 'The Lake Courier' },
];

let record: EvidenceRecord;
let stop: () => Promise<void>;
const folder = join(mkdtempSync(join(tmpdir(), 'upperhand-search-')), 'record');

beforeAll(async () => {
  record = await openDatabase(folder, { create: true });
  stop = await hostRecord(record, folder);
  for (const document of TEXTS) {
    const article = articleFromText(document);
    const original = Buffer.from(document.text);
    const reading = readArticle(article);
    await record.add({ article, reading, original, container: 'text', readerVersion: READER_VERSION });
  }
});
afterAll(async () => {
  await stop();
  await record.close();
});

const found = async (phrases: string[], more: Partial<SearchQuery> = {}, asOf: string | null = null) =>
  (await record.search({ phrases, ...more }, asOf)).hits.map(({ sentence }) => sentence.replace(/\s+/g, ' '));

test('a sentence must have every phrase, each from the start of a word', async () => {
  const [, friend] = ['', 'He called him “my dear friend” and spoke of weapons.'];
  expect(await found(['weapon'])).toEqual([friend]);
  expect(await found(['weapon', 'dear friend'])).toEqual([friend]);
  expect(await found(['weapon', 'Paris'])).toEqual([]);
  expect(await found(['friend dear'])).toEqual([]);
  expect(await found(['eapon'])).toEqual([]);
  expect(await found([' '])).toEqual([]);
});

test('case, accents, quotation marks and line breaks make no difference', async () => {
  expect(await found(['ERDOGAN'])).toHaveLength(1);
  expect(await found(['"my dear'])).toHaveLength(1);
  expect(await found(['and spoke'])).toHaveLength(1);
});

test('whole words alone, where that is asked for', async () => {
  expect(await found(['war'])).toEqual(['Peru warned of war.']);
  expect(await found(['warn'], { whole: true })).toEqual([]);
});

test('by who acts, what was read, when it was published and by whom', async () => {
  expect(await found([], { actors: ['PER'], kinds: ['ACCUSE'] })).toEqual([
    'Kenya condemned Peru.',
    'Chile condemned Peru on Monday.',
  ]);
  expect(await found([], { actors: ['CHL', 'KEN'] })).toEqual(['Chile praised Kenya.']);
  expect(await found(['condemned'], { from: '2023-01-01' })).toEqual(['Chile condemned Peru on Monday.']);
  expect(await found(['condemned'], { to: '2022-12-31' })).toEqual(['Kenya condemned Peru.']);
  expect(await found(['condemned'], {}, '2022-12-31')).toEqual(['Kenya condemned Peru.']);
  expect(await found(['on Monday'], { outlet: 'lake' })).toEqual(['Chile condemned Peru on Monday.']);
});

test('all hits are counted, those asked for are given, in the order of the dates', async () => {
  const page = await record.search({ phrases: ['peru'], limit: 1, offset: 1 });
  expect(page).toMatchObject({ found: 3, articles: 2, hits: [{ sentence: 'Peru warned of war.' }] });
});

test('a hit says where the phrases stand and what was read in the sentence', async () => {
  const [hit] = (await record.search({ phrases: ['paris', 'met'] })).hits;
  expect(hit!.found.map(({ start, end }) => hit!.sentence.slice(start, end))).toEqual(['met', 'Paris']);
  expect(hit!.claims.map(({ kind }) => kind)).toContain('action');
});

test('through the owner of the record the same is found', async () => {
  const guest = await reachRecord(folder);
  const query = { phrases: ['condemned'] };
  expect(await guest!.search(query)).toEqual(await record.search(query));
});

test('what waits and what was turned into postings is found alike', async () => {
  const many = Array.from({ length: 260 }, (_, i) => {
    const text = `Peru praised Chile for harbour number ${i}.`;
    const article = articleFromText({ text, date: '2024-01-01' });
    const document = { ...article };
    const sentences = [{ start: 0, end: text.length, boilerplate: false }];
    const reading = { document, sentences, mentions: [], times: [], claims: [] };
    return { article, reading, original: Buffer.from(text), container: 'text' as const, readerVersion: 'test' };
  });
  await record.addAll(many.slice(0, 230));
  await record.addAll(many.slice(230));
  expect((await record.search({ phrases: ['harbour number'] })).found).toBe(260);
  expect(await found(['harbour number 7'], { whole: true })).toEqual(['Peru praised Chile for harbour number 7.']);
  expect(await record.verify()).toEqual([]);
});

test('every character keeps its place', () => {
  for (const odd of ['İstanbul', 'ﬁnal', '日本 ＡＢＣ', '🇫🇷 flag', 'Straße', 'é́'])
    expect(folded(odd)).toHaveLength(odd.length);
});

test('places are the same after they were bytes, also large ones; chunks follow on each other', () => {
  const places = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 40 + 5];
  expect([...decoded([encoded(places)])]).toEqual(places);
  expect([...decoded([encoded([5, 9]), encoded([300, 301])])]).toEqual([5, 9, 300, 301]);
});

test('words in a row', () => {
  const lists = [
    [1, 5, 128],
    [2, 7, 129],
    [3, 130],
  ].map(list => Float64Array.from(list));
  expect([...phrase(lists)]).toEqual([1, 128]);
});
