/** What can be wrong with a record, in one line each, for the user. */
import { RecordUnusable } from '../errors.js';
import { messageOf } from './order.js';

/** Is this the error of a record that another process holds? */
export function isHeld(error: unknown): boolean {
  return error instanceof RecordUnusable && error.message.includes('held by another process');
}

/** The error of a record that could not be opened, as the user is told it. */
export function unusable(folder: string, error: unknown): Error {
  const known = knownFault(folder, error);
  return known ?? damaged(folder, messageOf(error).split('\n')[0]!.slice(0, 200));
}

/** An error of writing or reading that the user can do something about; `null` for a fault of ours. */
export function knownFault(folder: string, error: unknown): RecordUnusable | null {
  if (error instanceof RecordUnusable) return error;
  const message = messageOf(error);
  if (/No space left|File too large|ENOSPC|EFBIG|EDQUOT|Disk quota/i.test(message)) {
    return new RecordUnusable(
      `${folder}: there is no room to write; make room and repeat: what was kept before is unchanged`,
    );
  }
  if (/Could not set lock/.test(message)) {
    const holder = /\(PID (\d+)\)/.exec(message)?.[1];
    const by = holder ? ` (number ${holder})` : '';
    return new RecordUnusable(
      `${folder}: the record is held by another process${by}; end it, or let it serve the record`,
    );
  }
  if (/Could not read enough bytes|Corrupt database|Failed to load|Serialization Error/.test(message)) {
    return damaged(folder, message.split('\n')[0]!.slice(0, 200));
  }
  if (/EACCES|EROFS|Permission denied|Read-only file system|EEXIST|ENOTDIR/.test(message)) {
    return new RecordUnusable(`${folder}: the record's folder cannot be written: ${message.split('\n')[0]}`);
  }
  return null;
}

/** A file that is no record, or no longer. */
export function damaged(folder: string, why: string): RecordUnusable {
  return new RecordUnusable(`${folder}: the record is damaged or not one (${why}); restore it from a backup`);
}
