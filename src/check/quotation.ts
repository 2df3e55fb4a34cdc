/**
 * Quoted words, held against the words that the record keeps: the statements of kept articles and the texts of rows. The same
 * words, a shortened or an altered quotation, or another speaker; what is only told in other words (a paraphrase) is no
 * quotation and is left alone.
 */

import { countWords } from '../count-words.js';
import { madeOnce } from '../made-once.js';
import type { Span, StatementClaim } from '../reading.js';
import { type CheckContext, mentionsIn } from './context.js';
import { isSameSpeaker, type KeptWords, keptQuotations, type Speaker } from './kept-quotations.js';
import { type Check, FINDINGS } from './verdict.js';
import { type Difference, differenceOf, quotedWords } from './word-difference.js';
import type { Indexed } from './word-index.js';

/** A quotation shorter than this says too little to be known again. */
const SHORTEST = 5;
/** From this share of words in common, in the same order, two quotations are the same one. */
const SAME_QUOTATION = 0.6;
/** From this share on they are shown beside each other, and nothing is said of them. */
const LIKE_QUOTATION = 0.45;
/** Words of another speaker are only told of where so many are alike: two people may use one phrase. */
const OTHER_SPEAKER = { words: 8, likeness: 0.9 };

/** `null` where nothing is quoted. Of a quotation in several pieces that which differs is told, else the first. */
export function checkQuotation(context: CheckContext, claim: StatementClaim): Check | null {
  if (claim.form !== 'direct') return null;
  const checks = claim.content.flatMap(span => checkPiece(context, claim, span) ?? []);
  return checks.find(({ verdict }) => FINDINGS.has(verdict)) ?? checks[0] ?? null;
}

function checkPiece(context: CheckContext, claim: StatementClaim, span: Span): Check | null {
  if (!claim.speaker) return null;
  const text = context.text.slice(span.start, span.end);
  const words = quotedWords(text);
  if (words.length < SHORTEST) return null;
  const speaker = { ...claim.speaker, person: personOf(context, claim.speaker) };
  const { own, others, like } = nearestOf(context, words, speaker);
  const base = { start: span.start, end: span.end, claim: claim.id };
  if (own) return { ...base, ...sameSpeaker(own, /…|\.\.\.|\[/.test(text)) };
  if (others && speaker.person && others.kept.speaker.person) {
    return {
      ...base,
      verdict: 'differs',
      found: { value: others.kept.speaker.person, unit: null, period: null },
      evidence: [others.kept.ref],
      why: `${nameOf(others.kept)} has these words from ${others.kept.speaker.person}; here they are ${speaker.person}’s.`,
      confidence: 0.65,
    };
  }
  return unknown(context, base, like);
}

/** The person who is named within a speaker's words: "Srettha Thavisin of Thailand" is more than Thailand. */
function personOf(context: CheckContext, { person, start, end }: Speaker & Span): string | null {
  return person ?? mentionsIn(context, { start, end }).find(mention => mention.person !== null)?.person ?? null;
}

interface Nearest {
  kept: KeptWords;
  difference: Difference;
}

/** The likest of the speaker's own words, and, where there are none, of anybody's. */
function nearestOf(
  context: CheckContext,
  words: string[],
  speaker: Speaker,
): { own: Nearest | null; others: Nearest | null; like: Nearest | null } {
  let own: Nearest | null = null;
  let others: Nearest | null = null;
  let like: Nearest | null = null;
  for (const quotation of keptQuotations(context, words)) {
    if (!mayBeAlike(words, quotation)) continue;
    const difference = differenceOf(words, wordsOfKept(quotation));
    const { likeness } = difference;
    if (likeness < LIKE_QUOTATION) continue;
    const firstOf = (isOwn: boolean) =>
      tellingsOf(quotation).find(
        ({ ref, speaker: other }) =>
          (ref.kind === 'row' || ref.article !== context.reading.document.id) &&
          isSameSpeaker(other, speaker) === isOwn,
      );
    if (likeness < SAME_QUOTATION) {
      const kept: KeptWords | undefined = !like || likeness > like.difference.likeness ? firstOf(true) : undefined;
      if (kept) like = { kept, difference };
      continue;
    }
    if (!own || likeness > own.difference.likeness) {
      const kept = firstOf(true);
      if (kept) own = { kept, difference };
    }
    const isAlike = words.length >= OTHER_SPEAKER.words && likeness >= OTHER_SPEAKER.likeness;
    if (isAlike && (!others || likeness > others.difference.likeness)) {
      const kept = firstOf(false);
      if (kept) others = { kept, difference };
    }
  }
  return { own, others, like };
}

/** Who said a quotation, and where: of what one speaker said in many articles, two articles stand for all. */
const tellingsOf = madeOnce(({ all }: Indexed<KeptWords>) => {
  const articles = new Map<string, Set<string>>();
  return all.filter(({ speaker: { name, person, country }, ref }) => {
    const key = [name, person, country].join('\n');
    const known = articles.get(key) ?? new Set();
    articles.set(key, known);
    const where = ref.kind === 'row' ? ref.id : ref.article;
    return known.size < 2 && !known.has(where) && known.add(where);
  });
});

const wordsOfKept = madeOnce(({ text }: Indexed<KeptWords>) => quotedWords(text));

/** Whether enough words are common to both, in any order; the dear comparison in order is only made where they are. */
function mayBeAlike(words: string[], kept: Indexed<KeptWords>): boolean {
  let both = 0;
  for (const word of words) if (kept.words.has(word)) both += 1;
  return both >= LIKE_QUOTATION * words.length || both >= kept.words.size;
}

function sameSpeaker({ kept, difference }: Nearest, isMarked: boolean): Omit<Check, 'start' | 'end' | 'claim'> {
  const { likeness, changes, isShortened } = difference;
  const rest = { found: { value: kept.text, unit: null, period: null }, evidence: [kept.ref] };
  if (likeness === 1)
    return { ...rest, verdict: 'agrees', why: `The same words are in ${nameOf(kept)}.`, confidence: 0.9 };
  if (isShortened && isMarked)
    return { ...rest, verdict: 'agrees', why: `Shortened, as it is marked, from ${nameOf(kept)}.`, confidence: 0.8 };
  const what = isShortened ? 'Shortened without a mark' : 'Altered';
  return {
    ...rest,
    verdict: 'wording differs',
    why: `${what}: ${changes.map(({ kept: was, said }) => `${was ? `“${was}”` : 'nothing'} is ${said ? `“${said}”` : 'left out'}`).join(', ')}; ${nameOf(kept)} has “${kept.text}”.`,
    confidence: 0.7,
  };
}

/** A long quotation that no kept article has: said only where there are articles to look in. */
function unknown(
  { evidence: { articles } }: CheckContext,
  base: Pick<Check, 'start' | 'end' | 'claim'>,
  like: Nearest | null,
): Check | null {
  if (articles.count === 0) return null;
  return {
    ...base,
    verdict: 'not in the record',
    found: null,
    evidence: [],
    why: `These words are not in the record (${countWords(articles.count, 'article')}, ${articles.earliest ?? 'unknown date'} to ${articles.latest ?? 'unknown date'})${
      like ? `; the speaker’s nearest words there: “${like.kept.text}” (${nameOf(like.kept)})` : ''
    }.`,
    confidence: 0.9,
  };
}

function nameOf({ ref }: KeptWords): string {
  if (ref.kind === 'row') return ref.label;
  return [ref.publisher, ref.title, ref.date].filter(Boolean).join(', ') || ref.article;
}
