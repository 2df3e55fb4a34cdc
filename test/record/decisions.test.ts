/** What people decide is kept apart, signed and dated, holds against every reading, and can be undone. */
import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { WrongUse } from '../../src/errors.js';
import { READER_VERSION, readArticle } from '../../src/read.js';
import type { Reading } from '../../src/reading.js';
import { type Anchored, anchorOf, claimAt } from '../../src/record/decisions/anchor.js';
import type { DecisionAsked } from '../../src/record/decisions/decision.js';
import { decisionsFile } from '../../src/record/decisions/log.js';
import { openDatabase } from '../../src/record/duckdb.js';
import type { KeptClaim } from '../../src/record/evidence.js';
import { hostRecord, reachRecord } from '../../src/record/handover.js';
import type { EvidenceRecord } from '../../src/record/record.js';

const TEXT = 'Kenya condemned Peru on 4 March 2024. Peru praised Kenya on 6 March 2024.';

let folder: string;
let record: EvidenceRecord;
let reading: Reading;
let article: string;

beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'upperhand-decisions-')), 'record');
  record = await openDatabase(folder, { create: true });
  reading = readArticle(articleFromText({ text: TEXT, date: '2024-03-07' }));
  article = (await record.add(keptAs(TEXT, reading))).id;
});
afterEach(() => record.close());

function keptAs(text: string, of: Reading) {
  const original = Buffer.from(text);
  const undated = articleFromText({ text, date: of.document.date.value });
  return { article: undated, reading: of, original, container: 'text' as const, readerVersion: READER_VERSION };
}

const decide = (verb: DecisionAsked['verb'], targets: string[], more: Partial<DecisionAsked> = {}) =>
  record.decide({ verb, targets, by: 'A. Analyst', reason: 'seen in print', ...more });
const ledger = async (asOf: string | null = null) => (await record.evidence('KEN', 'PER', asOf)).ledger;
const types = async () => (await ledger()).map(({ type }) => type);
const claimOf = (type: string) => {
  const claim = reading.claims.find(one => one.kind === 'action' && one.type === type)!;
  return `${article}:${claim.id}`;
};

test('a rejected claim is gone from claims and ledger until that is undone', async () => {
  expect(await types()).toEqual(['ACCUSE', 'SUPPORT']);
  const { id } = await decide('reject', [claimOf('ACCUSE')]);
  expect(await types()).toEqual(['SUPPORT']);
  expect(
    (await record.evidence('KEN', 'PER')).claims.some(
      ({ claim }) => claim.kind === 'action' && claim.type === 'ACCUSE',
    ),
  ).toBe(false);
  expect((await record.article(article))!.claims).toEqual(reading.claims);
  const undo = await decide('undo', [id]);
  expect(await types()).toEqual(['ACCUSE', 'SUPPORT']);
  await decide('undo', [undo.id]);
  expect(await types()).toEqual(['SUPPORT']);
});

test('a corrected claim says what the person says, also of another country', async () => {
  await decide('correct', [claimOf('ACCUSE')], { set: { source: 'Chad', from: '2024-03-05', to: '2024-03-05' } });
  expect((await ledger())[0]).toMatchObject({ source: ['TCD'], target: ['PER'], from: '2024-03-05' });
  const other = (await record.evidence('TCD', 'GHA')).ledger;
  expect(other).toMatchObject([{ type: 'ACCUSE', source: ['TCD'] }]);
});

test('events are merged and split, and a corrected field is disputed no more', async () => {
  const again = 'Kenya condemned Peru on 5 March 2024.';
  const second = readArticle(articleFromText({ text: again, date: '2024-03-08' }));
  const { id } = await record.add(keptAs(again, second));
  const condemned = (await ledger()).filter(({ type }) => type === 'ACCUSE');
  expect(condemned.map(({ from }) => from)).toEqual(['2024-03-04', '2024-03-05']);
  await decide(
    'merge',
    condemned.map(event => event.id),
  );
  const [merged] = await ledger();
  expect(merged).toMatchObject({ type: 'ACCUSE', reports: 2 });
  expect(merged!.disputed.map(({ field }) => field)).toEqual(['from', 'to']);
  await decide('correct', [merged!.id], { set: { from: '2024-03-05', to: '2024-03-05' } });
  expect((await ledger())[0]).toMatchObject({ from: '2024-03-05', to: '2024-03-05', disputed: [] });
  await decide('split', [(await ledger())[0]!.id, `${id}:${second.claims[0]!.id}`]);
  expect((await types()).filter(type => type === 'ACCUSE')).toHaveLength(2);
});

test('of a rejection and an acceptance the later holds; search shows what was decided', async () => {
  const accuse = claimOf('ACCUSE');
  await decide('reject', [accuse]);
  await expect(decide('reject', [accuse])).rejects.toThrow(/is rejected already, by A. Analyst/);
  const [hit] = (await record.search({ phrases: ['condemned'] })).hits;
  expect(Object.values(hit!.decided)).toEqual(['rejected']);
  const accepted = await decide('accept', [accuse]);
  expect(await types()).toEqual(['ACCUSE', 'SUPPORT']);
  await decide('undo', [accepted.id]);
  expect(await types()).toEqual(['SUPPORT']);
  await expect(decide('undo', [accepted.id])).rejects.toThrow(/is undone already, by/);
});

test('reading again with the same result keeps nothing beside it', async () => {
  await record.reread(reading, READER_VERSION);
  await record.reread(reading, READER_VERSION);
  await record.close();
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'));
  const connection = await instance.connect();
  const [[count]] = (await connection.runAndReadAll('SELECT count(*) FROM former_readings')).getRows() as [[bigint]];
  connection.closeSync();
  instance.closeSync();
  record = await openDatabase(folder, { create: false });
  expect(Number(count)).toBe(0);
});

test('an added event is on record from its day on, with who added it', async () => {
  await decide('add', [], { set: { type: 'meeting', a: 'Kenya', b: 'Peru', from: '2024-03-09', host: 'Peru' } });
  const added = (await ledger()).at(-1)!;
  expect(added).toMatchObject({ type: 'CONSULT', from: '2024-03-09', host: 'PER' });
  const row = (await record.evidence('KEN', 'PER')).events.find(({ id }) => id === added.rows[0]);
  expect(row).toMatchObject({ source: 'A. Analyst', note: 'added by A. Analyst: seen in print' });
});

test('decisions survive a new reading: by place, else by words; what is read no more is an orphan', async () => {
  const { id } = await decide('reject', [claimOf('ACCUSE')]);
  const praised = await decide('reject', [claimOf('SUPPORT')]);
  expect(await types()).toEqual([]);
  const later = structuredClone(reading);
  later.claims = later.claims.filter(claim => claim.kind !== 'action' || claim.type !== 'SUPPORT');
  for (const claim of later.claims) claim.id = `later-${claim.id}`;
  expect(await record.reread(later, '9.9.9')).toMatchObject({ lost: [{ kind: 'action' }], gained: [], same: 1 });
  expect(await types()).toEqual([]);
  expect((await record.decisions()).orphans).toEqual([praised.id]);
  expect(await record.verify()).toEqual([]);
  await decide('undo', [id]);
  expect(await types()).toEqual(['ACCUSE']);
});

test('what was known when: decisions count from their own day on, articles from theirs', async () => {
  await decide('reject', [claimOf('ACCUSE')]);
  expect((await ledger('2024-03-10')).map(({ type }) => type)).toEqual(['ACCUSE', 'SUPPORT']);
  expect(await ledger('2024-03-06')).toEqual([]);
  expect((await record.evidence('KEN', 'PER', '2024-03-06')).articles.count).toBe(0);
});

test('the log is text that can be read and compared, and opens again', async () => {
  await decide('note', [claimOf('ACCUSE')], { reason: 'Compare the communiqué.' });
  const made = await decide('reject', [claimOf('ACCUSE')]);
  expect(statSync(decisionsFile(folder)).mode & 0o777).toBe(0o600);
  const lines = readFileSync(decisionsFile(folder), 'utf8').trim().split('\n');
  expect(lines.map(line => JSON.parse(line).verb)).toEqual(['note', 'reject']);
  const exported = await record.exportLines();
  expect(exported.slice(-2).map(line => JSON.parse(line).record)).toEqual(['decision', 'decision']);
  await record.close();
  record = await openDatabase(folder, { create: false });
  expect(await types()).toEqual(['SUPPORT']);
  expect((await record.decisions()).decisions.at(-1)).toEqual(made);
});

test('a line that was half written is as if it had never been; an edited one is told', async () => {
  await decide('reject', [claimOf('ACCUSE')]);
  await decide('note', [claimOf('SUPPORT')]);
  await record.close();
  const { size } = statSync(decisionsFile(folder));
  truncateSync(decisionsFile(folder), size - 30);
  record = await openDatabase(folder, { create: false });
  expect((await record.decisions()).decisions.map(({ verb }) => verb)).toEqual(['reject']);
  await decide('note', ['page:KEN-PER'], { reason: 'After the crash.' });
  await record.close();
  record = await openDatabase(folder, { create: false });
  expect((await record.decisions()).decisions.map(({ verb }) => verb)).toEqual(['reject', 'note']);
  expect(await record.verify()).toEqual([]);
  await record.close();
  appendFileSync(decisionsFile(folder), 'not a decision\n');
  record = await openDatabase(folder, { create: false });
  expect(await record.verify()).toEqual(['decisions.jsonl:4: this line is no decision']);
});

test('while another process owns the record, decisions go through it', async () => {
  const unshare = await hostRecord(record, folder);
  const guest = (await reachRecord(folder))!;
  await guest.decide({ verb: 'reject', targets: [claimOf('ACCUSE')], by: 'B', reason: 'no' });
  expect(await types()).toEqual(['SUPPORT']);
  await expect(guest.decide({ verb: 'reject', targets: ['abcdef:1'], by: 'B', reason: 'no' })).rejects.toThrow(
    WrongUse,
  );
  await unshare();
});

test('a claim is found again at its place, else by its words, the nearest first, and else not', () => {
  const at = (start: number, words: string) => {
    const sentence = { start: 0, end: 90, text: `${' '.repeat(start)}${words}` };
    const claim = { ...reading.claims[0]!, id: `at-${start}`, start, end: start + words.length };
    return { sha256: 'a', kept: { claim, sentence } as KeptClaim };
  };
  const anchor = anchorOf(at(20, 'condemned'));
  const found = (...claims: Anchored[]) => claimAt(anchor, claims)?.kept.claim.start ?? null;
  expect(found(at(18, 'condemned'), at(20, 'condemned'))).toBe(20);
  expect(found(at(50, 'condemned'), at(18, 'condemned'))).toBe(18);
  expect(found(at(18, 'praised'))).toBeNull();
});

describe('what is refused, and leaves no line', () => {
  test.each([
    ['without a name', 'reject', () => [claimOf('ACCUSE')], { by: ' ' }],
    ['without a reason', 'reject', () => [claimOf('ACCUSE')], { reason: '' }],
    ['no such claim', 'reject', () => [`${article}:none`], {}],
    ['no such event', 'merge', () => ['consult-ken-per-2020-01-01', 'x'], {}],
    ['no such field', 'correct', () => [claimOf('ACCUSE')], { set: { colour: 'red' } }],
    ['a field of every object', 'correct', () => [claimOf('ACCUSE')], { set: { constructor: 'x' } }],
    ['no such day', 'correct', () => [claimOf('ACCUSE')], { set: { from: '2024-02-30' } }],
    ['a merge of one event', 'merge', () => ['consult-ken-per-2024-03-04', 'consult-ken-per-2024-03-04'], {}],
    ['days that end before they begin', 'correct', () => ['accuse-ken-per-2024-03-04'], { set: { to: '2024-03-01' } }],
    ['no such decision', 'undo', () => ['abc'], {}],
    ['an event without a day', 'add', () => [], { set: { type: 'meeting', a: 'Kenya' } }],
  ] as const)('%s', async (_, verb, targets, more) => {
    await expect(decide(verb, targets(), more as Partial<DecisionAsked>)).rejects.toThrow(WrongUse);
    expect((await record.decisions()).decisions).toEqual([]);
  });
});
