/** A figure held against the same figure in other articles of the record: the same fact with another value, and when it was told. */
import type { FigureClaim } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import { type CheckContext, sentenceAt } from './context.js';
import { agrees, statedBy } from './tolerance.js';
import type { Check } from './verdict.js';
import { amountWords, dayWords, spanOf } from './words.js';

/** Two sentences with this share of their weighty words in common tell of one fact. */
const SAME_FACT = 0.7;
/** Sentences with fewer weighty words are too thin to be known again. */
const FEWEST_WORDS = 4;
/** Further apart than this, two numbers are hardly of one thing. */
const FURTHEST = 5;
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
  const probes = [...words].sort((one, other) => other.length - one.length).slice(0, 3);
  const { id } = context.reading.document;
  return figuresKept(context, claim.unit).filter(({ claim: other, article, sentence }) => {
    if (article.id === id || Boolean(other.change) !== Boolean(claim.change) || other.value <= 0) return false;
    if (!isSamePeriod(claim, other) || Math.abs(Math.log(other.value / claim.value)) > Math.log(FURTHEST)) return false;
    const lower = sentence.text.toLowerCase();
    if (!probes.some(probe => lower.includes(probe))) return false;
    return likeness(words, weighty(sentence.text)) >= SAME_FACT;
  });
}

function isSamePeriod({ period: one }: FigureClaim, { period: other }: FigureClaim): boolean {
  return (one?.from ?? null) === (other?.from ?? null) && (one?.to ?? null) === (other?.to ?? null);
}

const kept = new WeakMap<KeptClaim[], Map<string, KeptFigure[]>>();

/** The figures of the record by unit, sorted once for a record. */
function figuresKept({ evidence: { claims } }: CheckContext, unit: string): KeptFigure[] {
  let byUnit = kept.get(claims);
  if (!byUnit) {
    byUnit = new Map();
    for (const one of claims) {
      if (one.claim.kind !== 'figure') continue;
      const list = byUnit.get(one.claim.unit);
      if (list) list.push(one as KeptFigure);
      else byUnit.set(one.claim.unit, [one as KeptFigure]);
    }
    kept.set(claims, byUnit);
  }
  return byUnit.get(unit) ?? [];
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
