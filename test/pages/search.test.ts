/** Search in a browser, on a record of two short articles. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { type Desk, openDesk } from '../../src/desk.js';
import { READER_VERSION, readArticle } from '../../src/read.js';
import { openDatabase } from '../../src/record/duckdb.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { withBrowser } from './browser.js';

const TEXTS = [
  { text: 'Chile condemned Peru on Monday. Chile praised Kenya.', date: '2023-03-18', publisher: 'The Lake Courier' },
  {
    text: 'Erdoğan met Macron in Paris. He called him “my dear friend” and spoke of weapons.',
    date: '2024-03-20',
    publisher: 'The Harbour Gazette',
  },
];
const folder = mkdtempSync(join(tmpdir(), 'upperhand-search-page-'));
let record: EvidenceRecord;
let desk: Desk;

beforeAll(async () => {
  record = await openDatabase(join(folder, 'record'), { create: true });
  desk = openDesk({ record, example: { pair: ['CHN', 'RUS'], article: null } });
  for (const document of TEXTS) {
    const article = articleFromText(document);
    const original = Buffer.from(document.text);
    const reading = readArticle(article);
    await record.add({ article, reading, original, container: 'text', readerVersion: READER_VERSION });
  }
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const { open, url } = withBrowser(() => desk);

test('a phrase is found without scripts, in its context, and leads to its article', async () => {
  const page = await open('/search', { javaScriptEnabled: false });
  await page.getByLabel(/^Words/).fill('“dear friend” weapon');
  await page.getByRole('button', { name: 'Search' }).click();
  expect(await page.locator('h2').first().innerText()).toBe('1 sentence of 1 article');
  expect(await page.locator('.keyword mark').innerText()).toBe('dear friend');
  expect(await page.locator('.hits .source').first().innerText()).toContain('20 Mar 2024 · The Harbour Gazette');
  await page.locator('.keyword a').click();
  expect(new URL(page.url()).pathname).toMatch(/^\/article\/[0-9a-f]+$/);
});

test('by who acts, by what was read, by outlet and by day: each narrows, and a country is known by its name', async () => {
  const found = async (search: string) => {
    const answer = await fetch(`${url()}/search.json?${search}`);
    return ((await answer.json()) as { hits: { sentence: string }[] }).hits.map(({ sentence }) => sentence);
  };
  expect(await found('actor=Peru')).toEqual(['Chile condemned Peru on Monday.']);
  expect(await found('actor=chile&kind=ACCUSE')).toEqual(['Chile condemned Peru on Monday.']);
  expect(await found('q=on&outlet=gazette')).toEqual([]);
  expect(await found('q=chile&from=2024')).toEqual([]);
  expect(await found('q=chile&to=2023-03')).toHaveLength(2);
});

test('parts of the hits name the next part until there is none', async () => {
  const first = await fetch(`${url()}/search.json?q=chile&limit=1`);
  const { found, hits, next } = (await first.json()) as { found: number; hits: unknown[]; next: string };
  expect([found, hits.length, next]).toEqual([2, 1, '/search.json?q=chile&limit=1&offset=1']);
  expect(first.headers.get('link')).toBe('</search.json?q=chile&limit=1&offset=1>; rel="next"');
  expect(await (await fetch(url() + next)).json()).toMatchObject({ found: 2, next: null });
});

test('nothing asked, nothing found and nothing to search are told apart', async () => {
  expect((await fetch(`${url()}/search.json`)).status).toBe(400);
  const page = await open('/search?q=zebra');
  expect(await page.locator('.nothing').innerText()).toContain('No sentence of a kept article has all of this');
  expect(await (await open('/search')).locator('.nothing').count()).toBe(0);
});
