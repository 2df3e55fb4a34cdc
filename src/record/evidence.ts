import type { EventRow, FigureRow } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import type { Claim, PublicationDate } from '../reading.js';

/** A claim of a kept article, with what a footnote needs. */
export interface KeptClaim {
  claim: Claim;
  article: { id: string; title: string | null; publisher: string | null; url: string | null; date: PublicationDate };
  /** The sentence it stands in. */
  sentence: { start: number; end: number; text: string };
}

/** All that is known about two countries at one moment: what levers, checks and dossiers are made from. */
export interface Evidence {
  /** `record`: a record was opened; `shipped rows`: there is none, and only the rows that ship are used. */
  standing: 'record' | 'shipped rows';
  figures: FigureRow[];
  events: EventRow[];
  claims: KeptClaim[];
  /** How many articles were searched, and over which days. */
  articles: { count: number; earliest: string | null; latest: string | null };
}

/** The footnote of a claim: the sentence it was read in. */
export function sentenceRef({ claim, article, sentence }: KeptClaim): EvidenceRef {
  const { id, title, publisher, date } = article;
  return { kind: 'sentence', claim: claim.id, article: id, title, publisher, date: date.value, ...sentence };
}
