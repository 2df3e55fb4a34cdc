/** Which checks of an article people approved. */
import type { Day } from '../../reading.js';
import { type CheckAnchor, type Decision, holding } from './decision.js';

/** An approval that holds: of which check, by whom, on which day. */
export interface ApprovedCheck extends CheckAnchor {
  by: string;
  date: Day;
}

/** The approvals of checks of one text that were not undone, in the order of their places; of one place the last. */
export function approvalsOf(decisions: readonly Decision[], sha256: string): ApprovedCheck[] {
  const byPlace = new Map<string, ApprovedCheck>();
  for (const decision of holding(decisions)) {
    if (decision.verb !== 'approve' || decision.check.article !== sha256) continue;
    const { check, by, at } = decision;
    byPlace.set(`${check.start}-${check.end}`, { ...check, by, date: at.slice(0, 10) });
  }
  return [...byPlace.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}
