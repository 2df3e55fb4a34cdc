import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { Day, Reading } from '../../reading.js';
import type { Resolved } from '../decisions/apply.js';
import { rowsOf } from '../sql.js';
import { placesIn, waitingArticles } from './index-tables.js';
import { decoded, inAll, notBefore, phrase, slotsAt, union } from './postings.js';
import type { SearchHit, SearchQuery, SearchResult } from './query.js';
import { actorMark, kindMark, slotsOf, wordsIn } from './words.js';

/** A word's beginning of fewer letters stands for itself alone: a thousand words begin so. */
const SHORTEST_BEGINNING = 3;

const HITS = 20;

/** What must stand in a slot: words in a row, or a mark. `open`: the last stands for all that begin so. */
interface Term {
  words: string[];
  open: boolean;
}

/**
 * The sentences of kept articles that have all that is asked for, by the articles' dates: from postings, without
 * reading a text but those that are shown.
 */
export async function search(
  connection: DuckDBConnection,
  query: SearchQuery,
  decided: Resolved,
  articles: () => Promise<readonly IndexedArticle[]>,
  asOf: Day | null,
): Promise<SearchResult> {
  const terms = termsOf(query);
  if (terms.length === 0) return { found: 0, articles: 0, hits: [] };
  const slots = await slotsOfTerms(connection, terms);
  const { offset = 0, limit = HITS } = query;
  const shown: { article: string; slot: number }[] = [];
  let found = 0;
  let inArticles = 0;
  const asked = slots.length ? articlesAsked(await articles(), query, asOf) : [];
  for (const { article, first, count } of asked) {
    const begin = notBefore(slots, first);
    let end = begin;
    while (end < slots.length && slots[end]! < first + count) end++;
    if (end === begin) continue;
    inArticles++;
    for (let at = begin; at < end; at++) {
      if (found >= offset && shown.length < limit) shown.push({ article, slot: slots[at]! - first });
      found++;
    }
  }
  const hits = await hitsAt(connection, shown, terms);
  return { found, articles: inArticles, hits: hits.map(hit => asDecided(hit, decided)) };
}

function termsOf({ phrases, whole, actors = [], kinds = [] }: SearchQuery): Term[] {
  return [
    ...phrases
      .map(text => wordsIn(text).map(({ word }) => word))
      .filter(words => words.length > 0)
      .map(words => ({ words, open: !whole && words.at(-1)!.length >= SHORTEST_BEGINNING })),
    ...actors.map(actor => ({ words: [actorMark(actor)], open: false })),
    ...kinds.map(kind => ({ words: [kindMark(kind)], open: false })),
  ];
}

async function slotsOfTerms(connection: DuckDBConnection, terms: Term[]): Promise<Float64Array> {
  const waiting = placesIn(await waitingArticles(connection));
  const lists: Float64Array[] = [];
  for (const { words, open } of terms) {
    const places: Float64Array[] = [];
    for (const [i, word] of words.entries()) {
      const found = await placesOf(connection, waiting, word, open && i === words.length - 1);
      if (found.length === 0) return found;
      places.push(found);
    }
    lists.push(slotsAt(phrase(places)));
  }
  return inAll(lists);
}

/** The places of a word, or of all that begin so: of the postings, then of the articles that wait. */
async function placesOf(
  connection: DuckDBConnection,
  waiting: Map<string, number[]>,
  word: string,
  open: boolean,
): Promise<Float64Array> {
  const found = open
    ? await connection.runAndReadAll(
        'SELECT word, places FROM postings WHERE word >= $1 AND word < $2 ORDER BY word, first',
        [word, `${word}\u{10ffff}`],
      )
    : await connection.runAndReadAll('SELECT word, places FROM postings WHERE word = $1 ORDER BY first', [word]);
  const [words = [], places = []] = found.getColumnsJS() as [string[], Uint8Array[]];
  const chunks = new Map<string, Uint8Array[]>();
  for (const [i, own] of words.entries()) {
    const before = chunks.get(own);
    if (before) before.push(places[i]!);
    else chunks.set(own, [places[i]!]);
  }
  const lists = [...chunks.values()].map(decoded);
  for (const [own, of] of waiting) if (open ? own.startsWith(word) : own === word) lists.push(Float64Array.from(of));
  return union(lists);
}

/** Where an article's sentences stand in the index, and what an article is asked for by. */
export interface IndexedArticle {
  article: string;
  first: number;
  count: number;
  latest: Day | null;
  /** In small letters. */
  publisher: string | null;
}

/** All articles by date and hash. To be kept while nothing changes: most of the time of a search would go into it. */
export async function indexedArticles(connection: DuckDBConnection): Promise<IndexedArticle[]> {
  const found = await connection.runAndReadAll(
    `SELECT s.article, s.first::DOUBLE, s.count, a.latest, lower(a.publisher)
     FROM slots s JOIN articles a ON a.sha256 = s.article ORDER BY a.earliest, a.sha256`,
  );
  const [articles = [], firsts = [], counts = [], days = [], publishers = []] = found.getColumnsJS() as [
    string[],
    number[],
    number[],
    (string | null)[],
    (string | null)[],
  ];
  return articles.map((article, i) => ({
    ...{ article, first: firsts[i]!, count: counts[i]! },
    ...{ latest: days[i] ?? null, publisher: publishers[i] ?? null },
  }));
}

/** The articles that are asked about, in their order. */
function articlesAsked(
  all: readonly IndexedArticle[],
  { from, to, outlet }: SearchQuery,
  asOf: Day | null,
): readonly IndexedArticle[] {
  const last = [to, asOf].filter(day => day !== null && day !== undefined).sort()[0] ?? null;
  const name = outlet?.toLowerCase();
  if (!from && !last && !name) return all;
  return all.filter(
    ({ latest, publisher }) =>
      (!from || (latest !== null && latest >= from)) &&
      (!last || (latest !== null && latest <= last)) &&
      (!name || Boolean(publisher?.includes(name))),
  );
}

async function hitsAt(
  connection: DuckDBConnection,
  shown: { article: string; slot: number }[],
  terms: Term[],
): Promise<SearchHit[]> {
  if (shown.length === 0) return [];
  const found = await rowsOf(
    connection,
    `SELECT a.id, a.sha256, a.publisher, r.reading FROM articles a JOIN readings r ON r.article = a.sha256
     WHERE list_contains($1, a.sha256)`,
    [listValue([...new Set(shown.map(({ article }) => article))])],
  );
  const articles = new Map(
    found.map(row => {
      const reading = JSON.parse(String(row.reading)) as Reading;
      return [String(row.sha256), { id: String(row.id), reading, slots: slotsOf(reading) }] as const;
    }),
  );
  return shown.map(({ article, slot }) => {
    const { id, reading, slots } = articles.get(article)!;
    const { title, publisher, date, text } = reading.document;
    const { start, end } = slots[slot]!.sentence;
    const sentence = text.slice(start, end);
    const claims = reading.claims.filter(claim => claim.start >= start && claim.start < end);
    return {
      article: id,
      title,
      publisher,
      date,
      start,
      end,
      sentence,
      found: foundIn(sentence, terms),
      claims,
      decided: {},
    };
  });
}

/** A hit with its claims as people left them. */
function asDecided(hit: SearchHit, { rejected, changed }: Resolved): SearchHit {
  const decided: SearchHit['decided'] = {};
  const claims = hit.claims.map(claim => {
    const key = `${hit.article}:${claim.id}`;
    const now = changed.get(key)?.claim;
    if (rejected.has(key)) decided[claim.id] = 'rejected';
    else if (now) decided[claim.id] = 'confirmed or corrected';
    return now ?? claim;
  });
  return { ...hit, claims, decided };
}

/** Where the phrases stand in a sentence, each once, in their order there. */
export function foundIn(sentence: string, terms: Term[]): { start: number; end: number }[] {
  const words = wordsIn(sentence);
  return terms
    .flatMap(({ words: wanted, open }) => {
      const at = words.findIndex((_, i) =>
        wanted.every((word, j) => {
          const here = words[i + j]?.word;
          return open && j === wanted.length - 1 ? here?.startsWith(word) : here === word;
        }),
      );
      if (at < 0) return [];
      const last = words[at + wanted.length - 1]!;
      const end = open ? last.start + wanted.at(-1)!.length : last.end;
      return [{ start: words[at]!.start, end }];
    })
    .sort((one, other) => one.start - other.start);
}
