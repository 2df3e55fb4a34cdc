/** The description of the JSON addresses holds: every address is in it, every answer is as it says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE } from '../../src/cli/example.js';
import { openDesk } from '../../src/desk.js';
import { packageRoot } from '../../src/knowledge.js';
import { type Serving, servePages } from '../../src/server/http.js';
import { fixtureArticle, fixtureDesk } from './fixture-desk.js';

interface Described {
  openapi: string;
  paths: Record<string, { get: { operationId: string; responses: Record<string, { $ref?: string }> } }>;
  components: {
    schemas: Record<string, object>;
    responses: Record<string, { content: Record<string, { schema: object }> }>;
  };
}

const text = readFileSync(join(packageRoot, 'schema/openapi.json'), 'utf8');
const described = JSON.parse(text) as Described;
const ajv = new Ajv.default({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'openapi', components: described.components });

let serving: Serving;
let shipped: Serving;
beforeAll(async () => {
  serving = await servePages(fixtureDesk(), { port: 0 });
  shipped = await servePages(openDesk({ record: null, example: EXAMPLE }), { port: 0 });
});
afterAll(async () => {
  await serving?.close();
  await shipped?.close();
});

test('every JSON address of the pages is described, and nothing else', () => {
  const routes = readdirSync(join(packageRoot, 'web/routes'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.json\/\+server\.ts$/.test(name))
    .map(name => `/${name.replace('/+server.ts', '').replace(/\[(\w+)(?:=\w+)?\]/g, '{$1}')}`);
  expect(Object.keys(described.paths).sort()).toEqual(routes.sort());
});

test('it is served as it is kept, of version 3.1, with a tag and compressed', async () => {
  const answer = await fetch(`${serving.url}/openapi.json`);
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toBe(text);
  expect(described.openapi).toBe('3.1.0');
  const again = await fetch(`${serving.url}/openapi.json`, {
    headers: { 'if-none-match': answer.headers.get('etag')! },
  });
  expect(again.status).toBe(304);
});

test('every reference leads to something, and every operation has a name of its own', () => {
  for (const [, ref] of text.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
    const found = ref!.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], described);
    expect(found, ref).toBeDefined();
  }
  const names = Object.values(described.paths).map(({ get }) => get.operationId);
  expect(new Set(names).size).toBe(names.length);
});

const ADDRESSES: [string, ...string[]][] = [
  ['/pair/{pair}.json', '/pair/CHN-RUS.json', '/pair/USA-MEX.json', '/pair/ISL-PER.json'],
  ['/balance/{pair}.json', '/balance/CHN-RUS.json', '/balance/ISL-PER.json'],
  ['/balance/{pair}/movement.json', '/balance/CHN-RUS/movement.json', '/balance/USA-MEX/movement.json'],
  [
    '/balance/{pair}/what-if.json',
    '/balance/CHN-RUS/what-if.json',
    '/balance/CHN-RUS/what-if.json?change=tariff&percent=25&direction=exports',
    '/balance/USA-MEX/what-if.json?change=discount&percent=10&elasticity=8',
  ],
  [
    '/pair/{pair}/chronology.json',
    '/pair/CHN-RUS/chronology.json?limit=40&parties=either',
    '/pair/ISL-PER/chronology.json',
  ],
  [
    '/pair/{pair}/concordance.json',
    '/pair/CHN-RUS/concordance.json?phrase=friend',
    '/pair/CHN-RUS/concordance.json?phrase=zebra',
  ],
  [
    '/pair/{pair}/contradictions.json',
    '/pair/CHN-RUS/contradictions.json?limit=2',
    '/pair/ISL-PER/contradictions.json',
  ],
  ['/pair/{pair}/changes.json', '/pair/CHN-RUS/changes.json?since=2023', '/pair/USA-MEX/changes.json?since=2019-05-30'],
  ['/articles.json', '/articles.json?limit=1'],
  ['/article/{id}.json', `/article/${fixtureArticle().reading.document.id}.json`],
  ['/search.json', '/search.json?q=trade'],
  ['/compare.json', '/compare.json?pairs=CHN-RUS,USA-MEX,ISL-PER'],
  ['/sources.json', '/sources.json?pair=CHN-RUS'],
  ['/corrections.json', '/corrections.json'],
];

describe.each(ADDRESSES)('%s', (path, ...addresses) => {
  test.each(addresses as string[])('%s answers as described', async address => {
    const ref = described.paths[path]!.get.responses['200']!.$ref!;
    const name = ref.split('/').at(-1)!;
    const validate = ajv.compile({ $ref: `openapi#/components/responses/${name}/content/application~1json/schema` });
    const isOfArticles = /\/(?:article|search|corrections)/.test(path);
    // The balance of the fixture is made by hand, shorter than a real one.
    const isOfBalance = /^\/(?:balance|pair\/\{pair\}\.json)/.test(path);
    for (const { url } of isOfArticles ? [serving] : isOfBalance ? [shipped] : [serving, shipped]) {
      const answer = await fetch(url + address);
      expect(answer.status).toBe(200);
      // Every place of the slider is an address of its own: none is kept.
      if (!path.endsWith('what-if.json')) expect(answer.headers.get('etag')).toBeTruthy();
      const content = await answer.json();
      expect(validate(content), JSON.stringify(validate.errors?.slice(0, 4), null, 1)).toBe(true);
    }
  });
});

test('all described addresses are tried', () => {
  const tried = new Set(ADDRESSES.map(([path]) => path));
  // What is being added has an address only for a while: test/server/adding.test.ts asks for it.
  expect(Object.keys(described.paths).filter(path => !tried.has(path))).toEqual(['/add/{id}.json', '/openapi.json']);
});

test('an answer with a field that is not described, or without one that is, would be found', async () => {
  const validate = ajv.compile({ $ref: 'openapi#/components/schemas/ChronologyPart' });
  const content = (await (await fetch(`${serving.url}/pair/CHN-RUS/chronology.json?limit=2`)).json()) as object;
  expect(validate(content)).toBe(true);
  expect(validate({ ...content, more: 1 })).toBe(false);
  expect(validate({ ...content, next: undefined, found: 'many' })).toBe(false);
});

test('what is refused is told as described', async () => {
  const answer = await fetch(`${serving.url}/pair/CHN-XXX.json`, { headers: { accept: 'application/json' } });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ message: expect.stringContaining('XXX') });
});
