/** The chronology of a pair in a browser: filters in the address, pages, permalinks, a phrase over time. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { withBrowser } from './browser.js';
import { fixtureDesk } from './fixture-desk.js';

const { open, url } = withBrowser(fixtureDesk);
const here = '/pair/CHN-RUS/chronology';

test('filters stand in the address, work without scripts, and say what they left', async () => {
  const page = await open(here, { javaScriptEnabled: false });
  await page.getByLabel(/meetings and calls/).check();
  await page.getByLabel('From', { exact: true }).fill('2013');
  await page.getByLabel('To', { exact: true }).fill('2013');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/type=CONSULT/);
  expect(new URL(page.url()).search).toBe('?type=CONSULT&from=2013&to=2013&text=');
  const kinds = await page.locator('.event .kind').allInnerTexts();
  expect(kinds.length).toBeGreaterThan(1);
  expect(new Set(kinds)).toEqual(new Set(['meetings and calls']));
  expect(await page.locator('.pages').first().innerText()).toBe(`All ${kinds.length} events`);
  expect(await page.getByLabel(/meetings and calls/).isChecked()).toBe(true);
});

test('a day that is none is refused in words', async () => {
  const page = await open(`${here}?from=soon`);
  expect(await page.locator('main').innerText()).toContain('"soon" is no day');
});

test('pages say how much there is, and the next one begins where the last ended', async () => {
  const page = await open(here);
  const first = await page.locator('.event').evaluateAll(all => all.map(({ id }) => id));
  const total = Number(/of (\d+) events/.exec(await page.locator('.pages').first().innerText())?.[1]);
  expect(first).toHaveLength(50);
  await page.locator('.pages a[rel=next]').first().click();
  const second = await page.locator('.event').evaluateAll(all => all.map(({ id }) => id));
  expect(second.filter(id => first.includes(id))).toEqual([]);
  expect(total).toBeGreaterThan(100);
});

test('the permalink of an event leads to it, on whichever page it stands', async () => {
  const page = await open(`${here}?offset=100`);
  const event = page.locator('.event').nth(3);
  const id = await event.getAttribute('id');
  await event.locator('.when a').click();
  expect(await page.locator(':target').getAttribute('id')).toBe(id);
  expect(page.url()).toContain('offset=100');
  expect((await fetch(`${url()}${here}/none`)).status).toBe(404);
});

test('each count of reports opens the reports', async () => {
  const page = await open(here);
  const event = page.locator('.event').first();
  await event.locator('summary').click();
  expect(await event.locator('.refs').isVisible()).toBe(true);
  expect(await event.locator('.refs code').first().innerText()).not.toBe('');
});

test('a phrase over time: lines with day, speaker and outlet, and the way back', async () => {
  const page = await open(here);
  await page.getByLabel('Follow a phrase over time').fill('old friend');
  await page.getByRole('button', { name: 'Follow' }).click();
  await page.locator('.concordance').first().waitFor();
  const lines = await page.locator('.concordance li').allInnerTexts();
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).toMatch(/old friend[\s\S]*\d{4} · .+ · .+/i);
  expect(await page.locator('.chart svg').count()).toBe(1);
  await page.getByRole('link', { name: 'Back to the events' }).click();
  await page.locator('.event').first().waitFor();
  expect(await page.locator('.event').count()).toBe(50);
});

test('the JSON names the next part until there is none, and its parts are the whole CSV', async () => {
  const ids: string[] = [];
  let next: string | null = `${here}.json?limit=60`;
  while (next) {
    const answer: Response = await fetch(url() + next);
    const { events, next: after } = (await answer.json()) as { events: { id: string }[]; next: string | null };
    expect(answer.headers.get('link')?.includes('rel="next"') ?? false).toBe(after !== null);
    ids.push(...events.map(({ id }) => id));
    next = after;
  }
  const rows = parse(await (await fetch(`${url()}${here}.csv?limit=60`)).text(), { columns: true }) as {
    event: string;
  }[];
  expect(ids).toEqual(rows.map(({ event }) => event));
  expect((await fetch(`${url()}${here}.json?limit=0`)).status).toBe(400);
  expect((await fetch(`${url()}${here}.json?offset=-1`)).status).toBe(400);
});
