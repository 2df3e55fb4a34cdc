import type { EvidenceRef } from '../evidence.js';
import type { Claim, Country, Day, PublicationDate } from '../reading.js';

/** A claim of a kept article, with what a footnote needs. */
export interface KeptClaim {
  claim: Claim;
  article: { id: string; title: string | null; publisher: string | null; url: string | null; date: PublicationDate };
  /** The sentence it stands in. */
  sentence: { start: number; end: number; text: string };
  /** Its parties; of a kind without parties, the countries that its sentence names. Sorted. */
  countries: Country[];
  /** The story of which its article is a copy or the first; absent where no copy of it is kept. */
  story?: string;
  /** Who else brought the same sentence as a copy of the same text; absent where nobody did. They count once, as this. */
  also?: Copy[];
}

/** A copy of a sentence: the article, and the claims that were read there and stand for nothing of their own. */
export interface Copy {
  article: string;
  claims: string[];
  publisher: string | null;
  title: string | null;
  url: string | null;
  date: Day | null;
}

/** The footnote of a claim: the sentence it was read in. */
export function sentenceRef({ claim, article, sentence, also }: KeptClaim): EvidenceRef {
  const { id, title, publisher, date } = article;
  const outlets = [...new Set(also?.map(copy => copy.publisher ?? copy.title ?? copy.article))].filter(
    name => name !== publisher,
  );
  return {
    ...{ kind: 'sentence', claim: claim.id, article: id, title, publisher, date: date.value, ...sentence },
    ...(outlets.length > 0 && { also: outlets }),
  };
}

/** The names of a claim and of its copies, `ARTICLE:CLAIM`: what was decided about one of them holds for all. */
export function namesOf({ claim, article, also = [] }: KeptClaim): string[] {
  return [`${article.id}:${claim.id}`, ...also.flatMap(copy => copy.claims.map(id => `${copy.article}:${id}`))];
}
