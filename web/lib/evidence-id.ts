import type { EvidenceRef } from '$upperhand/evidence.js';

/** The row or sentence behind a line of a table, to be found again. */
export function evidenceId(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : `${ref.article} ${ref.claim}`;
}
