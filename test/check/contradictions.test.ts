/** What sources differ on is listed with all sides; what does not contradict is not. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import type { Contradiction } from '../../src/check/contradictions/contradiction.js';
import { contradictionsIn } from '../../src/check/contradictions/contradictions.js';
import { READER_VERSION, readArticle } from '../../src/read.js';
import { openDatabase } from '../../src/record/duckdb.js';
import type { Evidence } from '../../src/record/evidence.js';
import { makeLedger } from '../../src/record/ledger/ledger.js';
import type { EvidenceRecord } from '../../src/record/record.js';
import { told } from '../record/told.js';

const ARTICLES = [
  [
    'Lake Post',
    '2024-03-14',
    'Trade between Kenya and Peru rose to $300 million in 2023. Peru accused Kenya of jamming its radars.',
  ],
  [
    'Hill Times',
    '2024-03-15',
    'Trade between Kenya and Peru reached $240 million in 2023. Kenya denied that it had jammed the radars of Peru.',
  ],
  ['Port News', '2024-03-16', 'Trade between Kenya and Peru was worth about $301 million in 2023. Kenya praised Peru.'],
] as const;

let record: EvidenceRecord;
let found: Contradiction[];

beforeAll(async () => {
  record = await openDatabase(join(mkdtempSync(join(tmpdir(), 'upperhand-contradictions-')), 'record'), {
    create: true,
  });
  for (const [publisher, date, text] of ARTICLES) {
    const article = articleFromText({ text, date, publisher });
    const reading = readArticle(article);
    await record.add({
      article,
      reading,
      original: Buffer.from(text),
      container: 'text',
      readerVersion: READER_VERSION,
    });
  }
  found = contradictionsIn(await record.evidence('KEN', 'PER'));
});
afterAll(() => record.close());

const outlets = ({ sides }: Contradiction) =>
  sides.map(({ evidence }) => evidence.map(ref => (ref.kind === 'sentence' ? ref.publisher : ref.id)));
const evidenceOf = (claims: Evidence['claims']): Evidence => ({
  ...{ standing: 'record', figures: [], events: [], articles: { count: 2, earliest: null, latest: null } },
  claims,
  ledger: makeLedger(claims, []),
});

test('the same figure with other values: who says which, the first told first', () => {
  const figures = found.filter(({ kind }) => kind === 'figure');
  expect(figures).toHaveLength(1);
  expect(outlets(figures[0]!)).toEqual([['Lake Post', 'Port News'], ['Hill Times']]);
  expect(figures[0]!.sides.map(({ told: day }) => day)).toEqual(['2024-03-14', '2024-03-15']);
});

test('a charge stands beside its denial', () => {
  const denials = found.filter(({ kind }) => kind === 'denial');
  expect(denials.length).toBeGreaterThan(0);
  expect(outlets(denials[0]!).flat()).toEqual(expect.arrayContaining(['Hill Times']));
});

const visit = (
  day: string,
  article: string,
  words = 'The Kenyan president came to Lima for talks on copper and fishing rights',
) => told(`${words}.`, { type: 'CONSULT', mode: 'visit', source: ['KEN'], target: ['PER'], day, article });

test('one visit told with two days is put side by side, and stays two events', () => {
  const evidence = evidenceOf([visit('2024-03-11', 'a'), visit('2024-03-12', 'b')]);
  expect(evidence.ledger).toHaveLength(2);
  const dates = contradictionsIn(evidence);
  expect(dates.map(({ kind, caution }) => [kind, caution !== null])).toEqual([['date', true]]);
  expect(contradictionsIn(evidenceOf([visit('2024-03-11', 'a'), visit('2024-03-11', 'b')]))).toEqual([]);
  expect(contradictionsIn(evidenceOf([visit('2024-03-11', 'a'), visit('2024-04-12', 'b')]))).toEqual([]);
});

test('an article contradicts neither itself nor a copy of it', () => {
  expect(contradictionsIn(evidenceOf([visit('2024-03-11', 'a'), visit('2024-03-12', 'a')]))).toEqual([]);
  const copies = [visit('2024-03-11', 'a'), visit('2024-03-12', 'b')].map(kept => ({ ...kept, story: 's' }));
  expect(contradictionsIn(evidenceOf(copies))).toEqual([]);
});

const office = (person: string, published: string, of = 'foreign minister') => {
  const { claim, ...kept } = told(`${of} ${person}`, { published });
  const { id, start, end, confidence, by, denied_by, links } = claim;
  const own = { id, start, end, confidence, by, denied_by, links };
  return {
    ...kept,
    claim: { ...own, kind: 'office' as const, person, office: of, country: 'KEN', from: null, to: null },
  };
};

test('an office that two hold over the same days; a change of hands and an office of many are none', () => {
  const kinds = (...claims: Evidence['claims']) => contradictionsIn(evidenceOf(claims)).map(({ kind }) => kind);
  const [first, between, last] = ['2024-01-02', '2024-02-02', '2024-03-02'] as const;
  expect(kinds(office('Ann Odhiambo', first), office('Bo Kamau', between), office('Odhiambo', last))).toEqual([
    'office',
  ]);
  expect(kinds(office('Ann Odhiambo', first), office('Bo Kamau', between))).toEqual([]);
  expect(kinds(office('Ann Odhiambo', first), office('Odhiambo', first))).toEqual([]);
  expect(kinds(office('Ann Odhiambo', first, 'ambassador'), office('Bo Kamau', first, 'ambassador'))).toEqual([]);
});
