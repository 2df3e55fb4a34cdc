/** The article with its claims: marks, keys, and text that means harm. */
import { expect, test } from 'vitest';
import { openDesk } from '../../src/desk.js';
import { PHONE, withBrowser } from './browser.js';
import { fixtureArticle, fixtureDesk, HOSTILE } from './fixture-desk.js';

const fixture = fixtureDesk();
const reads = openDesk({ record: null, example: { pair: ['CHN', 'RUS'], article: null } });
/** The pages of the fixture, with a paste box that really reads. */
const { open, url } = withBrowser(() => ({ ...fixture, readDraft: text => reads.readDraft(text) }));
const { reading } = fixtureArticle();
const article = `/article/${reading.document.id}`;

test('the text stands as it was published, to the last character', async () => {
  const page = await open(article);
  const paragraphs = await page.locator('.reader .text').evaluateAll(all =>
    all.map(one => {
      const copy = one.cloneNode(true) as HTMLElement;
      for (const mark of copy.querySelectorAll('a.mark')) mark.remove();
      return copy.textContent!.trim();
    }),
  );
  expect(paragraphs.join('\n')).toBe(reading.document.text.split('\n').filter(Boolean).join('\n'));
});

test('claims carry the letter of their kind, and lead to their card', async () => {
  const page = await open(article);
  const mark = page.locator('a.mark.kind-figure').first();
  expect(await mark.textContent()).toMatch(/^F\d+, figure$/);
  await mark.click();
  expect(page.url()).toContain('#claim-');
  expect(await page.locator(':target').isVisible()).toBe(true);
});

test('a finding is open, and says what was found instead with its evidence', async () => {
  const page = await open(article);
  const finding = page.locator('.check.tone-bad').first();
  expect(await finding.isVisible()).toBe(true);
  await finding.locator('a.cited').click();
  const panel = page.locator('.note-panel');
  expect(await panel.isVisible()).toBe(true);
  expect(await panel.innerText()).toContain('Exchange rate');
});

test('what the text concludes stands beside what the evidence says', async () => {
  const page = await open(article);
  const conclusion = page.locator('.conclusion');
  expect(await conclusion.locator('.concluded').allInnerTexts()).toEqual([
    expect.stringMatching(/^for China\s+It is clear that Beijing has the upper hand$/),
  ]);
  expect(await conclusion.locator('.evidence-says').innerText()).toContain('in 91 of 100 weightings');
  await conclusion.locator('.concluded a').click();
  expect(await page.locator(':target').innerText()).toMatch(/^J\d/);
});

test('the head of an article leads to each finding', async () => {
  const page = await open(article);
  await page.locator('.strip a', { hasText: '£158 billion' }).click();
  expect(await page.locator(':target').innerText()).toMatch(/^F\d/);
});

test('an allegation stands with its denial', async () => {
  const page = await open('/pair/CHN-RUS');
  const alleged = page.locator('tr', { hasText: 'alleged' }).first();
  expect(await alleged.textContent()).toMatch(/Denied by China/);
});

test('by keyboard: skip link, evidence opened and closed, claims one after another', async () => {
  const page = await open('/pair/CHN-RUS');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  const cited = page.locator('a.cited').first();
  await cited.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.note-panel').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.locator('.note-panel').isVisible()).toBe(false);
  expect(await cited.evaluate(link => link === document.activeElement)).toBe(true);

  await page.goto(url() + article);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('.claim-card')?.dataset.number)).toBe(
    '2',
  );
  expect(await page.locator('.claim.current').count()).toBeGreaterThan(0);
  await page.keyboard.press('k');
  expect(await page.evaluate(() => document.activeElement?.closest<HTMLElement>('.claim-card')?.dataset.number)).toBe(
    '1',
  );
});

test.each(['/', '/pair/CHN-RUS', article])('%s: markup in a text is text', async path => {
  const page = await open(path);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await page.locator('main img, main script').count()).toBe(0);
  if (path === article) expect(await page.locator('.reader').innerText()).toContain(HOSTILE);
});

test.each([
  ['markup', `${HOSTILE} China condemned Russia.`, '<script>'],
  ['text from right to left', 'شي جين بينغ \u202Eevil\u202C China condemned Russia.', 'شي جين بينغ'],
  ['characters that are none', 'China\u0000 condemned\u0007 Russia.', 'condemned'],
  ['an attribute', '" onfocus="window.ran = true" autofocus x=" China condemned Russia.', 'onfocus'],
])('%s in the paste box is read and shown as text', async (_, text, kept) => {
  const page = await open('/read', PHONE);
  await page.fill('#draft', text);
  await page.getByRole('button').click();
  expect(await page.locator('.reader').innerText()).toContain(kept);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await page.locator('.reader img, .reader script').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a megabyte in one line is read and fits the page', async () => {
  const response = await fetch(`${url()}/read`, {
    method: 'POST',
    headers: { origin: url(), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ text: `China condemned Russia ${'x'.repeat(1_000_000)}` }),
  });
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('China');
}, 120_000);

test('while a text is read the page says so', async () => {
  const page = await open('/read');
  await page.fill('#draft', 'China condemned Russia.');
  await page.evaluate(() =>
    document.querySelector('form.draft')!.addEventListener('submit', sent => sent.preventDefault()),
  );
  await page.getByRole('button').click();
  expect(await page.locator('form [role=status]').innerText()).toContain('Reading');
});

test('an empty text is refused in words, with the box still there', async () => {
  const page = await open('/read');
  await page.locator('#draft').evaluate(box => box.removeAttribute('required'));
  await page.getByRole('button').click();
  expect(await page.locator('[role=alert]').innerText()).not.toBe('');
  expect(await page.locator('#draft').isVisible()).toBe(true);
});
