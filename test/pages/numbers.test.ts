/** Every number of a dossier is followed to its evidence: the sentence or the row that holds it. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { openDesk } from '../../src/desk.js';
import { withBrowser } from './browser.js';

vi.setConfig({ testTimeout: 60_000 });

const { open } = withBrowser(() => openDesk({ record: null, example: { pair: ['CHN', 'RUS'], article: null } }));

/** A number with what its link leads to. */
interface Followed {
  text: string;
  /** It leads to a row of a table of facts: the fact is its own evidence. */
  isRow: boolean;
  /** The pieces of evidence behind it, each in its words. */
  pieces: string[];
}

/** The cited numbers of a page, each with the pieces of its note, or with the row of the table that it leads to. */
function cited(page: Page): Promise<Followed[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a.cited')].map(link => {
      const led = document.getElementById(link.getAttribute('href')!.slice(1));
      const pieces = led?.matches('tr') ? [led] : [...(led?.querySelectorAll('ul > li') ?? [])];
      return {
        text: link.firstChild?.textContent ?? '',
        isRow: led?.matches('tr') ?? false,
        pieces: pieces.map(piece => (piece.querySelector('.row, q') ?? piece).textContent?.trim() ?? ''),
      };
    }),
  );
}

/** Words with a number in them that stand neither in a link nor beside one in their sentence, row or card. */
function unled(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { data, parentElement: at } = walker.currentNode as Text;
      if (!/\d/.test(data) || !at || at.closest('script, form, .cite, .notes, svg, summary')) continue;
      // A tally counts the table above it (a test of its own), what is missing has no evidence, an edition is a name.
      if (at.closest('.subject .tally, .missing, figcaption.source, .subject .source')) continue;
      const around = at.closest('p, tr, li, figure, h3, .verdict');
      if (!around?.querySelector('a[href]')) found.push(data.trim());
    }
    return found;
  });
}

/** How many facts the card of each subject tells of, and how many its section shows. */
function cardsOf(page: Page): Promise<{ told: number; shown: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.subject-cards .card')].map(card => ({
      told: Number.parseInt(card.querySelector('.tally')?.textContent ?? '', 10),
      shown: document.querySelectorAll(`${card.querySelector('a')!.getAttribute('href')} .facts tbody tr`).length,
    })),
  );
}

describe.each(['/pair/CHN-RUS', '/pair/USA-MEX'])('%s', path => {
  let numbers: Followed[];
  let alone: string[];
  let cards: { told: number; shown: number }[];
  beforeAll(async () => {
    const page = await open(path);
    numbers = await cited(page);
    alone = await unled(page);
    cards = await cardsOf(page);
  });

  test('each number has evidence with words in it', () => {
    expect(numbers.length).toBeGreaterThan(8);
    expect(numbers.filter(({ pieces }) => !pieces.length || pieces.some(words => !words))).toEqual([]);
  });

  test('a count is of as many pieces of evidence, or of more where several tell of one thing', () => {
    const counts = numbers.filter(({ text, isRow }) => !isRow && /^\d{1,3}$/.test(text));
    expect(counts.filter(({ text, pieces }) => pieces.length < Number(text))).toEqual([]);
  });

  test('an amount that one row holds stands in that row', () => {
    const amounts = numbers.filter(
      ({ text, pieces }) => pieces.length === 1 && /\d[\d.,]*\s(?:billion|million|%)/.test(text),
    );
    const numberIn = (words: string) => /\d[\d.,]*\d|\d/.exec(words)![0];
    expect(amounts.filter(({ text, pieces }) => !pieces[0]!.includes(numberIn(text)))).toEqual([]);
  });

  test('no number stands alone, without a way to what it is from', () => {
    expect(alone).toEqual([]);
  });

  test('the card of a subject counts the facts that its section shows', () => {
    expect(cards.length).toBeGreaterThan(2);
    expect(cards.filter(({ told, shown }) => told !== shown)).toEqual([]);
  });

  test('a click opens the evidence beside the number, and Escape closes it', async () => {
    const fresh = await open(path);
    await fresh.locator('.carried a.cited').first().click();
    expect(await fresh.locator('.note-panel li').count()).toBeGreaterThan(0);
    await fresh.keyboard.press('Escape');
    expect(await fresh.locator('.note-panel').isVisible()).toBe(false);
  });
});
