/** What people decide about the record. Kept apart from what was read, signed and dated, and never changed: undone by another. */
import type { EventRow } from '../../datasets/row.js';
import type { ClaimKind } from '../../reading.js';

/** Where a claim stands, so that it is found again in a later reading of the same text. */
export interface ClaimAnchor {
  /** SHA-256 of the article's text. */
  article: string;
  kind: ClaimKind;
  start: number;
  end: number;
  /** The words of the span, for a reading that puts it elsewhere. */
  text: string;
  /** Of an action its type: two may stand at one place. */
  type: string | null;
}

/** An event by all that reported it when it was decided on: it has no place of its own. */
export interface EventAnchor {
  event: string;
  claims: ClaimAnchor[];
  rows: string[];
}

/** What a note can be on. */
export type NoteTarget = { claim: ClaimAnchor } | { event: EventAnchor } | { page: string };

/** A check that somebody approved: its place in an article and its verdict then. */
export interface CheckAnchor {
  article: string;
  start: number;
  end: number;
  text: string;
  /** What the check came to when it was approved; `null` where that was not written down. */
  verdict: string | null;
}

export type Verdict =
  | { verb: 'reject' | 'accept'; claim: ClaimAnchor }
  | { verb: 'correct'; claim: ClaimAnchor; set: Record<string, unknown> }
  | { verb: 'correct'; event: EventAnchor; set: Record<string, unknown> }
  | { verb: 'merge'; events: EventAnchor[] }
  | { verb: 'split'; event: EventAnchor; claims: ClaimAnchor[] }
  | { verb: 'add'; row: EventRow }
  | ({ verb: 'note' } & NoteTarget)
  | { verb: 'approve'; check: CheckAnchor }
  | { verb: 'undo'; decision: string };

/** One line of the log: who decided what, when and why. For a note, `reason` is the note. */
export type Decision = { id: string; at: string; by: string; reason: string } & Verdict;

/** All verbs, in the order they are explained. */
export const VERBS = ['reject', 'accept', 'correct', 'merge', 'split', 'add', 'note', 'approve', 'undo'] as const;
export type Verb = (typeof VERBS)[number];

/** What somebody asks to be decided, in the words of the command line. */
export interface DecisionAsked {
  verb: Verb;
  /** `ARTICLE:CLAIM`, the id of an event, `page:NAME`, `ARTICLE:START-END` for a check, or the id of a decision. */
  targets: string[];
  by: string;
  reason: string;
  /** For `correct` and `add`: fields and their values, as text. */
  set?: Record<string, string>;
}

/** The decisions that hold: without those undone, and without the undoing. An undone undoing holds again. */
export function holding(decisions: readonly Decision[]): Decision[] {
  const undone = undoneBy(decisions);
  return decisions.filter(({ id, verb }) => verb !== 'undo' && !undone.has(id));
}

/** The decisions that are undone, each with the id of the undoing. */
export function undoneBy(decisions: readonly Decision[]): Map<string, string> {
  const undone = new Map<string, string>();
  for (const decision of [...decisions].reverse())
    if (decision.verb === 'undo' && !undone.has(decision.id)) undone.set(decision.decision, decision.id);
  return undone;
}
