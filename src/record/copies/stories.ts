/**
 * Which kept articles are copies of one story. A story is all articles that are linked by copies, whatever the order in
 * which they came; an article that is no copy is a story of its own and stands in no table but that of bands.
 */
import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import { rowsOf } from '../sql.js';
import { bandsOf } from './bands.js';
import { type Fingerprint, fingerprintOf } from './fingerprint.js';
import { isCopy } from './is-copy.js';

/** Articles by id; a story is named by the first of its articles' ids. */
export const STORY_TABLES = `
  CREATE TABLE bands (band BIGINT NOT NULL, article VARCHAR NOT NULL);
  CREATE TABLE stories (article VARCHAR PRIMARY KEY, story VARCHAR NOT NULL);
`;

/** A text that is told again so many days later is no copy of the news. */
const DAYS_APART = 30;

/** An article that is to be linked with its copies. */
export interface ToLink {
  id: string;
  text: string;
  /** Is its text new to the record? Else it has a further day alone. */
  isNew: boolean;
}

/** Links articles, whose appearances are kept already, with their copies among all. */
export async function linkStories(connection: DuckDBConnection, articles: ToLink[]): Promise<void> {
  if (articles.length === 0) return;
  const prints = new Map(articles.map(({ id, text }) => [id, fingerprintOf(text)]));
  await insertBands(connection, articles, prints);
  const candidates = await candidatesOf(connection, [...prints.keys()]);
  await fetchPrints(connection, candidates, prints);
  const stories = new Map(candidates.map(({ other, story }) => [other, story ?? other]));
  const storyOf = (id: string): string => {
    let story = stories.get(id) ?? id;
    for (let next = stories.get(story); next !== undefined && next !== story; next = stories.get(story)) story = next;
    return story;
  };
  const moved = new Map<string, string>();
  for (const { article, other, own } of candidates) {
    if (own && !stories.has(article)) stories.set(article, own);
    const [one, two] = [storyOf(article), storyOf(other)];
    if (one === two || !isCopy(prints.get(article)!, prints.get(other)!)) continue;
    const [first, second] = one < two ? [one, two] : [two, one];
    stories.set(second, first);
    moved.set(second, first);
    for (const id of [article, other]) moved.set(id, first);
  }
  await move(connection, moved, storyOf);
}

async function insertBands(
  connection: DuckDBConnection,
  articles: ToLink[],
  prints: Map<string, Fingerprint>,
): Promise<void> {
  const bands = articles
    .filter(({ isNew }) => isNew)
    .flatMap(({ id }) => bandsOf(prints.get(id)!).map(band => ({ band: BigInt(band), id })));
  if (bands.length === 0) return;
  await connection.run('INSERT INTO bands SELECT unnest($1), unnest($2)', [
    listValue(bands.map(({ band }) => band)),
    listValue(bands.map(({ id }) => id)),
  ]);
}

interface Candidate {
  article: string;
  other: string;
  /** The story of the other and of the article, where they are of one with others. */
  story: string | null;
  own: string | null;
}

/** Articles that share a band with some, and were published not long before or after; where no day is known, all. */
async function candidatesOf(connection: DuckDBConnection, ids: string[]): Promise<Candidate[]> {
  const found = await rowsOf(
    connection,
    `WITH pairs AS (
       SELECT DISTINCT own.article, other.article AS other
       FROM (SELECT band, article FROM bands WHERE list_contains($1, article)) own
       JOIN bands other ON other.band = own.band AND other.article <> own.article),
     days AS (
       SELECT article, min(try_cast(earliest AS DATE)) AS earliest, max(try_cast(latest AS DATE)) AS latest
       FROM appearances WHERE article IN (SELECT article FROM pairs UNION SELECT other FROM pairs) GROUP BY article)
     SELECT p.article, p.other, s.story, o.story AS own FROM pairs p
     JOIN days d ON d.article = p.article JOIN days e ON e.article = p.other
     LEFT JOIN stories s ON s.article = p.other LEFT JOIN stories o ON o.article = p.article
     WHERE coalesce(d.earliest <= e.latest + ${DAYS_APART} AND e.earliest <= d.latest + ${DAYS_APART}, true)
     ORDER BY p.article, coalesce(s.story, p.other), p.other`,
    [listValue(ids)],
  );
  return found.map(row => ({
    article: String(row.article),
    other: String(row.other),
    story: row.story === null ? null : String(row.story),
    own: row.own === null ? null : String(row.own),
  }));
}

/** Reads the texts of candidates that are not at hand. */
async function fetchPrints(
  connection: DuckDBConnection,
  candidates: Candidate[],
  prints: Map<string, Fingerprint>,
): Promise<void> {
  const wanted = [...new Set(candidates.map(({ other }) => other))].filter(id => !prints.has(id));
  if (wanted.length === 0) return;
  const found = await rowsOf(
    connection,
    `SELECT a.id, json_extract_string(r.reading, '$.document.text') AS text
     FROM articles a JOIN readings r ON r.article = a.sha256 WHERE list_contains($1, a.id)`,
    [listValue(wanted)],
  );
  for (const { id, text } of found) prints.set(String(id), fingerprintOf(String(text)));
}

/** Writes down the stories that changed; those of two that became one move as a whole. */
async function move(
  connection: DuckDBConnection,
  moved: Map<string, string>,
  storyOf: (id: string) => string,
): Promise<void> {
  if (moved.size === 0) return;
  const all = await rowsOf(
    connection,
    'SELECT article, story FROM stories WHERE list_contains($1, story) OR list_contains($1, article)',
    [listValue([...moved.keys()])],
  );
  const articles = new Set([...moved.keys(), ...all.map(({ article }) => String(article))]);
  const before = new Map(all.map(({ article, story }) => [String(article), String(story)]));
  const rows = [...articles].map(article => ({ article, story: storyOf(before.get(article) ?? article) }));
  await connection.run('INSERT OR REPLACE INTO stories SELECT unnest($1), unnest($2)', [
    listValue(rows.map(({ article }) => article)),
    listValue(rows.map(({ story }) => story)),
  ]);
}

/** What makes the table of stories wrong; for `verify`. */
export async function faultsOfStories(connection: DuckDBConnection): Promise<string[]> {
  const found = await rowsOf(
    connection,
    `SELECT article FROM stories WHERE article NOT IN (SELECT id FROM articles) OR story NOT IN (SELECT article FROM stories)
     UNION SELECT id FROM articles WHERE id NOT IN (SELECT article FROM appearances) ORDER BY 1`,
  );
  return found.map(({ article }) => `${article}: its story or its outlets are not known`);
}
