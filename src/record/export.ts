import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../datasets/row.js';
import type { Reading } from '../reading.js';
import type { Decision } from './decisions/decision.js';
import { orderOf } from './order.js';
import { type KeptPair, lotsOf } from './pages.js';
import { rowsOf } from './sql.js';

/**
 * The whole record as canonical lines of JSON: articles by hash, each followed by its reading, outlets that brought the same
 * text, stories that several articles are copies of, then rows by id, then
 * decisions in the order of their dates, the only clock values in it. Former readings and the index are not part of it.
 *
 * @param connection in a transaction of its own, so that what is added meanwhile is not in it.
 */
export async function* exported(connection: DuckDBConnection, decisions: readonly Decision[]): AsyncGenerator<string> {
  for await (const lot of lotsOf(connection)) {
    for (const pair of lot) yield* linesOf(pair);
  }
  yield* await outletLines(connection);
  yield* await storyLines(connection);
  const rows = await rowsOf(connection, 'SELECT row FROM rows ORDER BY id');
  for (const { row } of rows) yield JSON.stringify({ record: 'row', ...(JSON.parse(String(row)) as Row) });
  const inOrder = [...decisions].sort((one, other) => orderOf(one.at, other.at) || orderOf(one.id, other.id));
  for (const decision of inOrder) yield JSON.stringify({ record: 'decision', ...decision });
}

function linesOf({ article, reading }: KeptPair): string[] {
  if (!article || !reading) return [];
  const read = JSON.parse(String(reading.reading)) as Reading;
  const original = {
    container: article.container,
    sha256: article.original_sha256,
    base64: Buffer.from(article.original as Uint8Array).toString('base64'),
  };
  return [
    JSON.stringify({ record: 'article', sha256: read.document.sha256, original }),
    JSON.stringify({ record: 'reading', reader: reading.reader_version, ...read }),
  ];
}

/** The appearances of a text besides that of the article. */
async function outletLines(connection: DuckDBConnection): Promise<string[]> {
  const found = await rowsOf(
    connection,
    `SELECT DISTINCT p.article, p.publisher, p.title, p.url, p.date FROM appearances p JOIN articles a ON a.id = p.article
     WHERE (p.publisher, p.title, p.url, p.original_sha256) IS DISTINCT FROM (a.publisher, a.title, a.url, a.original_sha256)
     ORDER BY p.article, p.publisher, p.title, p.url, p.date`,
  );
  return found.map(row => JSON.stringify({ record: 'outlet', ...row }));
}

async function storyLines(connection: DuckDBConnection): Promise<string[]> {
  const found = await rowsOf(
    connection,
    'SELECT list(article ORDER BY article) AS articles FROM stories GROUP BY story ORDER BY min(article)',
  );
  return found.map(({ articles }) => JSON.stringify({ record: 'story', articles }));
}
