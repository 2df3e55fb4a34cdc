import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseFile } from './database-file.js';
import { isHeld } from './faults.js';
import { OwnerGone, reachRecord } from './handover.js';
import type { EvidenceRecord } from './record.js';

/** For so long a process that holds the record may be starting or ending, and not answer. */
const PATIENCE_MS = 5000;
const AGAIN_MS = 100;

/**
 * Opens the record in a folder: as its owner, or through the process that owns it. Where that ends, the record is opened
 * anew, and what was asked last is asked again.
 *
 * @param options.create make a record where there is none.
 * @throws RecordUnusable where there is none, it is damaged, or its owner does not share it.
 */
export async function openRecord(folder: string, options: { create?: boolean } = {}): Promise<EvidenceRecord> {
  const record = await openOnce(folder, options);
  return record.owned ? record : following(record, () => openOnce(folder, {}));
}

async function openOnce(folder: string, options: { create?: boolean }): Promise<EvidenceRecord> {
  // The database takes long to load: whoever opens no record is spared it.
  const { openDatabase } = await import('./duckdb.js');
  for (const begun = performance.now(); ; ) {
    try {
      return await openDatabase(folder, { create: options.create ?? false });
    } catch (error) {
      if (!isHeld(error)) throw error;
      const owner = await reachRecord(folder);
      if (owner) return owner;
      if (performance.now() - begun > PATIENCE_MS) throw error;
      await sleep(AGAIN_MS);
    }
  }
}

/** A record that is reached through its owner, whoever that is. */
function following(first: EvidenceRecord, open: () => Promise<EvidenceRecord>): EvidenceRecord {
  let record = first;
  /** @param harmless whether it may be done twice. */
  async function asked<T>(ask: (record: EvidenceRecord) => Promise<T>, harmless = true): Promise<T> {
    const before = record;
    try {
      return await ask(before);
    } catch (error) {
      if (!(error instanceof OwnerGone && (harmless || error.unsent))) throw error;
      // Another call may have opened it already.
      if (record === before) record = await open();
      return asked(ask, harmless);
    }
  }
  return {
    owned: false,
    revision: () => asked(it => it.revision()),
    add: article => asked(it => it.add(article)),
    addAll: articles => asked(it => it.addAll(articles)),
    importRows: rows => asked(it => it.importRows(rows)),
    appearanceKeys: () => asked(it => it.appearanceKeys()),
    articles: () => asked(it => it.articles()),
    article: id => asked(it => it.article(id)),
    search: (query, asOf) => asked(it => it.search(query, asOf)),
    evidence: (a, b, asOf, without) => asked(it => it.evidence(a, b, asOf, without)),
    countries: () => asked(it => it.countries()),
    decide: decision => asked(it => it.decide(decision), false),
    decisions: () => asked(it => it.decisions()),
    unreadBy: version => asked(it => it.unreadBy(version)),
    reread: (reading, version) => asked(it => it.reread(reading, version), false),
    // What was given already cannot be taken back: a stream that breaks off is told.
    exported: () => record.exported(),
    exportLines: () => asked(it => it.exportLines()),
    verify: () => asked(it => it.verify()),
    copy: () => record.copy(),
    close: () => record.close(),
  };
}

/** Is there a record in this folder? */
export function recordExists(folder: string): boolean {
  return existsSync(databaseFile(folder));
}
