import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RecordUnusable } from '../errors.js';
import { exportLines } from './export.js';
import { damaged, knownFault, unusable } from './faults.js';
import { add, importRows } from './keep.js';
import { article, articles, search } from './kept.js';
import { makeDatabase } from './make.js';
import { evidence, type KnownRows, knownRows } from './own-evidence.js';
import type { EvidenceRecord } from './record.js';
import { rowsOf } from './sql.js';
import { verify } from './verify.js';

/** The layout of the tables; a record of another layout is not opened. */
const LAYOUT = '1';

const TABLES = `
  CREATE TABLE about (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
  CREATE TABLE articles (
    sha256 VARCHAR PRIMARY KEY, id VARCHAR NOT NULL, title VARCHAR, publisher VARCHAR, url VARCHAR,
    date VARCHAR, earliest VARCHAR, latest VARCHAR, basis VARCHAR NOT NULL, container VARCHAR NOT NULL,
    original BLOB NOT NULL, original_sha256 VARCHAR NOT NULL, added_at TIMESTAMP NOT NULL DEFAULT current_timestamp);
  CREATE TABLE readings (
    article VARCHAR PRIMARY KEY, reader_version VARCHAR NOT NULL, reading VARCHAR NOT NULL);
  CREATE TABLE claims (
    article VARCHAR NOT NULL, id VARCHAR NOT NULL, kind VARCHAR NOT NULL, countries VARCHAR[] NOT NULL,
    claim VARCHAR NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, sentence VARCHAR NOT NULL,
    PRIMARY KEY (article, id));
  CREATE TABLE rows (
    id VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, dataset VARCHAR NOT NULL, countries VARCHAR[] NOT NULL, row VARCHAR NOT NULL);
  INSERT INTO about VALUES ('layout', '${LAYOUT}');
`;

/** The database is never let near a file, an extension or the network: what it holds is handed to it by value. */
const CLOSED_IN = {
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** The file of a record inside its folder. */
export const databaseFile = (folder: string): string => join(folder, 'record.duckdb');

/**
 * Opens the record in a folder as its owner.
 *
 * @param options.create make the folder and an empty record where there is none.
 * @throws RecordUnusable where there is none to open, another process holds it, or it is damaged or of another layout.
 */
export async function openDatabase(folder: string, options: { create: boolean }): Promise<EvidenceRecord> {
  const file = databaseFile(folder);
  const known = existsSync(file);
  if (!known && !options.create) {
    throw new RecordUnusable(`${folder}: there is no record here; \`upperhand add\` makes one`);
  }
  if (known && statSync(file).size === 0) throw damaged(folder, 'the file is empty');
  try {
    if (!known) await makeDatabase(file, TABLES, CLOSED_IN);
    const instance = await DuckDBInstance.create(file, CLOSED_IN);
    const connection = await instance.connect();
    const close = () => {
      connection.closeSync();
      instance.closeSync();
    };
    try {
      await checkWhole(connection, folder);
      await checkLayout(connection, folder);
    } catch (error) {
      close();
      throw error;
    }
    return recordOn(connection, folder, close);
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** A database file begins with three headers of this many bytes, then blocks follow. */
const HEADERS = 3 * 4096;

/** A file that is cut off opens all the same, and fails only where something is read that is gone: its blocks are counted. */
async function checkWhole(connection: DuckDBConnection, folder: string): Promise<void> {
  const [found] = await rowsOf(connection, 'SELECT block_size, used_blocks FROM pragma_database_size()');
  const expected = HEADERS + Number(found!.block_size) * Number(found!.used_blocks);
  const { size } = statSync(databaseFile(folder));
  if (size < expected) throw damaged(folder, `the file has ${size} bytes of ${expected}`);
}

async function checkLayout(connection: DuckDBConnection, folder: string): Promise<void> {
  const layout = (await rowsOf(connection, `SELECT value FROM about WHERE key = 'layout'`))[0]?.value;
  if (layout !== LAYOUT) {
    throw new RecordUnusable(
      `${folder}: this record has layout ${layout ?? 'unknown'}, this version reads layout ${LAYOUT}`,
    );
  }
}

function recordOn(connection: DuckDBConnection, folder: string, close: () => void): EvidenceRecord {
  /** Statements of one connection share its transaction, so whole methods take turns. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next.catch(error => {
      throw knownFault(folder, error) ?? error;
    });
  };
  let revision = 0;
  const atOnce = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await connection.run('BEGIN');
      try {
        const result = await work();
        await connection.run('COMMIT');
        revision++;
        return result;
      } catch (error) {
        await connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  /** The rows are read once until some are imported: only this process can change them. */
  let rows: Promise<KnownRows> | null = null;
  const known = async () => {
    rows ??= knownRows(connection);
    return rows.catch(error => {
      rows = null;
      throw error;
    });
  };
  return {
    owned: true,
    add: kept => atOnce(() => add(connection, kept)),
    importRows: imported =>
      atOnce(() => {
        rows = null;
        return importRows(connection, imported);
      }),
    articles: () => inTurn(() => articles(connection)),
    article: id => inTurn(() => article(connection, id)),
    search: phrases => inTurn(() => search(connection, phrases)),
    evidence: (a, b) => inTurn(async () => evidence(connection, await known(), a, b)),
    exportLines: () => inTurn(() => exportLines(connection)),
    verify: () => inTurn(() => verify(connection)),
    revision: async () => revision,
    close: () => inTurn(async () => close()),
  };
}
