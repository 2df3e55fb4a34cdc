import type { EvidenceRef } from '../../evidence.js';
import { sentenceRef } from '../../record/evidence.js';
import { claimsOf, factOfClaim, number, say, section } from '../facts.js';
import { isOfPair } from '../of-pair.js';
import type { Section, Subject } from '../section.js';
import { countWords } from '../words.js';

/** What articles, or people in them, conclude about the relation; each is somebody's judgement, never ours. */
export function judgements(subject: Subject): Section | null {
  const { a, b, nameA, nameB, evidence } = subject;
  const claims = claimsOf(evidence, 'judgement').filter(
    kept => kept.claim.form !== 'forecast' && isOfPair(kept, subject),
  );
  const favouring = (country: string | null): EvidenceRef[] =>
    claims
      .filter(({ claim }) => (claim.favours === a || claim.favours === b ? claim.favours : null) === country)
      .map(sentenceRef);
  const [forA, forB, open] = [favouring(a), favouring(b), favouring(null)];
  return section('judgements', 'What others conclude', {
    headline: {
      number: String(claims.length),
      unit: claims.length === 1 ? 'judgement' : 'judgements',
      what: 'read in articles',
      evidence: claims.map(sentenceRef),
    },
    lines: claims.length
      ? [
          [
            number(countWords(forA.length, 'judgement'), forA),
            say(` for ${nameA}, `),
            number(forB.length, forB),
            say(` for ${nameB}, `),
            number(open.length, open),
            say(' for neither. They are shown, not counted: the balance stands on facts alone.'),
          ],
        ]
      : [],
    facts: claims.map(kept => factOfClaim(kept, kept.claim.form)),
  });
}
