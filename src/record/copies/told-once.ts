import type { KeptClaim } from '../kept-claim.js';
import { orderOf } from '../order.js';

/** Sentences of one story with this share of their words in common are one, edited. */
const SAME_SENTENCE = 0.8;

/**
 * The claims of copies counted once: of each story the article that came first speaks, and a copy only where it says what
 * the others do not. Who else brought a sentence stands with it.
 *
 * @param claims with the story of each; in any order. They are given back in the order they came.
 */
export function toldOnce(claims: readonly KeptClaim[]): KeptClaim[] {
  const stories = new Map<string, KeptClaim[]>();
  for (const kept of claims) {
    if (kept.story === undefined) continue;
    const own = stories.get(kept.story);
    if (own) own.push(kept);
    else stories.set(kept.story, [kept]);
  }
  const once = new Map<KeptClaim, KeptClaim | null>();
  for (const story of stories.values()) foldStory(story, once);
  return claims.flatMap(kept => (once.has(kept) ? (once.get(kept) ?? []) : kept));
}

/** A sentence of a story, with the claims that were read in it in the article that tells it first. */
interface Told {
  article: string;
  words: Set<string>;
  numbers: string;
  claims: KeptClaim[];
}

function foldStory(story: KeptClaim[], once: Map<KeptClaim, KeptClaim | null>): void {
  const told: Told[] = [];
  const bySentence = new Map<string, KeptClaim[]>();
  for (const kept of story) {
    const key = `${kept.article.id} ${kept.sentence.start}`;
    bySentence.set(key, [...(bySentence.get(key) ?? []), kept]);
  }
  const sentences = [...bySentence.values()].sort(([one], [other]) => byDay(one!, other!));
  for (const claims of sentences) {
    const [{ article, sentence }] = claims as [KeptClaim];
    const words = wordsOf(sentence.text);
    const numbers = numbersOf(sentence.text);
    const first = told.find(
      one => one.article !== article.id && one.numbers === numbers && likeness(one.words, words) >= SAME_SENTENCE,
    );
    if (first) fold(claims, first.claims, once);
    else told.push({ article: article.id, words, numbers, claims });
  }
}

/** Lets claims of a copy stand with those of the first: each with the one of its kind at the same place among its kind. */
function fold(copies: KeptClaim[], firsts: KeptClaim[], once: Map<KeptClaim, KeptClaim | null>): void {
  for (const copy of copies) once.set(copy, null);
  for (const kept of firsts) {
    const place = firsts.filter(one => isAlike(one, kept)).indexOf(kept);
    const same = copies.filter(copy => isAlike(copy, kept))[place];
    const { id: article, publisher, title, url, date } = copies[0]!.article;
    const now = once.get(kept) ?? kept;
    const copy = { article, claims: same ? [same.claim.id] : [], publisher, title, url, date: date.value };
    once.set(kept, { ...now, also: [...(now.also ?? []), ...(same?.also ?? []), copy] });
  }
}

function isAlike({ claim: one }: KeptClaim, { claim: other }: KeptClaim): boolean {
  return one.kind === other.kind && (one.kind !== 'action' || other.kind !== 'action' || one.type === other.type);
}

/** The article that came first speaks; of several of one day that of the first id. */
function byDay(one: KeptClaim, other: KeptClaim): number {
  return (
    orderOf(one.article.date.earliest ?? '~', other.article.date.earliest ?? '~') ||
    orderOf(one.article.id, other.article.id) ||
    one.sentence.start - other.sentence.start
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** A copy with another number says another thing. */
function numbersOf(text: string): string {
  return (text.match(/\d+(?:[.,]\d+)*/g) ?? []).join(' ');
}

function likeness(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both / Math.max(1, one.size + other.size - both);
}
