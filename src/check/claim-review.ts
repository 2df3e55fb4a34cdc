/**
 * A check that a person approved, as schema.org ClaimReview (https://schema.org/ClaimReview), the form in which fact-checks are
 * published. A check alone is never exported: the review is signed by whoever approved it, on the day it was approved.
 */
import type { EvidenceRef } from '../evidence.js';
import type { Attribution, Day, Reading } from '../reading.js';
import type { Check, CheckVerdict } from './verdict.js';

/** Who approved a check, and when. */
export interface Approval {
  reviewer: string;
  date: Day;
}

export interface ClaimReview {
  '@context': 'https://schema.org';
  '@type': 'ClaimReview';
  datePublished: Day;
  author: { '@type': 'Person'; name: string };
  claimReviewed: string;
  itemReviewed: {
    '@type': 'Claim';
    /** The wording that was checked, out of the sentence in `claimReviewed`. */
    text: string;
    author?: { '@type': 'Person' | 'Organization'; name: string };
    datePublished?: Day;
    appearance?: { '@type': 'CreativeWork'; url?: string; headline?: string };
  };
  reviewRating: { '@type': 'Rating'; alternateName: CheckVerdict };
  reviewBody: string;
  citation: { '@type': 'CreativeWork'; name: string; url?: string }[];
}

/** Verdicts by which nothing was held against anything are no review. */
const NO_REVIEW: ReadonlySet<CheckVerdict> = new Set<CheckVerdict>([
  'forecast',
  'opinion',
  'not checkable',
  'not in the record',
]);

/**
 * @returns the review, or `null` where the check found nothing to hold the claim against. The verdict stands in its own words as
 * `alternateName`: it is on no scale from true to false.
 */
export function claimReviewOf(reading: Reading, check: Check, { reviewer, date }: Approval): ClaimReview | null {
  if (NO_REVIEW.has(check.verdict)) return null;
  const { document, sentences, claims } = reading;
  const claim = claims.find(({ id }) => id === check.claim);
  const sentence = sentences.find(({ start, end }) => start <= check.start && check.start < end) ?? check;
  const speaker = claim && claim.by !== 'author' ? authorOf(reading, claim.by) : null;
  const publisher = document.publisher ? { '@type': 'Organization' as const, name: document.publisher } : null;
  const author = speaker ?? publisher;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    datePublished: date,
    author: { '@type': 'Person', name: reviewer },
    claimReviewed: document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim(),
    itemReviewed: {
      '@type': 'Claim',
      text: document.text.slice(check.start, check.end).replace(/\s+/g, ' '),
      ...(author && { author }),
      ...(document.date.value && { datePublished: document.date.value }),
      ...((document.url || document.title) && {
        appearance: {
          '@type': 'CreativeWork' as const,
          ...(document.url && { url: document.url }),
          ...(document.title && { headline: document.title }),
        },
      }),
    },
    reviewRating: { '@type': 'Rating', alternateName: check.verdict },
    reviewBody: `“${document.text.slice(check.start, check.end)}”: ${check.why}`,
    citation: check.evidence.map(citationOf),
  };
}

/** Who asserts it in the article: a person where one is named there, else an office, a state, a paper. */
function authorOf({ mentions }: Reading, { name, start, end }: Attribution) {
  const isPerson = mentions.some(one => one.person !== null && one.start < end && one.end > start);
  return { '@type': isPerson ? ('Person' as const) : ('Organization' as const), name };
}

function citationOf(ref: EvidenceRef): ClaimReview['citation'][number] {
  if (ref.kind === 'row')
    return { '@type': 'CreativeWork', name: `${ref.label} (${ref.source})`, ...(ref.url && { url: ref.url }) };
  return {
    '@type': 'CreativeWork',
    name: [ref.publisher, ref.title, ref.date].filter(Boolean).join(', ') || ref.article,
  };
}
