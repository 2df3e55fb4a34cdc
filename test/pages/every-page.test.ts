/** What holds on every page: barriers, width, policy, print, each number with its evidence. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PHONE, withBrowser } from './browser.js';
import { fixtureArticle, fixtureDesk } from './fixture-desk.js';

const { open, url } = withBrowser(fixtureDesk);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const article = `/article/${fixtureArticle().reading.document.id}`;
const PAGES = [
  '/',
  '/pair/CHN-RUS',
  '/pair/USA-MEX',
  '/balance/CHN-RUS',
  '/balance/CHN-RUS?weights=flat',
  '/balance/CHN-RUS/movement',
  '/pair/CHN-RUS/chronology',
  '/pair/CHN-RUS/chronology?parties=either&type=SANCTION&from=2014&order=oldest',
  '/pair/CHN-RUS/chronology?phrase=old+friend',
  '/pair/CHN-RUS/chronology?text=no+such+words',
  '/compare?pairs=CHN-RUS,USA-MEX',
  '/sources?pair=CHN-RUS',
  '/method',
  '/search',
  '/search?q=trade&kind=figure',
  article,
  '/read',
];
const ALL = [...PAGES, '/nowhere', '/pair/CHN-XXX', '/article/none'];

describe.each(ALL)('%s', path => {
  test.each(['light', 'dark'] as const)('has no barrier that axe finds, %s', async colorScheme => {
    const page = await open(path, { colorScheme });
    expect(await violations(page)).toEqual([]);
  });

  test('fits a phone, with everything opened', async () => {
    const page = await open(path, PHONE);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('asks only this server, and nothing is against its own policy', async () => {
    const page = await open('about:blank');
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', request => asked.push(request.url()));
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(String(error)));
    await page.goto(url() + path);
    expect(asked.filter(address => !address.startsWith(`${url()}/`))).toEqual([]);
    expect(complaints.filter(text => !text.includes('status of 404'))).toEqual([]);
  });

  test('prints: ink on paper, no navigation, no wider than A4', async () => {
    const page = await open(path, { viewport: { width: 670, height: 950 }, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead nav').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test.each(PAGES)('%s: what is cited leads to evidence on the page, and no two elements have one id', async path => {
  const page = await open(path);
  const { lost, ids } = await page.evaluate(() => ({
    lost: [...document.querySelectorAll('a.cited')]
      .map(link => link.getAttribute('href')!)
      .filter(href => !document.getElementById(href.slice(1))?.textContent?.trim()),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  }));
  expect(lost).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

async function violations(page: Page) {
  // The page's own policy refuses a script put into it, so the checker is run from outside it.
  await page
    .context()
    .newCDPSession(page)
    .then(session => session.send('Page.setBypassCSP', { enabled: true }));
  await page.reload();
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations: found } = await checker.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
}
