import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { blobValue, type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { sha256Of } from '../article/article.js';
import { decode } from '../article/container.js';
import type { EventRow, FigureRow, Row } from '../datasets/row.js';
import { RecordUnusable } from '../errors.js';
import type { Claim, Country, PublicationDate, Reading } from '../reading.js';
import { claimCountries, sentenceOf } from './claim-countries.js';
import type { Evidence, KeptClaim } from './evidence.js';
import { messageOf, orderOf } from './order.js';
import type { ArticleToKeep, EvidenceRecord, KeptArticle } from './record.js';
import { type SearchHit, searchReading } from './search.js';
import { shippedEvidence } from './shipped.js';

/** The layout of the tables; a record of another layout is not opened. */
const LAYOUT = '1';

const TABLES = `
  CREATE TABLE IF NOT EXISTS about (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
  CREATE TABLE IF NOT EXISTS articles (
    sha256 VARCHAR PRIMARY KEY, id VARCHAR NOT NULL, title VARCHAR, publisher VARCHAR, url VARCHAR,
    date VARCHAR, earliest VARCHAR, latest VARCHAR, basis VARCHAR NOT NULL, container VARCHAR NOT NULL,
    original BLOB NOT NULL, original_sha256 VARCHAR NOT NULL, added_at TIMESTAMP NOT NULL DEFAULT current_timestamp);
  CREATE TABLE IF NOT EXISTS readings (
    article VARCHAR PRIMARY KEY, reader_version VARCHAR NOT NULL, reading VARCHAR NOT NULL);
  CREATE TABLE IF NOT EXISTS claims (
    article VARCHAR NOT NULL, id VARCHAR NOT NULL, kind VARCHAR NOT NULL, countries VARCHAR[] NOT NULL,
    claim VARCHAR NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, sentence VARCHAR NOT NULL,
    PRIMARY KEY (article, id));
  CREATE TABLE IF NOT EXISTS rows (
    id VARCHAR PRIMARY KEY, kind VARCHAR NOT NULL, dataset VARCHAR NOT NULL, countries VARCHAR[] NOT NULL, row VARCHAR NOT NULL);
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
    if (!known) mkdirSync(folder, { recursive: true });
    const instance = await DuckDBInstance.create(file, CLOSED_IN);
    const connection = await instance.connect();
    await prepare(connection, folder, known);
    return recordOn(connection, () => {
      connection.closeSync();
      instance.closeSync();
    });
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** Is this the error of a record that another process holds? */
export function isHeld(error: unknown): boolean {
  return error instanceof RecordUnusable && error.message.includes('held by another process');
}

async function prepare(connection: DuckDBConnection, folder: string, known: boolean): Promise<void> {
  if (!known) {
    await connection.run(`BEGIN; ${TABLES} INSERT INTO about VALUES ('layout', '${LAYOUT}'); COMMIT; CHECKPOINT;`);
    return;
  }
  const layout = (await rowsOf(connection, `SELECT value FROM about WHERE key = 'layout'`))[0]?.value;
  if (layout !== LAYOUT) {
    throw new RecordUnusable(
      `${folder}: this record has layout ${layout ?? 'unknown'}, this version reads layout ${LAYOUT}`,
    );
  }
}

function unusable(folder: string, error: unknown): Error {
  if (error instanceof RecordUnusable) return error;
  const message = messageOf(error);
  const holder = /\(PID (\d+)\)/.exec(message)?.[1];
  if (/Could not set lock/.test(message)) {
    const by = holder ? ` (number ${holder})` : '';
    return new RecordUnusable(
      `${folder}: the record is held by another process${by}; end it, or let it serve the record`,
    );
  }
  if (/EACCES|EROFS|Permission denied|Read-only file system|EEXIST|ENOTDIR/.test(message)) {
    return new RecordUnusable(`${folder}: the record's folder cannot be written: ${message.split('\n')[0]}`);
  }
  return damaged(folder, message.split('\n')[0]!.slice(0, 200));
}

function damaged(folder: string, why: string): RecordUnusable {
  return new RecordUnusable(`${folder}: the record is damaged or not one (${why}); restore it from a backup`);
}

function recordOn(connection: DuckDBConnection, close: () => void): EvidenceRecord {
  /** Statements of one connection share its transaction, so whole methods take turns. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work);
    turn = next.catch(() => undefined);
    return next;
  };
  const atOnce = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await connection.run('BEGIN');
      try {
        const result = await work();
        await connection.run('COMMIT');
        return result;
      } catch (error) {
        await connection.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  return {
    owned: true,
    add: kept => atOnce(() => add(connection, kept)),
    importRows: rows => atOnce(() => importRows(connection, rows)),
    articles: () => inTurn(() => articles(connection)),
    article: id => inTurn(() => article(connection, id)),
    search: phrases => inTurn(() => search(connection, phrases)),
    evidence: (a, b) => inTurn(() => evidence(connection, a, b)),
    exportLines: () => inTurn(() => exportLines(connection)),
    verify: () => inTurn(() => verify(connection)),
    close: () => inTurn(async () => close()),
  };
}

async function add(connection: DuckDBConnection, kept: ArticleToKeep): Promise<{ id: string; added: boolean }> {
  const { sha256, title, publisher, url, text } = kept.article;
  const { date } = kept.reading.document;
  const before = await rowsOf(connection, 'SELECT id FROM articles WHERE sha256 = $1', [sha256]);
  if (before[0]) return { id: String(before[0].id), added: false };
  const id = sha256.slice(0, 16);
  await connection.run(
    `INSERT INTO articles (sha256, id, title, publisher, url, date, earliest, latest, basis, container, original, original_sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[sha256, id, title, publisher, url, date.value, date.earliest, date.latest, date.basis, kept.container],
      blobValue(kept.original),
      sha256Of(kept.original),
    ],
  );
  await connection.run('INSERT INTO readings VALUES ($1, $2, $3)', [
    sha256,
    kept.readerVersion,
    JSON.stringify(kept.reading),
  ]);
  for (const claim of kept.reading.claims) {
    const { start, end } = sentenceOf(claim, kept.reading);
    const countries = claimCountries(claim, kept.reading).join(' ');
    const values = [sha256, claim.id, claim.kind, countries, JSON.stringify(claim), start, end, text.slice(start, end)];
    await connection.run(`INSERT INTO claims VALUES ($1, $2, $3, ${listOf('$4')}, $5, $6, $7, $8)`, values);
  }
  return { id, added: true };
}

async function importRows(connection: DuckDBConnection, rows: Row[]): Promise<{ rows: number; added: number }> {
  const before = await countOf(connection, 'rows');
  for (const row of rows) {
    const countries = row.kind === 'figure' ? [row.reporter, row.partner] : [row.a, row.b];
    await connection.run(`INSERT OR REPLACE INTO rows VALUES ($1, $2, $3, ${listOf('$4')}, $5)`, [
      row.id,
      row.kind,
      row.dataset,
      countries.filter(country => country !== null).join(' '),
      JSON.stringify(row),
    ]);
  }
  return { rows: rows.length, added: (await countOf(connection, 'rows')) - before };
}

async function articles(connection: DuckDBConnection): Promise<KeptArticle[]> {
  const found = await rowsOf(
    connection,
    `SELECT a.*, (SELECT count(*) FROM claims c WHERE c.article = a.sha256) AS claims
     FROM (SELECT * EXCLUDE (original) FROM articles) a ORDER BY earliest, sha256`,
  );
  return found.map(row => ({ ...articleOf(row), sha256: String(row.sha256), claims: Number(row.claims) }));
}

async function article(connection: DuckDBConnection, id: string): Promise<Reading | null> {
  if (!/^[0-9a-f]{6,64}$/.test(id)) return null;
  const found = await rowsOf(connection, 'SELECT reading FROM readings WHERE starts_with(article, $1)', [id]);
  return found.length === 1 ? (JSON.parse(String(found[0]!.reading)) as Reading) : null;
}

async function search(connection: DuckDBConnection, phrases: string[]): Promise<SearchHit[]> {
  const found = await rowsOf(
    connection,
    'SELECT a.id, r.reading FROM readings r JOIN articles a ON a.sha256 = r.article ORDER BY a.earliest, a.sha256',
  );
  return found.flatMap(row => searchReading(JSON.parse(String(row.reading)) as Reading, String(row.id), phrases));
}

async function evidence(connection: DuckDBConnection, a: Country, b: Country): Promise<Evidence> {
  const rows = (await rowsOf(connection, 'SELECT row FROM rows')).map(row => JSON.parse(String(row.row)) as Row);
  const claims = await claimsAbout(connection, a, b);
  const list = await articles(connection);
  const days = list
    .flatMap(({ date }) => [date.earliest, date.latest])
    .filter(day => day !== null)
    .sort();
  const shipped = shippedEvidence(a, b);
  return {
    standing: 'record',
    figures: replacing(
      shipped.figures,
      rows.filter((row): row is FigureRow => row.kind === 'figure'),
    ),
    events: replacing(
      shipped.events,
      rows.filter((row): row is EventRow => row.kind === 'event'),
    ),
    claims,
    articles: { count: list.length, earliest: days[0] ?? null, latest: days.at(-1) ?? null },
  };
}

/** The claims about either country, in the order of the articles' dates, each with its sentence. */
async function claimsAbout(connection: DuckDBConnection, a: Country, b: Country): Promise<KeptClaim[]> {
  const found = await rowsOf(
    connection,
    `SELECT c.claim, c.sentence_start, c.sentence_end, c.sentence, a.* EXCLUDE (original)
     FROM claims c JOIN articles a ON a.sha256 = c.article
     WHERE list_contains(c.countries, $1) OR list_contains(c.countries, $2)
     ORDER BY a.earliest, a.sha256, c.sentence_start, c.id`,
    [a, b],
  );
  return found.map(row => ({
    claim: JSON.parse(String(row.claim)) as Claim,
    article: articleOf(row),
    sentence: { start: Number(row.sentence_start), end: Number(row.sentence_end), text: String(row.sentence) },
  }));
}

async function exportLines(connection: DuckDBConnection): Promise<string[]> {
  const kept = await rowsOf(
    connection,
    `SELECT a.container, a.original, a.original_sha256, r.reader_version, r.reading
     FROM articles a JOIN readings r ON r.article = a.sha256 ORDER BY a.sha256`,
  );
  const lines = kept.flatMap(row => {
    const reading = JSON.parse(String(row.reading)) as Reading;
    const original = {
      container: row.container,
      sha256: row.original_sha256,
      base64: Buffer.from(row.original as Uint8Array).toString('base64'),
    };
    return [
      { record: 'article', sha256: reading.document.sha256, original },
      { record: 'reading', reader: row.reader_version, ...reading },
    ];
  });
  const rows = await rowsOf(connection, 'SELECT row FROM rows ORDER BY id');
  return [
    ...lines.map(line => JSON.stringify(line)),
    ...rows.map(row => JSON.stringify({ record: 'row', ...(JSON.parse(String(row.row)) as Row) })),
  ];
}

/** Hashes of what was kept, spans inside their text, every reading with its article and every claim with its reading. */
async function verify(connection: DuckDBConnection): Promise<string[]> {
  const faults: string[] = [];
  const kept = await rowsOf(
    connection,
    `SELECT a.sha256, a.container, a.original, a.original_sha256, r.reading
     FROM articles a FULL JOIN readings r ON r.article = a.sha256 ORDER BY coalesce(a.sha256, r.article)`,
  );
  for (const row of kept) faults.push(...faultsOf(row));
  const orphans = await rowsOf(
    connection,
    'SELECT DISTINCT article FROM claims WHERE article NOT IN (SELECT sha256 FROM articles) ORDER BY article',
  );
  return [...faults, ...orphans.map(row => `${row.article}: claims without their article`)];
}

function faultsOf(row: Record<string, unknown>): string[] {
  if (!row.sha256) return ['a reading without its article'];
  const name = String(row.sha256).slice(0, 16);
  if (!row.reading) return [`${name}: an article without its reading`];
  const original = row.original as Uint8Array;
  const reading = JSON.parse(String(row.reading)) as Reading;
  const { text, sha256, length } = reading.document;
  const spans = [...reading.sentences, ...reading.mentions, ...reading.times, ...reading.claims];
  const faults = [
    sha256Of(original) !== row.original_sha256 && 'the kept bytes are not those that were added',
    sha256Of(text) !== row.sha256 && 'the text is not the one that was read',
    row.container === 'text' && decode(original, name) !== text && 'the text differs from the kept bytes',
    sha256 !== row.sha256 && 'the reading names another text',
    spans.some(({ start, end }) => start < 0 || end > length || start > end) && 'a span lies outside the text',
  ];
  return faults.filter(fault => fault !== false).map(fault => `${name}: ${fault}`);
}

/** Rows of the record take the place of shipped rows of the same id. */
function replacing<R extends Row>(shipped: R[], own: R[]): R[] {
  const replaced = new Set(own.map(row => row.id));
  return [...shipped.filter(row => !replaced.has(row.id)), ...own.sort((x, y) => orderOf(x.id, y.id))];
}

function articleOf(row: Record<string, unknown>): KeptClaim['article'] {
  const { id, title, publisher, url, date, earliest, latest, basis } = row as Record<string, string | null>;
  return {
    id: id!,
    title: title ?? null,
    publisher: publisher ?? null,
    url: url ?? null,
    date: {
      value: date ?? null,
      earliest: earliest ?? null,
      latest: latest ?? null,
      basis: basis as PublicationDate['basis'],
    },
  };
}

/** SQL for the list of the words in a value: an empty list cannot be handed over as a value of its own. */
function listOf(value: string): string {
  return `list_filter(string_split(${value}, ' '), word -> word <> '')`;
}

async function countOf(connection: DuckDBConnection, table: 'rows'): Promise<number> {
  return Number((await rowsOf(connection, `SELECT count(*) AS n FROM ${table}`))[0]!.n);
}

async function rowsOf(connection: DuckDBConnection, sql: string, values: DuckDBValue[] = []) {
  return (await connection.runAndReadAll(sql, values)).getRowObjectsJS();
}
