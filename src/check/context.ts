/** What every check looks at: one article as it was read, the rows it is held against, and where things stand in it. */
import { knownCountries } from '../actors/countries.js';
import type { EventRow, FigureRow } from '../datasets/row.js';
import type { Claim, Country, Day, DayRange, FigureClaim, Mention, Reading, Span, TimeExpression } from '../reading.js';
import type { Evidence } from '../record/evidence.js';

export interface CheckContext {
  reading: Reading;
  evidence: Evidence;
  text: string;
  /** Last day on which the article can have been written. */
  published: Day | null;
  /** The two countries the article names most. */
  pair: [Country, Country] | null;
  figures: FigureClaim[];
  claimsById: Map<string, Claim>;
  /** Places of quoted words, in order. */
  quotations: Span[];
  /** Rows by measure, and events by type. */
  figuresOf(measure: string): FigureRow[];
  eventsOf(type: string): EventRow[];
}

export function checkContext(reading: Reading, evidence: Evidence): CheckContext {
  const byMeasure = grouped(evidence.figures, ({ measure }) => measure);
  const byType = grouped(evidence.events, ({ type }) => type);
  for (const rows of byType.values()) rows.sort((one, other) => one.from.localeCompare(other.from));
  const { text, date } = reading.document;
  return {
    reading,
    evidence,
    text,
    published: date.value ?? date.latest,
    pair: mainPair(reading.mentions),
    figures: reading.claims.filter(claim => claim.kind === 'figure'),
    claimsById: new Map(reading.claims.map(claim => [claim.id, claim])),
    quotations: quotationsIn(text),
    figuresOf: measure => byMeasure.get(measure) ?? [],
    eventsOf: type => byType.get(type) ?? [],
  };
}

/** The sentence a span begins in. */
export function sentenceAt({ reading, text }: CheckContext, at: number): Span {
  const { sentences } = reading;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? { start: at, end: text.length };
}

export function mentionsIn({ reading }: CheckContext, { start, end }: Span): Mention[] {
  return reading.mentions.filter(mention => mention.start >= start && mention.end <= end);
}

export function timesIn({ reading }: CheckContext, { start, end }: Span): TimeExpression[] {
  return reading.times.filter(time => time.start >= start && time.end <= end);
}

/**
 * The countries named in a span, each once, without organisations. "The two nations" and "they" name none: whom they
 * stand for was inferred, and a wrong guess would send a figure to the rows of somebody else.
 */
export function countriesIn(context: CheckContext, span: Span): Country[] {
  const named = mentionsIn(context, span).filter(({ kind }) => kind !== 'nominal' && kind !== 'pronoun');
  return [...new Set(named.flatMap(({ countries }) => countries))].filter(country => country !== 'IGO');
}

/**
 * The two countries a figure is about: those its subject names, with the other one of the article's pair where it names
 * one of them or none. `null` where it speaks of somebody else.
 */
export function pairOf(context: CheckContext, claim: FigureClaim): [Country, Country] | null {
  const sentence = sentenceAt(context, claim.start);
  const named = subjectCountries(context, claim, sentence);
  if (named.length === 2) return [named[0]!, named[1]!];
  if (named.length > 2 || !context.pair) return null;
  if (named.length === 0) return context.pair;
  const other = context.pair.find(country => country !== named[0]);
  return context.pair.includes(named[0]!) && other ? [named[0]!, other] : null;
}

/** The countries in the subject of a figure; where the subject names none, those between it and the figure. */
function subjectCountries(context: CheckContext, { subject, start }: FigureClaim, sentence: Span): Country[] {
  if (!subject) return [];
  const at = context.text.lastIndexOf(subject, start);
  if (at < 0 || sentence.start - at > 600) return [];
  const end = at + subject.length;
  const behind = at >= sentence.start ? countriesIn(context, { start: end, end: start }) : [];
  const own = countriesIn(context, { start: at, end });
  return own.length > 0 ? own : behind.length === 2 ? behind : [];
}

/** Whether a span lies in quoted words. */
export function quotedAt({ quotations }: CheckContext, at: number): Span | null {
  return quotations.find(({ start, end }) => start <= at && at < end) ?? null;
}

/**
 * When quoted words were spoken, by the last date the article gives before them in their paragraph ("During his visit in
 * 2019, he said ..."); `null` where none stands there, or it is no earlier than the article.
 */
export function spokenIn(context: CheckContext, quotation: Span): DayRange | null {
  const paragraph = context.text.lastIndexOf('\n', quotation.start) + 1;
  const before = timesIn(context, { start: paragraph, end: quotation.start })
    .filter(({ type, from, to, start }) => type === 'DATE' && from && to && !quotedAt(context, start))
    .at(-1);
  if (!before?.to || (context.published && before.to >= context.published)) return null;
  return { from: before.from, to: before.to };
}

/** The country a place of the text lies in: by the mention there, else as a name or a capital. */
export function countryOfPlace(context: CheckContext, place: Span): Country | null {
  const mention = context.reading.mentions.find(({ start, end }) => start < place.end && place.start < end);
  const own = mention?.countries.filter(country => country !== 'IGO') ?? [];
  if (own.length === 1) return own[0]!;
  return seats().get(context.text.slice(place.start, place.end)) ?? null;
}

let countryBySeat: Map<string, Country> | null = null;

function seats(): Map<string, Country> {
  countryBySeat ??= new Map(
    knownCountries().flatMap(({ iso3, name, capitals }) => [name, ...capitals].map(word => [word, iso3] as const)),
  );
  return countryBySeat;
}

/** The two countries named most often; the one named first where two are named alike often. */
function mainPair(mentions: Mention[]): [Country, Country] | null {
  const counts = new Map<Country, number>();
  for (const country of mentions.flatMap(({ countries }) => countries)) {
    if (country !== 'IGO') counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  return first && second ? [first[0], second[0]] : null;
}

const LONGEST_QUOTATION = 2000;

function quotationsIn(text: string): Span[] {
  const found: Span[] = [];
  const close: Record<string, string> = { '“': '”', '"': '"', '«': '»' };
  let at = 0;
  while (at < text.length) {
    const mark = close[text[at]!];
    const end = mark
      ? text.slice(at + 1, at + LONGEST_QUOTATION).search(mark === '"' ? /["\n]/ : new RegExp(`[${mark}\n]`))
      : -1;
    if (end >= 0) {
      found.push({ start: at + 1, end: at + 1 + end });
      at += end + 2;
    } else {
      at += 1;
    }
  }
  return found;
}

function grouped<R>(rows: R[], key: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const own = groups.get(key(row));
    if (own) own.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
