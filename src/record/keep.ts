/** What goes into the record: articles with their readings, and rows of data sets. */
import { BLOB, blobValue, type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { sha256Of } from '../article/article.js';
import type { Row } from '../datasets/row.js';
import type { Reading } from '../reading.js';
import { claimCountries, sentenceOf } from './claim-countries.js';
import {
  type Appearance,
  appearanceOf,
  appearanceOrder,
  appearancesOf,
  insertAppearances,
} from './copies/appearances.js';
import { linkStories } from './copies/stories.js';
import type { ArticleToKeep } from './record.js';
import { indexReadings } from './search/index-tables.js';
import { insertAll, rowsOf, WORDS } from './sql.js';

/**
 * Keeps articles. A text that is kept already is nothing new; where another outlet brought it, that is kept with it. The
 * ids of all, in order.
 */
export async function addAll(
  connection: DuckDBConnection,
  articles: ArticleToKeep[],
): Promise<{ id: string; added: boolean }[]> {
  if (articles.length === 0) return [];
  const hashes = articles.map(({ article }) => article.sha256);
  const found = await rowsOf(connection, 'SELECT sha256 FROM articles WHERE list_contains($1, sha256)', [
    listValue(hashes),
  ]);
  const known = new Set(found.map(({ sha256 }) => String(sha256)));
  const kept = await appearancesOf(connection, [...known].map(idOf));
  const fresh = new Map<string, ArticleToKeep>();
  const better = new Map<string, ArticleToKeep>();
  const appearances: Appearance[] = [];
  const results = articles.map(toKeep => {
    const { sha256 } = toKeep.article;
    const appearance = appearanceOf(toKeep, sha256Of(toKeep.original));
    const others = kept.get(idOf(sha256)) ?? [];
    if (!others.some(other => appearanceOrder(appearance, other) === 0)) {
      appearances.push(appearance);
      if (others.every(other => appearanceOrder(appearance, other) < 0))
        (known.has(sha256) ? better : fresh).set(sha256, toKeep);
      kept.set(idOf(sha256), [...others, appearance]);
    }
    return { id: idOf(sha256), added: !known.has(sha256) && others.length === 0 };
  });
  const knownIds = new Set([...known].map(idOf));
  await remove(connection, [...better.keys()]);
  await insertArticles(connection, [...fresh.values(), ...better.values()]);
  await insertAppearances(connection, appearances);
  const texts = new Map(articles.map(({ reading }) => [idOf(reading.document.sha256), reading.document.text]));
  await linkStories(
    connection,
    [...new Set(appearances.map(([id]) => id!))].map(id => ({
      id,
      text: texts.get(id)!,
      isNew: !knownIds.has(id),
    })),
  );
  return results;
}

function idOf(sha256: string): string {
  return sha256.slice(0, 16);
}

/** Takes out articles with their readings, for the same text with an earlier appearance. */
async function remove(connection: DuckDBConnection, hashes: string[]): Promise<void> {
  if (hashes.length === 0) return;
  for (const [table, column] of [
    ['claims', 'article'],
    ['readings', 'article'],
    ['articles', 'sha256'],
  ])
    await connection.run(`DELETE FROM ${table} WHERE list_contains($1, ${column})`, [listValue(hashes)]);
}

async function insertArticles(connection: DuckDBConnection, articles: ArticleToKeep[]): Promise<void> {
  if (articles.length === 0) return;
  const rows = articles.map(({ article: { sha256, title, publisher, url }, reading, container, original }) => {
    const { date } = reading.document;
    const days = [date.value, date.earliest, date.latest, date.basis];
    return [sha256, idOf(sha256), title, publisher, url, ...days, container, sha256Of(original)];
  });
  const columns = rows[0]!.map((_, i) => listValue(rows.map(row => row[i]!)));
  await connection.run(
    `INSERT INTO articles
       (sha256, id, title, publisher, url, date, earliest, latest, basis, container, original_sha256, original)
     SELECT ${[...columns, 'original'].map((_, i) => `unnest($${i + 1})`).join(', ')}`,
    [...columns, listValue(articles.map(({ original }) => blobValue(original)))],
    [...columns.map(() => LIST(VARCHAR)), LIST(BLOB)],
  );
  await insertReadings(
    connection,
    articles.map(({ reading, readerVersion }) => ({ reading, readerVersion })),
  );
}

/** Keeps readings of kept articles, with their claims and the index of their words. */
export async function insertReadings(
  connection: DuckDBConnection,
  readings: { reading: Reading; readerVersion: string }[],
): Promise<void> {
  await insertAll(
    connection,
    'INSERT INTO readings',
    ['cell', 'cell', 'cell'],
    readings.map(({ reading, readerVersion }) => [reading.document.sha256, readerVersion, JSON.stringify(reading)]),
  );
  await insertAll(
    connection,
    'INSERT INTO claims',
    ['cell', 'cell', 'cell', WORDS, 'cell', 'cell::INTEGER', 'cell::INTEGER', 'cell'],
    readings.flatMap(({ reading }) => claimRows(reading)),
  );
  await indexReadings(
    connection,
    readings.map(({ reading }) => reading),
  );
}

function claimRows(reading: Reading): string[][] {
  const { sha256, text } = reading.document;
  return reading.claims.map(claim => {
    const { start, end } = sentenceOf(claim, reading);
    const countries = claimCountries(claim, reading).join(' ');
    const place = [String(start), String(end), text.slice(start, end)];
    return [sha256, claim.id, claim.kind, countries, JSON.stringify(claim), ...place];
  });
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
