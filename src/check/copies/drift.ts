/**
 * A rewritten copy beside what it was written from: which sentences are the same, which are altered and how, word by word,
 * which are added and which were left out; and where words were put between quotation marks, or the marks taken away.
 */
import type { PublicationDate, Reading, Span } from '../../reading.js';
import { quotedSpans } from '../context.js';
import { likeness, weighty } from '../similar-sentences.js';
import { changesOf, type WordChange, wordsOf } from '../word-difference.js';

/** Below this share of words in common and in order, one sentence is not the other altered. */
const ALTERED = 0.5;
/** From this share of weighty words in common, whatever their order, it is. */
const TURNED_ROUND = 0.65;
/** Sentences with fewer of their weighty words in common are not compared word by word. */
const WORTH_COMPARING = 0.35;
/** An article with this share of another's words, in as many sentences at least, was written from it, or it from that. */
const COPY = { share: 0.3, sentences: 3 };
/** Quotation marks around fewer words are of a term or a name. */
const SHORTEST_QUOTATION = 4;

/** Two articles, one of which was written from the other or both from a third. */
export interface Drift {
  /** The kept article. */
  article: { id: string; title: string | null; publisher: string | null; url: string | null; date: PublicationDate };
  /** Whether the kept article is the older one; `null` where that is not known, or both are of one day. */
  isEarlier: boolean | null;
  /** The share of the checked article's words that stand in sentences taken over, 0 to 1. */
  share: number;
  /** The sentences of the checked article, in order. */
  sentences: DriftedSentence[];
  /** The sentences of the kept article that this one has not, in order. */
  leftOut: KeptSentence[];
}

/** A sentence of the kept article, with its place there. */
export interface KeptSentence extends Span {
  text: string;
}

export type DriftedSentence = Span & { text: string } & (
    | { kind: 'same'; kept: KeptSentence }
    | {
        kind: 'altered';
        kept: KeptSentence;
        changes: WordChange[];
        /** Words that were told and are quoted now, or were quoted and are told now; `null` where the marks are as they were. */
        marks: { words: string; nowQuoted: boolean } | null;
      }
    | { kind: 'added' }
  );

/** How a reading differs from a kept one that it shares sentences with; `null` where it shares too little to be a copy. */
export function driftFrom(reading: Reading, kept: Reading): Drift | null {
  const [own, others] = [sentencesOf(reading), sentencesOf(kept)];
  const partners = pairedUp(own, others);
  const taken = own.filter(sentence => partners.has(sentence));
  const share = lengthOf(taken) / Math.max(1, lengthOf(own));
  const fewest = Math.min(COPY.sentences, own.length, others.length);
  if (share < COPY.share || taken.length < fewest || lengthOf(taken) < FEWEST_WORDS) return null;
  const used = new Set(partners.values());
  const { id, title, publisher, url, date } = kept.document;
  return {
    article: { id, title, publisher, url, date },
    isEarlier: isEarlier(date, reading.document.date),
    share,
    sentences: own.map(sentence => driftedFrom(sentence, partners.get(sentence))),
    leftOut: others.filter(sentence => !used.has(sentence)).map(placeOf),
  };
}

/** So few words in common may be a phrase that anybody uses. */
const FEWEST_WORDS = 25;

interface Sentence extends KeptSentence {
  words: string[];
  weighty: Set<string>;
  /** Words between quotation marks, without them. */
  quoted: string[][];
}

function sentencesOf({ document: { text }, sentences }: Reading): Sentence[] {
  const quotations = quotedSpans(text);
  return sentences
    .filter(({ boilerplate }) => !boilerplate)
    .map(({ start, end }) => {
      const own = text.slice(start, end);
      const quoted = quotations
        .filter(span => span.start < end && span.end > start)
        .map(span => wordsOf(text.slice(Math.max(start, span.start), Math.min(end, span.end))));
      return { start, end, text: own, words: wordsOf(own), weighty: weighty(own), quoted };
    })
    .filter(({ words }) => words.length > 0);
}

/** Each sentence with the one it was made from: the likest pairs first, each sentence once. */
function pairedUp(own: Sentence[], others: Sentence[]): Map<Sentence, Sentence> {
  const pairs = own.flatMap(one =>
    others.flatMap(other => {
      const alike = isSame(one, other) ? 1 : alikeness(one, other);
      return alike >= ALTERED ? [{ one, other, alike }] : [];
    }),
  );
  const partners = new Map<Sentence, Sentence>();
  const used = new Set<Sentence>();
  for (const { one, other } of pairs.sort((x, y) => y.alike - x.alike)) {
    if (partners.has(one) || used.has(other)) continue;
    partners.set(one, other);
    used.add(other);
  }
  return partners;
}

/** The share of words that both have in the same order; where a sentence was turned round, of weighty words in any order. */
function alikeness(one: Sentence, other: Sentence): number {
  const inAnyOrder = likeness(one.weighty, other.weighty);
  if (inAnyOrder < WORTH_COMPARING) return 0;
  const inOrder = changesOf(one.words, other.words).inOrder / Math.max(one.words.length, other.words.length);
  return Math.max(inOrder, inAnyOrder >= TURNED_ROUND ? inAnyOrder : 0);
}

function driftedFrom(sentence: Sentence, partner: Sentence | undefined): DriftedSentence {
  const here = placeOf(sentence);
  if (!partner) return { ...here, kind: 'added' };
  const kept = placeOf(partner);
  const marks = marksMoved(sentence, partner);
  if (isSame(sentence, partner) && !marks) return { ...here, kind: 'same', kept };
  return { ...here, kind: 'altered', kept, changes: changesOf(sentence.words, partner.words).changes, marks };
}

/** Words that stand in both sentences, and between quotation marks in one of them alone. */
function marksMoved(sentence: Sentence, partner: Sentence): { words: string; nowQuoted: boolean } | null {
  const unmarked = (from: Sentence, to: Sentence) =>
    from.quoted.find(
      words =>
        words.length >= SHORTEST_QUOTATION &&
        changesOf(words, to.words).inOrder >= ALTERED * words.length &&
        !to.quoted.some(others => changesOf(words, others).inOrder >= ALTERED * words.length),
    );
  const now = unmarked(sentence, partner);
  if (now) return { words: now.join(' '), nowQuoted: true };
  const before = unmarked(partner, sentence);
  return before ? { words: before.join(' '), nowQuoted: false } : null;
}

function isSame({ words: one }: Sentence, { words: other }: Sentence): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

function isEarlier(kept: PublicationDate, own: PublicationDate): boolean | null {
  const [one, other] = [kept.value ?? kept.latest, own.value ?? own.earliest];
  return one === null || other === null || one === other ? null : one < other;
}

function placeOf({ start, end, text }: KeptSentence): KeptSentence {
  return { start, end, text };
}

function lengthOf(sentences: Sentence[]): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}
