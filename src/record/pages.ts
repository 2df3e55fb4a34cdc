/** The articles of a record in lots that fit into memory, in the order of their hashes. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { orderOf } from './order.js';
import { rowsOf } from './sql.js';

/** A lot holds no more bytes of files and readings than this, except where one article does. */
const LOT_BYTES = 32_000_000;

/** An article or a reading by its hash; one may be there without the other where the record is damaged. */
export interface KeptPair {
  sha256: string;
  /** What `articles` holds. */
  article: Record<string, unknown> | undefined;
  /** What `readings` holds. */
  reading: Record<string, unknown> | undefined;
}

/** All articles with their readings, a lot at a time. */
export async function* lotsOf(connection: DuckDBConnection): AsyncGenerator<KeptPair[]> {
  for (const [first, last] of await boundsOf(connection)) {
    const between = [first, last];
    const articles = await rowsOf(connection, 'SELECT * FROM articles WHERE sha256 BETWEEN $1 AND $2', between);
    const readings = await rowsOf(connection, 'SELECT * FROM readings WHERE article BETWEEN $1 AND $2', between);
    const pairs = new Map<string, KeptPair>();
    for (const article of articles) {
      const sha256 = String(article.sha256);
      pairs.set(sha256, { sha256, article, reading: undefined });
    }
    for (const reading of readings) {
      const sha256 = String(reading.article);
      pairs.set(sha256, { sha256, article: pairs.get(sha256)?.article, reading });
    }
    yield [...pairs.values()].sort((one, other) => orderOf(one.sha256, other.sha256));
  }
}

/** The first and the last hash of each lot. */
async function boundsOf(connection: DuckDBConnection): Promise<[string, string][]> {
  const found = await rowsOf(
    connection,
    `SELECT sha256, sum(size)::DOUBLE AS size FROM (
       SELECT sha256, octet_length(original) AS size FROM articles
       UNION ALL SELECT article, strlen(reading) FROM readings)
     GROUP BY sha256 ORDER BY sha256`,
  );
  const bounds: [string, string][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { sha256, size } of found) {
    const hash = String(sha256);
    bytes += Number(size);
    if (bytes > LOT_BYTES) {
      bounds.push([hash, hash]);
      bytes = Number(size);
    } else bounds.at(-1)![1] = hash;
  }
  return bounds;
}
