/** The days on which an article can have been written, from the clues in its own words. */
import type { Sentence } from '../language/sentence.js';
import type { Day, DayRange } from '../reading.js';
import { calendarClues } from './calendar-clues.js';
import type { DateClue } from './date-clue.js';
import { eventClues } from './event-clues.js';
import { holderClues } from './holder-clues.js';

/** More clues than an article has; what is longer is a collection of texts, and its beginning decides. */
const MOST_CLUES = 150;

/** The clues of the text, in its order; of several that leave the same days the first. */
export function dateClues(text: string, sentences: Sentence[]): DateClue[] {
  const clues = [
    ...eventClues(text, sentences),
    ...sentences.flatMap(sentence => [...calendarClues(text, sentence), ...holderClues(text, sentence)]),
  ].sort((a, b) => a.start - b.start);
  const byDays = new Map<string, DateClue>();
  for (const clue of clues) {
    const days = clue.ranges.map(({ from, to }) => `${from}/${to}`).join(' ');
    if (!byDays.has(days)) byDays.set(days, clue);
  }
  return [...byDays.values()].slice(0, MOST_CLUES);
}

/**
 * Clues that can all be true together, and the days they leave. Where two contradict each other the one that
 * contradicts most is dropped, a weak one before a strong one, and where nothing tells which is wrong both: a wrong
 * date does more harm than none.
 */
export function agreeing(clues: DateClue[]): { clues: DateClue[]; range: DayRange } {
  let kept = [...clues].sort((a, b) => a.ranges.length - b.ranges.length);
  while (kept.length > 0 && !possible(narrowed(kept))) {
    const blamed = kept.map(one => ({ one, disagreements: kept.filter(other => !compatible(one, other)).length }));
    const most = Math.max(...blamed.map(({ disagreements }) => disagreements));
    const worst = blamed.filter(({ disagreements }) => disagreements === most).map(({ one }) => one);
    const weak = worst.filter(({ strength }) => strength === 'weak');
    const dropped = new Set(weak.length > 0 ? weak : worst);
    kept = kept.filter(one => !dropped.has(one));
  }
  return { clues: kept, range: narrowed(kept) };
}

/** The clues without which the days left would be more. */
export function deciding(clues: DateClue[], range: DayRange): DateClue[] {
  return clues.filter(one => {
    const without = narrowed(clues.filter(other => other !== one));
    return without.from !== range.from || without.to !== range.to;
  });
}

/** What all clues leave; of several ranges of a clue those that touch what is left so far, as one hull. */
function narrowed(clues: DateClue[]): DayRange {
  let left: DayRange = { from: null, to: null };
  for (const { ranges } of clues) {
    const fitting = ranges.map(range => intersection(left, range)).filter(possible);
    left = fitting.length === 0 ? intersection(left, ranges[0]!) : hull(fitting);
  }
  return left;
}

function compatible(a: DateClue, b: DateClue): boolean {
  return a.ranges.some(one => b.ranges.some(other => possible(intersection(one, other))));
}

function intersection(a: DayRange, b: DayRange): DayRange {
  return { from: later(a.from, b.from), to: earlier(a.to, b.to) };
}

function hull(ranges: DayRange[]): DayRange {
  return {
    from: ranges.map(({ from }) => from).reduce((a, b) => (!a || !b ? null : earlier(a, b))),
    to: ranges.map(({ to }) => to).reduce((a, b) => (!a || !b ? null : later(a, b))),
  };
}

function possible({ from, to }: DayRange): boolean {
  return !from || !to || from <= to;
}

function later(a: Day | null, b: Day | null): Day | null {
  return !a ? b : !b ? a : a > b ? a : b;
}

function earlier(a: Day | null, b: Day | null): Day | null {
  return !a ? b : !b ? a : a < b ? a : b;
}
