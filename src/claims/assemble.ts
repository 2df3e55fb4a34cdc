import { createHash } from 'node:crypto';
import type { Attribution, Claim, Found, Span } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { attribution, claimsWithin, deniedBy } from './links/denials.js';
import { canonical, type Identified } from './links/linker.js';
import { linksOf } from './links/links.js';

/** Digits of a claim's id: among a million claims two share an id with odds of one in five hundred million. */
const ID_LENGTH = 16;

/**
 * Makes claims of what the readers found, for all kinds alike:
 *
 * 1. document order, each thing once;
 * 2. ids that stay the same for the same text and reader;
 * 3. who asserts each claim: the speaker of the innermost statement that holds it, else the author;
 * 4. who denies it;
 * 5. how claims hang together: denials, conversions, repetitions, contradictions, fulfilments and support.
 */
export function assembleClaims(page: AnnotatedArticle, found: Found<Claim>[]): Claim[] {
  const ordered = withIds(page.article.sha256, [...found].sort(byPlace));
  const speakers = assertedBy(ordered);
  const denials = deniedBy(page.article.text, ordered);
  const links = linksOf(page.article.text, page.sentences, ordered, denials);
  return ordered.map(
    ({ id, claim }) =>
      ({
        ...claim,
        id,
        by: speakers.get(id) ?? 'author',
        denied_by: denials.get(id)?.speaker ?? null,
        links: links.get(id) ?? [],
      }) as Claim,
  );
}

/** Where two claims start together the longer one comes first, as the sentence before its parts. */
function byPlace(a: Found<Claim>, b: Found<Claim>): number {
  return a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
}

function withIds(sha256: string, claims: Found<Claim>[]): Identified[] {
  const seen = new Set<string>();
  return claims
    .map(claim => ({ id: idOf(sha256, claim), claim }))
    .filter(({ id }) => !seen.has(id) && Boolean(seen.add(id)));
}

/** Hash of text, kind, place and content. Confidence stays out: calibrating it anew must not rename a claim. */
function idOf(sha256: string, { confidence: _, ...content }: Found<Claim>): string {
  return createHash('sha256')
    .update(`${sha256} ${canonical(content)}`)
    .digest('hex')
    .slice(0, ID_LENGTH);
}

/** For each claim that a statement holds, the speaker of the innermost one. Who denies a thing does not assert it. */
function assertedBy(ordered: Identified[]): Map<string, Attribution> {
  const innermost = new Map<string, { length: number; speaker: Attribution }>();
  for (const { id, claim } of ordered) {
    if (claim.kind !== 'statement' || claim.stance === 'deny') continue;
    const speaker = attribution(claim);
    if (!speaker) continue;
    const length = lengthOf(claim.content);
    for (const held of claim.content.flatMap(span => claimsWithin(ordered, span))) {
      const known = innermost.get(held.id);
      if (held.id !== id && (!known || length < known.length)) innermost.set(held.id, { length, speaker });
    }
  }
  return new Map([...innermost].map(([id, { speaker }]) => [id, speaker]));
}

function lengthOf(spans: Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
