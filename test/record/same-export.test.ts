/** The canonical export is the same whatever the order of the articles and the number of processes that read them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecord } from '../../src/record/open.js';

const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-export-'));
/** Each command is a process that reads in others. */
const PATIENCE = 300_000;

const WIRE = `Kenya accused Peru of breaking the fishing accord on 4 March 2024, the foreign ministry in Nairobi said.
The ministry handed the ambassador a note in which it listed nine vessels that were seen within the zone since January.
Peru denied that any of its ships had entered the waters and asked for the coordinates of each sighting.
The accord of 2019 lets both fleets fish in turn, and a joint office in Mombasa counts the catch every month.`;

/** What an order can matter for: a story and its copies, one text of two outlets, what is told twice, what has no day. */
const ARTICLES = [
  { text: WIRE, publisher: 'Coast Wire', date: '2024-03-05' },
  { text: WIRE, publisher: 'Bay Mail', date: '2024-03-06', title: 'Trawlers' },
  { text: WIRE.replace('4 March 2024', 'Monday'), publisher: 'Lake Post', date: '2024-03-06' },
  { text: WIRE.split('\n').slice(0, 3).join('\n'), publisher: 'Hill Times', date: '2024-03-07' },
  { text: 'Peru and Kenya met in Lima on Monday.', publisher: 'Lake Post', date: '2024-03-13' },
  { text: 'The foreign ministers of Kenya and Peru met in Lima on Monday.', publisher: 'Plain Talk' },
  { text: 'Chile praised Kenya.', date: '2024-03-13' },
  ...Array.from({ length: 12 }, (_, i) => ({ text: `Chile sent Peru ${i + 2} ships.`, date: `2024-04-${10 + i}` })),
];

async function exportOf(name: string, articles: object[], jobs: number): Promise<string[]> {
  const file = join(folder, `${name}.jsonl`);
  writeFileSync(file, articles.map(article => JSON.stringify({ id: 'one', ...article })).join('\n'));
  const to = join(folder, name);
  const words = [bin, 'add', file, '--jobs', String(jobs), '--record', to];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, expect.stringContaining('18 articles added')]);
  const record = await openRecord(to);
  const lines = await record.exportLines();
  await record.close();
  return lines;
}

test(
  'on one process in order, on two shuffled',
  async () => {
    const expected = await exportOf('in-order', ARTICLES, 1);
    const kinds = expected.map(line => JSON.parse(line).record as string);
    expect(kinds.filter(kind => kind === 'article')).toHaveLength(18);
    expect(kinds.filter(kind => kind !== 'article' && kind !== 'reading')).toEqual(['outlet', 'story']);
    // Every twelfth of nineteen, round and round: each once, copies before what they are copies of.
    const shuffled = ARTICLES.map((_, i) => ARTICLES[(i * 12 + 18) % ARTICLES.length]!);
    expect(await exportOf('shuffled', shuffled, 2)).toEqual(expected);
  },
  PATIENCE,
);
