import { sentenceRef } from '../../record/evidence.js';
import { claimsOf, factOfClaim, factOfDeed, number, say, section } from '../facts.js';
import { isOfPair } from '../of-pair.js';
import type { Line, Section, Subject } from '../section.js';
import { countWords } from '../words.js';
import { isComing } from './deeds.js';

/** What was announced or expected, and what was forecast: with its day, so that it can be scored when that has come. */
export function coming(subject: Subject): Section | null {
  const { a, b, nameA, nameB, evidence } = subject;
  const deeds = evidence.ledger
    .filter(event => event.claims.length > 0 && isComing(event))
    .map(event => ({ event, parties: new Set([...event.source, ...event.target]) }));
  const own = deeds.filter(
    ({ parties }) => (parties.has(a) || parties.has(b)) && [...parties].every(party => party === a || party === b),
  );
  const ofBoth = deeds.filter(({ parties }) => parties.has(a) && parties.has(b) && parties.size > 2);
  const withOthers = (country: string, other: string) =>
    deeds
      .filter(({ parties }) => parties.has(country) && !parties.has(other) && parties.size > 1)
      .map(({ event }) => sentenceRef(event.claims[0]!));
  const [ofA, ofB] = [withOthers(a, b), withOthers(b, a)];
  const forecasts = claimsOf(evidence, 'judgement').filter(
    kept => kept.claim.form === 'forecast' && isOfPair(kept, subject),
  );
  const others: Line[] =
    ofA.length + ofB.length === 0
      ? []
      : [
          [
            say('With others alone, not listed: '),
            number(countWords(ofA.length, 'plan'), ofA),
            say(` of ${nameA}, `),
            number(ofB.length, ofB),
            say(` of ${nameB}.`),
          ],
        ];
  return section('coming', 'Announced, expected, forecast', {
    lines: others,
    facts: [
      ...[...own, ...ofBoth].map(({ event }) => factOfDeed(event, evidence)),
      ...forecasts.map(kept =>
        factOfClaim(kept, 'forecast', kept.claim.due ? { from: kept.claim.due, to: kept.claim.due } : undefined),
      ),
    ],
  });
}
