import { claimsOf, factOfClaim, factOfDeed, section } from '../facts.js';
import type { Section, Subject } from '../section.js';
import { isComing } from './deeds.js';

/** What was announced or expected, and what was forecast: with its day, so that it can be scored when that has come. */
export function coming({ a, b, evidence }: Subject): Section | null {
  const deeds = evidence.ledger.filter(
    event =>
      event.claims.length > 0 &&
      isComing(event) &&
      [...event.source, ...event.target].some(party => party === a || party === b),
  );
  const forecasts = claimsOf(evidence, 'judgement').filter(({ claim }) => claim.form === 'forecast');
  return section('coming', 'Announced, expected, forecast', {
    facts: [
      ...deeds.map(event => factOfDeed(event, evidence)),
      ...forecasts.map(kept =>
        factOfClaim(kept, 'forecast', kept.claim.due ? { from: kept.claim.due, to: kept.claim.due } : undefined),
      ),
    ],
  });
}
