/** A first visit, on the shipped rows and the example article as they are. */
import { expect, test } from 'vitest';
import { EXAMPLE } from '../../src/cli/example.js';
import { openDesk } from '../../src/desk.js';
import { PHONE, withBrowser } from './browser.js';

const { open, url } = withBrowser(() => openDesk({ record: null, example: EXAMPLE }));

test('the first screen holds the verdict, three pieces of evidence with both sides, and the fault that was caught', async () => {
  const page = await open('/');
  const shown = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll(all => all.filter(one => one.getBoundingClientRect().bottom <= innerHeight).length);
  expect(await shown('.verdict-sentence')).toBe(1);
  expect(await shown('.carried > li')).toBe(3);
  expect(await shown('.carried .pair-bars .cited')).toBe(6);
  expect(await shown('.caught mark')).toBe(1);
  expect(await page.locator('.caught mark').innerText()).toBe('£158 billion');
  // The arithmetic is open: what was converted, at which rate, and what came out.
  expect(await page.locator('.caught .why').innerText()).toMatch(/240\.1 billion.*1\.24.*193/s);
});

test('a pair of the shipped rows is one click away, any other three choices, and its address is its own', async () => {
  const page = await open('/');
  expect(await page.locator('.ready-pairs a').count()).toBe(10);
  await page.locator('.ready-pairs a').first().click();
  expect(page.url()).toMatch(/\/pair\/[A-Z]{3}-[A-Z]{3}$/);
  expect(await page.locator('.subject').count()).toBeGreaterThan(0);
  await page.goto(`${url()}/`);
  await page.selectOption('select[name=a]', 'USA');
  await page.selectOption('select[name=b]', 'MEX');
  await page.getByRole('button', { name: 'Open the dossier' }).click();
  expect(page.url()).toBe(`${url()}/pair/USA-MEX`);
  expect(await page.locator('h1').innerText()).toContain('The United States');
  const text = await page.locator('main').innerText();
  expect(text).toContain('Mexico sold the United States goods');
  // What the United States does to others is no part of this relation.
  expect(text).not.toContain('(on Russia)');
});

test('a pasted text comes back marked, its checks beside it, and what was not read named', async () => {
  const page = await open('/');
  await page.fill(
    '#draft',
    'Trade between China and Russia reached $240.1 billion (£158 billion) in 2023.\n\nIt rained all day.',
  );
  await page.getByRole('button', { name: 'Read and check it' }).click();
  expect(await page.locator('.reader .claim.kind-figure').allInnerTexts()).toContain('£158 billion');
  expect(await page.locator('.cards .check.tone-bad').first().innerText()).toMatch(/193/);
  expect(await page.locator('.strip').innerText()).toContain('1 of 2 sentences read');
  expect(await page.locator('#unread li').allInnerTexts()).toEqual(['It rained all day.']);
  expect(await page.locator('#draft').inputValue()).toContain('It rained all day.');
});

test('without scripts all of it works: verdict, pair, paste box, evidence', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  expect(await page.locator('.verdict-sentence').innerText()).not.toBe('');
  const cited = page.locator('.carried a.cited').first();
  const note = await cited.getAttribute('href');
  await cited.click();
  expect(page.url()).toBe(`${url()}/${note}`);
  expect(await page.locator(note!).innerText()).toMatch(/\d{4}/);
  await page.fill('#draft', 'Trade between China and Russia reached $240.1 billion in 2023.');
  await page.getByRole('button', { name: 'Read and check it' }).click();
  expect(await page.locator('.claim').count()).toBeGreaterThan(0);
  await page.goto(`${url()}/pair/USA-MEX`);
  expect(await page.locator('.chart svg').count()).toBeGreaterThan(0);
  // A button that only a script could serve is not shown where there is none.
  expect(await page.locator('button.as-link').count()).toBe(0);
});

test('on a phone the verdict is still the first thing, and nothing hangs out at the side', async () => {
  const page = await open('/', PHONE);
  const { bottom, overflow } = await page.evaluate(() => ({
    bottom: document.querySelector('.weightings')!.getBoundingClientRect().bottom,
    overflow: document.documentElement.scrollWidth - innerWidth,
  }));
  expect(bottom).toBeLessThan(844);
  expect(overflow).toBeLessThanOrEqual(0);
});
