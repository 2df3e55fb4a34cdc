/** Which kept article an article may have been written from: the one that most of its sentences are like. */
import type { Reading } from '../../reading.js';
import type { Evidence, KeptClaim } from '../../record/evidence.js';
import { ALIKE, type SimilarSentence, similarSentences } from '../similar-sentences.js';

/** A sentence that stands in more articles than this is anybody's: a name in full, a line of background. */
const ANYBODYS = 50;
/** So many sentences at least must be like ones of the same article, and this share of all that can be known again. */
const FEWEST = { sentences: 2, share: 0.25 };
/** So many are handed out, those with the most sentences first. */
const MOST = 3;

/**
 * Ids of kept articles that share sentences with a reading, word by word or nearly, the likest first. Found by the rarest
 * words of its sentences; only sentences in which something was read can be found.
 */
export function possibleOriginals(reading: Reading, evidence: Evidence): string[] {
  const votes = new Map<string, number>();
  let known = 0;
  for (const sentence of reading.sentences) {
    const similar = sentence.boilerplate ? [] : similarSentences(reading, evidence.claims, sentence);
    if (similar.length > 0) known += 1;
    for (const [article, vote] of bestByArticle(similar, reading.document.id)) {
      votes.set(article, (votes.get(article) ?? 0) + vote);
    }
  }
  const fewest = Math.max(FEWEST.sentences, FEWEST.share * known) * ALIKE;
  return [...votes]
    .filter(([, vote]) => vote >= fewest)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, MOST)
    .map(([article]) => article);
}

/** How like the likest sentence of each article is. */
function bestByArticle(similar: SimilarSentence[], own: string): Map<string, number> {
  const best = new Map<string, number>();
  for (const { likeness, claims } of similar) {
    if (claims.length > ANYBODYS * claimsOfFirst(claims)) continue;
    for (const { article } of claims) {
      if (article.id !== own) best.set(article.id, Math.max(best.get(article.id) ?? 0, likeness));
    }
  }
  return best;
}

/** How many claims of one sentence the first article has: the others, word by word the same, have as many. */
function claimsOfFirst(claims: KeptClaim[]): number {
  const next = claims.findIndex(({ article }) => article.id !== claims[0]!.article.id);
  return next < 0 ? claims.length : next;
}
