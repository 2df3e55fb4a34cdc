import type { Claim, Day, PublicationDate } from '../../reading.js';

/** What is searched for: a sentence must have it all. */
export interface SearchQuery {
  /** Words, or several words in a row. The last word of each stands for all that begin so, unless `whole` is set. */
  phrases: string[];
  whole?: boolean;
  /** Countries (ISO3), persons or organisations that are named in the sentence or act in it. */
  actors?: string[];
  /** Kinds of claim, PLOVER types, modes, modalities, stances: `action`, `SANCTION`, `visit`, `alleged`, `praise`. */
  kinds?: string[];
  /** Only articles published from and to these days. */
  from?: Day | null;
  to?: Day | null;
  /** Only articles of publishers whose name has this in it. */
  outlet?: string | null;
  /** The most hits that are given; all are counted. */
  limit?: number;
  /** Hits that are passed over. */
  offset?: number;
}

/** What was found: how many sentences in how many articles, and the first of them by the articles' dates. */
export interface SearchResult {
  found: number;
  articles: number;
  hits: SearchHit[];
}

/** A sentence of a kept article in which all that was searched for stands, with what was read in it. */
export interface SearchHit {
  /** The article's id in the record. */
  article: string;
  title: string | null;
  publisher: string | null;
  date: PublicationDate;
  /** Where the sentence stands in the article's text. */
  start: number;
  end: number;
  sentence: string;
  /** Where the phrases stand in `sentence`, in their order there. */
  found: { start: number; end: number }[];
  /** What was read in it, as people left it; a rejected claim is among them. */
  claims: Claim[];
  /** Of claims that people decided about: what they did, by the claim's id. */
  decided: Record<string, 'rejected' | 'confirmed or corrected'>;
}
