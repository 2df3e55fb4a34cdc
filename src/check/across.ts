/** A figure held against the same figure in other articles of the record: the same fact with another value, and when it was told. */
import type { FigureClaim } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import { type CheckContext, sentenceAt } from './context.js';
import { agrees, statedBy } from './tolerance.js';
import type { Check } from './verdict.js';
import { type WordIndex, wordIndex } from './word-index.js';
import { amountWords, dayWords, spanOf } from './words.js';

/** Two sentences with this share of their weighty words in common tell of one fact. */
const SAME_FACT = 0.7;
/** Sentences with fewer weighty words are too thin to be known again. */
const FEWEST_WORDS = 4;
/** Further apart than this, two numbers are hardly of one thing. */
const FURTHEST = 5;
/** Of many articles with the very same sentence a few are enough. */
const SAME_WORDS = 5;
/** Tolls and counts of people grow from day to day: only agreement is said of them. */
const GROWING = new Set(['person', 'meeting', 'visit', 'vote']);

/** `null` where no other article tells of the same thing. */
export function checkAcross(context: CheckContext, claim: FigureClaim): Check | null {
  if (context.evidence.claims.length === 0 || claim.range || claim.unit === 'year') return null;
  const sentence = sentenceAt(context, claim.start);
  const words = weighty(context.text.slice(sentence.start, sentence.end));
  if (words.size < FEWEST_WORDS) return null;
  const told = samesOf(context, claim, words);
  if (told.length === 0) return null;
  const figure = statedBy(context.text, claim);
  const alike = told.filter(({ claim: { value } }) => agrees(figure, value));
  const others = told.filter(kept => !alike.includes(kept));
  if (alike.length === 0 && GROWING.has(claim.unit)) return null;
  const shown = alike[0] ?? others[0]!;
  const listed = [...alike, ...others]
    .slice(0, 4)
    .map(({ claim: { value, unit }, article }) => `${amountWords(value, unit)} (${nameOf(article)})`)
    .join(', ');
  return {
    ...spanOf(claim),
    verdict: alike.length > 0 ? 'agrees' : 'differs',
    found: { value: shown.claim.value, unit: shown.claim.unit, period: shown.claim.period },
    evidence: told.slice(0, 4).map(sentenceRef),
    why: `Told of the same before: ${listed}; the article says ${amountWords(claim.value, claim.unit)}.`,
    confidence: alike.length > 0 ? 0.7 : 0.6,
  };
}

type KeptFigure = KeptClaim & { claim: FigureClaim };

/** Figures of other articles that tell of the same fact: same unit and period, nearly the same words. */
function samesOf(context: CheckContext, claim: FigureClaim, words: Set<string>): KeptFigure[] {
  const { id } = context.reading.document;
  // Of so many words, one at least is in any sentence that has enough of them.
  const rarest = Math.floor((1 - SAME_FACT) * words.size) + 1;
  return (figuresKept(context, claim.unit)?.withOneOf(words, rarest) ?? [])
    .filter(sentence => likeness(words, sentence.words) >= SAME_FACT)
    .flatMap(({ all }) => all.slice(0, SAME_WORDS))
    .filter(
      ({ claim: other, article }) =>
        article.id !== id &&
        Boolean(other.change) === Boolean(claim.change) &&
        other.value > 0 &&
        isSamePeriod(claim, other) &&
        Math.abs(Math.log(other.value / claim.value)) <= Math.log(FURTHEST),
    );
}

function isSamePeriod({ period: one }: FigureClaim, { period: other }: FigureClaim): boolean {
  return (one?.from ?? null) === (other?.from ?? null) && (one?.to ?? null) === (other?.to ?? null);
}

const kept = new WeakMap<KeptClaim[], Map<string, WordIndex<KeptFigure>>>();

/** The figures of the record by unit and by the words of their sentences; made once for a record. */
function figuresKept({ evidence: { claims } }: CheckContext, unit: string): WordIndex<KeptFigure> | undefined {
  let indexes = kept.get(claims);
  if (!indexes) {
    const byUnit = new Map<string, { text: string; item: KeptFigure }[]>();
    for (const one of claims) {
      if (one.claim.kind !== 'figure') continue;
      const entry = { text: one.sentence.text, item: one as KeptFigure };
      const list = byUnit.get(one.claim.unit);
      if (list) list.push(entry);
      else byUnit.set(one.claim.unit, [entry]);
    }
    indexes = new Map([...byUnit].map(([name, items]) => [name, wordIndex(items, weighty)]));
    kept.set(claims, indexes);
  }
  return indexes.get(unit);
}

/** The beginnings of the longer words of a sentence, in lower case: "sends" and "sending" are one. */
function weighty(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, 6)));
}

/** The share of the longer list that both have. */
function likeness(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / Math.max(one.size, other.size);
}

function nameOf({ publisher, title, id, date }: KeptClaim['article']): string {
  return [publisher ?? title ?? id, date.value && dayWords(date.value)].filter(Boolean).join(', ');
}
