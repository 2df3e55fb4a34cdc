/** A copy of a record's files that hold together, made while the record goes on being used. */
import { execFile } from 'node:child_process';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { decisionsFile } from './decisions/log.js';
import { messageOf } from './order.js';

/** Some bytes of one of the record's files; those of a file follow each other. */
export interface CopiedPiece {
  file: string;
  bytes: Uint8Array;
}

/** A moment of a record: its files under other names. */
export interface Snapshot {
  files: { name: string; at: string }[];
}

/**
 * Takes hold of a moment: copies the files beside themselves. The caller lets nothing be written meanwhile.
 *
 * @param database its file; what was written since its last checkpoint is in the log beside it.
 */
export async function takeSnapshot(folder: string, database: string): Promise<Snapshot> {
  const files = [database, `${database}.wal`, decisionsFile(folder)].filter(existsSync).map(file => {
    // Named so that the next who opens the record clears it away, should this process die (make.ts).
    const at = join(folder, `${basename(database)}.${basename(file).replaceAll('.', '-')}.${process.pid}`);
    return { name: basename(file), at, file };
  });
  try {
    // In a process of its own: where one process opens a file a second time and closes it, its lock on the file is gone
    // (fcntl, POSIX.1), and another could write.
    await promisify(execFile)(process.execPath, ['-e', COPY, ...files.flatMap(({ file, at }) => [file, at])]);
  } catch (error) {
    dropSnapshot({ files });
    throw new Error(`the files could not be copied: ${messageOf(error)}`);
  }
  return { files };
}

/** Copies files to their places, given in turn; where the disk can, without writing their content again. */
const COPY = `
  const { constants, copyFileSync } = require('node:fs');
  for (let i = 1; i < process.argv.length; i += 2) {
    copyFileSync(process.argv[i], process.argv[i + 1], constants.COPYFILE_FICLONE);
  }`;

export async function* piecesOf(snapshot: Snapshot): AsyncGenerator<CopiedPiece> {
  for (const { name, at } of snapshot.files) {
    yield { file: name, bytes: new Uint8Array(0) };
    for await (const bytes of createReadStream(at, { highWaterMark: 1 << 20 })) yield { file: name, bytes };
  }
}

export function dropSnapshot({ files }: Snapshot): void {
  for (const { at } of files) rmSync(at, { force: true });
}
