/** A desk on a real record of one article whose one claim moves the verdict of the example pair. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, openDesk } from '../../src/desk.js';
import { openDatabase } from '../../src/record/duckdb.js';
import { articleToKeep } from '../record/a-reading.js';

/** What somebody may write who means harm. */
export const HARM = '<script>window.ran = true</script><img src=x onerror="window.ran = true">\u202Eevil';

export interface DecidedDesk {
  desk: Desk;
  /** The article's id in the record, and its claim's. */
  article: string;
  claim: string;
  close(): Promise<void>;
}

export async function decidedDesk(): Promise<DecidedDesk> {
  const record = await openDatabase(join(mkdtempSync(join(tmpdir(), 'upperhand-pages-')), 'record'), { create: true });
  const kept = articleToKeep('Russia gave in to China on Friday.', '2023-03-18');
  const [claim] = kept.reading.claims;
  const country = (code: string) => ({
    countries: [code],
    person: null,
    organisation: null,
    name: code,
    kind: 'name' as const,
  });
  kept.reading.mentions = [
    { start: 0, end: 6, ...country('RUS') },
    { start: 18, end: 23, ...country('CHN') },
  ];
  Object.assign(claim!, {
    type: 'CONCEDE',
    source: ['RUS'],
    target: ['CHN'],
    start: 7,
    end: 14,
    trigger: { start: 7, end: 14 },
    when: { from: '2023-03-17', to: '2023-03-17', start: 27, end: 33 },
  });
  const { id } = await record.add(kept);
  return {
    desk: openDesk({ record, example: { pair: ['CHN', 'RUS'], article: null } }),
    article: id,
    claim: claim!.id,
    close: () => record.close(),
  };
}
