import type { ActionClaim, Found } from '../../reading.js';

/** What the choice of the main deed looks at. */
export interface MainCandidate {
  claim: Found<ActionClaim>;
  /** Clauses between the deed and the main clause. */
  depth: number;
  /** Dated more than twelve months before the article. */
  background: boolean;
}

/**
 * Marks the main deed of a sentence: the one nearest to its main clause, of equals the first; background never is.
 * Every claim's `main` is set.
 */
export function markMain(candidates: MainCandidate[]): void {
  const current = candidates.filter(({ background }) => !background);
  const best = current.reduce<MainCandidate | null>(
    (chosen, next) => (chosen && chosen.depth <= next.depth ? chosen : next),
    null,
  );
  for (const candidate of candidates) candidate.claim.main = candidate === best;
}
