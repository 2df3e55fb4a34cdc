import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../datasets/row.js';
import type { Reading } from '../reading.js';
import type { Decision } from './decisions/decision.js';
import { orderOf } from './order.js';
import { rowsOf } from './sql.js';

/**
 * The whole record as canonical lines of JSON: articles by hash, each followed by its reading, outlets that brought the same
 * text, stories that several articles are copies of, then rows by id, then
 * decisions in the order of their dates, the only clock values in it. Former readings and the index are not part of it.
 */
export async function exportLines(connection: DuckDBConnection, decisions: readonly Decision[]): Promise<string[]> {
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
    ...(await outletLines(connection)),
    ...(await storyLines(connection)),
    ...rows.map(row => JSON.stringify({ record: 'row', ...(JSON.parse(String(row.row)) as Row) })),
    ...[...decisions]
      .sort((one, other) => orderOf(one.at, other.at) || orderOf(one.id, other.id))
      .map(decision => JSON.stringify({ record: 'decision', ...decision })),
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
