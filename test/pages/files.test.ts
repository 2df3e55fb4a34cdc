/** Files to take away: charts as SVG and CSV, and a whole dossier as one page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { dossierFile } from '../../src/server/dossier-file.js';
import { withBrowser } from './browser.js';
import { fixtureDesk } from './fixture-desk.js';

const { open, url } = withBrowser(fixtureDesk);

test('a chart as SVG is whole by itself: title, source, no colour of the page', async () => {
  const svg = await text('/pair/CHN-RUS/trade.svg', 'image/svg+xml');
  const { document } = parseHTML(svg);
  expect(document.querySelector('svg > title')?.textContent).toBe('Goods trade between China and Russia');
  expect(svg).toContain('Source: ');
  expect(svg).not.toMatch(/var\(|<script|\son\w+=|href="http/);
});

test('a chart as CSV holds a line for each number, with the row it came from', async () => {
  const rows = parse(await text('/pair/USA-MEX/trade.csv', 'text/csv'), { columns: true }) as Record<string, string>[];
  expect(rows.map(row => [row.Who, row.evidence])).toEqual([
    ['The United States', 'baci-2023:goods-exports:USA:MEX'],
    ['Mexico', 'baci-2023:goods-exports:MEX:USA'],
  ]);
  expect(rows.every(row => Number(row.USD) > 1e11 && row.source?.includes('BACI'))).toBe(true);
});

test('a chart as PNG is drawn on the server, twice the size of its SVG', async () => {
  const width = Number(/width="(\d+)"/.exec(await text('/pair/CHN-RUS/trade.svg', 'image/svg+xml'))?.[1]);
  const answer = await fetch(`${url()}/pair/CHN-RUS/trade.png`);
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(2 * width);
});

test('a dossier as a Word file: each number has a footnote, each footnote its evidence', async () => {
  const files = unzipSync(new Uint8Array(await (await fetch(`${url()}/pair/CHN-RUS.docx`)).arrayBuffer()));
  const part = (name: string) => strFromU8(files[name]!);
  const { document } = parseHTML(part('word/document.xml'));
  expect(document.toString()).toContain('China and Russia');
  const cited = [...part('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(match => match[1]);
  const notes = [...part('word/footnotes.xml').matchAll(/<w:footnote w:id="([1-9]\d*)">/g)].map(match => match[1]);
  expect(new Set(cited)).toEqual(new Set(notes));
  expect(notes.length).toBeGreaterThan(10);
  expect(part('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
});

test('what is coming as a calendar: one tentative event a fact with a day, lines folded', async () => {
  const calendar = await text('/pair/CHN-RUS.ics', 'text/calendar');
  expect(calendar.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true);
  const lines = calendar.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  const coming = (await fixtureDesk().dossier('CHN', 'RUS')).sections.find(({ id }) => id === 'coming');
  const days = (coming?.facts ?? []).filter(({ from }) => from).length;
  expect(days).toBeGreaterThan(0);
  expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(days);
  expect(lines.filter(line => line === 'STATUS:TENTATIVE')).toHaveLength(days);
});

test('a dossier as one file opens from a disk without a network, and is whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'upperhand-file-'));
  try {
    const file = join(folder, 'dossier.html');
    writeFileSync(file, await dossierFile(fixtureDesk(), 'CHN', 'RUS'));
    const page = await open('about:blank', { offline: true });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', request => asked.push(request.url()));
    page.on('console', message => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    expect(await page.locator('h1').innerText()).toContain('China');
    expect(await page.locator('.chart svg').count()).toBeGreaterThan(1);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1')!).fontWeight)).toBe('600');
    // No way leads to a server that is not there.
    const ways = await page.locator('a').evaluateAll(all => all.map(one => one.getAttribute('href')!));
    expect(ways.filter(way => !/^(?:#|https?:|data:text\/csv)/.test(way))).toEqual([]);
    const csv = await page.locator('.chart-files a').first().getAttribute('href');
    expect(decodeURIComponent(csv!)).toContain('evidence,source');
    await page.locator('a.cited').first().click();
    expect(page.url()).toContain('#note-1');
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function text(path: string, type: string): Promise<string> {
  const response = await fetch(url() + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  return response.text();
}
