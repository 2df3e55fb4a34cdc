/**
 * `node scripts/screenshots.js [FOLDER]`: photographs the pages of the example record, wide, on a phone, dark and on paper, for
 * docs/screenshots. Run by hand, after `npm run build`; needs a Chromium.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromium as chromiumPath } from './chromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? join(root, 'docs/screenshots');

/** The five pages, and what of each is shown: an article by the address that the first page leads to. */
const PAGES = {
  dossier: '/pair/CHN-RUS',
  article: 'a[href^="/article/"]',
  balance: '/balance/CHN-RUS',
  chronology: '/pair/CHN-RUS/chronology',
  compare: '/compare?pairs=CHN-RUS,CHN-IND,USA-MEX,DEU-POL',
};

/** How each is looked at. The height is what one sees at once: a page from top to end would be too small to read. */
const LOOKS = /** @type {Record<string, import('playwright-core').BrowserContextOptions>} */ ({
  wide: { viewport: { width: 1160, height: 720 }, colorScheme: 'light' },
  dark: { viewport: { width: 1160, height: 720 }, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', deviceScaleFactor: 1.25 },
  // A4 less its margins, at 96 points an inch.
  print: { viewport: { width: 688, height: 1000 }, colorScheme: 'light' },
});

/** Larger ones make a clone slow. */
const LARGEST = 150_000;

const { openDatabase } = await import(new URL('../dist/record/duckdb.js', import.meta.url).href);
const { openDesk } = await import(new URL('../dist/desk.js', import.meta.url).href);
const { EXAMPLE } = await import(new URL('../dist/cli/example.js', import.meta.url).href);
const { articleFromText } = await import(new URL('../dist/article/article.js', import.meta.url).href);
const { READER_VERSION, readArticle } = await import(new URL('../dist/read.js', import.meta.url).href);
const { servePages } = await import(new URL('../dist/server/http.js', import.meta.url).href);

const place = mkdtempSync(join(tmpdir(), 'upperhand-screenshots-'));
const record = await openDatabase(join(place, 'record'), { create: true });
const article = articleFromText(EXAMPLE.article);
await record.add({
  article,
  container: 'text',
  original: Buffer.from(article.text),
  reading: readArticle(article),
  readerVersion: READER_VERSION,
});
const serving = await servePages(openDesk({ record, example: EXAMPLE }), { port: 0 });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  mkdirSync(folder, { recursive: true });
  for (const [name, way] of Object.entries(PAGES)) {
    const address = way.startsWith('/') ? way : await leadsTo(way);
    for (const [look, options] of Object.entries(LOOKS)) await photograph(`${name}-${look}`, address, options);
  }
} finally {
  await browser.close();
  await serving.close();
  await record.close();
  rmSync(place, { recursive: true });
}

/** Where a link of the first page leads. @param {string} link */
async function leadsTo(link) {
  const page = await browser.newPage();
  await page.goto(serving.url);
  const address = await page.locator(link).first().getAttribute('href');
  await page.close();
  return /** @type {string} */ (address);
}

/** @param {string} name @param {string} address @param {import('playwright-core').BrowserContextOptions} options */
async function photograph(name, address, options) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (name.endsWith('-print')) await page.emulateMedia({ media: 'print' });
  await page.goto(serving.url + address);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > LARGEST)
    process.stderr.write(`${name}.png has ${Math.round(size / 1000)} kB: ${LARGEST / 1000} at most\n`);
  await context.close();
}
