import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { Country, Day, DayRange } from '../../reading.js';
import { type RecordedEvent, sentenceRef } from '../../record/evidence.js';
import { refOfRow, toldOf } from '../facts.js';

/** One real event of a ledger, with all that reports it. */
export interface LedgerEntry {
  /** By this name `decide` knows it: an event's id; of a row that is no deed of two states, the row's. */
  id: string;
  from: Day | null;
  to: Day | null;
  /** Where its day is not known: the days on one of which it was told first. */
  told: DayRange | null;
  what: string;
  /** `happened`, `announced`, `alleged` ...; `not happened` where it is told that it was not done. */
  status: string;
  source: Country[];
  target: Country[];
  host: Country | null;
  place: string | null;
  /** Articles that tell of it independently of each other. */
  reports: number;
  /** Fields on which its reports differ. */
  disputed: string[];
  evidence: EvidenceRef[];
}

export function entryOfEvent(event: RecordedEvent, rows: ReadonlyMap<string, EventRow>): LedgerEntry {
  const own = event.rows.flatMap(id => rows.get(id) ?? []);
  const [first] = event.claims;
  return {
    id: event.id,
    from: event.from,
    to: event.to,
    told: toldOf(event),
    what: own[0] ? wordsOfRow(own[0]) : (first?.sentence.text ?? event.type.toLowerCase()),
    status: `${event.negated ? 'not ' : ''}${event.modality}`,
    source: event.source,
    target: event.target,
    host: event.host,
    place: event.place?.name || null,
    reports: event.reports,
    disputed: event.disputed.map(({ field }) => field),
    evidence: [...own.map(refOfRow), ...event.claims.map(sentenceRef)],
  };
}

/** A row that the ledger of events does not have: a vote, a plan of one side. */
export function entryOfRow(row: EventRow): LedgerEntry {
  return {
    ...{ id: row.id, from: row.from, to: row.to ?? row.from, told: null, what: wordsOfRow(row), status: 'happened' },
    ...{ source: [row.a], target: row.b ? [row.b] : [], host: row.host, place: row.place },
    ...{ reports: 0, disputed: [], evidence: [refOfRow(row)] },
  };
}

function wordsOfRow({ text, type, format }: EventRow): string {
  return `${text ?? type}${format ? ` (${format})` : ''}`;
}
