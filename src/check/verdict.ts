import type { EvidenceRef } from '../evidence.js';
import type { Day } from '../reading.js';

/** What a check can come to. Where the record is silent it says so; it never says "false". */
export type CheckVerdict =
  | 'agrees'
  | 'differs'
  | 'differs in unit or currency'
  | 'inconsistent within the article'
  | 'wording differs'
  | 'not in the record'
  | 'forecast'
  | 'opinion'
  | 'not checkable';

/** A claim of an article, held against the record. The span is the smallest wording that is checked. */
export interface Check {
  start: number;
  end: number;
  /** Id of the claim. */
  claim: string | null;
  verdict: CheckVerdict;
  /** What the record has instead, or the same. */
  found: { value: number | string; unit: string | null; period: { from: Day | null; to: Day | null } | null } | null;
  evidence: EvidenceRef[];
  /** One line that a reader can redo. */
  why: string;
  confidence: number;
}

/** The verdicts that say that something does not hold. */
export const FINDINGS: ReadonlySet<CheckVerdict> = new Set<CheckVerdict>([
  'differs',
  'differs in unit or currency',
  'inconsistent within the article',
  'wording differs',
]);
