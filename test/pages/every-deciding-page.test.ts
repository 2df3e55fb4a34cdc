/** What holds on every page, on those where people decide, note and add: of a real record, with decisions in its log. */
import { afterAll, beforeAll, vi } from 'vitest';
import { type Adding, MOST_FILES } from '../../src/server/adding.js';
import { holdsOnEveryPage } from './barriers.js';
import { withBrowser } from './browser.js';
import { type DecidedDesk, decidedDesk, HARM } from './decided-desk.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let decided: DecidedDesk;
let rejected: string;
beforeAll(async () => {
  decided = await decidedDesk();
  const { desk, article, claim } = decided;
  const target = `${article}:${claim}`;
  const sign = { by: `Ada ${HARM}`, reason: `${HARM} it was the other way round` };
  const { id: undone } = await desk.decide({ verb: 'accept', targets: [target], ...sign });
  await desk.decide({ verb: 'undo', targets: [undone], ...sign });
  await desk.decide({ verb: 'note', targets: [target], ...sign });
  await desk.decide({ verb: 'note', targets: ['page:/balance/CHN-RUS'], ...sign });
  ({ id: rejected } = await desk.decide({ verb: 'reject', targets: [target], ...sign }));
});
afterAll(() => decided.close());

/** An addition with an article in each state it can be in. */
const adding: Adding = {
  add: () => null,
  addition: id => ({
    id,
    articles: (['kept', 'kept before', 'refused', 'reading', 'waiting'] as const).map(state => ({
      name: `${state}-${'a-long-name-of-a-file'.repeat(4)}.txt`,
      state,
      article: state.startsWith('kept') ? decided.article : null,
      title: state === 'kept' ? HARM : null,
      sentences: 2,
      claims: 1,
      why: state === 'refused' ? `The file has no text. Give one of ${MOST_FILES} that have.` : null,
    })),
    done: id === 'done',
  }),
};

const opened = withBrowser(() => decided.desk, { adding });
holdsOnEveryPage(
  [
    '/decide/ARTICLE:CLAIM',
    '/decide/concede-rus-chn-2023-03-17',
    '/corrections',
    '/corrections/REJECTED',
    '/add',
    '/add/done',
    '/add/under-way',
    '/article/ARTICLE',
    '/article/ARTICLE?decided=REJECTED&of=CHN-RUS',
    '/balance/CHN-RUS?decided=REJECTED',
    '/search?q=Russia+gave',
    '/decide/nothing',
    '/corrections/nothing',
  ],
  opened,
  address => address.replace('ARTICLE', decided.article).replace('CLAIM', decided.claim).replace('REJECTED', rejected),
);
