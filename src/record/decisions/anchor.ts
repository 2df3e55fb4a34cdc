import type { Claim } from '../../reading.js';
import type { KeptClaim } from '../kept-claim.js';
import type { ClaimAnchor } from './decision.js';

/** A claim of the record with the full hash of its article's text. */
export interface Anchored {
  sha256: string;
  kept: KeptClaim;
}

/** The anchor of a claim. */
export function anchorOf({ sha256, kept }: Anchored): ClaimAnchor {
  const { kind, start, end } = kept.claim;
  return { article: sha256, kind, start, end, text: textOf(kept), type: typeOf(kept.claim) };
}

/**
 * The claim an anchor means among those that are read in its article now: of its kind at its place; else of its kind with
 * the same words, the nearest to it.
 *
 * @param claims all claims of the article. `null`: this reading has no such claim; the decision is an orphan.
 */
export function claimAt(anchor: ClaimAnchor, claims: readonly Anchored[]): Anchored | null {
  const alike = claims.filter(({ sha256, kept }) => sha256 === anchor.article && kept.claim.kind === anchor.kind);
  const there = alike.filter(({ kept }) => kept.claim.start === anchor.start && kept.claim.end === anchor.end);
  const found = there.length > 0 ? there : alike.filter(({ kept }) => textOf(kept) === anchor.text);
  const distance = ({ kept }: Anchored) =>
    Math.abs(kept.claim.start - anchor.start) + (typeOf(kept.claim) === anchor.type ? 0 : 0.5);
  return found.reduce<Anchored | null>((one, other) => (one && distance(one) <= distance(other) ? one : other), null);
}

function textOf({ claim, sentence }: KeptClaim): string {
  return sentence.text.slice(claim.start - sentence.start, claim.end - sentence.start);
}

function typeOf(claim: Claim): string | null {
  return claim.kind === 'action' ? claim.type : null;
}
