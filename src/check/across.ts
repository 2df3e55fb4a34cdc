/** A figure held against the same figure in other articles of the record: the same fact with another value, and when it was told. */
import { grouped } from '../grouped.js';
import { madeOnce } from '../made-once.js';
import type { FigureClaim } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import { type CheckContext, sentenceAt } from './context.js';
import { namingsIn } from './figures/measures.js';
import { agrees, areFarApart, GROWING, statedBy } from './figures/tolerance.js';
import { similarSentences } from './similar-sentences.js';
import type { Check } from './verdict.js';
import { amountWords, dayWords, spanOf } from './words.js';

/** Two sentences with this share of their weighty words in common tell of one fact. */
const SAME_FACT = 0.7;
/** Of many articles with the very same sentence a few are enough. */
const SAME_WORDS = 5;
/** The very same sentence has the same claims in all articles: those of the first few are enough. */
const SAME_SENTENCE = 20;
/** So many tellings are listed; what is told more often than that is not looked at. */
const LISTED = 4;

/** `null` where no other article tells of the same thing. */
export function checkAcross(context: CheckContext, claim: FigureClaim): Check | null {
  if (context.evidence.claims.length === 0 || claim.range || claim.unit === 'year') return null;
  const figure = statedBy(context.text, claim);
  const told: KeptFigure[] = [];
  const alike: KeptFigure[] = [];
  const others: KeptFigure[] = [];
  for (const kept of samesOf(context, claim)) {
    told.push(kept);
    (agrees(figure, kept.claim.value) ? alike : others).push(kept);
    if (alike.length === LISTED) break;
  }
  if (told.length === 0) return null;
  // Of what grows only agreement is said.
  if (alike.length === 0 && GROWING.has(claim.unit)) return null;
  const shown = alike[0] ?? others[0]!;
  const listed = [...alike, ...others]
    .slice(0, LISTED)
    .map(({ claim: { value, unit }, article }) => `${amountWords(value, unit)} (${nameOf(article)})`)
    .join(', ');
  return {
    ...spanOf(claim),
    verdict: alike.length > 0 ? 'agrees' : 'differs',
    found: { value: shown.claim.value, unit: shown.claim.unit, period: shown.claim.period },
    evidence: told.slice(0, LISTED).map(sentenceRef),
    why: `Told of the same before: ${listed}; the article says ${amountWords(claim.value, claim.unit)}.`,
    confidence: alike.length > 0 ? 0.7 : 0.6,
  };
}

type KeptFigure = KeptClaim & { claim: FigureClaim };

/** Figures of other articles that tell of the same fact: same measure, unit and period, nearly the same words. */
function* samesOf(context: CheckContext, claim: FigureClaim): Generator<KeptFigure> {
  const { reading, evidence } = context;
  const sentence = sentenceAt(context, claim.start);
  const measure = measureBeside(context.text.slice(sentence.start, sentence.end), sentence.start, claim);
  for (const { likeness, claims } of similarSentences(reading, evidence.claims, sentence)) {
    if (likeness < SAME_FACT) continue;
    const figures = figuresIn(claims).get(claim.unit) ?? [];
    for (const kept of figures.slice(0, SAME_WORDS)) {
      const of = measureBeside(kept.sentence.text, kept.sentence.start, kept.claim);
      if (of === measure && isOfSame(kept, claim, reading.document.id)) yield kept;
    }
  }
}

/** The measure a sentence names for a figure: the last one before it, else the first behind; two-way trade is no imports. */
function measureBeside(sentence: string, offset: number, { start }: FigureClaim): string | null {
  const namings = namingsIn(sentence, offset);
  const beside = namings.findLast(naming => naming.end <= start) ?? namings.find(naming => naming.start >= start);
  return beside?.measure.measure ?? null;
}

/** @param own the id of the article that is checked: itself, kept, or a copy of it says nothing about it. */
function isOfSame({ claim: other, article, also = [] }: KeptFigure, claim: FigureClaim, own: string): boolean {
  return (
    article.id !== own &&
    !also.some(copy => copy.article === own) &&
    Boolean(other.change) === Boolean(claim.change) &&
    other.value > 0 &&
    isSamePeriod(claim, other) &&
    !areFarApart(other.value, claim.value)
  );
}

/** The figures of a sentence by their unit. */
const figuresIn = madeOnce((claims: KeptClaim[]) =>
  grouped(claims.slice(0, SAME_SENTENCE).filter(isFigure), ({ claim: { unit } }) => unit),
);

function isFigure(kept: KeptClaim): kept is KeptFigure {
  return kept.claim.kind === 'figure';
}

function isSamePeriod({ period: one }: FigureClaim, { period: other }: FigureClaim): boolean {
  return (one?.from ?? null) === (other?.from ?? null) && (one?.to ?? null) === (other?.to ?? null);
}

function nameOf({ publisher, title, id, date }: KeptClaim['article']): string {
  return [publisher ?? title ?? id, date.value && dayWords(date.value)].filter(Boolean).join(', ');
}
