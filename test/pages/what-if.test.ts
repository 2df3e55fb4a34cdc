/** The exit cost on the balance page: by form without scripts, as a slider moves with them, the question in the address. */
import { expect, test, vi } from 'vitest';
import { withBrowser } from './browser.js';
import { fixtureDesk } from './fixture-desk.js';

vi.setConfig({ testTimeout: 90_000 });
const { open, url } = withBrowser(fixtureDesk);

test('without scripts the form asks, and keeps what else was asked', async () => {
  const page = await open('/balance/CHN-RUS?weights=flat', { javaScriptEnabled: false });
  await page.locator('[name=change]').selectOption('tariff');
  await page.locator('[name=direction]').selectOption('exports');
  await page.getByRole('button', { name: 'Work it out' }).click();
  expect(page.url()).toContain('weights=flat');
  expect(page.url()).toContain('change=tariff');
  expect(await page.locator('.answer-words').innerText()).toMatch(
    /^If what China sells to Russia bore a tariff of 25 percent, China would \w+ 0\.\d{3} percent/,
  );
  await page.getByRole('link', { name: 'Swap sides' }).click();
  expect(await page.locator('.answer-words').innerText()).toContain('If what China sells to Russia bore a tariff');
  expect(await page.locator('[name=direction]').inputValue()).toBe('imports');
});

test('with scripts the answer follows the slider, and the address follows the question', async () => {
  const page = await open('/balance/CHN-RUS');
  const before = await page.locator('.bar-value').last().innerText();
  await page.locator('[name=elasticity]').focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(
    () => location.search.includes('elasticity=1&') || location.search.endsWith('elasticity=1'),
  );
  await page.waitForFunction(
    old => document.querySelector<HTMLElement>('.answer .bar-value:last-child')?.innerText !== old,
    before,
  );
  const shown = await page.locator('.answer-words').innerText();
  await page.goto(page.url());
  expect(await page.locator('.answer-words').innerText()).toBe(shown);
  expect(await page.locator('[name=elasticity]').inputValue()).toBe('1');
});

test('the numbers lead to the rows they are worked out from', async () => {
  const page = await open('/balance/CHN-RUS');
  await page.locator('.answer a.cited').first().click();
  expect(await page.locator('.note-panel').innerText()).toContain('Goods exports of China to Russia');
});

test.each(['change=war', 'elasticity=1000', 'percent=-1'])('%s is no address', async asked => {
  expect((await fetch(`${url()}/balance/CHN-RUS/what-if.json?${asked}`)).status).toBe(404);
  expect((await fetch(`${url()}/balance/CHN-RUS?${asked}`)).status).toBe(404);
});
