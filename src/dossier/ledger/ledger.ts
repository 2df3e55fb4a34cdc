/** The ledgers of a pair: every event of a subject once, with its status, its evidence and the name by which it is decided on. */
import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { Country, Day } from '../../reading.js';
import { type RecordedEvent, sentenceRef } from '../../record/evidence.js';
import { figuresOf, refOfRow } from '../facts.js';
import { byDay } from '../order.js';
import type { Subject } from '../section.js';
import { belongs, concerns, isComing } from '../sections/deeds.js';
import { COUNTED, formatOf, meetingsCounted } from '../sections/meetings.js';
import { positionsOf } from '../stances.js';
import { type DeedSubject, dossierSubjects } from '../subjects.js';
import { nextStages, type Stage, stageOf } from './agreements.js';
import { entryOfEvent, entryOfRow, type LedgerEntry } from './entry.js';

export interface PairLedger {
  pair: [Country, Country];
  /** What is counted and listed begins on this day; `null`: all. */
  since: Day | null;
  meetings: Meetings;
  agreements: (LedgerEntry & { stage: Stage | null; next: string[] })[];
  sanctions: LedgerEntry[];
  mediation: LedgerEntry[];
  military: LedgerEntry[];
  /** Votes and statements with a stance, and what is told as not done. */
  positions: { taken: LedgerEntry[]; notTaken: LedgerEntry[] };
}

/** Meetings in person that took place, and what others counted. */
export interface Meetings {
  count: number;
  first: LedgerEntry | null;
  last: LedgerEntry | null;
  /** By the country that received the other; `unknown` where no source says. */
  hosts: Record<Country | 'elsewhere' | 'unknown', number>;
  entries: LedgerEntry[];
  /** Meetings that are announced or expected. */
  coming: LedgerEntry[];
  published: PublishedCount[];
}

/** A count that somebody published, and what the ledger has over the same days. */
export interface PublishedCount {
  value: number;
  from: Day | null;
  to: Day | null;
  here: number;
  evidence: EvidenceRef;
}

/** @param since only what was done, or is to come, from this day on; what has no day is left out then. */
export function pairLedger(subject: Subject, since: Day | null = null): PairLedger {
  const { a, b, evidence } = subject;
  const rows = new Map(evidence.events.map(row => [row.id, row]));
  const asEntry = (event: RecordedEvent) => entryOfEvent(event, rows);
  const isIn = ({ from, to }: { from: Day | null; to: Day | null }) => since === null || (to ?? from ?? '') >= since;
  const ledger = evidence.ledger.filter(isIn);
  const ofSubject = (id: string) => {
    const rule = dossierSubjects().deeds.find(deed => deed.id === id)!;
    return deedsOf(rule, subject, ledger, rows, isIn);
  };
  const agreementRule = dossierSubjects().deeds.find(({ id }) => id === 'agreements')!;
  const agreements = ledger.filter(isOfSubject(agreementRule, subject, rows));
  return {
    pair: [a, b],
    since,
    meetings: meetingsOf(subject, isIn, rows, asEntry),
    agreements: agreements.map(event => ({
      ...asEntry(event),
      stage: stageOf(event),
      next: nextStages(event, agreements).map(({ id }) => id),
    })),
    sanctions: ofSubject('sanctions'),
    mediation: ofSubject('mediation'),
    military: ofSubject('military'),
    positions: positionsIn(subject, isIn, asEntry),
  };
}

function isBetween({ source, target }: RecordedEvent, a: Country, b: Country): boolean {
  const parties = [...source, ...target];
  return parties.includes(a) && parties.includes(b);
}

function meetingsOf(
  subject: Subject,
  isIn: (event: RecordedEvent) => boolean,
  rows: Map<string, EventRow>,
  asEntry: (event: RecordedEvent) => LedgerEntry,
): Meetings {
  const { a, b, evidence } = subject;
  const isInPerson = ({ mode, rows: own }: RecordedEvent) => {
    const formats = own.flatMap(id => rows.get(id) ?? []).map(formatOf);
    if (formats.length > 0) return formats.some(format => format === 'bilateral' || format === 'sidelines');
    return mode !== null && ['meet', 'visit', 'host'].includes(mode);
  };
  const all = evidence.ledger.filter(event => event.type === 'CONSULT' && !event.negated && isBetween(event, a, b));
  const ever = all.filter(event => event.modality === 'happened' && isInPerson(event));
  const met = ever.filter(isIn);
  const entries = met.map(asEntry);
  const dated = entries.filter(({ from }) => from !== null);
  const hosts: Meetings['hosts'] = { [a]: 0, [b]: 0, elsewhere: 0, unknown: 0 };
  for (const { host, place } of met) {
    const country = host ?? place?.country ?? null;
    const key = country === null ? 'unknown' : country === a || country === b ? country : 'elsewhere';
    hosts[key] = (hosts[key] ?? 0) + 1;
  }
  return {
    count: entries.length,
    first: dated[0] ?? null,
    last: dated.at(-1) ?? null,
    hosts,
    entries,
    coming: all.filter(event => isComing(event) && isIn(event)).map(asEntry),
    published: publishedCounts(subject, ever),
  };
}

function publishedCounts(subject: Subject, ever: RecordedEvent[]): PublishedCount[] {
  const { a, b, evidence } = subject;
  const here = (from: Day | null, to: Day | null) =>
    ever.filter(event => event.from !== null && (!from || event.from >= from) && (!to || event.from <= to)).length;
  const told = meetingsCounted(subject).map(kept => {
    const { period, value } = kept.claim;
    const [from, to] = [period?.from ?? null, period?.to ?? kept.article.date.latest];
    return { value, from, to, here: here(from, to), evidence: sentenceRef(kept) };
  });
  const known = [...figuresOf(evidence, COUNTED, a, b), ...figuresOf(evidence, COUNTED, b, a)].map(row => ({
    ...{ value: row.value, from: row.from, to: row.to, here: here(row.from, row.to) },
    evidence: refOfRow(row),
  }));
  return [...known, ...told];
}

/** Does an event belong to a subject, by one of its rows or by itself? */
function isOfSubject(
  rule: DeedSubject,
  subject: Subject,
  rows: Map<string, EventRow>,
): (event: RecordedEvent) => boolean {
  return event =>
    belongs(event, rule, subject) ||
    (event.rows.some(id => rule.events.includes(rows.get(id)?.type ?? '')) &&
      concerns(rule, subject, event.source, event.target));
}

/** The events of a subject, and its rows that are no deeds of two states. */
function deedsOf(
  rule: DeedSubject,
  subject: Subject,
  ledger: RecordedEvent[],
  rows: Map<string, EventRow>,
  isIn: (row: { from: Day | null; to: Day | null }) => boolean,
): LedgerEntry[] {
  const isOfRule = (row: EventRow | undefined) => row !== undefined && rule.events.includes(row.type);
  const inLedger = new Set(ledger.flatMap(event => event.rows));
  const events = ledger.filter(isOfSubject(rule, subject, rows));
  const alone = [...rows.values()].filter(row => isOfRule(row) && !inLedger.has(row.id) && isIn(row));
  return oldestFirst([...events.map(event => entryOfEvent(event, rows)), ...alone.map(entryOfRow)]);
}

/** What is said of others alone is no position of the pair. */
function positionsIn(
  subject: Subject,
  isIn: (row: { from: Day | null; to: Day | null }) => boolean,
  asEntry: (event: RecordedEvent) => LedgerEntry,
): PairLedger['positions'] {
  const { votes, said, notDone } = positionsOf(subject);
  const taken = said
    .filter(({ to }) => to !== 'others')
    .map(({ by, to, kept }): LedgerEntry => {
      const { claim, article, sentence } = kept;
      const target = to === 'the other' ? [by === subject.a ? subject.b : subject.a] : [];
      return {
        ...{ id: `${article.id}:${claim.id}`, from: article.date.earliest, to: article.date.latest, told: null },
        ...{ what: sentence.text, status: claim.stance, source: [by], target, host: null, place: null },
        ...{ reports: 1, disputed: [], evidence: [sentenceRef(kept)] },
      };
    });
  return {
    taken: oldestFirst([...votes.map(entryOfRow), ...taken].filter(isIn)),
    notTaken: notDone.filter(isIn).map(asEntry),
  };
}

function oldestFirst(entries: LedgerEntry[]): LedgerEntry[] {
  const compare = byDay('oldest');
  return entries.sort((one, other) => compare(one.from, other.from));
}
