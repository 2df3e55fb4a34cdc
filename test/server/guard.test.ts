/** Who is answered, with what headers, and how much may be sent: raw requests, as a program would send them. */
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk.js';
import { type Serving, servePages } from '../../src/server/http.js';
import { fixtureDesk } from '../pages/fixture-desk.js';

let serving: Serving;
beforeAll(async () => {
  serving = await servePages(fixtureDesk(), { port: 0 });
});
afterAll(() => serving.close());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
  port = serving.port,
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, answer => {
      const chunks: Buffer[] = [];
      answer.on('data', chunk => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const own = () => `localhost:${serving.port}`;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('who is answered', () => {
  test.each(['localhost', '127.0.0.1'])('this machine by the name %s', async name => {
    expect((await ask('/', { headers: { host: `${name}:${serving.port}` } })).status).toBe(200);
  });

  test.each(['evil.example', 'evil.example:4173', 'localhost', 'localhost:1', '127.0.0.1.evil.example', '[::1]'])(
    'not a foreign name that leads here: %s',
    async host => {
      const { status, body } = await ask('/pair/CHN-RUS.json', { headers: { host } });
      expect(status).toBe(403);
      expect(body.toString()).not.toContain('China');
    },
  );

  test.each(['http://evil.example', 'null', 'https://localhost', 'http://localhost:1'])(
    'not a request of another site: origin %s',
    async origin => {
      expect((await ask('/', { headers: { host: own(), origin } })).status).toBe(403);
      const sent = { host: own(), origin, ...form };
      expect((await ask('/read', { method: 'POST', headers: sent, body: 'text=China' })).status).toBe(403);
    },
  );

  test('not a form that another site sends without an origin', async () => {
    const headers = { host: own(), 'sec-fetch-site': 'cross-site', ...form };
    expect((await ask('/read', { method: 'POST', headers, body: 'text=China' })).status).toBe(403);
  });

  test('our own form is answered', async () => {
    const headers = { host: own(), origin: `http://${own()}`, 'sec-fetch-site': 'same-origin', ...form };
    const { status } = await ask('/read', { method: 'POST', headers, body: 'text=China+condemned+Russia.' });
    expect(status).toBe(200);
  });

  test.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])('%s is not', async method => {
    expect((await ask('/', { method, headers: { host: own() } })).status).toBe(405);
  });

  test('nothing listens on other addresses than the loopback one', async () => {
    const { networkInterfaces } = await import('node:os');
    const foreign = Object.values(networkInterfaces())
      .flat()
      .filter(one => one && !one.internal && one.family === 'IPv4');
    for (const one of foreign) {
      const reached = await new Promise<boolean>(resolve => {
        const socket = connect({ host: one!.address, port: serving.port, timeout: 2000 });
        socket.on('connect', () => resolve(true) as never);
        for (const event of ['error', 'timeout']) socket.on(event, () => resolve(false) as never);
      });
      expect(reached).toBe(false);
    }
    expect((await ask('/', { headers: { host: own() } })).status).toBe(200);
  });
});

describe('what a browser may do with an answer', () => {
  test.each(['/', '/pair/CHN-RUS', '/balance/CHN-RUS', '/read', '/nowhere'])('%s: nothing inline runs', async path => {
    const { headers, body } = await ask(path, { headers: { host: own() } });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-|script-src[^;]*(?:https?:|\*)/);
    const page = body.toString();
    const attributes = [...parseHTML(page).document.querySelectorAll('*')].flatMap(one => [...one.attributes]);
    expect(attributes.filter(({ name, value }) => /^on|^style$/i.test(name) || /^\s*javascript:/i.test(value))).toEqual(
      [],
    );
    for (const [, style] of page.matchAll(/<style[^>]*>([^<]*)<\/style>/g)) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`);
    }
    for (const [, attributes, content] of page.matchAll(/<script([^>]*)>([^<]*)/g)) {
      expect(attributes).toContain('src=');
      expect(content).toBe('');
    }
  });

  test.each(['/', '/pair/CHN-RUS.json', '/page.js', '/nowhere', '/pair/CHN-RUS/trade.svg'])(
    '%s: the headers that guard',
    async path => {
      const { headers } = await ask(path, { headers: { host: own() } });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toBeTruthy();
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});

describe('what is no address', () => {
  test.each([
    ['//evil.example/', 400],
    ['http://evil.example/', 400],
    ['/%00', 400],
    ['/a\\b', 400],
    ['/../package.json', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['/server/index.js', 404],
    ['/pair/CHN-CHN', 404],
    ['/pair/CHN-XXX', 404],
    ['/pair/CHN', 404],
    ['/pair/CHN-RUS/nothing.svg', 404],
    ['/pair/CHN-XXX.json', 404],
    ['/balance/CHN-CHN', 404],
    ['/article/none', 404],
    ['/pair?a=CHN', 404],
  ])('%s is answered with %i and no more of us than needed', async (path, status) => {
    const { status: given, body } = await ask(path, { headers: { host: own() } });
    expect(given).toBe(status);
    expect(body.toString()).not.toMatch(/\bat \w+ \(|node_modules|\/src\//);
  });

  test('a page that is not there says so in words and leads back', async () => {
    const { body } = await ask('/pair/CHN-XXX', { headers: { host: own() } });
    expect(body.toString()).toContain('no country that is known');
    expect(body.toString()).toContain('href="/"');
  });
});

describe('how much may be sent', () => {
  const headers = () => ({ host: own(), origin: `http://${own()}`, ...form });

  test('more than two megabytes, as announced or in pieces, is refused', async () => {
    const announced = { ...headers(), 'content-length': '50000000' };
    expect((await raw(`POST /read HTTP/1.1\r\n${lines(announced)}\r\n`)).split(' ')[1]).toBe('413');
    const pieces = `POST /read HTTP/1.1\r\n${lines({ ...headers(), 'transfer-encoding': 'chunked' })}\r\n`;
    const piece = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
    expect((await raw(pieces + piece.repeat(3))).split(' ')[1]).toBe('413');
    expect((await ask('/', { headers: { host: own() } })).status).toBe(200);
  });

  test('headers without end are not read', async () => {
    const long = `GET / HTTP/1.1\r\nhost: ${own()}\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect((await raw(long)).split(' ')[1]).toBe('431');
  });
});

test('a page is compressed for who takes it, and HEAD gives its length alone', async () => {
  const plain = await ask('/pair/CHN-RUS', { headers: { host: own() } });
  const zipped = await ask('/pair/CHN-RUS', { headers: { host: own(), 'accept-encoding': 'gzip' } });
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(zipped.body.length).toBeLessThan(plain.body.length / 3);
  expect(gunzipSync(zipped.body).toString()).toContain('<h1');
  const head = await ask('/pair/CHN-RUS', { method: 'HEAD', headers: { host: own() } });
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test.each(['/pair/CHN-RUS', '/pair/CHN-RUS.json', '/page.js'])(
  '%s: who has these bytes already is told so, and gets them again once the record has changed',
  async path => {
    let revision = 1;
    const changing = await servePages({ ...fixtureDesk(), revision: async () => revision }, { port: 0 });
    try {
      const headers = { host: `localhost:${changing.port}` };
      const first = await ask(path, { headers }, changing.port);
      const etag = String(first.headers.etag);
      const again = await ask(path, { headers: { ...headers, 'if-none-match': `"other", W/${etag}` } }, changing.port);
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
      revision = 2;
      const other = await ask(path, { headers: { ...headers, 'if-none-match': '"other"' } }, changing.port);
      expect([other.status, other.body.length]).toEqual([200, first.body.length]);
    } finally {
      await changing.close();
    }
  },
);

test('a page is made once for a state of the record', async () => {
  let made = 0;
  let revision = 1;
  const desk = fixtureDesk();
  const counting: Desk = {
    ...desk,
    revision: async () => revision,
    dossier: (a, b) => {
      made++;
      return desk.dossier(a, b);
    },
  };
  const served = await servePages(counting, { port: 0 });
  try {
    const headers = { host: `localhost:${served.port}` };
    await ask('/pair/CHN-RUS', { headers }, served.port);
    await ask('/pair/CHN-RUS', { headers }, served.port);
    await ask('/pair/CHN-RUS', { method: 'HEAD', headers }, served.port);
    expect(made).toBe(1);
    revision++;
    await ask('/pair/CHN-RUS', { headers }, served.port);
    expect(made).toBe(2);
  } finally {
    await served.close();
  }
});

test('more texts than anybody can write in a minute are not read', async () => {
  const served = await servePages(fixtureDesk(), { port: 0 });
  try {
    const host = `localhost:${served.port}`;
    const headers = { host, origin: `http://${host}`, ...form };
    const answers = new Set<number>();
    for (let i = 0; i < 130; i++) {
      answers.add(
        (await ask('/read', { method: 'POST', headers, body: 'text=China+condemned+Russia.' }, served.port)).status,
      );
    }
    expect([...answers]).toEqual([200, 429]);
    expect((await ask('/', { headers }, served.port)).status).toBe(200);
  } finally {
    await served.close();
  }
});

describe('other machines', () => {
  const token = 'a-token-that-cannot-be-guessed';

  test.each([
    ['0.0.0.0', null],
    ['192.0.2.7', null],
    ['0.0.0.0', 'short'],
    ['127.0.0.1', 'short'],
  ])('are not let in at %s with the token %s', async (host, given) => {
    await expect(servePages(fixtureDesk(), { port: 0, host, token: given })).rejects.toThrow(/--(?:host|token)/);
  });

  test('need the token: in the address once, then as a cookie, or as a program sends it', async () => {
    const served = await servePages(fixtureDesk(), { port: 0, token });
    try {
      const headers = { host: 'desk.newsroom.example' };
      expect((await ask('/', { headers }, served.port)).status).toBe(401);
      expect((await ask('/?token=a-token-that-cannot-be-guessee', { headers }, served.port)).status).toBe(401);
      const first = await ask(`/pair/CHN-RUS?token=${token}`, { headers }, served.port);
      expect([first.status, first.headers.location]).toEqual([303, '/pair/CHN-RUS']);
      const cookie = String(first.headers['set-cookie']);
      expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
      expect((await ask('/', { headers: { ...headers, cookie: cookie.split(';')[0]! } }, served.port)).status).toBe(
        200,
      );
      expect((await ask('/', { headers: { ...headers, authorization: `Bearer ${token}` } }, served.port)).status).toBe(
        200,
      );
      const foreign = { ...headers, authorization: `Bearer ${token}`, origin: 'https://evil.example' };
      expect((await ask('/', { headers: foreign }, served.port)).status).toBe(403);
    } finally {
      await served.close();
    }
  });
});

test('the next free port is taken where the first is not free', async () => {
  const second = await servePages(fixtureDesk(), { port: serving.port });
  expect(second.port).toBeGreaterThan(serving.port);
  await second.close();
});

function lines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}

/** The head of the answer to bytes as they are. */
function raw(bytes: string): Promise<string> {
  return new Promise(resolve => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port: serving.port });
    socket.on('data', chunk => (answer += chunk.toString()));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
    socket.write(bytes);
  });
}
