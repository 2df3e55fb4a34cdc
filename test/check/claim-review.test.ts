/** Checks that a person approved, as schema.org ClaimReview. */
import { expect, test } from 'vitest';
import { checkReading } from '../../src/check/check.js';
import { claimReviewOf } from '../../src/check/claim-review.js';
import { evidenceFor, readingOf } from './case.js';

const APPROVAL = { reviewer: 'Ada Example', date: '2024-07-01' };

function reviewed(text: string) {
  const item = { date: '2024-06-01', text, publisher: 'Harbour Post' };
  const reading = readingOf(item);
  return checkReading(reading, evidenceFor(item, reading)).map(check => claimReviewOf(reading, check, APPROVAL));
}

test('a review is signed, quotes the sentence, says the verdict in its own words and cites the rows', () => {
  const [review] = reviewed('Goods trade between Germany and Poland came to $290 billion in 2023.');
  expect(review).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    datePublished: '2024-07-01',
    author: { '@type': 'Person', name: 'Ada Example' },
    claimReviewed: 'Goods trade between Germany and Poland came to $290 billion in 2023.',
    itemReviewed: { author: { '@type': 'Organization', name: 'Harbour Post' }, datePublished: '2024-06-01' },
    reviewRating: { '@type': 'Rating', alternateName: 'differs' },
  });
  expect(review!.reviewBody).toMatch(/^“\$290 billion”: .* the article says 290 billion USD\.$/);
  expect(review!.citation.length).toBeGreaterThan(0);
  expect(JSON.stringify(review)).not.toMatch(/ratingValue|false/i);
});

test('an opinion and what is not in the record are no review', () => {
  expect(
    reviewed('It is clear that Russia needs China more than China needs Russia.').every(review => review === null),
  ).toBe(true);
  expect(reviewed('In India and Russia some 400 people came.')).toEqual([null]);
});
