/** Decisions in the words of the pages. */
import type { Decision, Verb } from '$upperhand/record/decisions/decision.js';
import type { DecidedClaim } from '$upperhand/record/decisions/on-claims.js';

const DONE: Record<Verb, string> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  merge: 'taken as one event',
  split: 'told apart',
  add: 'added',
  note: 'noted',
  approve: 'check approved',
  undo: 'undone',
};

/** What was done, as one word where one will do. */
export function doneWords(verb: Verb): string {
  return DONE[verb];
}

/** The same where a heading begins with it: `Rejected`. */
export function doneHeading(verb: Verb): string {
  return DONE[verb].charAt(0).toUpperCase() + DONE[verb].slice(1);
}

/** When it was decided, to the minute. */
export function momentWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

/** The decision that made a claim what it is now; `null` where there are only notes. */
export function decidingOf({ state, decisions }: DecidedClaim): Decision | null {
  return decisions.findLast(({ verb }) => doneWords(verb) === state) ?? null;
}

/** Where that which was decided on is shown; `null` for what has no page. */
export function placeOf(decision: Decision): string | null {
  if ('claim' in decision) return `/article/${decision.claim.article.slice(0, 16)}#at-${decision.claim.start}`;
  // An event's name may be gone since: the log's own page finds what it has become.
  if ('event' in decision || 'events' in decision) return `/corrections/${decision.id}`;
  if ('page' in decision) return /^\/(?!\/)[^\\]*$/.test(decision.page) ? decision.page : null;
  return null;
}
