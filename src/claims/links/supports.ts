/**
 * What an article offers for its verdicts: the figures, deeds and words that stand in the reason it gives, in the sentence of
 * the verdict or in one that says outright that it follows from the other.
 */
import { firstNotBefore } from '../../in-order.js';
import type { Span } from '../../reading.js';
import { claimsOf, type Identified, type Linker } from './linker.js';

/** Leads from a verdict to its reason, inside one sentence. */
const BECAUSE =
  /\b(?:because|since|given that|given|as shown by|for example|after all|thanks to|judging by|witness)\b/i;
/** Leads from evidence to a verdict: "The fact that ... shows that". */
const SHOWS =
  /\b(?:shows?|showed|proves?|suggests?|means?|which is why|that is why|so it is|leaves?|makes? it clear)\b/i;
/** How a sentence begins that gives the reason for the one before. */
const REASON_FOLLOWS = /^(?:For example|For instance|After all|Indeed|The reason|Witness|Consider|Take)\b/;
/** How a verdict begins that follows from the sentence before. */
const VERDICT_FOLLOWS =
  /^(?:So|Thus|Hence|Therefore|As a result|That is why|This is why|That shows|This shows|It follows|The upshot|Clearly)\b/;

export function linkSupports(text: string, sentences: Span[], ordered: Identified[], link: Linker): void {
  const verdicts = claimsOf(ordered, 'judgement').filter(({ claim }) => /^(?:verdict|dependence)$/.test(claim.form));
  if (verdicts.length === 0) return;
  const bySentence = group(sentences, ordered);
  for (const { id, claim } of verdicts) {
    const at = indexAt(sentences, claim.start);
    const sentence = sentences[at];
    if (!sentence) continue;
    for (const other of bySentence[at] ?? []) if (isReason(text, sentence, other)) link(other.id, 'supports', id);
    const next = sentences[at + 1];
    if (next && REASON_FOLLOWS.test(text.slice(next.start, next.start + 20)))
      for (const other of bySentence[at + 1] ?? []) if (isEvidence(other)) link(other.id, 'supports', id);
    const previous = sentences[at - 1];
    if (previous && VERDICT_FOLLOWS.test(text.slice(sentence.start, sentence.start + 20)))
      for (const other of bySentence[at - 1] ?? []) if (isEvidence(other)) link(other.id, 'supports', id);
  }
}

/** In the verdict's own sentence: behind "because", or before "shows that". */
function isReason(text: string, sentence: Span, other: Identified): boolean {
  if (!isEvidence(other)) return false;
  const { start, end } = other.claim;
  return (
    BECAUSE.test(text.slice(sentence.start, start).replace(REASON_FOLLOWS, '')) ||
    (SHOWS.test(text.slice(end, sentence.end)) &&
      /^(?:The fact|That|This|Trade|The|A|An)\b/.test(text.slice(sentence.start, sentence.start + 10)))
  );
}

function isEvidence({ claim }: Identified): boolean {
  if (claim.kind === 'action') return claim.modality === 'happened';
  return claim.kind === 'figure' || claim.kind === 'office' || claim.kind === 'address';
}

function group(sentences: Span[], ordered: Identified[]): Identified[][] {
  const groups: Identified[][] = [];
  for (const one of ordered) (groups[indexAt(sentences, one.claim.start)] ??= []).push(one);
  return groups;
}

/** The number of the sentence that a place lies in. */
function indexAt(sentences: Span[], at: number): number {
  return firstNotBefore(sentences, one => one.end <= at);
}
