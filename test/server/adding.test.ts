/** Articles on their way in: one after the other, what is refused and why, and that pages are answered meanwhile. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articlesFromBytes } from '../../src/article/container.js';
import { BadInput } from '../../src/errors.js';
import { type Adding, newAdding, type Work } from '../../src/server/adding.js';
import { type Serving, servePages } from '../../src/server/http.js';
import { fixtureDesk } from '../pages/fixture-desk.js';
import { articleToKeep } from '../record/a-reading.js';

/** Reads when it is let; keeps nothing twice. */
function work(): Work & { letGo(): void } {
  let go = () => {};
  const gate = new Promise<void>(resolve => (go = resolve));
  const known = new Set<string>();
  return {
    letGo: () => go(),
    async *articlesIn({ name, bytes }, dated) {
      yield* articlesFromBytes(bytes, name, dated);
    },
    read: async article => {
      await gate;
      if (article.text.includes('endless')) throw new BadInput('it was not read within 3 minutes: split it');
      if (article.text.includes('fault')) throw new Error('a trace of ours');
      return articleToKeep(article.text).reading;
    },
    keep: async ({ article }) => {
      const added = !known.has(article.sha256);
      known.add(article.sha256);
      return { id: article.sha256.slice(0, 16), added };
    },
  };
}

let desk: ReturnType<typeof work>;
let adding: Adding;
let serving: Serving;
let token: string;
beforeAll(async () => {
  desk = work();
  adding = newAdding(desk);
  serving = await servePages(fixtureDesk(), { port: 0, adding });
  token = /name="token" value="([^"]+)"/.exec(await (await fetch(`${serving.url}/add`)).text())![1]!;
});
afterAll(() => serving.close());

function send(fields: Record<string, string>, files: [name: string, content: string][], headers = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const [name, content] of files) body.append('files', new File([content], name));
  const all = { origin: serving.url, accept: 'text/html', ...headers };
  return fetch(`${serving.url}/add`, { method: 'POST', redirect: 'manual', headers: all, body });
}

const NASTY = '<img src=x onerror="window.ran = true">.txt';

test('pages are answered while articles are read; each is told of; the same text again is nothing new', async () => {
  const answer = await send({ token, text: 'China condemned Russia on Friday.' }, [
    ['again.txt', 'China condemned Russia on Friday.'],
    ['empty.txt', ''],
    ['endless.txt', 'An endless text.'],
    [NASTY, 'A text with a fault.'],
  ]);
  expect(answer.status).toBe(303);
  const place = answer.headers.get('location')!;
  const waiting = await (await fetch(serving.url + place)).text();
  expect(waiting).toContain('0 of 5 articles done');
  expect(waiting).toContain('http-equiv="refresh"');
  expect(waiting).not.toContain('<img');
  expect((await fetch(`${serving.url}/pair/CHN-RUS`)).status).toBe(200);
  desk.letGo();
  await expect.poll(() => adding.addition(place.slice('/add/'.length))!.done).toBe(true);
  const { articles } = (await (await fetch(`${serving.url}${place}.json`)).json()) as { articles: object[] };
  expect(articles).toMatchObject([
    { name: 'pasted text', state: 'kept', claims: 1 },
    { name: 'again.txt', state: 'kept before' },
    { name: 'empty.txt', state: 'refused', why: expect.stringContaining('empty') },
    { name: 'endless.txt', state: 'refused', why: expect.stringContaining('not read within') },
    { name: NASTY, state: 'refused', why: expect.not.stringContaining('trace') },
  ]);
  const done = await (await fetch(serving.url + place)).text();
  expect(done).toContain('5 of 5 articles done');
  expect(done).not.toMatch(/http-equiv="refresh"|<img/);
});

test('a single article opens in the reader', async () => {
  const { headers } = await send({ token, text: 'China condemned Russia on Monday.' }, []);
  const place = headers.get('location')!;
  await expect.poll(() => adding.addition(place.slice('/add/'.length))!.done).toBe(true);
  const answer = await fetch(serving.url + place, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    expect.stringMatching(/^\/article\/[0-9a-f]{16}$/),
  ]);
});

describe('nothing is taken', () => {
  test.each([
    ['without the token', {}, { text: 'China condemned Russia.' }, 403],
    ['from another site', { origin: 'http://evil.example' }, { text: 'China condemned Russia.' }, 403],
    ['of nothing', {}, { token: 'own' }, 400],
  ])('%s', async (_, headers, fields, status) => {
    const own = 'token' in fields ? { ...fields, token } : fields;
    expect((await send(own, [], headers)).status).toBe(status);
  });

  test('of more than fifty files, or of more than twenty megabytes', async () => {
    const many = Array.from({ length: 51 }, (_, i): [string, string] => [`${i}.txt`, 'x']);
    expect((await send({ token }, many)).status).toBe(400);
    const headers = { origin: serving.url, 'content-type': 'multipart/form-data; boundary=x' };
    const large = await fetch(`${serving.url}/add`, { method: 'POST', headers, body: 'x'.repeat(20_000_001) });
    expect(large.status).toBe(413);
  });

  test('where the server keeps no record: it says so', async () => {
    const bare = await servePages(fixtureDesk(), { port: 0 });
    expect(await (await fetch(`${bare.url}/add`)).text()).toContain('keeps no record');
    await bare.close();
  });

  test('of an addition nobody began', async () => {
    expect((await fetch(`${serving.url}/add/none`)).status).toBe(404);
    expect((await fetch(`${serving.url}/add/none.json`)).status).toBe(404);
  });
});

test('what goes wrong late in a file leaves what was kept of it before', async () => {
  const own = work();
  own.letGo();
  const torn = newAdding({
    ...own,
    async *articlesIn(file, dated) {
      yield* own.articlesIn(file, dated);
      throw new BadInput('the rest is torn');
    },
  });
  const id = torn.add([{ name: 'a.txt', bytes: Buffer.from('China condemned Russia on Friday.') }], {})!;
  await expect.poll(() => torn.addition(id)!.done).toBe(true);
  expect(torn.addition(id)!.articles).toMatchObject([{ state: 'kept' }, { state: 'refused', why: 'the rest is torn' }]);
});

test('others wait while five are being read', async () => {
  const slow = newAdding(work());
  const file = { name: 'a', bytes: Buffer.from('x') };
  const ids = Array.from({ length: 6 }, () => slow.add([file], {}));
  expect(ids.map(id => id !== null)).toEqual([true, true, true, true, true, false]);
});
