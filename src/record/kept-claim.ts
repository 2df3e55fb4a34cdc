import type { EvidenceRef } from '../evidence.js';
import type { Claim, PublicationDate } from '../reading.js';

/** A claim of a kept article, with what a footnote needs. */
export interface KeptClaim {
  claim: Claim;
  article: { id: string; title: string | null; publisher: string | null; url: string | null; date: PublicationDate };
  /** The sentence it stands in. */
  sentence: { start: number; end: number; text: string };
}

/** The footnote of a claim: the sentence it was read in. */
export function sentenceRef({ claim, article, sentence }: KeptClaim): EvidenceRef {
  const { id, title, publisher, date } = article;
  return { kind: 'sentence', claim: claim.id, article: id, title, publisher, date: date.value, ...sentence };
}
