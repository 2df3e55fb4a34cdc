/** An allegation is never weighed: it is named as one, and the denial stands beside it. */
import { countryName } from '../actors/countries.js';
import type { ActionClaim, Attribution } from '../reading.js';
import { type CheckContext, sentenceAt } from './context.js';
import type { Check } from './verdict.js';

/** `null` where the deed is neither alleged nor denied, or only spoken of as known: "a fair position on the war". */
export function checkAllegation(context: CheckContext, claim: ActionClaim): Check | null {
  const isDenied = claim.modality === 'denied' || claim.denied_by !== null;
  if ((claim.modality !== 'alleged' && !isDenied) || isTakenAsKnown(context, claim)) return null;
  const by = claim.by === 'author' ? null : claim.by;
  const denial = claim.denied_by ?? (isDenied ? denierOf(context, claim) : null);
  const said = by ? `Alleged by ${nameOf(by)}` : 'Alleged';
  const denied = denial
    ? `denied by ${nameOf(denial)}`
    : isDenied
      ? 'the article tells of its denial'
      : 'no denial was read in the article';
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

/** Who denies it: the speaker of a denial in the sentence, else the one country it is alleged of. */
function denierOf(context: CheckContext, { start, source }: ActionClaim): Pick<Attribution, 'name' | 'country'> | null {
  const sentence = sentenceAt(context, start);
  const denial = context.reading.claims.find(
    claim =>
      claim.kind === 'statement' &&
      claim.stance === 'deny' &&
      claim.start >= sentence.start &&
      claim.end <= sentence.end,
  );
  if (denial?.kind === 'statement' && denial.speaker) return denial.speaker;
  const [country, ...others] = source;
  return country && country !== 'IGO' && others.length === 0 ? { name: countryName(country), country } : null;
}

/** "the war", "its invasion": a noun with its article names what is known, whoever speaks. */
function isTakenAsKnown({ text }: CheckContext, { start, end }: ActionClaim): boolean {
  return (
    /^\p{L}+$/u.test(text.slice(start, end)) &&
    !/(?:ing|ed)$/.test(text.slice(start, end)) &&
    /\b(?:the|this|that|its|his|her|their) (?:\p{L}+ )?$/iu.test(text.slice(Math.max(0, start - 30), start))
  );
}

function nameOf({ name, country }: Pick<Attribution, 'name' | 'country'>): string {
  const of = country && country !== 'IGO' ? countryName(country) : null;
  return of && !name.includes(of) ? `${name} (${of})` : name;
}
