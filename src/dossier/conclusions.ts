/**
 * What an article concludes, in its headline and in its verdicts: what it offers for each, and what it leaves out. Only what the
 * article itself gives as a reason counts as one; what it tells of the same matter elsewhere is shown apart.
 */
import type { Claim, Country, JudgementClaim, Reading, Span } from '../reading.js';
import type { LeftOut } from './left-out.js';

/** A verdict of an article, or what its headline tells. */
export interface Conclusion {
  /** The claim, and its words. */
  claim: string;
  words: string;
  headline: boolean;
  /** Whom it favours; `null` where it favours nobody, or only tells. */
  favours: Country | null;
  /** Claims that the article gives as its reason, or that tell the headline again. */
  reasons: string[];
  /** Figures, deeds, offices and terms of address of its own countries elsewhere in the article, in the order of the text. */
  alsoTold: string[];
  /** Verdicts of the article that contradict it. */
  against: string[];
  /** What the record has of the matter and the article does not tell: for a verdict alone. */
  leavesOut: LeftOut[];
}

/** So many claims are named beside a verdict: the nearest ones. */
const MOST_TOLD = 5;

/**
 * @param missing what the article as a whole leaves out, by the levers on record.
 * @returns the claims of the headline first, then the verdicts, in the order of the text.
 */
export function conclusionsOf(reading: Reading, missing: LeftOut[]): Conclusion[] {
  const { claims, document } = reading;
  const title = titleOf(reading);
  const verdicts = claims.filter(isVerdict);
  const concluding = claims.filter(
    claim =>
      isVerdict(claim) ||
      (title !== null &&
        isWithin(claim, title) &&
        /^(?:action|figure)$/.test(claim.kind) &&
        !verdicts.some(verdict => isWithin(claim, verdict))),
  );
  const inVerdicts = claims.filter(claim => verdicts.some(verdict => isWithin(claim, verdict))).map(({ id }) => id);
  return concluding
    .map(claim => {
      const isHeadline = title !== null && isWithin(claim, title);
      const reasons = linkedTo(claims, claim.id, isHeadline ? ['supports', 'repeats'] : ['supports']);
      return {
        claim: claim.id,
        words: document.text.slice(claim.start, claim.end),
        headline: isHeadline || (claim.kind === 'judgement' && claim.headline),
        favours: claim.kind === 'judgement' ? claim.favours : null,
        reasons,
        alsoTold: isVerdict(claim) ? toldOf(claim, claims, [...reasons, ...inVerdicts]) : [],
        against: linkedTo(claims, claim.id, ['contradicts']),
        leavesOut: isVerdict(claim) ? missing : [],
      };
    })
    .sort((one, other) => Number(other.headline) - Number(one.headline));
}

function isVerdict(claim: Claim): claim is JudgementClaim {
  return claim.kind === 'judgement' && /^(?:verdict|dependence)$/.test(claim.form);
}

/** Where the headline stands: it opens the text, if the text holds it. */
function titleOf({ document: { text, title } }: Reading): Span | null {
  if (!title) return null;
  const start = text.length - text.trimStart().length;
  return text.startsWith(title, start) ? { start, end: start + title.length } : null;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The claims that link to one in any of these ways. */
function linkedTo(claims: Claim[], id: string, types: string[]): string[] {
  return claims
    .filter(({ links }) => links.some(link => link.claim === id && types.includes(link.type)))
    .map(claim => claim.id);
}

/** What the article tells of the verdict's countries, without saying that the verdict follows from it: the nearest of it. */
function toldOf(verdict: JudgementClaim, claims: Claim[], named: string[]): string[] {
  const about = verdict.about ?? [];
  const near = claims
    .filter(claim => bearsOn(claim, about) && !named.includes(claim.id))
    .map(claim => ({ claim, distance: Math.abs(claim.start - verdict.start) }))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST_TOLD)
    .map(({ claim }) => claim);
  return near.sort((one, other) => one.start - other.start).map(({ id }) => id);
}

/** A deed between the two, a figure, or how one calls the other. */
function bearsOn(claim: Claim, about: Country[]): boolean {
  if (claim.kind === 'figure' || claim.kind === 'address') return true;
  if (claim.kind !== 'action' || claim.modality !== 'happened' || claim.negated) return false;
  return about.length > 0 && about.every(country => [...claim.source, ...claim.target].includes(country));
}
