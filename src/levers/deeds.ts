import type { EvidenceRef } from '../evidence.js';
import { grouped } from '../grouped.js';
import { madeOnce } from '../made-once.js';
import type { ActionClaim, Country, Day } from '../reading.js';
import { type RecordedEvent, sentenceRef } from '../record/evidence.js';
import type { Question } from './lever.js';
import { isBy } from './pair.js';

/** Something one side did to another, by what articles report; told by several, it is one. */
export interface Deed extends Pick<ActionClaim, 'type' | 'of' | 'mode' | 'modality' | 'source' | 'target' | 'third'> {
  /** The first day it may have been done; of an article without a time in it, the article’s. */
  day: Day | null;
  /** How sure it was read: the confidence of the surest of its reports. */
  weight: number;
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
  const all = told(question.evidence.ledger).get(modality) ?? [];
  return all.filter(({ day }) => isBy(question, day));
}

/** What articles tell of in a ledger, by whether it happened: worked out once for all levers that ask. */
const told = madeOnce((ledger: readonly RecordedEvent[]) =>
  grouped(
    ledger.flatMap((event): Deed[] => {
      const [best] = event.claims;
      if (!best || event.negated || best.claim.denied_by !== null) return [];
      const { type, of, mode, modality, source, target, third } = event;
      const [day, weight] = [dayOfDeed(event), confidenceOf(event)];
      return [{ type, of, mode, modality, source, target, third, day, weight, ref: sentenceRef(best) }];
    }),
    ({ modality }) => modality,
  ),
);

/** How sure it is that an event was read rightly: as sure as the surest of its reports. */
export function confidenceOf({ claims }: RecordedEvent): number {
  return claims.reduce((surest, { claim }) => Math.max(surest, claim.confidence), 0);
}

/** The first day a deed may have been done; of one without a time of its own the day it was told: said, else printed. */
export function dayOfDeed({ from, claims: [best] }: RecordedEvent): Day | null {
  return from ?? best?.claim.said.from ?? best?.article.date.value ?? best?.article.date.latest ?? null;
}
