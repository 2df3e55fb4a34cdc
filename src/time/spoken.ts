/** When quoted words were spoken: "last year" in a quotation of 2019 is 2018. */
import type { Sentence } from '../language/sentence.js';
import type { DayRange, Span, TimeExpression } from '../reading.js';
import { dayNumber } from './calendar.js';

/** Quotations spoken nearer than this to the article count from the article's day, as all else in it. */
const RECENT_DAYS = 31;
const LONGEST_QUOTATION = 2000;
const SPEECH =
  /\b(?:said|told|spoke|speaking|speech|interview|declared|address|wrote|promised|remarked|warned|testified|announced|recalled|letter)\b|[“"]/i;
const CLOSING: Record<string, string> = { '“': '”', '"': '"', '«': '»' };

/** The places of quoted words within lines, in order, without their marks. */
export function quotationsIn(text: string): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = CLOSING[text[at]!];
    if (!mark) continue;
    const line = text.slice(at + 1, at + LONGEST_QUOTATION);
    const close = line.indexOf(mark);
    const lineEnd = line.indexOf('\n');
    if (close < 0 || (lineEnd >= 0 && lineEnd < close)) continue;
    found.push({ start: at + 1, end: at + 1 + close });
    at += close + 1;
  }
  return found;
}

/**
 * The days on which a quotation was spoken, where the article dates it long before itself: by a date behind it in its
 * sentence ("..., he said in June 2019"), else by the last one before it, in its sentence or in the one before if that
 * tells of speech.
 *
 * @param times all expressions of the article, in order
 * @param published the last day on which the article can have been written
 */
export function spokenOn(
  quotation: Span,
  {
    text,
    sentences,
    times,
    quotations,
  }: { text: string; sentences: Sentence[]; times: TimeExpression[]; quotations: Span[] },
  published: string,
): DayRange | null {
  const index = sentences.findIndex(({ end }) => end > quotation.start);
  const last = sentences.findIndex(({ end }) => end >= quotation.end);
  const own = sentences[index];
  const closing = sentences[last] ?? own;
  if (!own || !closing) return null;
  const before = sentences[index - 1];
  const begins =
    before && before.paragraph === own.paragraph && SPEECH.test(text.slice(before.start, before.end))
      ? before.start
      : own.start;
  const dates = times.filter(
    ({ type, from, to, start }) =>
      type === 'DATE' && from && to && !quotations.some(each => each.start <= start && start < each.end),
  );
  const behind = dates.find(({ start, end }) => start >= quotation.end && end <= closing.end);
  const ahead = dates.findLast(({ start, end }) => start >= begins && end <= quotation.start);
  const date = behind ?? ahead;
  if (!date || dayNumber(published) - dayNumber(date.to!) <= RECENT_DAYS) return null;
  return { from: date.from, to: date.to };
}
