/** Files to take away: charts as SVG and CSV, and a whole dossier as one page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
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

test('a chart as PNG is drawn by the browser, twice the size of its SVG', async () => {
  const page = await open('/pair/CHN-RUS');
  const saved = page.waitForEvent('download');
  await page.locator('#trade button.as-link').click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('CHN-RUS-trade.png');
  const bytes = await (await import('node:fs/promises')).readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(900);
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
