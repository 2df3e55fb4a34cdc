import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RecordUnusable } from '../errors.js';
import { remembered } from '../made-once.js';
import type { Country, Day } from '../reading.js';
import { type Checkpoints, checkpointsOf, NO_OTHER_CHECKPOINTS, putBack } from './checkpoint.js';
import { appearanceKeys } from './copies/appearances.js';
import { type CopiedPiece, dropSnapshot, piecesOf, takeSnapshot } from './copy.js';
import { databaseFile, HEADERS } from './database-file.js';
import { decideOn, resolvedOn } from './decided-record.js';
import type { Resolved } from './decisions/apply.js';
import { readLog } from './decisions/log.js';
import type { Evidence } from './evidence.js';
import { exported } from './export.js';
import { damaged, isHeld, knownFault, unusable } from './faults.js';
import { addAll, importRows } from './keep.js';
import { article, articles, countries } from './kept.js';
import { TABLES, toThisLayout } from './layout.js';
import { clearLeft, makeDatabase } from './make.js';
import { evidence, type KnownRows, knownRows } from './own-evidence.js';
import type { EvidenceRecord } from './record.js';
import { articlesOfOtherReaders, replaceReading } from './reread.js';
import { type IndexedArticle, indexedArticles, search } from './search/search.js';
import { rowsOf } from './sql.js';
import { verify } from './verify.js';

/** The database is never let near a file, an extension or the network: what it holds is handed to it by value. */
const CLOSED_IN = {
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  // What does not fit is put on disk, beside the record.
  memory_limit: '512MB',
  ...NO_OTHER_CHECKPOINTS.setting,
};

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
    if (known) clearLeft(file);
    else await makeDatabase(file, TABLES, CLOSED_IN);
    await putBack(file, () => tryToOpen(file));
    const checkpoints = checkpointsOf(file);
    let close = () => checkpoints.close();
    try {
      const opened = await opening(file);
      close = () => {
        opened.close();
        checkpoints.close();
      };
      await checkWhole(opened.connection, folder);
      await toThisLayout(opened.connection, folder);
      return recordOn(opened.connection, opened.connect, folder, checkpoints, close);
    } catch (error) {
      close();
      throw error;
    }
  } catch (error) {
    throw unusable(folder, error);
  }
}

async function opening(file: string) {
  const instance = await DuckDBInstance.create(file, CLOSED_IN);
  const connection = await instance.connect();
  await connection.run(NO_OTHER_CHECKPOINTS.sql);
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, connect: () => instance.connect(), close };
}

/** Finds out whether another process holds the file, and nothing else. */
async function tryToOpen(file: string): Promise<void> {
  try {
    (await opening(file)).close();
  } catch (error) {
    const fault = knownFault(dirname(file), error);
    if (fault && isHeld(fault)) throw fault;
  }
}

/** A file that is cut off opens all the same, and fails only where something is read that is gone: its blocks are counted. */
async function checkWhole(connection: DuckDBConnection, folder: string): Promise<void> {
  const [found] = await rowsOf(connection, 'SELECT block_size, used_blocks FROM pragma_database_size()');
  const expected = HEADERS + Number(found!.block_size) * Number(found!.used_blocks);
  const { size } = statSync(databaseFile(folder));
  if (size < expected) throw damaged(folder, `the file has ${size} bytes of ${expected}`);
}

/**
 * @param connect opens another connection, for what reads for long while others write.
 */
function recordOn(
  connection: DuckDBConnection,
  connect: () => Promise<DuckDBConnection>,
  folder: string,
  checkpoints: Checkpoints,
  close: () => void,
): EvidenceRecord {
  /** Statements of one connection share its transaction, so whole methods take turns. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next.catch(error => {
      throw knownFault(folder, error) ?? error;
    });
  };
  /** Reads one moment of the record on a connection of its own, and holds up nobody. */
  async function* ofOneMoment<T>(read: (moment: DuckDBConnection) => AsyncIterable<T>): AsyncGenerator<T> {
    // In turn, so that it begins between two methods.
    const moment = await inTurn(async () => {
      const own = await connect();
      await own.run('BEGIN');
      // A transaction sees the moment of its first look.
      await own.run('SELECT count(*) FROM about');
      return own;
    });
    try {
      yield* read(moment);
    } catch (error) {
      throw knownFault(folder, error) ?? error;
    } finally {
      moment.closeSync();
    }
  }
  async function* copied(): AsyncGenerator<CopiedPiece> {
    const snapshot = await inTurn(() => takeSnapshot(folder, databaseFile(folder)));
    try {
      yield* piecesOf(snapshot);
    } finally {
      dropSnapshot(snapshot);
    }
  }
  async function verified(): Promise<string[]> {
    for await (const faults of ofOneMoment(moment => once(verify(moment, unreadable)))) return faults;
    return [];
  }
  const lines = () => ofOneMoment(moment => exported(moment, [...decisions]));
  let revision = 0;
  const atOnce = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await connection.run('BEGIN');
      try {
        const result = await work();
        await connection.run('COMMIT');
        await checkpoints.run(connection, 'long');
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
  /** What people decided: read from its file once, since this process alone adds to it. */
  const { decisions, unreadable } = readLog(folder);
  /** What was worked out since the last change, by what was asked. */
  const kept = {
    revision: -1,
    decided: new Map<string, Promise<Resolved>>(),
    evidence: new Map<string, Evidence>(),
    indexed: new Map<string, Promise<IndexedArticle[]>>(),
  };
  const sinceChange = () => {
    if (kept.revision !== revision) {
      kept.revision = revision;
      kept.decided.clear();
      kept.evidence.clear();
      kept.indexed.clear();
    }
    return kept;
  };
  const decidedBy = (asOf: Day | null, without: string | null = null) =>
    remembered(sinceChange().decided, [asOf, without].join(), () =>
      resolvedOn(
        connection,
        decisions.filter(({ id }) => id !== without),
        asOf,
      ),
    );
  const evidenceOf = async (a: Country, b: Country, asOf: Day | null, without: string | null = null) => {
    const { evidence: made } = sinceChange();
    const key = [...[a, b].sort(), asOf, without].join();
    const before = made.get(key);
    if (before) return before;
    const now = await evidence(connection, await known(), await decidedBy(asOf, without), [a, b], asOf);
    const [oldest] = made.keys();
    if (made.size >= EVIDENCE_KEPT && oldest !== undefined) made.delete(oldest);
    made.set(key, now);
    return now;
  };
  return {
    owned: true,
    add: one => atOnce(async () => (await addAll(connection, [one]))[0]!),
    addAll: several => atOnce(() => addAll(connection, several)),
    importRows: imported =>
      atOnce(() => {
        rows = null;
        return importRows(connection, imported);
      }),
    appearanceKeys: () => inTurn(() => appearanceKeys(connection)),
    articles: () => inTurn(() => articles(connection)),
    article: id => inTurn(() => article(connection, id)),
    search: (query, asOf = null) =>
      inTurn(async () => {
        const articlesOf = () => remembered(sinceChange().indexed, '', () => indexedArticles(connection));
        return search(connection, query, await decidedBy(asOf), articlesOf, asOf);
      }),
    evidence: (a, b, asOf = null, without = null) => inTurn(() => evidenceOf(a, b, asOf, without)),
    countries: () => inTurn(() => countries(connection)),
    decide: asked =>
      inTurn(async () => {
        const made = await decideOn(connection, folder, decisions, asked, country =>
          evidenceOf(country, country, null),
        );
        decisions.push(made);
        revision++;
        return made;
      }),
    decisions: () => inTurn(async () => ({ decisions, orphans: (await decidedBy(null)).orphans.map(({ id }) => id) })),
    unreadBy: version => inTurn(() => articlesOfOtherReaders(connection, version)),
    reread: (reading, version) => atOnce(() => replaceReading(connection, reading, version)),
    exported: lines,
    exportLines: async () => {
      const all: string[] = [];
      for await (const line of lines()) all.push(line);
      return all;
    },
    verify: verified,
    copy: copied,
    revision: async () => revision,
    close: () =>
      inTurn(async () => {
        await checkpoints.run(connection, 'always');
        close();
      }),
  };
}

/** Pairs whose evidence is kept at hand until something changes. */
const EVIDENCE_KEPT = 4;

async function* once<T>(result: Promise<T>): AsyncGenerator<T> {
  yield await result;
}
