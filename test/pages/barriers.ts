/** What must hold on every page, whatever it shows: barriers, width, policy, print, keyboard, and reading without scripts. */
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Opened, PHONE } from './browser.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Makes the tests of each address.
 *
 * @param filled puts in what is only known once the desk is there, such as the id of a claim.
 */
export function holdsOnEveryPage(
  addresses: string[],
  { open, url }: Opened,
  filled: (address: string) => string = address => address,
): void {
  describe.each(addresses)('%s', address => {
    test('has no barrier that axe finds, in light and in dark', async () => {
      // The page's own policy refuses a script put into it; the checker is let in past it.
      const page = await open(filled(address), { bypassCSP: true, colorScheme: 'light' });
      await page.addScriptTag({ path: axe });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page)).toEqual([]);
    });

    test('fits a phone, with everything opened', async () => {
      const page = await open(filled(address), PHONE);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });

    test('asks only this server, nothing is against its own policy, and the keyboard sees where it is', async () => {
      const page = await open('about:blank');
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', request => asked.push(request.url()));
      page.on('console', message => complaints.push(message.text()));
      page.on('pageerror', error => complaints.push(String(error)));
      await page.goto(url() + filled(address));
      expect(asked.filter(one => !one.startsWith(`${url()}/`))).toEqual([]);
      expect(complaints.filter(text => !text.includes('status of 404'))).toEqual([]);
      const stops = await keyboardStops(page);
      expect(stops[0]?.words).toBe('To the content');
      expect(stops.filter(({ seen }) => !seen).map(({ words }) => words)).toEqual([]);
    });

    test('without scripts it says the same, and prints: ink on paper, no navigation, no wider than A4', async () => {
      const headings = (page: Page) => page.locator('h1, h2').allTextContents();
      const whole = await headings(await open(filled(address)));
      const paper = { viewport: { width: 670, height: 950 }, colorScheme: 'dark' as const };
      const page = await open(filled(address), { ...paper, javaScriptEnabled: false });
      expect(await headings(page)).toEqual(whole);
      expect(whole.length).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.masthead nav').isVisible()).toBe(false);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      );
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
}

/** How much of a page stands beyond its right edge, in pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Enough to pass the head of a page and some way into it; a dossier has hundreds of links. */
const MOST_STOPS = 25;

/** Where the tab key goes from the top of a page: what is there, and whether one can see that the focus is on it. */
async function keyboardStops(page: Page): Promise<{ words: string; seen: boolean }[]> {
  const stops: { words: string; seen: boolean }[] = [];
  for (let pressed = 0; pressed < MOST_STOPS; pressed++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      if (!at || at === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const { width, height } = at.getBoundingClientRect();
      return {
        words: at.textContent?.trim() || at.getAttribute('aria-label') || at.outerHTML.slice(0, 80),
        seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && width > 0 && height > 0,
      };
    });
    // After the last stop come the browser's own buttons.
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

/** What axe-core finds against the page as it looks now. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations: found } = await checker.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  });
}
