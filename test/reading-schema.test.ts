import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/knowledge.js';
import { readDocument } from '../src/read.js';
import { claimKinds, type Reading } from '../src/reading.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'schema/reading.schema.json'), 'utf8'));
const validate = new Ajv.default({ allErrors: true }).compile(schema);

/** Labelled texts of every style, and the example article. */
const documents = [
  { id: 'example', text: readFileSync(join(packageRoot, 'examples/guest-in-beijing.txt'), 'utf8') },
  ...readdirSync(join(packageRoot, 'data/training'))
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => {
      const lines = readFileSync(join(packageRoot, 'data/training', name), 'utf8').split('\n', 60);
      return lines.map(line => JSON.parse(line) as { id: string; text: string; date: string });
    }),
];
const readings = new Map(documents.map(document => [document.id, readDocument(document)]));

test('every reading follows the schema that ships', () => {
  for (const [id, reading] of readings) {
    const whole = JSON.parse(JSON.stringify(reading));
    expect(validate(whole), `${id}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
  }
});

test('all six kinds of claim occur', () => {
  const kinds = new Set([...readings.values()].flatMap(({ claims }) => claims.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual([...claimKinds].sort());
});

test('spans lie inside the text and claims in document order; at most one action of a sentence is main', () => {
  for (const [id, { document, sentences, mentions, times, claims }] of readings) {
    for (const { start, end } of [...sentences, ...mentions, ...times, ...claims]) {
      expect(0 <= start && start < end && end <= document.length, `${id}: ${start}-${end}`).toBe(true);
    }
    const starts = claims.map(({ start }) => start);
    expect(starts, id).toEqual([...starts].sort((a, b) => a - b));
    for (const sentence of sentences) {
      const main = claims.filter(
        claim => claim.kind === 'action' && claim.main && claim.start >= sentence.start && claim.start < sentence.end,
      );
      expect(main.length, `${id}: ${document.text.slice(sentence.start, sentence.end)}`).toBeLessThanOrEqual(1);
    }
  }
});

test('the same text gives the same reading, ids included, and ids are not repeated', () => {
  const once: Reading = readings.get('example')!;
  expect(readDocument(documents[0]!)).toEqual(once);
  const ids = once.claims.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const links = once.claims.flatMap(claim => claim.links.map(link => link.claim));
  for (const link of links) expect(ids).toContain(link);
});
