/** Events of the evidence by type: tens of thousands are sorted once, then each lever takes its own. */
import type { EventRow } from '../datasets/row.js';
import { grouped } from '../grouped.js';
import { madeOnce } from '../made-once.js';
import type { Question } from './lever.js';

/** The events of a type, in the order of the evidence. */
export function eventsOf({ evidence }: Question, type: string): readonly EventRow[] {
  return byType(evidence.events).get(type) ?? NONE;
}

const byType = madeOnce((events: readonly EventRow[]) => grouped(events, event => event.type));

const NONE: readonly EventRow[] = [];
