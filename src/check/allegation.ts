/** An allegation is never weighed: it is named as one, and the denial stands beside it. */
import { countryName } from '../actors/countries.js';
import type { ActionClaim, Attribution } from '../reading.js';
import type { Check } from './verdict.js';

/** `null` where the deed is neither alleged nor denied. */
export function checkAllegation(claim: ActionClaim): Check | null {
  if (claim.modality !== 'alleged' && !claim.denied_by) return null;
  const by = claim.by === 'author' ? null : claim.by;
  const denial = claim.denied_by;
  const said = by ? `Alleged by ${nameOf(by)}` : 'Alleged';
  const denied = denial ? `denied by ${nameOf(denial)}` : 'no denial stands in the article';
  return {
    start: claim.start,
    end: claim.end,
    claim: claim.id,
    verdict: 'not checkable',
    found: null,
    evidence: [],
    why: `${said}; ${denied}.`,
    confidence: claim.confidence,
  };
}

function nameOf({ name, country }: Attribution): string {
  const of = country && country !== 'IGO' ? countryName(country) : null;
  return of && !name.includes(of) ? `${name} (${of})` : name;
}
