/** What holds on every page: barriers, width, policy, print, each number with its evidence. */
import { expect, test } from 'vitest';
import { holdsOnEveryPage } from './barriers.js';
import { withBrowser } from './browser.js';
import { fixtureArticle, fixtureDesk } from './fixture-desk.js';

const opened = withBrowser(fixtureDesk);
const article = `/article/${fixtureArticle().reading.document.id}`;
const PAGES = [
  '/',
  '/pair/CHN-RUS',
  '/pair/USA-MEX',
  '/pair/CHN-RUS?since=2023',
  '/pair/CHN-RUS/contradictions',
  '/articles',
  '/balance/CHN-RUS',
  '/balance/CHN-RUS?weights=flat',
  '/balance/CHN-RUS?change=tariff&percent=25&direction=exports',
  '/balance/CHN-RUS/movement',
  '/pair/CHN-RUS/chronology',
  '/pair/CHN-RUS/chronology?parties=either&type=SANCTION&from=2014&order=oldest',
  '/pair/CHN-RUS/chronology?phrase=old+friend',
  '/pair/CHN-RUS/chronology?text=no+such+words',
  '/compare?pairs=CHN-RUS,USA-MEX',
  '/sources?pair=CHN-RUS',
  '/method',
  '/search',
  '/search?q=trade&kind=figure',
  article,
  '/read',
  // Where nothing is kept, these say so.
  '/corrections',
  '/add',
  '/decide/consult-chn-rus-2023-03-20',
];
const ALL = [...PAGES, '/nowhere', '/pair/CHN-XXX', '/article/none'];

holdsOnEveryPage(ALL, opened);

test.each(PAGES)('%s: what is cited leads to evidence on the page, and no two elements have one id', async path => {
  const page = await opened.open(path);
  const { lost, ids } = await page.evaluate(() => ({
    lost: [...document.querySelectorAll('a.cited')]
      .map(link => link.getAttribute('href')!)
      .filter(href => !document.getElementById(href.slice(1))?.textContent?.trim()),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  }));
  expect(lost).toEqual([]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
