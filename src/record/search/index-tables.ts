/**
 * The index of words in the database. An article's words first wait in one row; when some hundred articles wait, they
 * are turned into postings, and when much is unsorted, all postings are put in order of their words again, so that the
 * database reads a word's alone. Derived: it can be made again from the readings.
 */
import { blobValue, type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { Reading } from '../../reading.js';
import { rowsOf } from '../sql.js';
import { encoded, MARK_POSITION, POSITIONS } from './postings.js';
import { slotsOf } from './words.js';

export const SEARCH_TABLES = `
  CREATE TABLE slots (article VARCHAR PRIMARY KEY, first BIGINT NOT NULL, count INTEGER NOT NULL);
  CREATE TABLE waiting (article VARCHAR NOT NULL, first BIGINT NOT NULL, content VARCHAR NOT NULL);
  CREATE TABLE postings (word VARCHAR NOT NULL, first BIGINT NOT NULL, places BLOB NOT NULL, sorted BOOLEAN NOT NULL);
`;

/** Articles that wait before their words are turned into postings: so many are looked through at each search. */
const WAITING = 200;
/** Unsorted rows from which on all are sorted, and which part of the sorted ones they must be. */
const UNSORTED = 200_000;
const UNSORTED_PART = 0.5;

/** Lets search find articles by the words of their readings; earlier readings of them are found no more. */
export async function indexReadings(connection: DuckDBConnection, readings: Reading[]): Promise<void> {
  if (readings.length === 0) return;
  let first = await nextSlot(connection);
  const rows = readings.map(reading => {
    const slots = slotsOf(reading);
    const row = { article: reading.document.sha256, first, count: slots.length, content: contentOf(slots) };
    first += slots.length;
    return row;
  });
  const articles = listValue(rows.map(({ article }) => article));
  const firsts = listValue(rows.map(row => BigInt(row.first)));
  await connection.run('INSERT OR REPLACE INTO slots SELECT unnest($1), unnest($2), unnest($3)::INTEGER', [
    articles,
    firsts,
    listValue(rows.map(({ count }) => count)),
  ]);
  await connection.run('DELETE FROM waiting WHERE list_contains($1, article)', [articles]);
  await connection.run('INSERT INTO waiting SELECT unnest($1), unnest($2), unnest($3)', [
    articles,
    firsts,
    listValue(rows.map(({ content }) => content)),
  ]);
  const [waiting] = await rowsOf(connection, 'SELECT count(*) AS n FROM waiting');
  if (Number(waiting!.n) >= WAITING) await turnIntoPostings(connection);
}

/** The words and marks of slots as one text: a line a slot, words and marks parted by a tab. */
function contentOf(slots: { words: string[]; marks: string[] }[]): string {
  return slots.map(({ words, marks }) => `${words.join(' ')}\t${marks.join(' ')}`).join('\n');
}

/** The places of all words in waiting articles. */
export function placesIn(waiting: { first: number; content: string }[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  const put = (word: string, place: number) => {
    const here = places.get(word);
    if (here === undefined) places.set(word, [place]);
    else if (here.at(-1) !== place) here.push(place);
  };
  for (const { first, content } of [...waiting].sort((one, other) => one.first - other.first)) {
    for (const [i, line] of content.split('\n').entries()) {
      const base = (first + i) * POSITIONS;
      const [words = '', marks = ''] = line.split('\t');
      if (words) for (const [position, word] of words.split(' ').entries()) put(word, base + position);
      if (marks) for (const mark of marks.split(' ')) put(mark, base + MARK_POSITION);
    }
  }
  return places;
}

export async function waitingArticles(connection: DuckDBConnection): Promise<{ first: number; content: string }[]> {
  const found = await rowsOf(connection, 'SELECT first, content FROM waiting');
  return found.map(({ first, content }) => ({ first: Number(first), content: String(content) }));
}

async function turnIntoPostings(connection: DuckDBConnection): Promise<void> {
  const places = [...placesIn(await waitingArticles(connection))].sort(([one], [other]) => (one < other ? -1 : 1));
  const AT_ONCE = 5000;
  for (let start = 0; start < places.length; start += AT_ONCE) {
    const some = places.slice(start, start + AT_ONCE);
    await connection.run('INSERT INTO postings SELECT unnest($1), unnest($2), unnest($3), false', [
      listValue(some.map(([word]) => word)),
      listValue(some.map(([, of]) => BigInt(of[0]!))),
      listValue(some.map(([, of]) => blobValue(encoded(of)))),
    ]);
  }
  await connection.run('DELETE FROM waiting');
  const [counts] = await rowsOf(
    connection,
    'SELECT count(*) FILTER (NOT sorted) AS fresh, count(*) FILTER (sorted) AS old FROM postings',
  );
  const fresh = Number(counts!.fresh);
  if (fresh >= UNSORTED && fresh >= UNSORTED_PART * Number(counts!.old)) await sortPostings(connection);
}

/** Puts all postings in order of their words: a word's rows then stand together, and the database skips all others. */
async function sortPostings(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    CREATE TABLE sorted_postings AS SELECT word, first, places, true AS sorted FROM postings ORDER BY word, first;
    DROP TABLE postings;
    ALTER TABLE sorted_postings RENAME TO postings;
  `);
}

async function nextSlot(connection: DuckDBConnection): Promise<number> {
  const [found] = await rowsOf(connection, 'SELECT coalesce(max(first + count), 0) AS next FROM slots');
  return Number(found!.next);
}
