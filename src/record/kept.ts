/** What the record gives back: its articles, their sentences, the claims about a pair. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Claim, Country, Day, PublicationDate, Reading } from '../reading.js';
import { toldOnce } from './copies/told-once.js';
import type { Evidence } from './evidence.js';
import type { Copy, KeptClaim } from './kept-claim.js';
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

/** The countries that claims are about, sorted. */
export async function countries(connection: DuckDBConnection): Promise<Country[]> {
  const found = await rowsOf(connection, 'SELECT DISTINCT unnest(countries) AS country FROM claims ORDER BY country');
  return found.map(({ country }) => String(country));
}

/** How many stories were published by a day, and over which days; all of them where no day is asked for. */
export async function articlesSearched(connection: DuckDBConnection, asOf: Day | null): Promise<Evidence['articles']> {
  const [found] = await rowsOf(
    connection,
    `SELECT count(DISTINCT coalesce(s.story, a.id)) AS count, count(*) AS texts, min(least(earliest, latest)) AS earliest,
       max(greatest(earliest, latest)) AS latest
     FROM articles a LEFT JOIN stories s ON s.article = a.id WHERE $1::VARCHAR IS NULL OR latest <= $1`,
    [asOf],
  );
  const { count, texts, earliest, latest } = found!;
  return {
    ...{ count: Number(count), earliest: (earliest as string) ?? null, latest: (latest as string) ?? null },
    ...(Number(texts) > Number(count) && { copies: Number(texts) - Number(count) }),
  };
}

/**
 * The claims about either country, in the order of the articles' dates, each with its sentence. Copies of one story count
 * once (copies/told-once.ts).
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
    `SELECT c.claim, c.countries, c.sentence_start, c.sentence_end, c.sentence, s.story, a.* EXCLUDE (original)
     FROM claims c JOIN articles a ON a.sha256 = c.article LEFT JOIN stories s ON s.article = a.id
     WHERE (list_contains(c.countries, $1) OR list_contains(c.countries, $2)) AND ($3::VARCHAR IS NULL OR a.latest <= $3)
     ORDER BY a.earliest, a.sha256, c.sentence_start, c.id`,
    [a, b, asOf],
  );
  const elsewhere = await outletsOf(connection, asOf);
  const claims = found.map(row => {
    const kept = keptClaimOf(row);
    const also = elsewhere.get(kept.article.id);
    return also ? { ...kept, also } : kept;
  });
  return toldOnce(claims);
}

/** The outlets that brought a text word for word besides the article of the record, by article. */
async function outletsOf(connection: DuckDBConnection, asOf: Day | null): Promise<Map<string, Copy[]>> {
  const found = await rowsOf(
    connection,
    `SELECT DISTINCT p.article, p.publisher, p.title, p.url, p.date FROM appearances p JOIN articles a ON a.id = p.article
     WHERE p.publisher IS NOT NULL AND p.publisher IS DISTINCT FROM a.publisher AND ($1::VARCHAR IS NULL OR p.latest <= $1)
     ORDER BY p.article, p.date, p.publisher, p.title, p.url`,
    [asOf],
  );
  const outlets = new Map<string, Copy[]>();
  for (const row of found) {
    const { article, publisher, title, url, date } = row as Record<string, string | null>;
    const copy = {
      article: article!,
      claims: [],
      publisher: publisher ?? null,
      title: title ?? null,
      url: url ?? null,
    };
    outlets.set(article!, [...(outlets.get(article!) ?? []), { ...copy, date: date ?? null }]);
  }
  return outlets;
}

/** A row of claims joined with articles. */
export function keptClaimOf(row: Record<string, unknown>): KeptClaim {
  return {
    claim: JSON.parse(String(row.claim)) as Claim,
    article: articleOf(row),
    sentence: { start: Number(row.sentence_start), end: Number(row.sentence_end), text: String(row.sentence) },
    countries: row.countries as Country[],
    ...(row.story ? { story: String(row.story) } : {}),
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
