/** A desk on a real record in which two outlets tell of one meeting, each with a day of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk } from '../../src/desk.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { articleToKeep } from '../record/a-reading.js';

export interface DisputedDesk {
  desk: Desk;
  close(): Promise<void>;
}

const TOLD = [
  { text: 'Kenya met Peru for talks about fish in Nairobi on Monday.', day: '2024-03-11', published: '2024-03-12' },
  { text: 'Kenya met Peru for talks about fish in Nairobi on Wednesday.', day: '2024-03-13', published: '2024-03-14' },
];

export async function disputedDesk(): Promise<DisputedDesk> {
  const record = await openDatabase(join(mkdtempSync(join(tmpdir(), 'upperhand-pages-')), 'record'), { create: true });
  for (const { text, day, published } of TOLD) {
    const kept = articleToKeep(text, published);
    kept.reading.mentions = [];
    const span = { start: 6, end: 9 };
    Object.assign(kept.reading.claims[0]!, {
      ...{ type: 'CONSULT', mode: 'meet', source: ['KEN', 'PER'], target: ['KEN', 'PER'] },
      ...{ ...span, trigger: span, when: { from: day, to: day, start: null, end: null } },
    });
    await record.add(kept);
  }
  return {
    desk: openDesk({ record, example: { pair: ['KEN', 'PER'], article: null } }),
    close: () => record.close(),
  };
}
