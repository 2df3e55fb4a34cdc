/** Pairs compared, sources and method in a browser. */
import { expect, test } from 'vitest';
import { withBrowser } from './browser.js';
import { fixtureDesk } from './fixture-desk.js';

const { open, url } = withBrowser(fixtureDesk);

test('a pair is added, swapped and left out, without scripts, and the address says which are shown', async () => {
  const page = await open('/compare?pairs=CHN-RUS', { javaScriptEnabled: false });
  await page.selectOption('select[name=a]', 'USA');
  await page.selectOption('select[name=b]', 'MEX');
  await page.getByRole('button', { name: 'Add' }).click();
  expect(page.url()).toBe(`${url()}/compare?pairs=CHN-RUS,USA-MEX`);
  expect(await page.locator('.compared a[href^="/pair/"]').allInnerTexts()).toEqual([
    'China–Russia',
    'United States–Mexico',
  ]);
  const panels = await page.locator('.panel').count();
  expect(panels).toBeGreaterThan(4);
  await page
    .locator('.compared li', { hasText: 'China–Russia' })
    .getByRole('link', { name: /^leave out/ })
    .click();
  expect(page.url()).toBe(`${url()}/compare?pairs=USA-MEX`);
});

test('what overlaps is drawn between its rows and told as a tie; each number of the table leads to its lever', async () => {
  const page = await open('/compare?pairs=CHN-RUS,CHN-RUS,RUS-CHN,CHN-IND');
  for (const panel of await page.locator('.panel').all()) {
    const drawn = await panel.locator('rect.tie').count();
    expect((await panel.locator('p.source').innerText()).includes('a tie')).toBe(drawn > 0);
  }
  const ways = await page.locator('td a').evaluateAll(all => all.map(one => one.getAttribute('href')!));
  expect(ways.every(way => /^\/balance\/[A-Z]{3}-[A-Z]{3}(#lever-[a-z-]+)?$/.test(way))).toBe(true);
});

test.each([
  ['/compare?pairs=CHN', 400, 'is no pair'],
  ['/compare?pairs=CHN-XXX', 404, 'XXX'],
  ['/compare?pairs=CHN-RUS,CHN-IND,CHN-USA,CHN-DEU,CHN-FRA,CHN-JPN,CHN-BRA', 400, 'more than 6'],
  ['/sources?pair=nowhere', 400, 'is no pair'],
])('%s is refused in words', async (path, status, words) => {
  const answer = await fetch(url() + path);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(words);
});

test('an outlet of the sources leads to what it tells, and the parts of all are a whole', async () => {
  const page = await open('/sources?pair=CHN-RUS&outlets=all');
  await page.getByRole('link', { name: 'The Fixture', exact: true }).click();
  expect(await page.locator('.event').count()).toBeGreaterThan(0);
  expect((await page.locator('.event summary').allInnerTexts()).every(text => text.includes('The Fixture'))).toBe(true);
  const { outlets } = (await (await fetch(`${url()}/sources.json?pair=CHN-RUS`)).json()) as {
    outlets: { part: number }[];
  };
  expect(outlets.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1, 9);
});

test.each(['/', '/pair/CHN-RUS', '/balance/CHN-RUS'])('the verdict of %s leads to what it means', async path => {
  const page = await open(path);
  expect(await page.locator('main a[href^="/method"]').count()).toBeGreaterThan(0);
});
