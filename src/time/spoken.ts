/** When quoted words were spoken: "last year" in a quotation of 2019 is 2018. */
import { firstNotBefore } from '../in-order.js';
import type { Sentence } from '../language/sentence.js';
import type { DayRange, Span, TimeExpression } from '../reading.js';
import { dayNumber } from './calendar.js';

/** Quotations spoken nearer than this to the article count from the article's day, as all else in it. */
const RECENT_DAYS = 31;
const LONGEST_QUOTATION = 2000;
const SPEECH =
  /\b(?:said|told|spoke|speaking|speech|interview|declared|address|wrote|promised|remarked|warned|testified|announced|recalled|letter)\b|[“"]/i;
const CLOSING: Record<string, string> = { '“': '”', '"': '"', '«': '»' };

/** The places of quoted words within lines, in order, without their marks. One pass over the text, whatever it holds. */
export function quotationsIn(text: string): Span[] {
  const found: Span[] = [];
  const next = new Map<string, number>();
  const following = (mark: string, from: number) => {
    const known = next.get(mark) ?? -1;
    if (known >= from) return known;
    const at = text.indexOf(mark, from);
    next.set(mark, at < 0 ? Number.POSITIVE_INFINITY : at);
    return next.get(mark)!;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = CLOSING[text[at]!];
    if (!mark) continue;
    const close = following(mark, at + 1);
    if (close - at > LONGEST_QUOTATION || following('\n', at + 1) < close) continue;
    found.push({ start: at + 1, end: close });
    at = close;
  }
  return found;
}

/** What an article is made of, each list in the order of the text. */
interface Parts {
  text: string;
  sentences: Sentence[];
  times: TimeExpression[];
  quotations: Span[];
}

/**
 * The days on which a quotation was spoken, where the article dates it long before itself: by a date behind it in its
 * sentence ("..., he said in June 2019"), else by the last one before it, in its sentence or in the one before if that
 * tells of speech.
 *
 * @param published the last day on which the article can have been written
 */
export function spokenOn(quotation: Span, parts: Parts, published: string): DayRange | null {
  const { text, sentences } = parts;
  const index = firstEndingAfter(sentences, quotation.start);
  const own = sentences[index];
  const closing = sentences[firstEndingAfter(sentences, quotation.end - 1)] ?? own;
  if (!own || !closing) return null;
  const before = sentences[index - 1];
  const goesOn =
    before && before.paragraph === own.paragraph && SPEECH.test(text.slice(before.start, before.end)) ? before : own;
  const dates = unquotedDates(parts, { start: goesOn.start, end: closing.end });
  const date = dates.find(({ start }) => start >= quotation.end) ?? dates.findLast(({ end }) => end <= quotation.start);
  if (!date || dayNumber(published) - dayNumber(date.to!) <= RECENT_DAYS) return null;
  return { from: date.from, to: date.to };
}

function unquotedDates({ times, quotations }: Parts, { start, end }: Span): TimeExpression[] {
  const dates: TimeExpression[] = [];
  for (let index = firstEndingAfter(times, start); index < times.length && times[index]!.start < end; index++) {
    const time = times[index]!;
    const quotation = quotations[firstEndingAfter(quotations, time.start)];
    const quoted = quotation !== undefined && quotation.start <= time.start;
    if (time.type === 'DATE' && time.from && time.to && !quoted) dates.push(time);
  }
  return dates;
}

/** Of spans in order, the place of the first that ends behind an offset. */
function firstEndingAfter(spans: Span[], offset: number): number {
  return firstNotBefore(spans, one => one.end <= offset);
}
