import type { Article } from '../article/article.js';
import type { Container } from '../article/container.js';
import type { Row } from '../datasets/row.js';
import type { Country, Reading } from '../reading.js';
import type { Evidence } from './evidence.js';
import type { SearchHit } from './search.js';

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
  /** Keeps rows of a data set; a row of a known id is replaced. Returns how many were new. */
  importRows(rows: Row[]): Promise<{ rows: number; added: number }>;
  /** All articles, by date and id. */
  articles(): Promise<KeptArticle[]>;
  /** One article's reading by its id or the beginning of its hash, or `null`. */
  article(id: string): Promise<Reading | null>;
  /** The sentences of all articles in which every phrase stands, by the articles' dates (see search.ts). */
  search(phrases: string[]): Promise<SearchHit[]>;
  /** All that is known about two countries: the shipped rows, the record's own, and the claims of its articles. */
  evidence(a: Country, b: Country): Promise<Evidence>;
  /** The whole record as canonical lines of JSON: sorted, without clock values, the same for any order of adding. */
  exportLines(): Promise<string[]>;
  /** What is wrong with the record, one line a fault; empty where all hashes, spans and references hold. */
  verify(): Promise<string[]>;
  close(): Promise<void>;
}
