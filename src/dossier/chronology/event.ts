/** An event as a chronology lists it: one thing that happened, with all who tell of it. */
import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { Country, Day, DayRange, Modality } from '../../reading.js';
import { type Evidence, type KeptClaim, type RecordedEvent, sentenceRef } from '../../record/evidence.js';
import { refOfRow, toldOf } from '../facts.js';
import { articleName } from '../sayer.js';

/** What is listed. */
export interface ListedEvent {
  /** Its permalink: the id of the event in the ledger, or of the row where it is no deed between states. */
  id: string;
  /** Its PLOVER type in capitals, or the type of its row in small letters: `address`, `vote`. */
  type: string;
  /** What the types are called: `meetings and calls`. */
  kind: string;
  /** What it was, in the words of its row or of the report that is most exact. */
  words: string;
  /** The first and last day it may have been; `null` where that is not known. */
  from: Day | null;
  to: Day | null;
  /** Where its day is not known: the days on one of which it was told first. */
  told: DayRange | null;
  /** What most reports say of it; `happened` for a row. */
  modality: Modality;
  /** Reported as not having taken place. */
  negated: boolean;
  /** Who did it and to whom, ISO3; both lists name all parties of a mutual act. */
  source: Country[];
  target: Country[];
  /** Articles that tell of it independently of each other; copies of one text count once. */
  reports: number;
  /** Rows of data sets that are this event. */
  rows: number;
  /** Who publishes the reports and rows, each once, by name. */
  outlets: string[];
  /** On what the reports differ, with who says what. */
  disputed: Dispute[];
  evidence: EvidenceRef[];
}

/** A field on which reports of one event differ: `from`, `place`, `host`. */
export interface Dispute {
  field: RecordedEvent['disputed'][number]['field'];
  values: { value: string; by: string[]; evidence: EvidenceRef[] }[];
}

/** An event of the ledger or, where it is no deed between states, a row: what a chronology is made of. */
export type Source = { event: RecordedEvent; row: null } | { event: null; row: EventRow };

/** All events and rows, each once: a row that is an event of the ledger stands as that event. */
export function sourcesOf({ ledger, events }: Evidence): Source[] {
  const inLedger = new Set(ledger.flatMap(({ rows }) => rows));
  return [
    ...ledger.map(event => ({ event, row: null })),
    ...events.filter(({ id }) => !inLedger.has(id)).map(row => ({ event: null, row })),
  ];
}

/**
 * Makes the entry of an event or row.
 *
 * @param rowOf finds a row by its id.
 */
export function listedEvent({ event, row }: Source, kind: string, rowOf: (id: string) => EventRow | undefined) {
  return event ? ofLedger(event, kind, rowOf) : ofRow(row, kind);
}

function ofLedger(event: RecordedEvent, kind: string, rowOf: (id: string) => EventRow | undefined): ListedEvent {
  const { id, type, from, to, modality, negated, source, target, claims, reports } = event;
  const rows = event.rows.flatMap(row => rowOf(row) ?? []);
  const evidence = [...rows.map(refOfRow), ...claims.map(sentenceRef)];
  return {
    id,
    type,
    kind,
    words: wordsOf(rows[0]) ?? claims[0]?.sentence.text ?? '',
    from,
    to,
    told: toldOf(event),
    modality,
    negated,
    source,
    target,
    reports,
    rows: rows.length,
    outlets: named([...rows.map(row => row.source), ...claims.map(outletOf)]),
    disputed: event.disputed.map(({ field, values }) => ({
      field,
      values: values.map(({ value, claims: told, rows: ids }) => {
        const own = ids.flatMap(one => rowOf(one) ?? []);
        return {
          value,
          by: named([...own.map(one => one.source), ...told.map(outletOf)]),
          evidence: [...own.map(refOfRow), ...told.map(sentenceRef)],
        };
      }),
    })),
    evidence,
  };
}

function ofRow(row: EventRow, kind: string): ListedEvent {
  return {
    id: row.id,
    type: row.type,
    kind,
    words: wordsOf(row) ?? row.type,
    from: row.from,
    to: row.to ?? row.from,
    told: null,
    modality: 'happened',
    negated: false,
    source: [row.a],
    target: row.b ? [row.b] : [],
    reports: 0,
    rows: 1,
    outlets: [row.source],
    disputed: [],
    evidence: [refOfRow(row)],
  };
}

function wordsOf(row: EventRow | undefined): string | null {
  if (!row) return null;
  const ref = refOfRow(row);
  return ref.kind === 'row' ? ref.label : null;
}

/** Who published a claim; an article without a publisher stands under its title. */
export function outletOf({ article }: KeptClaim): string {
  return articleName(article);
}

function named(names: string[]): string[] {
  return [...new Set(names)].sort((one, other) => one.localeCompare(other, 'en'));
}
