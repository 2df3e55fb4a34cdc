import type { EvidenceRef } from '../../evidence.js';
import type { Day } from '../../reading.js';
import { type KeptClaim, sentenceRef } from '../../record/evidence.js';

/** On what sources differ. */
export type ContradictionKind = 'date' | 'place' | 'event' | 'figure' | 'denial' | 'office';

/** A matter on which sources differ, with all sides. Nobody is said to be right. */
export interface Contradiction {
  kind: ContradictionKind;
  /** What they differ on, in words. */
  about: string;
  /** Two or more, each with who says so; the side that was told first stands first. */
  sides: Side[];
  /** Why it may be none, `null` where nothing speaks for that: a toll that was told later may have grown. */
  caution: string | null;
}

export interface Side {
  /** What this side says, in a few words: `40 people`, `12 Mar 2024`, `denied`. */
  says: string;
  /** The sentences with outlets and dates, and rows; at least one. */
  evidence: EvidenceRef[];
  /** The day it was first told; `null` where no source has a day. */
  told: Day | null;
}

/** A side of the claims that say the same. */
export function sideOf(says: string, claims: readonly KeptClaim[], rows: readonly EvidenceRef[] = []): Side {
  const told = claims.flatMap(({ article }) => article.date.earliest ?? []).sort();
  return { says, evidence: [...claims.map(sentenceRef), ...rows], told: told[0] ?? null };
}

/** The sides in the order they were told. */
export function bySide(sides: Side[]): Side[] {
  return [...sides].sort((one, other) => ((one.told ?? '~') < (other.told ?? '~') ? -1 : 1));
}

/** Are two claims of sources that can contradict each other: not one article, and no copies of one text? */
export function areApart(one: KeptClaim, other: KeptClaim): boolean {
  return one.article.id !== other.article.id && (one.story === undefined || one.story !== other.story);
}
