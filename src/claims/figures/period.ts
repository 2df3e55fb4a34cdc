/** When what was measured took place, by the expressions of time around a figure. */
import { firstNotBefore } from '../../in-order.js';
import type { Day, DayRange, Span, TimeExpression } from '../../reading.js';
import { addDays, addMonths } from '../../time/calendar.js';
import { figureVocabulary } from './vocabulary.js';

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

/** "the steepest drop since 2012", "its first loss since 1999": how far back one looked, not the period. */
const RECORD_SINCE =
  /\b(?:first|most|least|worst|best|record|low|high|\p{L}{3,}est)\b[^,;.:]{0,40}\bsince\s*(?:\p{L}+ ){0,3}$/iu;

/**
 * "Up 93% on the year before", "up from 15 billion in 2022": the time of what is compared with. A level can be of such a
 * time itself, where nothing stands between ("4 billion the year before") or the clause begins with it.
 */
function isOfComparison(text: string, time: TimeExpression, { start, end, isChange }: PlacedFigure): boolean {
  const isBehind = time.start >= end;
  const between = isBehind ? text.slice(end, time.start) : text.slice(time.end, start);
  if (RECORD_SINCE.test(text.slice(Math.max(0, time.start - 70), time.start))) return true;
  const before = text.slice(Math.max(0, time.start - 24), time.start).toLowerCase();
  if (
    /\b(?:than|than in|from|compared with|against|by|until|until the end of|by the end of)\s*(?:in |the |that in )?$/.test(
      before,
    )
  )
    return true;
  if (/\bfrom\b[^,;]*\d/.test(between)) return true;
  const words = text.slice(time.start, time.end).toLowerCase();
  if (isChange && isBehind && /^\d{4}$/.test(words) && /\bon $/.test(before)) return true;
  if (!/\b(?:earlier|before|(?:previous|prior|preceding) (?:year|quarter|month|week|decade))$/.test(words))
    return false;
  if (isBehind) return isChange ? !/^ in (?:the )?$/.test(between) : !/^ (?:in )?$/.test(between);
  return !/(?:^|[.;:,]\s*|\n|\bin )$/.test(before) || /\d/.test(between);
}

/** How far a time is from its figure: right behind "in" it is its own; behind "to" or another number it is somebody else's. */
function distanceOf(words: string, isBehind: boolean): number {
  // A conversion in brackets stands in nobody's way.
  const between = words.replace(/\([^()]*\) ?/g, '');
  if (isBehind && /^ (?:in|during|for|of|as of) $/.test(between)) return 0;
  const isAway = isBehind ? /[;–—\d]/.test(between) : /[;–—\d]|^ (?:to|and) $/.test(between);
  return between.length + (isAway ? 60 : 0);
}

/**
 * The period of a figure: the nearest expression of its sentence that says when, if the parse has it date the figure's own
 * clause (figures/dating.ts). "Since X" lasts until the article's day; a time that is compared with ("than in 2021", "from
 * 2021") is the base of a change, not the period.
 */
export function periodOf(
  figure: PlacedFigure,
  times: TimeExpression[],
  text: string,
  published: Day | null,
  dates: (time: Span) => boolean | null,
): DayRange | null {
  let nearest: DayRange | null = null;
  let distance = REACH;
  for (const time of times) {
    if (time.type === 'SET' || (!time.from && !time.to) || (time.start < figure.end && figure.start < time.end))
      continue;
    if (isOfComparison(text, time, figure) || ENDING.test(text.slice(time.end, time.end + LONGEST_STRETCH))) continue;
    const isBehind = time.start >= figure.end;
    const between = isBehind ? text.slice(figure.end, time.start) : text.slice(time.end, figure.start);
    const gap = distanceOf(between, isBehind);
    if (gap >= distance) continue;
    const before = text.slice(Math.max(0, time.start - LONGEST_STRETCH), time.start);
    const stretch = stretchTo(before, time);
    if (gap > 0 && dates(stretch ?? time) === false) continue;
    distance = gap;
    const isSince = isBehind && /\bsince\b[^,;:.]*$/i.test(between);
    nearest =
      isSince || /\bsince\s*(?:\p{L}+ ){0,4}$/iu.test(before.slice(-24))
        ? { from: time.from, to: published }
        : { from: (stretch ?? time).from, to: (stretch ?? time).to };
  }
  return nearest;
}

const LONGEST_STRETCH = 60;
/** "the fiscal year that ended in March": the year is told by the month behind it. */
const ENDING = /^ (?:that |which )?(?:ended|ending|ends|to|through) (?:in |on )?\p{Lu}/u;
const STRETCH =
  /\b(?:(first )?(\p{L}+|\d+) (months|quarters)|(year|quarter|half)) (?:of|(?:that |which )?(?:ended|ending|ends|to|through|up to)(?: in| on)?(?: the end of)?)(?: the)? $/iu;

/** "the fiscal year that ended in March", "the seven months to July", "the first ten months of 2023": a stretch up to a time. */
function stretchTo(before: string, { from, to, start }: TimeExpression): (DayRange & Span) | null {
  const found = STRETCH.exec(before);
  if (!found || !from || !to) return null;
  const [words, first, count, unit, single] = found;
  const size = single
    ? { year: 12, quarter: 3, half: 6 }[single.toLowerCase()]!
    : (numberOf(count!) ?? 0) * (/quarter/i.test(unit!) ? 3 : 1);
  if (size < 1 || size > 24) return null;
  // What the clause hangs on is the year or the months, not the time behind them.
  const span = {
    start: start - words.length,
    end: start - words.length + words.search(/ (?:of|that|which|end|to|thr|up)/i),
  };
  if (/ of(?: the)? $/i.test(words)) return first ? { ...span, from, to: addDays(addMonths(from, size), -1) } : null;
  return { ...span, from: addMonths(addDays(to, 1), -size), to };
}

function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const known = figureVocabulary().numberWords.get(word.toLowerCase());
  return known?.find(({ kind }) => kind === 'digit' || kind === 'teen')?.value ?? null;
}
