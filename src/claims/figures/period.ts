/** When what was measured took place, by the expressions of time around a figure. */
import { firstNotBefore } from '../../in-order.js';
import type { Day, DayRange, Span, TimeExpression } from '../../reading.js';

const REACH = 150;

/** The expressions of time of an article, found by place. */
export interface PeriodFinder {
  /** Expressions that begin within a span. */
  within(span: Span): TimeExpression[];
}

export function periodFinder(times: TimeExpression[]): PeriodFinder {
  const sorted = [...times].sort((one, other) => one.start - other.start);
  return {
    within({ start, end }) {
      const first = firstNotBefore(sorted, one => one.start < start);
      const found: TimeExpression[] = [];
      for (let at = first; at < sorted.length && sorted[at]!.start < end; at += 1) found.push(sorted[at]!);
      return found;
    },
  };
}

/** Where a figure stands, and whether it is the size of a change. */
type PlacedFigure = Span & { isChange: boolean };

/**
 * "Up 93% on the year before", "up from 15 billion in 2022": the time of what is compared with. A level can be of such a
 * time itself, where nothing stands between ("4 billion the year before") or the clause begins with it.
 */
function isOfComparison(text: string, time: TimeExpression, { start, end, isChange }: PlacedFigure): boolean {
  const isBehind = time.start >= end;
  const between = isBehind ? text.slice(end, time.start) : text.slice(time.end, start);
  const before = text.slice(Math.max(0, time.start - 24), time.start).toLowerCase();
  if (/\b(?:than|than in|from|compared with|against|by|until)\s*(?:in |the |that in )?$/.test(before)) return true;
  if (/\bfrom\b[^,;]*\d/.test(between)) return true;
  const words = text.slice(time.start, time.end).toLowerCase();
  if (isChange && isBehind && /^\d{4}$/.test(words) && /\bon $/.test(before)) return true;
  if (!/\b(?:earlier|before|(?:previous|prior|preceding) (?:year|quarter|month|week|decade))$/.test(words))
    return false;
  if (isBehind) return isChange ? !/^ in (?:the )?$/.test(between) : !/^ (?:in )?$/.test(between);
  return !/(?:^|[.;:,]\s*|\n|\bin )$/.test(before) || /\d/.test(between);
}

/** How far a time is from its figure: right behind "in" it is its own; behind "to" or another number it is somebody else's. */
function distanceOf(between: string, isBehind: boolean): number {
  if (isBehind && /^ (?:in|during|for|of) $/.test(between)) return 0;
  const isAway = isBehind ? /[;–—\d]/.test(between) : /[;–—\d]|^ (?:to|and) $/.test(between);
  return between.length + (isAway ? 60 : 0);
}

/**
 * The period of a figure: the nearest expression of its sentence that says when. "Since X" lasts until the article's day; a
 * time that is compared with ("than in 2021", "from 2021") is the base of a change, not the period.
 */
export function periodOf(
  figure: PlacedFigure,
  times: TimeExpression[],
  text: string,
  published: Day | null,
): DayRange | null {
  let nearest: DayRange | null = null;
  let distance = REACH;
  for (const time of times) {
    if (time.type === 'SET' || (!time.from && !time.to) || (time.start < figure.end && figure.start < time.end))
      continue;
    const between = time.start >= figure.end ? text.slice(figure.end, time.start) : text.slice(time.end, figure.start);
    const before = text.slice(Math.max(0, time.start - 24), time.start).toLowerCase();
    if (isOfComparison(text, time, figure)) continue;
    const gap = distanceOf(between, time.start >= figure.end);
    if (gap >= distance) continue;
    distance = gap;
    const since = time.start >= figure.end && /\bsince\b[^,;:.]*$/i.test(between);
    nearest =
      since || /\bsince\s*(?:\p{L}+ ){0,4}$/iu.test(before)
        ? { from: time.from, to: published }
        : { from: time.from, to: time.to };
  }
  return nearest;
}
