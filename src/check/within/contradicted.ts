/** Judgements of the article that contradict each other: the headline gives the upper hand to one side, the text to the other. */

import { countryName } from '../../actors/countries.js';
import type { Claim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { shortened } from '../words.js';

const SHORTENED = 100;

export function checkContradicted(context: CheckContext): Check[] {
  return context.reading.claims.flatMap(claim => {
    if (claim.kind !== 'judgement') return [];
    const link = claim.links.find(({ type }) => type === 'contradicts');
    const earlier = link && context.claimsById.get(link.claim);
    if (!earlier || voiceOf(earlier) !== voiceOf(claim)) return [];
    return [
      {
        start: claim.start,
        end: claim.end,
        claim: claim.id,
        verdict: 'inconsistent within the article' as const,
        found: { value: wordsOf(context.text, earlier), unit: null, period: null },
        evidence: [],
        why: whyOf(context, claim, earlier),
        confidence: 0.65,
      },
    ];
  });
}

/** What two people say may contradict; an article that tells of both is right to. */
function voiceOf({ by }: Claim): string {
  return by === 'author' ? by : by.name;
}

function whyOf({ text }: CheckContext, claim: Claim, earlier: Claim): string {
  if (claim.kind === 'judgement' && earlier.kind === 'judgement' && claim.favours && earlier.favours)
    return `${earlier.headline ? 'The headline' : `“${wordsOf(text, earlier)}”`} gives the upper hand to ${countryName(earlier.favours)}, this sentence to ${countryName(claim.favours)}.`;
  return `The article says before: “${wordsOf(text, earlier)}”.`;
}

function wordsOf(text: string, { start, end }: Claim): string {
  return shortened(text.slice(start, end), SHORTENED);
}
