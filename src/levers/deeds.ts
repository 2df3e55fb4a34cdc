import type { EvidenceRef } from '../evidence.js';
import type { ActionClaim, Country, Day } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import type { Question } from './lever.js';
import { isBy } from './pair.js';

/** Something one side did to another, by what articles report; told by several, it is one. */
export interface Deed extends Pick<ActionClaim, 'type' | 'of' | 'mode' | 'modality' | 'source' | 'target' | 'third'> {
  /** The first day it may have been done; of an article without a time in it, the article’s. */
  day: Day | null;
  ref: EvidenceRef;
}

/**
 * The deeds that happened, up to the year that is asked for, each once: not what is denied, alleged, negated, expected
 * or said under a condition.
 */
export function deeds(question: Question): Deed[] {
  return deedsOf(question, 'happened');
}

/** What was put forward and waits for an answer: proposals, each once. */
export function proposals(question: Question): Deed[] {
  return deedsOf(question, 'proposed');
}

/** Whether a country did it to another and not both to each other: what is mutual has no direction. */
export function isFromTo({ source, target }: Deed, from: Country, to: Country): boolean {
  return source.includes(from) && target.includes(to) && !(source.includes(to) && target.includes(from));
}

function deedsOf(question: Question, modality: ActionClaim['modality']): Deed[] {
  const seen = new Set<string>();
  return question.evidence.claims.flatMap(kept => {
    const { claim } = kept;
    if (claim.kind !== 'action' || claim.modality !== modality || claim.negated || claim.denied_by !== null) return [];
    const day = dayOf(claim, kept);
    const key = [claim.type, claim.of, claim.mode, claim.source, claim.target, claim.third, day?.slice(0, 7)].join();
    if (!isBy(question, day) || seen.has(key)) return [];
    seen.add(key);
    const { type, of, mode, source, target, third } = claim;
    return [{ type, of, mode, modality, source, target, third, day, ref: sentenceRef(kept) }];
  });
}

function dayOf({ when, said }: ActionClaim, { article }: KeptClaim): Day | null {
  return when.from ?? said.from ?? article.date.value ?? article.date.latest;
}
