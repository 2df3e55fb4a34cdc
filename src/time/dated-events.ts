/** Well-known dated events (data/dated-events.csv) and where a text tells of them. */
import { knownTable } from '../knowledge.js';
import type { Day } from '../reading.js';

export interface DatedEvent {
  name: string;
  from: Day;
  to: Day;
  /** The first day on which it was publicly known to be coming, where that is known. */
  announced: Day | null;
  /** All must be found for a text to tell of the event. */
  words: RegExp[];
}

let events: DatedEvent[] | null = null;

/**
 * The events a sentence tells of. Words of the sentence before count too, since "it" may stand for a party named
 * there, but at least two of the words (or all, of an event told by one) must stand in the sentence itself.
 */
export function eventsToldIn(sentence: string, before: string): DatedEvent[] {
  events ??= readEvents();
  const both = `${before} ${sentence}`;
  return events.filter(({ words }) => {
    if (!words.every(word => word.test(both))) return false;
    return words.filter(word => word.test(sentence)).length >= Math.min(2, words.length);
  });
}

function readEvents(): DatedEvent[] {
  return knownTable('dated-events.csv').map(row => ({
    name: row.event!,
    from: row.from!,
    to: row.to || row.from!,
    announced: row.announced || null,
    words: row
      .words!.split(';')
      .map(
        group =>
          new RegExp(
            `(?<![\\p{L}\\p{N}])(?:${group.replace(/[.$/]/g, '\\$&')}${SHORT_NAMES.test(group) ? '(?![\\p{L}])' : ''})`,
            'iu',
          ),
      ),
  }));
}

/** Groups of names so short that longer words begin with them. */
const SHORT_NAMES = /^(?:xi|eu|icc|kim|major)(?:\||$)/;
