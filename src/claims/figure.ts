/**
 * Reads figures: every quantity of an article that means something, with its unit, how exact it is, whether it is the size of a
 * change, when it was measured and what it is about. docs/figures.md tells what counts as one.
 */
import type { Sentence } from '../language/sentence.js';
import type { Country, DayRange, FigureClaim, Found, Span, TimeExpression } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { approximationOf } from './figures/approximation.js';
import { baseOfRatio, changeAt } from './figures/change.js';
import { countedAt, countedBefore, eventCounted } from './figures/counts.js';
import { type Numeral, numeralAt } from './figures/numerals.js';
import { periodFinder, periodOf } from './figures/period.js';
import { type Piece, piecesOf } from './figures/pieces.js';
import { speaksOfBefore, subjectOf } from './figures/subject.js';
import {
  amountAt,
  currencyNamedBefore,
  exchangeRateAt,
  type MoneyContext,
  rateAt,
  signBefore,
} from './figures/units.js';
import { figureVocabulary } from './figures/vocabulary.js';

type Figure = Found<FigureClaim>;

/** A quantity before it is placed in its article: the pieces it is made of and what they say. */
interface Quantity {
  /** First piece of the span, and one past the last. */
  first: number;
  end: number;
  value: number;
  unit: string;
  family: 'money' | 'share' | 'measure' | 'rate' | 'time' | 'count' | 'ratio';
  range: [number, number] | null;
  /** A ratio ("three times as much") is a change by itself. */
  direction: 'up' | 'down' | null;
  confidence: number;
  /** Where to go on reading; default: `end`. */
  next?: number;
}

/** Everything a reader of one sentence needs. */
interface Place {
  pieces: Piece[];
  text: string;
  money: MoneyContext;
  /** Pieces inside a date or a time of day. */
  dated: boolean[];
  /** The pieces of the sentence before. */
  before: Piece[] | null;
  /** States, persons and organisations that the sentence names. */
  actors: Span[];
  /** What was read before in this sentence. */
  found: Quantity[];
}

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

function quantitiesIn(place: Place): Quantity[] {
  const { pieces, dated, found } = place;
  let at = 0;
  while (at < pieces.length) {
    const quantity = dated[at] ? null : quantityAt(place, at);
    if (quantity) {
      found.push(quantity);
      at = Math.max(quantity.next ?? quantity.end, at + 1);
    } else {
      const numeral = dated[at] ? null : numeralAt(pieces, at);
      at = numeral?.kind === 'cardinal' ? numeral.end : at + 1;
    }
  }
  return found;
}

/** The quantity whose number begins at a piece, or `null`. */
function quantityAt(place: Place, at: number): Quantity | null {
  const { pieces } = place;
  const numeral = numeralAt(pieces, at);
  if (!numeral) return null;
  if (numeral.kind === 'fraction') return fraction(numeral);
  if (numeral.kind === 'multiple') return multiple(place, numeral);
  return (
    times(place, numeral) ??
    votes(place, numeral) ??
    range(place, numeral) ??
    rated(place, amount(place, numeral)) ??
    points(place, numeral) ??
    exchangeRate(place, numeral) ??
    counted(place, numeral) ??
    bare(place, numeral)
  );
}

function fraction(numeral: Numeral): Quantity {
  return { ...base(numeral), unit: 'fraction', family: 'share' };
}

/** twice, doubled: a ratio, or "twice" as a count of events. */
function multiple(place: Place, numeral: Numeral): Quantity | null {
  const { pieces } = place;
  const word = pieces[numeral.first]!.lower;
  const isCount = (word === 'twice' || word === 'thrice') && !comparesAt(pieces, numeral.end);
  if (!isCount)
    return { ...base(numeral), unit: 'times', family: 'ratio', direction: numeral.value < 1 ? 'down' : 'up' };
  const event = eventCounted(pieces, numeral.first);
  return { ...base(numeral), unit: event ?? 'times', family: 'count', confidence: event ? 0.9 : 0.75 };
}

/** "three times as much", "11 times": a ratio where something is compared, else a count of events. */
function times({ pieces }: Place, numeral: Numeral): Quantity | null {
  if (pieces[numeral.end]?.lower !== 'times') return null;
  const end = numeral.end + 1;
  if (comparesAt(pieces, end)) return { ...base(numeral), end, unit: 'times', family: 'ratio', direction: 'up' };
  const event = eventCounted(pieces, numeral.first);
  return { ...base(numeral), end, unit: event ?? 'times', family: 'count', confidence: event ? 0.9 : 0.75 };
}

function comparesAt(pieces: Piece[], at: number): boolean {
  const next = pieces[at];
  if (!next) return false;
  // "19 times as president" counts, "three times as big" compares.
  if (next.lower === 'as') return /^(?:ADJ|ADV)$/.test(pieces[at + 1]?.token?.upos ?? '');
  if (/er$/.test(next.lower) && pieces[at + 1]?.lower === 'than') return true;
  if (
    /^(?:what|more|less|that|those|its|their|his|her|larger|bigger|higher|greater|smaller|faster|the)$/.test(next.lower)
  ) {
    return next.lower !== 'the' || !/^(?:last|past|first|same)$/.test(pieces[at + 1]?.lower ?? '');
  }
  // "a hundred times Rwanda's size".
  return /^\p{Lu}/u.test(next.text) && /^[’']$/.test(pieces[at + 1]?.text ?? '');
}

/** "voted 93 to 24", "15-0", "138 votes to nine". */
function votes(place: Place, numeral: Numeral): Quantity | null {
  const { pieces, found } = place;
  if (numeral.scale !== 1) return null;
  const previous = found.at(-1);
  const vote = (fields: Partial<Quantity>): Quantity => ({
    ...base(numeral),
    unit: 'vote',
    family: 'count',
    confidence: 0.85,
    ...fields,
  });
  if (pieces[numeral.first - 1]?.lower === 'to' && previous?.unit === 'vote' && previous.end === numeral.first - 1)
    return vote({});
  if (!isAfterVote(pieces, numeral.first)) return null;
  const joint = pieces[numeral.end];
  const against =
    pieces[numeral.end + 1]?.kind === 'number' || pieces[numeral.end + 1]?.kind === 'word'
      ? numeralAt(pieces, numeral.end + 1)
      : null;
  if (!joint || !against) return null;
  if (joint.text === '-' || joint.text === '–') return vote({ end: numeral.end + 2 });
  return joint.lower === 'to' ? vote({}) : null;
}

/** "voted 93 to 24", "voted by 141 to 7", "a vote of 10 to 4". */
function isAfterVote(pieces: Piece[], at: number): boolean {
  const near = /^(?:by|of)$/.test(pieces[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return /^vote(?:s|d)?$/.test(pieces[near]?.lower ?? '');
}

/** "between 107% and 212%", "50m-60m lari", "10 to 15 billion". */
function range(place: Place, low: Numeral): Quantity | null {
  const { pieces, text, money } = place;
  const own = amountAt(pieces, low, text, money);
  const start = own?.first ?? low.first;
  const end = own?.end ?? low.end;
  const joint = pieces[end];
  const isBetween = pieces[start - 1]?.lower === 'between' && joint?.lower === 'and';
  const isSpan =
    joint && (joint.text === '-' || joint.text === '–' || (joint.lower === 'to' && !movesBefore(pieces, start)));
  if (!isBetween && !isSpan) return null;
  let at = end + 1;
  while (pieces[at]?.kind === 'sign' || (pieces[at] && at < end + 3 && figureVocabulary().signs.has(pieces[at]!.text)))
    at += 1;
  const high = pieces[at] ? numeralAt(pieces, at) : null;
  if (high?.kind !== 'cardinal' || at > end + 3) return null;
  const upper =
    rated(place, amount(place, high)) ??
    counted(place, high) ??
    // "$10-15 billion": the sign stands before the first alone.
    (own?.kind === 'money' ? { ...base(high), unit: own.unit, family: 'money' as const } : null);
  // "$3.5 to $4 billion each month": what it is counted by stands behind the second alone.
  if (!upper || (own && own.unit !== upper.unit && !upper.unit.startsWith(`${own.unit}/`))) return null;
  const factor = upper.value / high.value;
  const shared = low.scale === 1 && high.scale > 1 && low.value < 1000 ? high.scale : 1;
  const lower = (own ? own.value : low.value * factor) * shared;
  if (!(lower < upper.value) || lower <= 0) return null;
  return { ...upper, first: start, value: (lower + upper.value) / 2, range: [lower, upper.value] };
}

/** "from 10% to 25%", "rose 5% to 7": a movement, not a range. */
function movesBefore(pieces: Piece[], first: number): boolean {
  const { directions } = figureVocabulary();
  if (pieces.slice(Math.max(0, first - 2), first).some(({ lower }) => lower === 'from')) return true;
  return pieces
    .slice(Math.max(0, first - 4), first)
    .some(({ lower, token }) => directions.has(lower) || directions.has(token?.lemma.toLowerCase() ?? ''));
}

/** Money, percent, tonnes ... */
function amount({ pieces, text, money }: Place, numeral: Numeral): Quantity | null {
  const found = amountAt(pieces, numeral, text, money);
  if (!found) return null;
  const { kind, value, unit, first, end } = found;
  const small = isSmallWord(numeral);
  if (kind === 'time' && (small || isAgo(pieces, end))) return null;
  if (kind === 'measure' && small && value === 1) return null;
  return { ...base(numeral), first, end, value, unit, family: kind, confidence: found.doubtful ? 0.7 : 0.95 };
}

/** "fell by five points": of a rate or a poll. */
function points({ pieces }: Place, numeral: Numeral): Quantity | null {
  if (!/^points?$/.test(pieces[numeral.end]?.lower ?? '')) return null;
  const end = numeral.end + 1;
  if (!changeAt(pieces, numeral.first, end, true)) return null;
  return { ...base(numeral), end, unit: 'percentage point', family: 'share', confidence: 0.7 };
}

/** An amount with what it is counted by, where that follows: a day, per 1,000 cubic metres, "of crude a day". */
function rated({ pieces }: Place, quantity: Quantity | null): Quantity | null {
  const isRate = quantity?.family === 'rate' && quantity.unit.includes('/');
  if (!quantity || quantity.family === 'share' || quantity.family === 'time' || isRate) return quantity;
  let at = quantity.end;
  if (quantity.family === 'measure' && pieces[at]?.lower === 'of') {
    const after = [at + 2, at + 3].find(index => pieces[index - 1]?.kind === 'word' && rateAt(pieces, index));
    if (after) at = after;
  }
  const rate = rateAt(pieces, at);
  // "$4 billion a year earlier" says when, not how often.
  const isMoment = quantity.family === 'money' && /^(?:after|before|since)$/.test(pieces[rate?.end ?? at]?.lower ?? '');
  return rate && !isAgo(pieces, rate.end) && !isMoment
    ? { ...quantity, unit: `${quantity.unit}/${rate.per}`, end: rate.end }
    : quantity;
}

/** "18.76 to the dollar": the currency of the numerator is the one named before. */
function exchangeRate({ pieces, money, found }: Place, numeral: Numeral): Quantity | null {
  const rate = exchangeRateAt(pieces, numeral.end, money);
  const earlier = found.findLast(({ unit }) => isExchangeRate(unit))?.unit.slice(0, 3);
  const currency = rate && (earlier ?? currencyNamedBefore(pieces, numeral.first, rate.per, money));
  return currency ? { ...base(numeral), unit: `${currency}/${rate.per}`, family: 'ratio', confidence: 0.85 } : null;
}

/** "140 Chinese firms", "33 of the poorest countries"; "5 of 12 jets" counts jets as well. */
function counted(place: Place, numeral: Numeral): Quantity | null {
  const { pieces } = place;
  if (isHyphened(pieces, numeral.end) || isAddress(pieces, numeral.end)) return null;
  const noun = countedAt(pieces, numeral.end);
  if (noun) {
    if (isSmallWord(numeral) && !isWeighty(place, noun.unit, noun.lemma)) return null;
    if (numeral.words && numeral.value < 1) return null;
    return rated(place, { ...base(numeral), end: noun.end, unit: noun.unit, family: 'count', confidence: 0.9 });
  }
  if (pieces[numeral.end]?.lower !== 'of' || isSmallWord(numeral)) return null;
  const whole = [1, 2, 3, 4, 5, 6]
    .map(step => numeral.end + step)
    .map(at => (pieces[at] ? numeralAt(pieces, at) : null))
    .find(found => found?.kind === 'cardinal');
  const parts = whole && countedAt(pieces, whole.end);
  return parts ? { ...base(numeral), unit: parts.unit, family: 'count', confidence: 0.75 } : null;
}

/** A number without a noun: a force of 7,500; or it counts what the figure before it counted (800 men ... and Thailand 1,000). */
function bare(place: Place, numeral: Numeral): Quantity | null {
  const { pieces, found } = place;
  const voted = votersAgain(place, numeral) ?? remainder(place, numeral);
  if (voted) return voted;
  const again = shareAgain(place, numeral) ?? casualties(place, numeral);
  if (again) return again;
  if (isHyphened(pieces, numeral.end) || (numeral.words && numeral.value < 10 && numeral.scale === 1)) return null;
  const before = pieces[numeral.first - 1];
  if (before?.lower === 'of' && figureVocabulary().bodies.has(pieces[numeral.first - 2]?.lower ?? '')) {
    return { ...base(numeral), unit: 'person', family: 'count', confidence: 0.7 };
  }
  const next = pieces[numeral.end];
  if (next && !next.spaced && next.kind === 'word') return null;
  if (next && /^(?:NOUN|PROPN|ADJ)$/.test(next.token?.upos ?? '')) return null;
  if (next?.lower === 'of' && /^(?:them|whom|these|those)$/.test(pieces[numeral.end + 1]?.lower ?? '')) {
    const unit =
      countedBefore(pieces, numeral.first) ?? (place.before ? countedBefore(place.before, place.before.length) : null);
    return unit ? { ...base(numeral), unit, family: 'count', confidence: 0.75 } : null;
  }
  const previous = found.findLast(
    ({ family, unit, first }) =>
      (/^(?:money|measure|count|rate)$/.test(family) || isExchangeRate(unit)) && pieces[first - 1]?.text !== '(',
  );
  if (!previous) return null;
  if (previous.family === 'money' && numeral.scale === 1) return null;
  if (numeral.scale === 1 && numeral.value < 10 && !/^(?:vote|abstention)$/.test(previous.unit)) return null;
  return { ...base(numeral), unit: previous.unit, family: previous.family, confidence: 0.75 };
}

/** "350 to the dollar, and on the street 700" */
function isExchangeRate(unit: string): boolean {
  return /^[A-Z]{3}\/[A-Z]{3}$/.test(unit);
}

/** "two soldiers were killed and five wounded": whoever was hurt counts, however few. */
function casualties({ pieces }: Place, numeral: Numeral): Quantity | null {
  const next = pieces[numeral.end];
  const verb = pieces[numeral.first - 1]?.token;
  const isObject =
    verb?.upos === 'VERB' &&
    figureVocabulary().lossVerbs.has(verb.lemma.toLowerCase()) &&
    (next?.kind ?? 'sign') === 'sign';
  if (!isObject && !/^(?:wounded|dead|injured|killed|missing)$/.test(next?.lower ?? '')) return null;
  return { ...base(numeral), unit: 'person', family: 'count', confidence: 0.7 };
}

/** "cut to 2.9 per cent from 3.1": the level before. */
function shareAgain({ pieces, found }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  const isFrom = pieces[numeral.first - 1]?.lower === 'from' && before?.end === numeral.first - 1;
  if (!isFrom || before.unit !== 'percent' || numeral.scale !== 1 || numeral.words) return null;
  return { ...base(numeral), unit: 'percent', family: 'share', confidence: 0.75 };
}

/** "35 countries abstained and five voted against": who votes is counted, however few. */
function votersAgain({ pieces, found }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  if (!before || !/^(?:country|person)$/.test(before.unit)) return null;
  if (!/^(?:voted|abstained|opposed|objected)$/.test(pieces[numeral.end]?.lower ?? '')) return null;
  return { ...base(numeral), unit: before.unit, family: 'count', confidence: 0.7 };
}

/** "by 55 percent to 45": the other side of a vote. */
function remainder({ pieces, found }: Place, numeral: Numeral): Quantity | null {
  const before = found.at(-1);
  if (before?.unit !== 'percent' || pieces[before.first - 1]?.lower !== 'by' || before.end !== numeral.first - 1)
    return null;
  return pieces[before.end]!.lower === 'to'
    ? { ...base(numeral), unit: 'percent', family: 'share', confidence: 0.7 }
    : null;
}

/** Nobody writes a count below ten in words for a figure, unless what is counted matters. */
function isWeighty({ pieces }: Place, unit: string, lemma: string): boolean {
  const { weighty, lossVerbs } = figureVocabulary();
  if (weighty.has(unit) || weighty.has(lemma)) return true;
  if (unit === 'country' && pieces.some(({ lower }) => /^(?:voted|abstained)$/.test(lower))) return true;
  return unit === 'person' && pieces.some(({ token }) => token && lossVerbs.has(token.lemma.toLowerCase()));
}

function isSmallWord(numeral: Numeral): boolean {
  return numeral.words && numeral.value < 10 && numeral.scale === 1 && Number.isInteger(numeral.value);
}

/** "10 Downing Street": the number of a house. */
function isAddress(pieces: Piece[], at: number): boolean {
  return pieces
    .slice(at + 1, at + 3)
    .some(({ text }) => /^(?:Street|Avenue|Road|Square|Lane|Boulevard|Palace)$/.test(text));
}

function isHyphened(pieces: Piece[], at: number): boolean {
  return pieces[at]?.text === '-' && !pieces[at]!.spaced && pieces[at + 1]?.spaced === false;
}

/** "16 days ago", "two years earlier": when, not how long. */
function isAgo(pieces: Piece[], at: number): boolean {
  return /^(?:ago|earlier|later|hence|old)$/.test(pieces[at]?.lower ?? '');
}

function base(numeral: Numeral): Pick<Quantity, 'first' | 'end' | 'value' | 'range' | 'direction' | 'confidence'> {
  return {
    first: numeral.first,
    end: numeral.end,
    value: numeral.value,
    range: null,
    direction: null,
    confidence: numeral.doubtful ? 0.7 : 0.92,
  };
}

/** A quantity as a claim: its span, how exact it is, whether it is a change, when and of what. */
function placed(
  { first, end, value, unit, family, range: limits, direction, confidence }: Quantity,
  { pieces, text, actors }: Place,
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
  const listed = isListed(pieces, first, end, unit, earlier, sentence.start);
  const stated =
    family === 'count' ||
    family === 'time' ||
    (unit === 'percentage point' && !/(?:er|less|more)$/.test(pieces[end]?.lower ?? '') && comparesAt(pieces, end))
      ? null
      : changeAt(pieces, first, end, isShare);
  const change = stated ?? (direction ? { direction, base: baseOfRatio(pieces, end), from: null } : listed);
  const refersBack = speaksOfBefore(token, sentence);
  const period: DayRange | null =
    periodOf({ ...span, isChange: change !== null }, times, text, published) ??
    (refersBack && earlier && sentence.start - earlier.end < 400 ? earlier.period : null);
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
  };
}

/** "by 2%, 3% and 5%": what is said of the first of a list holds for all of it. */
function isListed(
  pieces: Piece[],
  first: number,
  end: number,
  unit: string,
  earlier: Figure | undefined,
  from: number,
): Figure['change'] {
  if (!earlier?.change || earlier.start < from || earlier.unit !== unit || end <= first) return null;
  const joint = pieces[first - 1];
  // "exports grew by 5 percent and imports by 3 percent": the verb is not said again.
  if (joint?.lower === 'by') return { ...earlier.change, base: null };
  const isNext = joint && earlier.end === pieces[first - 2]?.end && (joint.text === ',' || joint.lower === 'and');
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
