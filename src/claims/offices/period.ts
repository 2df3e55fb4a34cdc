import { firstNotBefore } from '../../in-order.js';
import type { Day, Span, TimeExpression } from '../../reading.js';
import { subtree } from '../statements/phrase.js';
import type { Scene } from './scene.js';
import type { ChangeKind } from './vocabulary.js';

/** The time of a change: in the verb's own clause, behind the verb rather than before it. */
export function timeOf({ tree, times }: Scene, verb: number): TimeExpression | null {
  const { tokens } = tree;
  const { first, end } = subtree(tree, verb);
  const from = tokens[first]!.start;
  const to = tokens[end - 1]!.end;
  const own = times.filter(time => time.type === 'DATE' && time.from !== null && time.start >= from && time.end <= to);
  return own.find(time => time.start > tokens[verb]!.start) ?? own[0] ?? null;
}

/** The first time behind a token, up to the next comma or stop. */
export function timeBehind({ tree: { tokens }, times }: Scene, first: number): TimeExpression | null {
  const stop = tokens.findIndex((token, index) => index > first && /^[,;.]$/.test(token.form));
  const end = tokens[stop < 0 ? tokens.length - 1 : stop]!.end;
  return (
    times.find(
      time => time.type === 'DATE' && time.from !== null && time.start > tokens[first]!.start && time.end <= end,
    ) ?? null
  );
}

/** First and last day of an office by the time of its change: "since" begins it, "until" ends it. */
export function periodOf(
  { text }: Scene,
  kind: ChangeKind,
  time: TimeExpression | null,
): { from: Day | null; to: Day | null } {
  if (!time) return { from: null, to: null };
  const isUntil = /\b(?:until|till|up to)\s+(?:early |late |mid-)?$/i.test(
    text.slice(Math.max(0, time.start - 16), time.start),
  );
  return kind === 'end' || isUntil ? { from: null, to: time.to } : { from: time.from, to: null };
}

/** The times inside a span, of times in order. */
export function timesIn(times: TimeExpression[], { start, end }: Span): TimeExpression[] {
  const first = firstNotBefore(times, one => one.start < start);
  const found: TimeExpression[] = [];
  for (let at = first; at < times.length && times[at]!.start < end; at++) found.push(times[at]!);
  return found;
}
