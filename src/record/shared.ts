import { hostRecord } from './handover.js';
import { openRecord } from './open.js';
import type { EvidenceRecord } from './record.js';

/**
 * Opens a record for work that takes a while; where this process owns it, other commands reach the record through it as
 * long as it is open.
 *
 * @throws RecordUnusable as openRecord does.
 */
export async function openShared(folder: string, options: { create?: boolean } = {}): Promise<EvidenceRecord> {
  const record = await openRecord(folder, options);
  if (!record.owned) return record;
  // Where no socket can be made, as when the folder's name is too long for one, the work is done without.
  const unshare = await hostRecord(record, folder).catch(() => async () => undefined);
  return {
    ...record,
    close: async () => {
      await unshare();
      await record.close();
    },
  };
}
