/** The same story by wire copy is kept once as evidence with all its outlets, whatever came first. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { READER_VERSION, readArticle } from '../../src/read.js';
import { bandsOf } from '../../src/record/copies/bands.js';
import { fingerprintOf } from '../../src/record/copies/fingerprint.js';
import { isCopy } from '../../src/record/copies/is-copy.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { sentenceRef } from '../../src/record/evidence.js';
import type { ArticleToKeep, EvidenceRecord } from '../../src/record/record.js';

const STORY = `Kenya accused Peru of breaking the fishing accord on 4 March 2024, the foreign ministry in Nairobi said.
The ministry handed the ambassador a note in which it listed nine vessels that were seen within the zone since January.
Peru denied that any of its ships had entered the waters and asked for the coordinates of each sighting.
The accord of 2019 lets both fleets fish in turn, and a joint office in Mombasa counts the catch every month.
Fishermen on the coast have complained for two years that the nets come up empty after the foreign trawlers pass.`;
const edited = STORY.replace('the foreign ministry in Nairobi said', 'the foreign ministry said in Nairobi on Tuesday');
const cut = STORY.split('\n').slice(0, 3).join('\n');
const longer = `${edited}\nPeru threatened Kenya with a complaint to the tribunal in Hamburg, an official told this paper.`;
const rewrite = `Nairobi says Peruvian trawlers broke the rules. Kenya accused Peru on 4 March 2024 of fishing where its ships may not,
and named nine of them. Lima rejects the charge and wants proof of where and when. Under a deal struck five years ago the two share
the grounds and keep common books of what is caught, though people along the shore say there is hardly anything left for them.`;

const WIRE = [
  { text: STORY, publisher: 'Coast Wire', date: '2024-03-05' },
  { text: edited, publisher: 'Lake Post', date: '2024-03-06' },
  { text: cut, publisher: 'Hill Times', date: '2024-03-06' },
  { text: longer, publisher: 'Port News', date: '2024-03-07' },
  { text: STORY, publisher: 'Bay Mail', date: '2024-03-06' },
  { text: rewrite, publisher: 'Plain Talk', date: '2024-03-06' },
];

function toKeep({ text, publisher, date }: (typeof WIRE)[number]): ArticleToKeep {
  const article = articleFromText({ text, publisher, date });
  const reading = readArticle(article);
  return { article, reading, original: Buffer.from(text), container: 'text', readerVersion: READER_VERSION };
}

const recordOf = async (articles: ArticleToKeep[], together = false) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'upperhand-copies-')), 'record');
  const made = await openDatabase(folder, { create: true });
  if (together) await made.addAll(articles);
  else for (const one of articles) await made.add(one);
  return made;
};

let record: EvidenceRecord;
const articles = WIRE.map(toKeep);

beforeAll(async () => {
  record = await recordOf(articles);
});
afterAll(() => record.close());

test('an edited and a cut text are copies; one in its own words and one of the same form about others are not', () => {
  const isCopyOf = (text: string) => isCopy(fingerprintOf(STORY), fingerprintOf(text));
  expect([edited, cut, longer, rewrite].map(isCopyOf)).toEqual([true, true, true, false]);
  const others = STORY.replaceAll('Kenya', 'Ghana').replaceAll('Peru', 'Chile').replaceAll('4 March', '9 July');
  expect(isCopyOf(others.replace('Nairobi', 'Accra').replace('2024', '2021').replace('January', 'May'))).toBe(false);
  expect(isCopyOf('Kenya accused Peru.')).toBe(false);
});

test('copies share a band, so that no other text is looked at', () => {
  const own = new Set(bandsOf(fingerprintOf(STORY)));
  const shared = (text: string) => bandsOf(fingerprintOf(text)).filter(band => own.has(band)).length;
  for (const copy of [edited, cut, longer]) expect(shared(copy)).toBeGreaterThan(0);
  expect(shared(rewrite)).toBe(0);
});

test('a deed that four outlets copied and one told in its own words has two reports, with all who brought it', async () => {
  const { ledger, articles: searched } = await record.evidence('KEN', 'PER');
  const accused = ledger.filter(({ type, from }) => type === 'ACCUSE' && from === '2024-03-04');
  expect(accused).toMatchObject([{ reports: 2 }]);
  expect(new Set(accused[0]!.claims.map(({ article }) => article.publisher))).toEqual(
    new Set(['Coast Wire', 'Plain Talk']),
  );
  const [wire] = accused[0]!.claims;
  expect(sentenceRef(wire!)).toMatchObject({
    publisher: 'Coast Wire',
    also: expect.arrayContaining(['Bay Mail', 'Lake Post', 'Hill Times', 'Port News']),
  });
  expect(searched).toMatchObject({ count: 2, copies: 3 });
});

test('what a copy alone says is evidence of its own', async () => {
  const { ledger } = await record.evidence('KEN', 'PER');
  const threat = ledger.filter(({ type }) => type === 'THREATEN');
  expect(threat.map(({ claims }) => claims[0]!.article.publisher)).toEqual(['Port News']);
});

test('what was known when: a copy of a later day is not among the outlets', async () => {
  const { ledger } = await record.evidence('KEN', 'PER', '2024-03-05');
  const [wire] = ledger.find(({ type }) => type === 'ACCUSE')!.claims;
  expect(wire!.also).toBeUndefined();
});

test('a decision about a copy holds for the story', async () => {
  const own = await recordOf(articles);
  const [wire] = (await own.evidence('KEN', 'PER')).ledger.find(({ type }) => type === 'ACCUSE')!.claims;
  const copy = wire!.also!.find(({ claims }) => claims.length > 0)!;
  await own.decide({ verb: 'reject', targets: [`${copy.article}:${copy.claims[0]}`], by: 'A', reason: 'misread' });
  const left = (await own.evidence('KEN', 'PER')).ledger.filter(({ type }) => type === 'ACCUSE');
  expect(left.flatMap(({ claims }) => claims.map(({ claim }) => claim.id))).not.toContain(wire!.claim.id);
  expect(left.flatMap(({ claims }) => claims.map(({ article }) => article.publisher))).not.toContain('Lake Post');
  await own.close();
});

test('the record is the same for any order of adding, one by one or together', async () => {
  const lines = await record.exportLines();
  expect(lines.map(line => JSON.parse(line).record)).toEqual([
    ...['article', 'reading', 'article', 'reading', 'article', 'reading', 'article', 'reading', 'article', 'reading'],
    ...['outlet', 'story'],
  ]);
  for (const order of [
    [5, 4, 3, 2, 1, 0],
    [2, 0, 4, 5, 1, 3],
  ])
    for (const together of [true, false]) {
      const other = await recordOf(
        order.map(i => articles[i]!),
        together,
      );
      expect(await other.exportLines()).toEqual(lines);
      expect(await other.verify()).toEqual([]);
      await other.close();
    }
});
