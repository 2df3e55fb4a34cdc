/**
 * Quoted words, held against the same speaker's words in the record: the statements of kept articles and the texts of rows. A
 * quotation that says nearly the same in other words is shown beside what was kept; one that is like none is left alone.
 */

import type { EvidenceRef } from '../evidence.js';
import type { Claim, Country, StatementClaim } from '../reading.js';
import { sentenceRef } from '../record/evidence.js';
import type { CheckContext } from './context.js';
import type { Check } from './verdict.js';
import { refOfEvent } from './words.js';

/** A quotation shorter than this says too little to be known again. */
const SHORTEST = 5;
/** From this share of words in common, in the same order, two quotations are the same one. */
const SAME_QUOTATION = 0.7;
/** Longer quotations are compared by their beginning. */
const LONGEST = 80;

/** Words of a speaker that the record has, and where. */
interface KeptWords {
  text: string;
  words: string[];
  ref: EvidenceRef;
}

/** `null` where nothing is quoted, or nothing like it is in the record. */
export function checkQuotation(context: CheckContext, claim: StatementClaim): Check | null {
  if (claim.form === 'indirect' || !claim.speaker) return null;
  const [span] = claim.form === 'direct' ? claim.content : [];
  if (!span || claim.content.length !== 1) return null;
  const words = wordsOf(context.text.slice(span.start, span.end));
  if (words.length < SHORTEST) return null;
  const kept = keptWords(context).get(speakerKey(claim.speaker)) ?? [];
  let best: { kept: KeptWords; likeness: number } | null = null;
  for (const other of kept) {
    const likeness = likenessOf(words, other.words);
    if (likeness >= SAME_QUOTATION && (!best || likeness > best.likeness)) best = { kept: other, likeness };
  }
  if (!best) return null;
  const same = best.likeness === 1;
  return {
    start: span.start,
    end: span.end,
    claim: claim.id,
    verdict: same ? 'agrees' : 'wording differs',
    found: { value: best.kept.text, unit: null, period: null },
    evidence: [best.kept.ref],
    why: same ? `The same words are in ${nameOf(best.kept.ref)}.` : `${nameOf(best.kept.ref)} has “${best.kept.text}”.`,
    confidence: same ? 0.9 : 0.7,
  };
}

function nameOf(ref: EvidenceRef): string {
  if (ref.kind === 'row') return ref.label;
  return [ref.publisher, ref.title, ref.date].filter(Boolean).join(', ') || ref.article;
}

const looked = new WeakMap<CheckContext, Map<string, KeptWords[]>>();

/** Quoted words by speaker: of kept articles other than this one, and of rows with words in them. */
function keptWords(context: CheckContext): Map<string, KeptWords[]> {
  const known = looked.get(context);
  if (known) return known;
  const found = new Map<string, KeptWords[]>();
  const keep = (key: string, text: string, ref: EvidenceRef) => {
    const words = wordsOf(text);
    if (words.length >= SHORTEST) found.set(key, [...(found.get(key) ?? []), { text, words, ref }]);
  };
  for (const kept of context.evidence.claims) {
    const { claim, article, sentence } = kept;
    const quoted = quotedIn(claim, sentence);
    if (!quoted || article.id === context.reading.document.id) continue;
    keep(quoted.key, quoted.text, sentenceRef(kept));
  }
  for (const row of [...context.eventsOf('address'), ...context.eventsOf('statement')]) {
    const [speaker] = row.persons;
    if (speaker && row.text)
      keep(speakerKey({ person: speaker, name: speaker, country: row.a }), row.text, refOfEvent(row));
  }
  looked.set(context, found);
  return found;
}

function quotedIn(claim: Claim, sentence: { start: number; text: string }): { key: string; text: string } | null {
  if (claim.kind !== 'statement' || claim.form !== 'direct' || !claim.speaker || claim.content.length !== 1)
    return null;
  const { start, end } = claim.content[0]!;
  const text = sentence.text.slice(start - sentence.start, end - sentence.start);
  // What runs on into other sentences is not kept beside the claim.
  return start >= sentence.start && text.length === end - start ? { key: speakerKey(claim.speaker), text } : null;
}

function speakerKey({
  person,
  name,
  country,
}: {
  person: string | null;
  name: string;
  country: Country | null;
}): string {
  return person ?? `${name.toLowerCase()} ${country ?? ''}`;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  ).slice(0, LONGEST);
}

/** The share of the longer text's words that both have in the same order; 1 where the words are the same. */
function likenessOf(one: string[], other: string[]): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  // A passage quoted whole out of a longer text is quoted rightly.
  if (` ${long.join(' ')} `.includes(` ${short.join(' ')} `)) return 1;
  if (short.length < SAME_QUOTATION * long.length) return 0;
  let previous = new Array<number>(long.length + 1).fill(0);
  for (const word of short) {
    const row = [0];
    for (let at = 1; at <= long.length; at += 1) {
      row[at] = word === long[at - 1] ? previous[at - 1]! + 1 : Math.max(previous[at]!, row[at - 1]!);
    }
    previous = row;
  }
  return previous[long.length]! / (long.length + 0.001);
}
