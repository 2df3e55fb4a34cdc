import type { Article } from '../article/article.js';
import type { Container } from '../article/container.js';
import type { Row } from '../datasets/row.js';
import type { Country, Day, Reading } from '../reading.js';
import type { CopiedPiece } from './copy.js';
import type { Decision, DecisionAsked } from './decisions/decision.js';
import type { Evidence } from './evidence.js';
import type { ReadingChange } from './reading-change.js';
import type { SearchQuery, SearchResult } from './search/query.js';

/** An article to keep: the bytes it came in, and what was read in it. */
export interface ArticleToKeep {
  article: Article;
  container: Container;
  /** The file as it was. */
  original: Uint8Array;
  reading: Reading;
  readerVersion: string;
}

/** What a list of articles shows. */
export interface KeptArticle {
  id: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  date: Reading['document']['date'];
  sha256: string;
  claims: number;
}

/**
 * The kept evidence. One process owns it; another reaches it through that process (see handover.ts), by the same
 * methods. Every method does all or nothing.
 */
export interface EvidenceRecord {
  /** Whether this process owns the record, or reaches it through the one that does. */
  owned: boolean;
  /** Rises with every change while its owner runs: the same number, the same answers. */
  revision(): Promise<number>;
  /** Keeps an article; the same text again is nothing new. Returns its id in the record. */
  add(article: ArticleToKeep): Promise<{ id: string; added: boolean }>;
  /** The same for several articles, all or none of them. */
  addAll(articles: ArticleToKeep[]): Promise<{ id: string; added: boolean }[]>;
  /** Keeps rows of a data set; a row of a known id is replaced. Returns how many were new. */
  importRows(rows: Row[]): Promise<{ rows: number; added: number }>;
  /** By what an article can be known before it is read: names of all appearances that are kept (appearanceKey). */
  appearanceKeys(): Promise<string[]>;
  /** All articles, by date and id. */
  articles(): Promise<KeptArticle[]>;
  /** One article's reading by its id or the beginning of its hash, or `null`. */
  article(id: string): Promise<Reading | null>;
  /** The sentences of all articles that have what is asked for, by the articles' dates (search/search.ts). */
  search(query: SearchQuery, asOf?: Day | null): Promise<SearchResult>;
  /**
   * All that is known about two countries: the shipped rows, the record's own, and the claims of its articles as people
   * left them. `asOf`: what was known by that day (as-of.ts). `without`: as if the decision of this id had not been made.
   */
  evidence(a: Country, b: Country, asOf?: Day | null, without?: string | null): Promise<Evidence>;
  /** The countries that claims of kept articles are about, sorted. */
  countries(): Promise<Country[]>;
  /** Decides something about the record (decisions/). @throws WrongUse where what is named is not in it. */
  decide(asked: DecisionAsked): Promise<Decision>;
  /** All decisions in the order they were made, and the ids of those whose claim is read no more. */
  decisions(): Promise<{ decisions: Decision[]; orphans: string[] }>;
  /** Hashes of the articles whose reading is of another version of the reader. */
  unreadBy(readerVersion: string): Promise<string[]>;
  /** Puts a new reading in the place of the one that is kept, which stays beside it; `null` where no such article is kept. */
  reread(reading: Reading, readerVersion: string): Promise<ReadingChange | null>;
  /** The whole record as canonical lines of JSON: sorted, without clock values, the same for any order of adding. */
  exported(): AsyncIterable<string>;
  /** The same lines at once, for a record that fits into memory. */
  exportLines(): Promise<string[]>;
  /** What is wrong with the record, one line a fault; empty where all hashes, spans and references hold. */
  verify(): Promise<string[]>;
  /** The bytes of its files as they are at one moment, file by file (copy.ts). */
  copy(): AsyncIterable<CopiedPiece>;
  close(): Promise<void>;
}
