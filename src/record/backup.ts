/**
 * Backups: a folder with the files of a record as they were at one moment, and `backup.json`, which holds their hashes. Both
 * a backup and a restored record appear under their names only when they are whole and verified.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { BadInput, RecordUnusable, WrongUse } from '../errors.js';
import { databaseFile } from './database-file.js';
import { openDatabase } from './duckdb.js';
import { isHeld, knownFault } from './faults.js';
import { messageOf } from './order.js';
import type { EvidenceRecord } from './record.js';
import { synced } from './synced.js';

/** What a backup holds, for who looks into it. */
export interface BackedUp {
  articles: number;
  decisions: number;
  bytes: number;
}

/** What `backup.json` says. */
interface Manifest {
  backup: 1;
  files: { name: string; bytes: number; sha256: string }[];
}

const MANIFEST = 'backup.json';
/** No other names are taken from a backup or from another process. */
const FILES = ['record.duckdb', 'record.duckdb.wal', 'decisions.jsonl'];

/**
 * Writes a backup of a record, which can go on being used and added to meanwhile.
 *
 * @param to a folder that is not there yet, or is empty.
 * @throws WrongUse where it holds something; RecordUnusable where it cannot be written, or the copy does not verify.
 */
export async function backUp(record: EvidenceRecord, to: string): Promise<BackedUp> {
  if (existsSync(to) && (!statSync(to).isDirectory() || readdirSync(to).length > 0)) {
    throw new WrongUse(`${to}: this is there already; a backup is written to a new folder`);
  }
  return madeBeside(to, async folder => {
    await writeFiles(record, folder);
    const found = await verified(folder, to);
    // Hashed now: opening it wrote what was in the log into the database.
    const manifest: Manifest = { backup: 1, files: FILES.flatMap(name => hashed(folder, name)) };
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const { name } of [...manifest.files, { name: MANIFEST }]) synced(join(folder, name));
    return { ...found, bytes: bytesOf(manifest.files) };
  });
}

/**
 * Makes a record of a backup.
 *
 * @param replace a record that is there already is put aside, as `FOLDER.before-restore-N`; else it stays.
 * @returns what the record holds, and where the one before is.
 * @throws BadInput where the backup is none, or not what it was; WrongUse where there is a record already; RecordUnusable
 *   where another process holds it.
 */
export async function restore(
  from: string,
  folder: string,
  options: { replace?: boolean } = {},
): Promise<BackedUp & { before: string | null }> {
  const files = filesOf(from);
  const there = existsSync(folder) && readdirSync(folder).length > 0;
  if (there && !options.replace) {
    throw new WrongUse(`${folder}: there is a record here already; --replace puts it aside for the backup`);
  }
  if (there) await refuseHeld(folder);
  let before: string | null = null;
  const found = await madeBeside(
    folder,
    async made => {
      for (const { name, bytes, sha256 } of files) {
        copyFileSync(join(from, name), join(made, name));
        const [copied] = hashed(made, name);
        if (copied?.bytes !== bytes || copied.sha256 !== sha256) {
          throw new BadInput(`${join(from, name)}: these are not the bytes that were backed up; take another backup`);
        }
        synced(join(made, name));
      }
      return { ...(await verified(made, from)), bytes: bytesOf(files) };
    },
    () => {
      if (!there) return;
      let number = 1;
      while (existsSync(`${resolve(folder)}.before-restore-${number}`)) number++;
      before = `${resolve(folder)}.before-restore-${number}`;
      renameSync(folder, before);
    },
  );
  return { ...found, before };
}

/** Makes a folder beside its place, and gives it its name when the work on it is done. */
async function madeBeside<T>(
  folder: string,
  work: (folder: string) => Promise<T>,
  makeRoom: () => void = () => undefined,
): Promise<T> {
  const place = resolve(folder);
  const making = join(dirname(place), `.${basename(place)}.${process.pid}.unfinished`);
  try {
    mkdirSync(making, { recursive: true });
    const result = await work(making);
    synced(making);
    makeRoom();
    // An empty folder gives way to a full one.
    renameSync(making, place);
    synced(dirname(place));
    return result;
  } catch (error) {
    throw knownFault(folder, error) ?? error;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Writes the files of a record as they come, a piece after the other. */
async function writeFiles(record: EvidenceRecord, folder: string): Promise<void> {
  const begun = new Set<string>();
  for await (const { file, bytes } of record.copy()) {
    if (!FILES.includes(file)) throw new RecordUnusable('the process that holds the record sent an unknown file');
    // What is there before a file is begun is not ours.
    appendFileSync(join(folder, file), bytes, { flag: begun.has(file) ? 'a' : 'ax', mode: 0o600 });
    begun.add(file);
  }
}

/** Opens a record that was copied and looks through all of it. @throws RecordUnusable where anything is wrong. */
async function verified(folder: string, name: string): Promise<Omit<BackedUp, 'bytes'>> {
  const record = await openDatabase(folder, { create: false });
  try {
    const [fault] = await record.verify();
    if (fault) throw new RecordUnusable(`${name}: the copy does not hold: ${fault}`);
    const { decisions } = await record.decisions();
    return { articles: (await record.articles()).length, decisions: decisions.length };
  } finally {
    await record.close();
  }
}

/** The files that a backup says it holds. */
function filesOf(from: string): Manifest['files'] {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as Manifest;
  } catch (error) {
    throw new BadInput(`${from}: this is no backup: ${join(from, MANIFEST)} cannot be read (${messageOf(error)})`);
  }
  const { backup, files } = manifest ?? {};
  const known = Array.isArray(files) && files.every(file => FILES.includes(file?.name));
  if (backup !== 1 || !known || !files.some(({ name }) => name === FILES[0])) {
    throw new BadInput(`${from}: this is no backup that this version knows`);
  }
  const missing = files.find(({ name }) => !existsSync(join(from, name)));
  if (missing) throw new BadInput(`${join(from, missing.name)}: this file of the backup is missing`);
  return files;
}

/** A record that cannot be opened at all may be replaced; one that another process works on may not. */
async function refuseHeld(folder: string): Promise<void> {
  if (!existsSync(databaseFile(folder))) return;
  try {
    await (await openDatabase(folder, { create: false })).close();
  } catch (error) {
    if (isHeld(error)) throw error;
  }
}

function hashed(folder: string, name: string): Manifest['files'] {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(1 << 20);
  let bytes = 0;
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
  return [{ name, bytes, sha256: hash.digest('hex') }];
}

function bytesOf(files: Manifest['files']): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
