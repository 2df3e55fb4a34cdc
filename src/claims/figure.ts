/**
 * Reads figures: every quantity of an article that means something, with its unit, how exact it is, whether it is the size of a
 * change, when it was measured and what it is about. docs/figures.md tells what counts as one.
 */
import type { Sentence } from '../language/sentence.js';
import type { Country, DayRange, FigureClaim, Found, Span, TimeExpression } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { approximationOf } from './figures/approximation.js';
import { baseOfRatio, changeAt } from './figures/change.js';
import { datingOf } from './figures/dating.js';
import { signBefore } from './figures/money.js';
import { periodFinder, periodOf } from './figures/period.js';
import { type Piece, piecesOf } from './figures/pieces.js';
import { quantitiesIn } from './figures/quantities.js';
import type { Place, Quantity } from './figures/quantity.js';
import { comparesAt } from './figures/ratios.js';
import { speaksOfBefore, subjectOf } from './figures/subject.js';

type Figure = Found<FigureClaim>;

/** The figures of an article, in order. The work is linear in the length of the text. */
export function readFigures({ article, sentences, mentions, times }: AnnotatedArticle): Figure[] {
  const figures: Figure[] = [];
  const finder = periodFinder(times);
  const countriesOf = new Map<number, Country[]>();
  const actorsOf = new Map<number, Span[]>();
  for (const { sentence, countries, kind, start, end } of mentions) {
    countriesOf.set(sentence, [...(countriesOf.get(sentence) ?? []), ...countries]);
    if (kind !== 'demonym' && kind !== 'pronoun')
      actorsOf.set(sentence, [...(actorsOf.get(sentence) ?? []), { start, end }]);
  }
  const articleCountries = byFrequency(mentions.flatMap(({ countries }) => countries));
  let before: Piece[] | null = null;
  for (const sentence of sentences) {
    if (sentence.boilerplate) continue;
    const around = finder.within({ start: sentence.start - 40, end: sentence.end });
    const pieces = piecesOf(sentence, article.text);
    const place: Place = {
      pieces,
      text: article.text,
      money: { sentence: countriesOf.get(sentence.index) ?? [], article: articleCountries },
      dated: datedPieces(pieces, around),
      before,
      actors: actorsOf.get(sentence.index) ?? [],
      found: [],
    };
    before = pieces;
    const own = around.filter(({ start }) => start >= sentence.start);
    for (const quantity of quantitiesIn(place)) {
      figures.push(placed(quantity, place, sentence, own, figures, article.date.value ?? article.date.latest));
    }
  }
  return figures;
}

/** A quantity as a claim: its span, how exact it is, whether it is a change, when and of what. */
function placed(
  { first, end, value, unit, family, range: limits, direction, confidence, doubt }: Quantity,
  { pieces, text, actors, dated }: Place,
  sentence: Sentence,
  times: TimeExpression[],
  before: Figure[],
  published: string | null,
): Figure {
  const token = pieces[end - 1]!.token ?? pieces[first]!.token;
  const start = signBefore(pieces, first, text)?.start ?? pieces[first]!.start;
  const span = { start, end: pieces[end - 1]!.end };
  const isShare = family === 'share' || family === 'ratio';
  const earlier = before.at(-1);
  const listed = isListed({ pieces, dated }, first, end, unit, earlier, sentence.start);
  const stated =
    (family === 'count' && !isMoreThan(pieces, end)) ||
    family === 'time' ||
    (unit === 'percentage point' && !/(?:er|less|more)$/.test(pieces[end]?.lower ?? '') && comparesAt(pieces, end))
      ? null
      : changeAt(pieces, first, end, isShare);
  const change = stated ?? (direction ? { direction, base: baseOfRatio(pieces, end), from: null } : listed);
  const refersBack = speaksOfBefore(token, sentence);
  const period: DayRange | null =
    periodOf({ ...span, isChange: change !== null }, times, text, published, datingOf(sentence, span)) ??
    (refersBack && earlier && sentence.start - earlier.end < 400 ? earlier.period : null) ??
    // "trade reached $68 billion in 2022, up 93%": a growth is of the time of its level.
    (change && earlier && earlier.start >= sentence.start && !earlier.change ? earlier.period : null);
  return {
    kind: 'figure',
    ...span,
    confidence,
    value,
    unit,
    approximate: family === 'time' && pieces[first - 1]?.lower === 'over' ? null : approximationOf(pieces, first, end),
    range: limits,
    change: change && direction && change.direction !== direction ? { ...change, direction } : change,
    period,
    subject:
      subjectOf({ token, span, isCount: family === 'count', actors }, sentence, text) ??
      (refersBack && earlier ? earlier.subject : null),
    place: null,
    doubt,
  };
}

/** "3,000 more than in the autumn": a count that says how many more. */
function isMoreThan(pieces: Piece[], end: number): boolean {
  return /^(?:more|fewer|less)$/.test(pieces[end]?.lower ?? '') && pieces[end + 1]?.lower === 'than';
}

/** "by 2%, 3% and 5%": what is said of the first of a list holds for all of it. */
function isListed(
  { pieces, dated }: Pick<Place, 'pieces' | 'dated'>,
  first: number,
  end: number,
  unit: string,
  earlier: Figure | undefined,
  from: number,
): Figure['change'] {
  if (!earlier?.change || earlier.start < from || end <= first) return null;
  const joint = pieces[first - 1];
  // "fell 3.4% or £2.4 billion", "rose by $1.35 (2.2%)": the same change in other words.
  const isRestated = joint && earlier.end === pieces[first - 2]?.end && (joint.lower === 'or' || joint.text === '(');
  if (isRestated && earlier.unit !== unit) return earlier.change;
  if (earlier.unit !== unit) return null;
  // "exports grew by 5 percent and imports by 3 percent": the verb is not said again.
  if (joint?.lower === 'by') return { ...earlier.change, base: null };
  // "rose 11.5%, against 8.7% in April": what it is compared with is a change too.
  if (unit === 'percent' && /^(?:against|after|versus|following)$/.test(joint?.lower ?? ''))
    return { ...earlier.change, base: null };
  // "by 2% this year, 3% next year and 4% after that"
  let before = first - 2;
  while (dated[before]) before -= 1;
  const isNext = joint && earlier.end === pieces[before]?.end && (joint.text === ',' || joint.lower === 'and');
  return isNext ? earlier.change : null;
}

function datedPieces(pieces: Piece[], times: TimeExpression[]): boolean[] {
  const dates = times.filter(({ type }) => type === 'DATE' || type === 'TIME');
  return pieces.map(piece => dates.some(({ start, end }) => start < piece.end && piece.start < end) || isYear(piece));
}

/** 1500 to 2100 standing alone: taken for a year even where no date was read. */
function isYear({ kind, text, spaced }: Piece): boolean {
  return kind === 'number' && spaced && /^(?:1[5-9]|20)\d\d$/.test(text);
}

function byFrequency(countries: Country[]): Country[] {
  const counts = new Map<Country, number>();
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([country]) => country);
}
