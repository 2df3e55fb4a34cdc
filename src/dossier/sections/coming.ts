import { claimsOf, factOfAction, factOfClaim, section } from '../facts.js';
import type { Section, Subject } from '../section.js';
import { isComing } from './deeds.js';

/** What was announced or expected, and what was forecast: with its day, so that it can be scored when that has come. */
export function coming({ a, b, evidence }: Subject): Section | null {
  const deeds = claimsOf(evidence, 'action').filter(
    ({ claim }) => isComing(claim) && [...claim.source, ...claim.target].some(party => party === a || party === b),
  );
  const forecasts = claimsOf(evidence, 'judgement').filter(({ claim }) => claim.form === 'forecast');
  return section('coming', 'Announced, expected, forecast', {
    facts: [
      ...deeds.map(kept => factOfAction(kept, evidence)),
      ...forecasts.map(kept =>
        factOfClaim(kept, 'forecast', kept.claim.due ? { from: kept.claim.due, to: kept.claim.due } : undefined),
      ),
    ],
  });
}
