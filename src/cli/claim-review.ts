/** `upperhand check --claim-review`: the checks of an article that people approved, as schema.org ClaimReview. */
import { type ClaimReview, claimReviewOf } from '../check/claim-review.js';
import type { Desk, ReadArticle } from '../desk.js';
import { WrongUse } from '../errors.js';
import { tell } from './print.js';

export interface ReviewOptions {
  /** Whose approvals are printed; `true`: everybody's. */
  claimReview?: string | true;
  /** Places of checks that the reviewer approves here and now, `START-END`, separated by commas. */
  approved?: string;
}

/**
 * The reviews of an article: of the places that are named, or else of all approvals in the record's log of decisions that hold.
 * What an approved check comes to now must be what it came to then; where it is not, that is told and no review is made.
 *
 * @throws WrongUse where a named place has no check, or none that held the claim against anything.
 */
export async function reviewsOf(
  desk: Desk,
  article: ReadArticle,
  { claimReview, approved }: ReviewOptions,
): Promise<ClaimReview[]> {
  const reviewer = typeof claimReview === 'string' ? claimReview.trim() : null;
  if (approved === undefined) return approvedOnRecord(desk, article, reviewer);
  if (!reviewer) throw new WrongUse('--approved needs the name of the person who approves: --claim-review NAME');
  const date = new Date().toISOString().slice(0, 10);
  return approved.split(',').map(place => reviewAt(article, place.trim(), { reviewer, date }));
}

function reviewAt({ reading, checks }: ReadArticle, place: string, approval: { reviewer: string; date: string }) {
  const check = checks.find(({ start, end }) => `${start}-${end}` === place);
  if (!check) throw new WrongUse(`No check stands at ${place}: --json lists start and end of each`);
  const review = claimReviewOf(reading, check, approval);
  if (!review) throw new WrongUse(`The check at ${place} is “${check.verdict}”: nothing was held against anything`);
  return review;
}

async function approvedOnRecord(desk: Desk, { reading, checks }: ReadArticle, reviewer: string | null) {
  const approvals = (await desk.approvals(reading.document.sha256)).filter(({ by }) => !reviewer || by === reviewer);
  if (approvals.length === 0) {
    const whose = reviewer ? ` by ${reviewer}` : '';
    tell(
      `No check of this article was approved${whose}: \`upperhand decide approve ARTICLE:START-END\` does, or --approved`,
    );
  }
  return approvals.flatMap(({ start, end, text, verdict, by, date }) => {
    const check = checks.find(one => one.start === start && one.end === end);
    const review = check?.verdict === verdict ? claimReviewOf(reading, check, { reviewer: by, date }) : null;
    if (!review) {
      const now = check ? `it is “${check.verdict}” now` : 'it is not checked now';
      tell(
        `“${text}”: ${by} approved “${verdict ?? 'what was not written down'}” on ${date}, and ${now}: approve it again`,
      );
    }
    return review ?? [];
  });
}
