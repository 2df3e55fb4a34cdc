/** A real browser on pages that are really served, for one file of tests. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { chromium as chromiumPath } from '../../scripts/chromium.js';
import type { Desk } from '../../src/desk.js';
import { type ServeOptions, type Serving, servePages } from '../../src/server/http.js';

/** What a test of pages is given. */
export interface Opened {
  /** Where the pages are. */
  url(): string;
  /** Opens an address in a fresh profile of the browser. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Serves the pages of a desk for the tests of the file that calls it, and opens them in Chromium. */
export function withBrowser(desk: () => Desk, options: ServeOptions = {}): Opened {
  let serving: Serving;
  let browser: Browser;
  const opened: BrowserContext[] = [];
  beforeAll(async () => {
    serving = await servePages(desk(), { ...options, port: 0 });
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: await chromiumPath(), args });
  });
  // A page that is left open goes on drawing, at the cost of those after it.
  afterEach(async () => {
    await Promise.all(opened.splice(0).map(context => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
  });
  return {
    url: () => serving.url,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
      opened.push(context);
      // Less than a test may take, so that a failure says what was waited for.
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      await page.goto(/^[a-z]+:/.test(path) ? path : serving.url + path);
      return page;
    },
  };
}

/** The size of a common phone. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };
