/** What every check looks at: one article as it was read, the rows it is held against, and where things stand in it. */

import type { EventRow, FigureRow } from '../datasets/row.js';
import { grouped } from '../grouped.js';
import { firstNotBefore } from '../in-order.js';
import { madeOnce } from '../made-once.js';
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
  /** Mentions and times in the order of the text. */
  mentions: Mention[];
  times: TimeExpression[];
  claimsById: Map<string, Claim>;
  /** Places of quoted words, in order. */
  quotations: Span[];
  /** Rows by measure, and events by type. */
  figuresOf(measure: string): FigureRow[];
  eventsOf(type: string): EventRow[];
}

export function checkContext(reading: Reading, evidence: Evidence): CheckContext {
  const byMeasure = figuresByMeasure(evidence.figures);
  const byType = eventsByType(evidence.events);
  const { text, date } = reading.document;
  return {
    reading,
    evidence,
    text,
    published: date.value ?? date.latest,
    pair: mainPair(reading.mentions),
    figures: reading.claims.filter(claim => claim.kind === 'figure'),
    mentions: reading.mentions.toSorted((one, other) => one.start - other.start),
    times: reading.times.toSorted((one, other) => one.start - other.start),
    claimsById: new Map(reading.claims.map(claim => [claim.id, claim])),
    quotations: quotedSpans(text),
    figuresOf: measure => byMeasure.get(measure) ?? [],
    eventsOf: type => byType.get(type) ?? [],
  };
}

/** Rows are put in order once for all articles that are held against them. */
const figuresByMeasure = madeOnce((rows: FigureRow[]) => grouped(rows, ({ measure }) => measure));

/** Events of a type in the order of their days. */
export const eventsByType = madeOnce((rows: EventRow[]) => {
  const byType = grouped(rows, ({ type }) => type);
  for (const ofType of byType.values()) ofType.sort((one, other) => one.from.localeCompare(other.from));
  return byType;
});

/** The sentence a span begins in. */
export function sentenceAt({ reading, text }: CheckContext, at: number): Span {
  const { sentences } = reading;
  const first = firstNotBefore(sentences, one => one.end <= at);
  return sentences[first] ?? { start: at, end: text.length };
}

/** The mentions of actors that lie in a span. */
export function mentionsIn({ mentions }: CheckContext, span: Span): Mention[] {
  return within(mentions, span);
}

/** The expressions of time that lie in a span. */
export function timesIn({ times }: CheckContext, span: Span): TimeExpression[] {
  return within(times, span);
}

/** The figures that lie in a span. */
export function figuresIn({ figures }: CheckContext, span: Span): FigureClaim[] {
  return within(figures, span);
}

/** The last figure that ends before a place, no further than a paragraph back. */
export function figureBefore(context: CheckContext, at: number): FigureClaim | undefined {
  return figuresIn(context, { start: at - PARAGRAPH, end: at }).at(-1);
}

const PARAGRAPH = 1500;

/** The years of the figures before one in its paragraph, the nearest first. */
export function yearsBefore(context: CheckContext, { start }: Span): number[] {
  const paragraph = Math.max(context.text.lastIndexOf('\n', start), start - PARAGRAPH);
  const years = figuresIn(context, { start: paragraph, end: start }).flatMap(({ period }) =>
    period?.from && period.from.slice(0, 4) === period.to?.slice(0, 4) ? [Number(period.from.slice(0, 4))] : [],
  );
  return [...new Set(years.reverse())];
}

/** Of spans in order, those that lie in a span: found by halving, so that a long article takes no longer a sentence. */
function within<S extends Span>(sorted: S[], { start, end }: Span): S[] {
  const first = firstNotBefore(sorted, one => one.start < start);
  const found: S[] = [];
  for (let at = first; at < sorted.length && sorted[at]!.start < end; at += 1) {
    if (sorted[at]!.end <= end) found.push(sorted[at]!);
  }
  return found;
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

/** Places of words between quotation marks, without the marks. */
export function quotedSpans(text: string): Span[] {
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
