/**
 * Where one text appeared: each outlet that brought it word for word. The first of them in a fixed order is the article of
 * the record, whichever came first, so that the record is the same for any order of adding.
 */
import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import { type Article, sha256Of } from '../../article/article.js';
import { orderOf } from '../order.js';
import type { ArticleToKeep } from '../record.js';
import { insertAll } from '../sql.js';

export const APPEARANCE_TABLE = `
  CREATE TABLE appearances (
    article VARCHAR NOT NULL, name VARCHAR NOT NULL, publisher VARCHAR, title VARCHAR, url VARCHAR,
    date VARCHAR, earliest VARCHAR, latest VARCHAR, basis VARCHAR NOT NULL, original_sha256 VARCHAR NOT NULL);
`;

const COLUMNS = 'article, name, publisher, title, url, date, earliest, latest, basis, original_sha256';

/** One appearance, in the order of the columns of its table. */
export type Appearance = (string | null)[];

/** @param originalHash SHA-256 of the file as it was. */
export function appearanceOf({ article, reading }: ArticleToKeep, originalHash: string): Appearance {
  const { publisher, title, url } = article;
  const { id, date, sha256 } = reading.document;
  const dates = [date.value, date.earliest, date.latest, date.basis];
  return [sha256.slice(0, 16), id, publisher, title, url, ...dates, originalHash];
}

/**
 * A short name of an appearance that an article has before it is read: of who brought it, under which name and address, in
 * which bytes, and of the day that was given with it. All else, the day it is dated to as well, follows from these.
 */
export function appearanceKey(article: Article, originalHash: string): string {
  const { sha256, id, publisher, title, url, date } = article;
  return keyOf([
    sha256.slice(0, 16),
    id,
    publisher,
    title,
    url,
    date.basis === 'given' ? date.value : '',
    originalHash,
  ]);
}

/** The names (`appearanceKey`) of all appearances that are kept. */
export async function appearanceKeys(connection: DuckDBConnection): Promise<string[]> {
  const found = await connection.runAndReadAll(
    `SELECT article, name, publisher, title, url, CASE WHEN basis = 'given' THEN date ELSE '' END, original_sha256
     FROM appearances`,
  );
  return (found.getRowsJS() as (string | null)[][]).map(keyOf);
}

function keyOf(values: (string | null)[]): string {
  // An empty value is kept as none.
  return sha256Of(JSON.stringify(values.map(value => value || null))).slice(0, 32);
}

const CERTAINTY = ['given', 'metadata', 'inferred', 'unknown'];

/** By what is surest of the day, the day, the outlet, then all else: below zero where the first is the article. */
export function appearanceOrder(one: Appearance, other: Appearance): number {
  const inOrder = ([, name, publisher, title, url, , earliest, latest, basis, original]: Appearance) => [
    String(CERTAINTY.indexOf(basis!)),
    ...[earliest, latest, publisher, url, title, name, original].map(value => value ?? '~'),
  ];
  const [mine, others] = [inOrder(one), inOrder(other)];
  const differing = mine.findIndex((value, i) => value !== others[i]);
  return differing < 0 ? 0 : orderOf(mine[differing]!, others[differing]!);
}

/** The appearances of some articles that are kept, by article. */
export async function appearancesOf(connection: DuckDBConnection, ids: string[]): Promise<Map<string, Appearance[]>> {
  if (ids.length === 0) return new Map();
  const found = await connection.runAndReadAll(`SELECT ${COLUMNS} FROM appearances WHERE list_contains($1, article)`, [
    listValue(ids),
  ]);
  const kept = new Map<string, Appearance[]>();
  for (const row of found.getRowsJS() as Appearance[]) kept.set(row[0]!, [...(kept.get(row[0]!) ?? []), row]);
  return kept;
}

export async function insertAppearances(connection: DuckDBConnection, appearances: Appearance[]): Promise<void> {
  // What is not known stands in its cell as nothing: no value of these is empty.
  await insertAll(
    connection,
    `INSERT INTO appearances (${COLUMNS})`,
    appearances[0]?.map(() => `nullif(cell, '')`) ?? [],
    appearances.map(row => row.map(value => value ?? '')),
  );
}

/** Appearances of articles that an earlier layout kept: each its own alone. */
export async function appearancesOfAll(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `INSERT INTO appearances (${COLUMNS})
     SELECT a.id, json_extract_string(r.reading, '$.document.id'), a.publisher, a.title, a.url, a.date, a.earliest, a.latest,
       a.basis, a.original_sha256
     FROM articles a JOIN readings r ON r.article = a.sha256`,
  );
}
