import { existsSync } from 'node:fs';
import { databaseFile, openDatabase } from './duckdb.js';
import { isHeld } from './faults.js';
import { reachRecord } from './handover.js';
import type { EvidenceRecord } from './record.js';

/** Where a record is looked for when nobody says: `upperhand-record` in the folder the command runs in. */
export const DEFAULT_RECORD = 'upperhand-record';

/**
 * Opens the record in a folder: as its owner, or through the process that owns it.
 *
 * @param options.create make a record where there is none.
 * @throws RecordUnusable where there is none, it is damaged, or its owner does not share it.
 */
export async function openRecord(folder: string, options: { create?: boolean } = {}): Promise<EvidenceRecord> {
  try {
    return await openDatabase(folder, { create: options.create ?? false });
  } catch (error) {
    const owner = isHeld(error) ? await reachRecord(folder) : null;
    if (owner) return owner;
    throw error;
  }
}

/** Is there a record in this folder? */
export function recordExists(folder: string): boolean {
  return existsSync(databaseFile(folder));
}
