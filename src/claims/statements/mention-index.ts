import type { ActorMention } from '../../actors/actor-mention.js';
import { firstNotBefore } from '../../in-order.js';
import type { Span } from '../../reading.js';

/** Mentions that can be asked for by place. */
export interface MentionIndex {
  /** Mentions that overlap a span, the longest overlap first. */
  within(span: Span): ActorMention[];
}

/** Sorts the mentions once, so that each question costs a search by halves. Mentions do not overlap each other. */
export function mentionIndex(mentions: ActorMention[]): MentionIndex {
  const sorted = [...mentions].sort((a, b) => a.start - b.start);
  const firstAfter = (place: number): number => {
    return firstNotBefore(sorted, one => one.end <= place);
  };
  return {
    within({ start, end }) {
      const found: ActorMention[] = [];
      for (let at = firstAfter(start); at < sorted.length && sorted[at]!.start < end; at++) found.push(sorted[at]!);
      const overlap = (m: ActorMention) => Math.min(m.end, end) - Math.max(m.start, start);
      return found.sort((a, b) => overlap(b) - overlap(a));
    },
  };
}
