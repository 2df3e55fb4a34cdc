/** The tables of a record, and how a record of an older layout becomes one of this. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { RecordUnusable } from '../errors.js';
import type { Reading } from '../reading.js';
import { APPEARANCE_TABLE, appearancesOfAll } from './copies/appearances.js';
import { linkStories, STORY_TABLES } from './copies/stories.js';
import { indexReadings, SEARCH_TABLES } from './search/index-tables.js';
import { rowsOf } from './sql.js';

/** The layout of the tables. A record of an older one is brought here when it is opened, one of a newer is not opened. */
const LAYOUT = 3;

/** Where each text appeared, and which are copies of one story. */
const SINCE_LAYOUT_3 = `${APPEARANCE_TABLE}${STORY_TABLES}`;

export const TABLES = `
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
  ${sinceLayout2()}
  ${SINCE_LAYOUT_3}
  INSERT INTO about VALUES ('layout', '${LAYOUT}');
`;

/** Readings that a later one took the place of, the first of an article with number 1; and the index of words. */
function sinceLayout2(): string {
  return `
  CREATE TABLE former_readings (
    article VARCHAR NOT NULL, number INTEGER NOT NULL, reader_version VARCHAR NOT NULL, reading VARCHAR NOT NULL,
    PRIMARY KEY (article, number));
  ${SEARCH_TABLES}`;
}

/** What makes a record of one layout one of the next. */
const MIGRATIONS: Record<number, (connection: DuckDBConnection) => Promise<void>> = {
  1: async connection => {
    await connection.run(sinceLayout2());
    await eachReading(connection, readings => indexReadings(connection, readings));
  },
  2: async connection => {
    await connection.run(SINCE_LAYOUT_3);
    await appearancesOfAll(connection);
    await eachReading(connection, readings =>
      linkStories(
        connection,
        readings.map(({ document: { sha256, text } }) => ({ id: sha256.slice(0, 16), text, isNew: true })),
      ),
    );
  },
};

/**
 * Brings a record to this layout, all or nothing.
 *
 * @throws RecordUnusable where it is of a newer layout, or of none.
 */
export async function toThisLayout(connection: DuckDBConnection, folder: string): Promise<void> {
  const said = (await rowsOf(connection, `SELECT value FROM about WHERE key = 'layout'`))[0]?.value;
  const layout = Number(said);
  if (layout === LAYOUT) return;
  if (!MIGRATIONS[layout]) {
    throw new RecordUnusable(
      `${folder}: this record has layout ${said ?? 'unknown'}, this version reads layouts 1 to ${LAYOUT}; a newer version of Upperhand reads it`,
    );
  }
  await connection.run('BEGIN');
  try {
    for (let from = layout; from < LAYOUT; from++) await MIGRATIONS[from]!(connection);
    await connection.run(`UPDATE about SET value = '${LAYOUT}' WHERE key = 'layout'`);
    await connection.run('COMMIT');
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Articles whose readings are at hand at once. */
const AT_ONCE = 100;

/** Does something with all readings, some at a time. */
async function eachReading(connection: DuckDBConnection, work: (readings: Reading[]) => Promise<void>): Promise<void> {
  const all = await rowsOf(connection, 'SELECT article FROM readings ORDER BY article');
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const from = String(all[start]!.article);
    const to = String(all[Math.min(start + AT_ONCE, all.length) - 1]!.article);
    const some = await rowsOf(
      connection,
      'SELECT reading FROM readings WHERE article BETWEEN $1 AND $2 ORDER BY article',
      [from, to],
    );
    await work(some.map(({ reading }) => JSON.parse(String(reading)) as Reading));
  }
}
