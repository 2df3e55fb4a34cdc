/** What goes into the record: articles with their readings, and rows of data sets. */
import { blobValue, type DuckDBConnection } from '@duckdb/node-api';
import { sha256Of } from '../article/article.js';
import type { Row } from '../datasets/row.js';
import { claimCountries, sentenceOf } from './claim-countries.js';
import type { ArticleToKeep } from './record.js';
import { insertAll, rowsOf, WORDS } from './sql.js';

/** Keeps an article, unless one of the same text is kept. */
export async function add(connection: DuckDBConnection, kept: ArticleToKeep): Promise<{ id: string; added: boolean }> {
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
  await insertAll(
    connection,
    'INSERT INTO claims',
    ['cell', 'cell', 'cell', WORDS, 'cell', 'cell::INTEGER', 'cell::INTEGER', 'cell'],
    kept.reading.claims.map(claim => {
      const { start, end } = sentenceOf(claim, kept.reading);
      const countries = claimCountries(claim, kept.reading).join(' ');
      const place = [String(start), String(end), text.slice(start, end)];
      return [sha256, claim.id, claim.kind, countries, JSON.stringify(claim), ...place];
    }),
  );
  return { id, added: true };
}

/** Keeps rows; one of a known id takes the place of that row. */
export async function importRows(connection: DuckDBConnection, rows: Row[]): Promise<{ rows: number; added: number }> {
  const before = await countOfRows(connection);
  const last = new Map(rows.map(row => [row.id, row]));
  await insertAll(
    connection,
    'INSERT OR REPLACE INTO rows',
    ['cell', 'cell', 'cell', WORDS, 'cell'],
    [...last.values()].map(row => {
      const countries = row.kind === 'figure' ? [row.reporter, row.partner] : [row.a, row.b];
      const named = countries.filter(country => country !== null).join(' ');
      return [row.id, row.kind, row.dataset, named, JSON.stringify(row)];
    }),
  );
  return { rows: rows.length, added: (await countOfRows(connection)) - before };
}

async function countOfRows(connection: DuckDBConnection): Promise<number> {
  return Number((await rowsOf(connection, 'SELECT count(*) AS n FROM rows'))[0]!.n);
}
