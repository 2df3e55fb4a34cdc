/** Pages: what HTML can hide, repeat and never close. */
import { type ArticleRow, GOOD } from '../row.js';

const page = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const paragraph = `<p>${GOOD}</p>`;

export const PAGES: ArticleRow[] = [
  ['elements a hundred thousand deep', () => page('<div>'.repeat(100_000) + GOOD), 'refused: nested too deeply'],
  ['elements five hundred deep', () => page(`${'<div>'.repeat(500)}${GOOD}${'</div>'.repeat(500)}`), 'read: 1'],
  ['inline elements a hundred thousand deep', () => page('<b>'.repeat(100_000) + GOOD), 'refused: nested too deeply'],
  ['tables in tables', () => page(`${'<table><tr><td>'.repeat(20_000)}${GOOD}`), 'refused: nested too deeply'],
  ['lists that are never closed', () => page(`${'<li>x'.repeat(300)}${paragraph}`), 'read'],
  ['paragraphs that are never closed', () => page('<p>Norway met Chile.'.repeat(200)), 'read: 200'],
];
