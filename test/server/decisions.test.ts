/** Who may change the record over HTTP, with what, and how much of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, servePages } from '../../src/server/http.js';
import { type DecidedDesk, decidedDesk } from '../pages/decided-desk.js';
import { fixtureDesk } from '../pages/fixture-desk.js';

let decided: DecidedDesk;
let serving: Serving;
let token: string;
beforeAll(async () => {
  decided = await decidedDesk();
  serving = await servePages(decided.desk, { port: 0 });
  const page = await (await fetch(`${serving.url}${target()}`)).text();
  token = /name="token" value="([^"]+)"/.exec(page)![1]!;
});
afterAll(async () => {
  await serving.close();
  await decided.close();
});

const target = () => `/decide/${decided.article}:${decided.claim}`;
const fields = { verb: 'reject', by: 'Ann', reason: 'misread' };

function post(path: string, body: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(serving.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: serving.url, accept: 'text/html', ...headers },
    body: new URLSearchParams(body),
  });
}

describe('a decision is not taken', () => {
  test.each([
    ['without the token of the form', {}, {}, 403],
    ['with a token of another server', { token: 'x'.repeat(32) }, {}, 403],
    ['from another site', null, { origin: 'http://evil.example' }, 403],
    ['from a page of another site that hides its name', null, { origin: 'null' }, 403],
    ['without a name', { by: ' ' }, {}, 400],
    ['without a reason', { reason: '' }, {}, 400],
    ['with a verb that pages do not offer', { verb: 'merge' }, {}, 400],
    ['with a name longer than people have', { by: 'x'.repeat(201) }, {}, 400],
    ['with a reason longer than people read', { reason: 'x'.repeat(10_001) }, {}, 400],
    ['with a field that is none', { verb: 'correct', 'set-from': 'soon' }, {}, 400],
  ])('%s', async (_, changed, headers, status) => {
    const own = changed && Object.keys(changed).length === 0 ? {} : { token };
    const answer = await post(target(), { ...fields, ...own, ...changed }, headers);
    expect(answer.status).toBe(status);
    expect(await decided.desk.decisions()).toEqual([]);
  });

  test('on what the record has not', async () => {
    expect((await post('/decide/0123456789abcdef:c1', { ...fields, token })).status).toBe(404);
    expect((await post('/decide/consult-chn-rus-1999-01-01', { ...fields, token })).status).toBe(404);
    expect((await post('/corrections/0123456789ab', { ...fields, token })).status).toBe(404);
  });
});

test('a decision changes every page that stands on it, and never leads to another site', async () => {
  const before = await fetch(`${serving.url}/balance/CHN-RUS`);
  const etag = before.headers.get('etag')!;
  const answer = await post(target(), { ...fields, token, back: '//evil.example/' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toMatch(new RegExp(`^/article/${decided.article}\\?decided=`));
  const after = await fetch(`${serving.url}/balance/CHN-RUS`, { headers: { 'if-none-match': etag } });
  expect(after.status).toBe(200);
  const log = (await (await fetch(`${serving.url}/corrections.json`)).json()) as {
    decisions: { decision: { id: string } }[];
  };
  expect(log.decisions).toMatchObject([{ state: 'holds', decision: { verb: 'reject', by: 'Ann', reason: 'misread' } }]);
  const undone = await post(`/corrections/${log.decisions[0]!.decision.id}`, { token, by: 'Ben', reason: 'no' });
  expect(undone.status).toBe(303);
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)'])(
  'the way back is never %s',
  async back => {
    const page = await (await fetch(`${serving.url}${target()}?back=${encodeURIComponent(back)}`)).text();
    expect(page).not.toMatch(/(?:href|value)="[^"]*(?:evil\.example|javascript:)/);
  },
);

test('a server without a record says so, and takes nothing', async () => {
  const bare = await servePages(fixtureDesk(), { port: 0 });
  try {
    for (const path of [target(), '/corrections']) {
      const answer = await fetch(bare.url + path);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('keeps no record')]);
    }
    const dossier = await (await fetch(`${bare.url}/pair/CHN-RUS`)).text();
    expect(dossier).not.toContain('class="decide"');
    const page = await (await fetch(`${bare.url}/corrections`)).text();
    expect(page).not.toContain('name="token"');
  } finally {
    await bare.close();
  }
});
