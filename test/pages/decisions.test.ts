/** Deciding on pages: the verdict moves before one's eyes and back, with scripts and without; what people write is text. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { PHONE, withBrowser } from './browser.js';
import { type DecidedDesk, decidedDesk, HARM } from './decided-desk.js';

/** Each test asks for the balance a dozen times. */
vi.setConfig({ testTimeout: 120_000 });

let decided: DecidedDesk;
beforeAll(async () => {
  decided = await decidedDesk();
});
afterAll(() => decided.close());
/** What a test left standing is taken back, so that each begins with the claim as it was read. */
afterEach(async () => {
  for (const { decision, state } of await decided.desk.decisions()) {
    if (state !== 'holds' || decision.verb === 'undo' || decision.verb === 'note') continue;
    await decided.desk.decide({ verb: 'undo', targets: [decision.id], by: 'the test', reason: 'over' });
  }
});
const { open } = withBrowser(() => decided.desk);

const inHundred = async () => Math.round((await decided.desk.balance('RUS', 'CHN')).share! * 100);

/** Presses a button of a form and waits for the page that answers: only then has the server done what was asked. */
async function send(page: Page, button: Locator) {
  const answered = page.waitForEvent('load');
  await button.click();
  await answered;
}

async function sign(page: Page, choice: string, reason: string, name: string) {
  const form = page.locator('form.decision').first();
  await form.getByLabel(choice).check();
  await form.getByLabel(/Why/).fill(reason);
  await form.getByLabel(/Your name/).fill(name);
  await send(page, form.getByRole('button'));
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_, javaScriptEnabled) => {
  test('a claim is rejected where it is read: the verdict moves, and moves back when that is undone', async () => {
    const before = await inHundred();
    const page = await open(`/article/${decided.article}`, { javaScriptEnabled });
    await page.locator('.claim-card summary').click();
    await page.getByRole('link', { name: /Right or wrong/ }).click();
    await sign(page, 'It is misread', 'it was the other way round', 'Ada Analyst');
    const after = await inHundred();
    expect(after).not.toBe(before);
    const moved = page.locator('.moved');
    expect(await moved.isVisible()).toBe(true);
    expect(await moved.locator('.moved-from').innerText()).toContain(`${before} of 100`);
    expect(await moved.locator('.moved-to').innerText()).toContain(`${after} of 100`);
    expect(await moved.locator('.tick-moved').count()).toBe(Math.abs(before - after));
    expect(page.url()).toContain(`#claim-${decided.claim}`);
    expect(await page.locator('.claim-card .chip').innerText()).toBe('rejected by Ada Analyst');
    await send(page, moved.getByRole('button', { name: 'Undo' }));
    expect(await inHundred()).toBe(before);
    expect(await page.locator('.moved-to').innerText()).toContain(`${before} of 100`);
    expect(await page.locator('.claim-card .chip').count()).toBe(0);
  });

  test('from the evidence of a balance, and back to that balance', async () => {
    const page = await open('/balance/RUS-CHN', { javaScriptEnabled });
    const ref = page.locator('.notes li', { hasText: 'Russia gave in to China' }).first();
    await ref.locator('a.decide').first().click();
    await sign(page, 'It is read rightly', 'seen in print', 'Ben');
    expect(page.url()).toContain('/balance/RUS-CHN?decided=');
    expect(await page.locator('.moved').innerText()).toContain('Accepted by Ben');
    await send(page, page.locator('.moved').getByRole('button', { name: 'Undo' }));
    expect(await page.locator('.moved').innerText()).toContain('Undone');
  });

  test('a corrected claim says what a person says, beside what was read', async () => {
    const page = await open(`/decide/${decided.article}:${decided.claim}`, { javaScriptEnabled });
    const form = page.locator('form.decision');
    await form.getByLabel('Something in it is wrong').check();
    await form.locator('[name=set-type]').selectOption('ACCUSE');
    await sign(page, 'Something in it is wrong', 'it condemned', 'Cy');
    const card = page.locator('.claim-card');
    if (!(await card.evaluate(one => (one as HTMLDetailsElement).open))) await card.locator('summary').click();
    expect(await card.locator('.struck').innerText()).toMatch(/^concede/);
    expect(await card.innerText()).toContain('accuse: Russia → China');
    await send(page, page.locator('.moved').getByRole('button', { name: 'Undo' }));
  });

  test('what cannot be taken is said in the form, with what was written still in it', async () => {
    const page = await open(`/decide/${decided.article}:${decided.claim}`, { javaScriptEnabled });
    const form = page.locator('form.decision');
    await form.getByLabel('Something in it is wrong').check();
    await form.locator('[name=set-from]').fill('last Friday');
    await sign(page, 'Something in it is wrong', 'a reason worth keeping', 'Di');
    expect(await page.getByRole('alert').innerText()).toContain('"last Friday" is not a day');
    expect(await page.locator('textarea[name=reason]').inputValue()).toBe('a reason worth keeping');
    expect(await page.locator('input[name=set-from]').inputValue()).toBe('last Friday');
  });
});

test('the form opens beside the claim where scripts run, and the name is remembered', async () => {
  const page = await open(`/article/${decided.article}#claim-${decided.claim}`);
  await page.getByRole('link', { name: /Right or wrong/ }).click();
  expect(new URL(page.url()).pathname).toBe(`/article/${decided.article}`);
  await sign(page, 'It is read rightly', 'seen', 'Eve');
  await send(page, page.locator('.moved').getByRole('button', { name: 'Undo' }));
  await page.locator('.claim-card summary').click();
  await page.getByRole('link', { name: /Right or wrong/ }).click();
  expect(await page.locator('.card-body form.decision input[name=by]').inputValue()).toBe('Eve');
});

test('a note stands on its page for both orders of the pair, on its claim and in the log, and is only ever text', async () => {
  const page = await open('/balance/CHN-RUS', PHONE);
  await page.locator('.page-notes summary').click();
  await page.locator('.page-notes textarea').fill(`${HARM} shipping data is late`);
  await page.locator('.page-notes input[name=by]').fill(`Flo ${HARM}`);
  await send(page, page.locator('.page-notes button'));
  expect(await page.locator('.note blockquote').innerText()).toContain(`${HARM} shipping data is late`);

  await page.goto(new URL(`/decide/${decided.article}:${decided.claim}`, page.url()).href);
  await sign(page, 'Only a note on it', `${HARM} ask the desk`, 'Gus');
  expect(await page.locator('.claim-card .decided-list').innerText()).toContain('ask the desk');
  expect(await page.locator('.moved').innerText()).toContain('A note moves no number.');

  for (const path of ['/balance/RUS-CHN', '/corrections', `/article/${decided.article}`]) {
    await page.goto(new URL(path, page.url()).href);
    expect(await page.locator('main').textContent()).toContain(HARM);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('the log says who, when, what and why, the latest first, and what was undone', async () => {
  const { id } = await decided.desk.decide({
    verb: 'reject',
    targets: [`${decided.article}:${decided.claim}`],
    by: 'Hal',
    reason: 'for the log',
  });
  const page = await open('/corrections');
  const row = page.locator('.log tbody tr').first();
  expect(await row.innerText()).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d UTC\s*Hal/);
  expect(await row.innerText()).toContain('for the log');
  expect(await row.innerText()).toContain('“gave in”');
  await row.getByRole('link', { name: 'where' }).click();
  expect(page.url()).toContain(`/article/${decided.article}#at-7`);
  await page.goto(new URL(`/corrections/${id}`, page.url()).href);
  expect(await page.locator('.before-after .evidence-says').count()).toBe(2);
  await page.locator('form.undo input[name=by]').fill('Ida');
  await page.locator('form.undo input[name=reason]').fill('Hal asked');
  await send(page, page.getByRole('button', { name: 'Undo' }));
  await page.goto(new URL('/corrections', page.url()).href);
  expect(await page.locator('.log tr.undone', { hasText: 'for the log' }).innerText()).toContain('undone');
});
