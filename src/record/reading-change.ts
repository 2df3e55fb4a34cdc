import type { ClaimKind } from '../reading.js';

/** What a new reading of an article changed. */
export interface ReadingChange {
  article: string;
  title: string | null;
  /** The reader of the reading before. */
  before: string;
  lost: ChangedClaim[];
  gained: ChangedClaim[];
  /** Claims of the same kind at the same place that say something else. */
  changed: (ChangedClaim & { fields: string[] })[];
  same: number;
}

export interface ChangedClaim {
  id: string;
  kind: ClaimKind;
  start: number;
  end: number;
  text: string;
}
