/** A figure held against the same figure in other articles of the record: the same fact with another value, and when it was told. */
import { grouped } from '../grouped.js';
import { madeOnce } from '../made-once.js';
import type { FigureClaim } from '../reading.js';
import { type KeptClaim, sentenceRef } from '../record/evidence.js';
import { daysBetween } from '../time/calendar.js';
import { type CheckContext, sentenceAt } from './context.js';
import { measureWording, namingsIn } from './figures/measures.js';
import { agrees, areFarApart, GROWING, isScaleError, statedBy } from './figures/tolerance.js';
import { likeness, similarSentences, weighty } from './similar-sentences.js';
import { countriesNamed } from './told-parties.js';
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

/** Where no period is told, two figures are of one moment if they were told within so many days. */
const TOLD_WITHIN = 31;
/** What stands around two figures of no named measure has this share of its words in common, where they are of one thing. */
const SAME_SUBJECT = 0.5;

/** `null` where no other article tells of the same thing. */
export function checkAcross(context: CheckContext, claim: FigureClaim): Check | null {
  if (context.evidence.claims.length === 0 || claim.range || claim.unit === 'year') return null;
  const figure = statedBy(context.text, claim);
  const told: KeptFigure[] = [];
  const alike: KeptFigure[] = [];
  const others: KeptFigure[] = [];
  for (const kept of samesOf(context, claim)) {
    const isAlike = agrees(figure, kept.claim.value);
    if (!isAlike && !isOfOneMoment(context, claim, kept)) continue;
    told.push(kept);
    (isAlike ? alike : others).push(kept);
    if (alike.length === LISTED) break;
  }
  if (told.length === 0) return null;
  if (alike.length === 0 && mayHaveGrown(context, claim, others[0]!)) return null;
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
    why: `Told of the same before: ${listed}; the article says ${amountWords(claim.value, claim.unit)}${
      alike.length === 0 && isScaleError(figure, shown.claim.value)
        ? ': the digits are the same, so it may be the scale'
        : ''
    }.`,
    confidence: alike.length > 0 ? 0.7 : 0.6,
  };
}

/**
 * Tolls, visits and votes grow from one telling to the next: of them only agreement is said. People who are somewhere ("some 4,000
 * soldiers are stationed there") do not, where the sentence is the same in all but the number.
 */
function mayHaveGrown(context: CheckContext, claim: FigureClaim, { sentence }: KeptFigure): boolean {
  if (!GROWING.has(claim.unit)) return false;
  const { start, end } = sentenceAt(context, claim.start);
  const words = context.text.slice(start, end);
  const isStanding = /\b(?:is|are|was|were|has|have|had|keeps?|kept|stationed|based|deployed|employs?|employed)\b/.test(
    words,
  );
  return (
    claim.unit !== 'person' ||
    !isStanding ||
    measureWording().tolls.test(words) ||
    likeness(weighty(words), weighty(sentence.text)) < SAME_SENTENCE_BUT_NUMBER
  );
}

const SAME_SENTENCE_BUT_NUMBER = 0.9;

type KeptFigure = KeptClaim & { claim: FigureClaim };

/** Figures of other articles that tell of the same fact: same measure, unit and period, nearly the same words. */
function* samesOf(context: CheckContext, claim: FigureClaim): Generator<KeptFigure> {
  const { reading, evidence } = context;
  const sentence = sentenceAt(context, claim.start);
  const own = { ...sentence, text: context.text.slice(sentence.start, sentence.end) };
  const measure = measureBeside(own.text, own.start, claim);
  const parties = countriesNamed(own).join();
  // Where no measure is named: a unit is a thing of its own (soldiers, branches), or the words around the figures are the same.
  const subject = NO_THING.test(claim.unit) ? wordsAround(own, claim) : null;
  for (const { likeness: alike, claims } of similarSentences(reading, evidence.claims, sentence)) {
    if (alike < SAME_FACT) continue;
    const figures = figuresIn(claims).get(claim.unit) ?? [];
    // "India's imports from China" and "India's imports from Japan" are alike in all words but one.
    if (figures.length === 0 || countriesNamed(figures[0]!.sentence).join() !== parties) continue;
    for (const kept of figures.slice(0, SAME_WORDS)) {
      if (!isOfSame(context.text, kept, claim, reading.document.id)) continue;
      const of = measureBesideKept(kept);
      if (of !== measure) continue;
      if (of !== null || subject === null || likeness(subject, wordsAroundKept(kept)) >= SAME_SUBJECT) yield kept;
    }
  }
}

/** Units that do not say what there is so much of. */
const NO_THING = /^(?:[A-Z]{3}|percent|percentage point|fraction|times|year)$/;

const wordsAroundKept = madeOnce(({ sentence, claim }: KeptFigure) => wordsAround(sentence, claim));

const measureBesideKept = madeOnce(({ sentence, claim }: KeptFigure) =>
  measureBeside(sentence.text, sentence.start, claim),
);

type Sentence = { start: number; end: number; text: string };

/** The weighty words of a figure's own clause. */
function wordsAround({ text, start: offset }: Sentence, { start, end }: FigureClaim): Set<string> {
  const before = text.slice(Math.max(0, start - offset - CLAUSE), start - offset).replace(/^.*[,;:()]/s, '');
  const after = /^[^,;:()]*/.exec(text.slice(end - offset, end - offset + CLAUSE))![0];
  return weighty(`${before} ${after}`);
}

/** A clause reaches at most so many characters from its figure. */
const CLAUSE = 80;

/** Of a period that is told, or told at one time: what was said a year ago of no stated year is another thing. */
function isOfOneMoment(
  { published }: CheckContext,
  { period }: FigureClaim,
  { article: { date } }: KeptFigure,
): boolean {
  if (period?.from) return true;
  return Boolean(published && date.earliest && Math.abs(daysBetween(date.earliest, published)) <= TOLD_WITHIN);
}

/** The measure a sentence names for a figure: the last one before it, else the first behind; two-way trade is no imports. */
function measureBeside(sentence: string, offset: number, { start }: FigureClaim): string | null {
  const namings = namingsIn(sentence, offset);
  const beside = namings.findLast(naming => naming.end <= start) ?? namings.find(naming => naming.start >= start);
  return beside?.measure.measure ?? null;
}

/** @param own the id of the article that is checked: itself, kept, or a copy of it says nothing about it. */
function isOfSame(
  text: string,
  { claim: other, article, also = [] }: KeptFigure,
  claim: FigureClaim,
  own: string,
): boolean {
  return (
    article.id !== own &&
    !also.some(copy => copy.article === own) &&
    Boolean(other.change) === Boolean(claim.change) &&
    other.value > 0 &&
    isSamePeriod(claim, other) &&
    // Far apart they are of two things, but for a slip of the scale: million for billion.
    (!areFarApart(other.value, claim.value) || isScaleError(statedBy(text, claim), other.value))
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
