/** What people decided about the claims of one article, beside what was read there. */
import type { Claim, Reading } from '../../reading.js';
import { claimCountries, sentenceOf } from '../claim-countries.js';
import { type Anchored, claimAt } from './anchor.js';
import { type ClaimAnchor, type Decision, holding } from './decision.js';
import { corrected } from './fields.js';

/** A claim on which somebody decided or wrote something. */
export interface DecidedClaim {
  /** The id of the claim. */
  claim: string;
  /** What the last decision about it made of it; `null` where there are only notes. */
  state: 'accepted' | 'corrected' | 'rejected' | null;
  /** The claim as it counts now. */
  now: Claim;
  /** All decisions and notes about it that hold, the first first. */
  decisions: Decision[];
}

/** The decisions that hold on the claims of an article, in the order of its claims. */
export function decisionsOnClaims(reading: Reading, decisions: readonly Decision[]): DecidedClaim[] {
  const { sha256 } = reading.document;
  const on = new Map<string, DecidedClaim>();
  const own = holding(decisions).filter(decision => anchorIn(decision)?.article === sha256);
  const claims = own.length > 0 ? anchoredClaims(reading) : [];
  for (const decision of own) {
    const claim = claimAt(anchorIn(decision)!, claims)?.kept.claim;
    if (!claim) continue;
    const before = on.get(claim.id) ?? { claim: claim.id, state: null, now: claim, decisions: [] };
    on.set(claim.id, withDecision(before, decision));
  }
  return reading.claims.flatMap(({ id }) => on.get(id) ?? []);
}

/** A reading as people left it: without the claims they rejected, those they corrected as corrected. */
export function readingAsDecided(reading: Reading, decided: readonly DecidedClaim[]): Reading {
  if (decided.every(({ state }) => state === null)) return reading;
  const on = new Map(decided.map(one => [one.claim, one]));
  const claims = reading.claims.flatMap(claim => {
    const { state, now } = on.get(claim.id) ?? { state: null, now: claim };
    return state === 'rejected' ? [] : now;
  });
  return { ...reading, claims };
}

function withDecision(before: DecidedClaim, decision: Decision): DecidedClaim {
  const decisions = [...before.decisions, decision];
  switch (decision.verb) {
    case 'reject':
      return { ...before, decisions, state: 'rejected' };
    case 'accept':
      // Of two verdicts on a claim the later holds, as in the record (apply.ts).
      return {
        ...before,
        decisions,
        state: before.state === 'corrected' ? 'corrected' : 'accepted',
        now: corrected(before.now, {}),
      };
    case 'correct':
      return {
        ...before,
        decisions,
        state: before.state === 'rejected' ? 'rejected' : 'corrected',
        now: corrected(before.now, decision.set),
      };
    default:
      return { ...before, decisions };
  }
}

function anchorIn(decision: Decision): ClaimAnchor | null {
  return 'claim' in decision ? decision.claim : null;
}

function anchoredClaims(reading: Reading): Anchored[] {
  const { id, title, publisher, url, date, text, sha256 } = reading.document;
  return reading.claims.map(claim => {
    const { start, end } = sentenceOf(claim, reading);
    const sentence = { start, end, text: text.slice(start, end) };
    const countries = claimCountries(claim, reading);
    return { sha256, kept: { claim, article: { id, title, publisher, url, date }, sentence, countries } };
  });
}
