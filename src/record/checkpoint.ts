/**
 * Checkpoints that a crash cannot tear. DuckDB moves what was committed from its log into the database file, and writes
 * blocks of the file's own description (metadata) again where they stand: parts of them are in use, the rest is new. A
 * process that is killed within such a write leaves a block whose checksum is wrong, and the file opens no more. So the
 * blocks are put by in a file beside it first, and whoever opens the record after a crash puts them back. That is right
 * as long as the file's headers are those of before: they are written last, and until then only the old blocks count.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { RecordUnusable } from '../errors.js';
import { HEADERS } from './database-file.js';
import { isAlive } from './make.js';
import { messageOf } from './order.js';
import { rowsOf } from './sql.js';
import { synced } from './synced.js';

/** With so much in the log it is moved into the database file. */
const LONGEST_LOG = 16 << 20;

/** How an owner of the database moves its log into the file. */
export interface Checkpoints {
  /** Does so if the log is long; `always` if there is any. Where it cannot, the log stays: nothing is lost by that. */
  run(connection: DuckDBConnection, when: 'long' | 'always'): Promise<void>;
  /** To be called when the database is closed, and not before: it would give up the lock on the file (fcntl, POSIX.1). */
  close(): void;
}

/** What is put by: the headers, then each block. */
interface PutBy {
  /** Tells one from another of the same name. */
  id: string;
  blockSize: number;
  blocks: number[];
  sha256: string;
}

/**
 * The checkpoints of a database file, which this process opens next.
 *
 * @param file is there already; its automatic checkpoints are turned off (NO_OTHER_CHECKPOINTS).
 */
export function checkpointsOf(file: string): Checkpoints {
  const handle = openSync(file, 'r');
  /** After a checkpoint that broke off nobody knows how the file is: what was put by stays for the next who opens it. */
  let broken = false;
  return {
    async run(connection, when) {
      const log = statSync(`${file}.wal`, { throwIfNoEntry: false })?.size ?? 0;
      if (broken || log === 0 || (when === 'long' && log < LONGEST_LOG)) return;
      try {
        putBy(file, handle, await metadataOf(connection));
      } catch {
        return;
      }
      try {
        await connection.run('CHECKPOINT');
      } catch (error) {
        // Another connection reads: nothing was written.
        broken = !/Cannot CHECKPOINT/.test(messageOf(error));
        if (broken) return;
      }
      rmSync(nameOf(file), { force: true });
    },
    close: () => closeSync(handle),
  };
}

/** A database makes no checkpoints but those asked for here with this setting, and after this statement. */
export const NO_OTHER_CHECKPOINTS = {
  setting: { wal_autocheckpoint: '1TB' },
  sql: 'PRAGMA disable_checkpoint_on_shutdown',
};

/**
 * Puts back what a checkpoint that broke off may have torn. To be called before the database is opened.
 *
 * @param tryToOpen opens and closes the database; whatever is wrong with the file but that another process holds it is
 *   no matter here.
 * @throws RecordUnusable where another process holds it or is putting back.
 */
export async function putBack(file: string, tryToOpen: () => Promise<void>): Promise<void> {
  const found = leftBy(file);
  if (!found) return;
  const { id } = contentOf(found) ?? {};
  await tryToOpen();
  // One of those who found it puts back; the name says who, so that another can go on should it die.
  const own = `${nameOf(file)}-${process.pid}`;
  try {
    renameSync(found, own);
  } catch {
    throw heldBy(file, null);
  }
  const content = contentOf(own);
  if (content && content.id !== id) {
    renameSync(own, found);
    throw heldBy(file, null);
  }
  if (content) restore(file, content);
  rmSync(own);
}

/** Writes the blocks back where the checkpoint did not come to its end; else the file is as it should be. */
function restore(file: string, { blockSize, blocks, bytes }: PutBy & { bytes: Buffer }): void {
  const handle = openSync(file, 'r+');
  try {
    const headers = Buffer.alloc(HEADERS);
    readSync(handle, headers, 0, HEADERS, 0);
    if (!headers.equals(bytes.subarray(0, HEADERS))) return;
    for (const [i, block] of blocks.entries()) {
      writeSync(handle, bytes, HEADERS + i * blockSize, blockSize, HEADERS + block * blockSize);
    }
  } finally {
    closeSync(handle);
  }
  synced(file);
}

/** The blocks of the description that are in the file; `blockSize` in bytes. */
async function metadataOf(connection: DuckDBConnection): Promise<{ blockSize: number; blocks: number[] }> {
  const [size] = await rowsOf(connection, 'SELECT block_size FROM pragma_database_size()');
  const found = await rowsOf(connection, 'SELECT block_id FROM pragma_metadata_info() ORDER BY block_id');
  return { blockSize: Number(size!.block_size), blocks: found.map(row => Number(row.block_id)) };
}

function putBy(file: string, handle: number, { blockSize, blocks }: { blockSize: number; blocks: number[] }): void {
  const { size } = fstatSync(handle);
  const inFile = blocks.filter(block => block >= 0 && HEADERS + (block + 1) * blockSize <= size);
  const bytes = Buffer.alloc(HEADERS + inFile.length * blockSize);
  readSync(handle, bytes, 0, HEADERS, 0);
  for (const [i, block] of inFile.entries()) {
    readSync(handle, bytes, HEADERS + i * blockSize, blockSize, HEADERS + block * blockSize);
  }
  const about: PutBy = { id: randomUUID(), blockSize, blocks: inFile, sha256: sha256(bytes) };
  // Appears under its name when it is whole; named so that it is cleared away should this process die before (make.ts).
  const unfinished = `${nameOf(file)}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), bytes]));
    synced(unfinished);
    renameSync(unfinished, nameOf(file));
    synced(dirname(file));
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** What is put by in a file; `null` where it is not whole. */
function contentOf(name: string): (PutBy & { bytes: Buffer }) | null {
  try {
    const whole = readFileSync(name);
    const end = whole.indexOf('\n');
    const about = JSON.parse(whole.subarray(0, end).toString()) as PutBy;
    const bytes = whole.subarray(end + 1);
    return sha256(bytes) === about.sha256 ? { ...about, bytes } : null;
  } catch {
    return null;
  }
}

/** The file that a checkpoint left, or one that somebody who died was putting back. @throws RecordUnusable where one still is. */
function leftBy(file: string): string | null {
  const name = basename(nameOf(file));
  const found = readdirSync(dirname(file)).find(one => one === name || one.startsWith(`${name}-`));
  if (!found) return null;
  const by = Number(found.slice(name.length + 1));
  if (by > 0 && by !== process.pid && isAlive(by)) throw heldBy(file, by);
  return join(dirname(file), found);
}

function heldBy(file: string, by: number | null): RecordUnusable {
  const who = by ? ` (number ${by})` : '';
  return new RecordUnusable(
    `${dirname(file)}: the record is held by another process${who}, which mends it after a crash`,
  );
}

const nameOf = (file: string): string => `${file}.undo`;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
