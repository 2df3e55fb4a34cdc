/** Events on pages: where sources differ, two made one and told apart again, what is new since a day. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withBrowser } from './browser.js';
import { type DisputedDesk, disputedDesk } from './disputed-desk.js';

vi.setConfig({ testTimeout: 60_000 });

let disputed: DisputedDesk;
beforeAll(async () => {
  disputed = await disputedDesk();
});
afterAll(() => disputed.close());
const { open, url } = withBrowser(() => disputed.desk);

const MONDAY = 'consult-ken-per-2024-03-11';
const WEDNESDAY = 'consult-ken-per-2024-03-13';
const eventIds = async () => (await disputed.desk.chronology('KEN', 'PER')).events.map(({ id }) => id);

/** Signs the form and waits for the page that answers. */
async function sign(page: Page, reason: string): Promise<void> {
  const form = page.locator('form.decision');
  await form.getByLabel(/^Why/).fill(reason);
  await form.getByLabel(/Your name/).fill('Ada');
  const answered = page.waitForEvent('load');
  await form.getByRole('button').click();
  await answered;
}

async function undo(page: Page): Promise<void> {
  await page.locator('form.undo input[name=by]').first().fill('Ada');
  await page.locator('form.undo input[name=reason]').first().fill('a mistake');
  const answered = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await answered;
}

test('the dossier and a page of its own show both sides, with their days and the way to decide', async () => {
  const page = await open('/pair/KEN-PER');
  const matter = page.locator('#contradictions .contradiction').first();
  expect(await matter.locator('.says b').allInnerTexts()).toEqual(['11 March 2024', '13 March 2024']);
  await page.locator('#contradictions .figure a').click();
  expect(new URL(page.url()).pathname).toBe('/pair/KEN-PER/contradictions');
  expect(await page.locator('.says .source').allInnerTexts()).toEqual([
    'told since 12 Mar 2024',
    'told since 14 Mar 2024',
  ]);
  expect(await page.locator('.one-side q').allInnerTexts()).toEqual([
    expect.stringContaining('on Monday'),
    expect.stringContaining('on Wednesday'),
  ]);
  await page.locator('.one-side a.decide').first().click();
  expect(await page.locator('h1').innerText()).toBe('Is this read rightly?');
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_, javaScriptEnabled) => {
  test('two events are made one, told apart again, and both are undone', async () => {
    expect(await eventIds()).toEqual([WEDNESDAY, MONDAY]);
    const page = await open(`/decide/${MONDAY}`, { javaScriptEnabled });
    await page.getByLabel(/the same: make them one/).check();
    await page.locator(`[name=merge][value=${WEDNESDAY}]`).check();
    await sign(page, 'one delegation, one hall');
    const merged = page.url();
    expect(new URL(merged).pathname).toMatch(/^\/corrections\//);
    expect(await page.locator('h1').innerText()).toContain('Taken as one event by Ada');
    const [only, ...others] = await eventIds();
    expect(others).toEqual([]);

    await page.getByRole('link', { name: /meet/ }).click();
    expect(new URL(page.url()).pathname).toBe(`/decide/${only}`);
    await page.getByLabel(/tell them apart/).check();
    await page.locator('.of-choice .tick', { hasText: 'on Wednesday' }).getByRole('checkbox').check();
    await sign(page, 'two after all');
    expect(await page.locator('h1').innerText()).toContain('Told apart by Ada');
    expect(await page.locator('.reports a').count()).toBe(2);
    expect(await eventIds()).toEqual([WEDNESDAY, MONDAY]);
    await undo(page);
    expect(await eventIds()).toEqual([only]);
    await page.goto(merged);
    await undo(page);
    expect(await eventIds()).toEqual([WEDNESDAY, MONDAY]);
  });

  test('what cannot be made one is said, with what was ticked still ticked', async () => {
    const page = await open(`/decide/${MONDAY}`, { javaScriptEnabled });
    await page.getByLabel(/the same: make them one/).check();
    await sign(page, 'which one?');
    expect(await page.getByRole('alert').innerText()).toContain('merge needs two events');
    await page.locator(`[name=merge][value=${WEDNESDAY}]`).check();
    await page.getByLabel(/by its id/).fill('consult-ken-per-1999-01-01');
    await sign(page, 'no such');
    expect(await page.getByRole('alert').innerText()).toContain('the record has no such event');
    expect(await page.locator(`[name=merge][value=${WEDNESDAY}]`).isChecked()).toBe(true);
  });
});

test('what is new since a day stands on the dossier, and in the answer by HTTP', async () => {
  const page = await open('/pair/KEN-PER');
  await page.locator('form.since input').fill('2024-03-13');
  await page.locator('form.since button').click();
  await page.waitForURL(/since=2024-03-13/);
  const block = page.locator('#since');
  expect(await block.locator('h2').innerText()).toBe('What changed since 13 Mar 2024');
  expect(await block.innerText()).toContain('1 article published since, 1 contradiction');
  expect(await block.locator('.facts').allInnerTexts()).toEqual([expect.stringContaining('13 Mar 2024')]);
  const { since, articles, subjects, contradictions } = await (
    await fetch(`${url()}/pair/KEN-PER/changes.json?since=2024-03-13`)
  ).json();
  expect({ since, articles }).toEqual({ since: '2024-03-13', articles: 1 });
  expect(subjects.map(({ id }: { id: string }) => id)).toEqual(['meetings']);
  expect(contradictions).toHaveLength(1);
  await page.goto(`${url()}/pair/KEN-PER?since=2099`);
  expect(await block.innerText()).toContain('Nothing: what is known now was known the day before.');
});

test.each(['', '?since=soon', '?since=2024-13'])('changes.json%s says which day it needs', async asked => {
  expect((await fetch(`${url()}/pair/KEN-PER/changes.json${asked}`)).status).toBe(400);
});

test('articles come in parts, the latest first', async () => {
  const page = await open('/articles?limit=1');
  expect(await page.locator('.articles li').innerText()).toContain('14 Mar 2024');
  await page.locator('[rel=next]').first().click();
  expect(await page.locator('.articles li').innerText()).toContain('12 Mar 2024');
  const answer = await fetch(`${url()}/articles.json?limit=1`);
  expect(answer.headers.get('link')).toBe('</articles.json?limit=1&offset=1>; rel="next"');
  expect(await answer.json()).toMatchObject({ found: 2, next: '/articles.json?limit=1&offset=1' });
});
