/** What the record gives back: its articles, their sentences, the claims about a pair. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Claim, Country, Day, PublicationDate, Reading } from '../reading.js';
import type { KeptClaim } from './kept-claim.js';
import type { KeptArticle } from './record.js';
import { rowsOf } from './sql.js';

/** All articles, by date and hash. */
export async function articles(connection: DuckDBConnection): Promise<KeptArticle[]> {
  const found = await rowsOf(
    connection,
    `SELECT a.*, (SELECT count(*) FROM claims c WHERE c.article = a.sha256) AS claims
     FROM (SELECT * EXCLUDE (original) FROM articles) a ORDER BY earliest, sha256`,
  );
  return found.map(row => ({ ...articleOf(row), sha256: String(row.sha256), claims: Number(row.claims) }));
}

/** One article's reading by its id or the beginning of its hash; `null` where none or several begin so. */
export async function article(connection: DuckDBConnection, id: string): Promise<Reading | null> {
  if (!/^[0-9a-f]{6,64}$/.test(id)) return null;
  const found = await rowsOf(connection, 'SELECT reading FROM readings WHERE starts_with(article, $1)', [id]);
  return found.length === 1 ? (JSON.parse(String(found[0]!.reading)) as Reading) : null;
}

/** How many articles were published by a day, and over which days; all of them where no day is asked for. */
export async function articlesSearched(
  connection: DuckDBConnection,
  asOf: Day | null,
): Promise<{ count: number; earliest: string | null; latest: string | null }> {
  const [found] = await rowsOf(
    connection,
    `SELECT count(*) AS count, min(least(earliest, latest)) AS earliest, max(greatest(earliest, latest)) AS latest
     FROM articles WHERE $1::VARCHAR IS NULL OR latest <= $1`,
    [asOf],
  );
  const { count, earliest, latest } = found!;
  return { count: Number(count), earliest: (earliest as string) ?? null, latest: (latest as string) ?? null };
}

/**
 * The claims about either country, in the order of the articles' dates, each with its sentence.
 *
 * @param asOf only articles that were published by this day; one without a date was not known to be.
 */
export async function claimsAbout(
  connection: DuckDBConnection,
  a: Country,
  b: Country,
  asOf: Day | null,
): Promise<KeptClaim[]> {
  const found = await rowsOf(
    connection,
    `SELECT c.claim, c.sentence_start, c.sentence_end, c.sentence, a.* EXCLUDE (original)
     FROM claims c JOIN articles a ON a.sha256 = c.article
     WHERE (list_contains(c.countries, $1) OR list_contains(c.countries, $2)) AND ($3::VARCHAR IS NULL OR a.latest <= $3)
     ORDER BY a.earliest, a.sha256, c.sentence_start, c.id`,
    [a, b, asOf],
  );
  return found.map(keptClaimOf);
}

/** A row of claims joined with articles. */
export function keptClaimOf(row: Record<string, unknown>): KeptClaim {
  return {
    claim: JSON.parse(String(row.claim)) as Claim,
    article: articleOf(row),
    sentence: { start: Number(row.sentence_start), end: Number(row.sentence_end), text: String(row.sentence) },
  };
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
