/** The ledgers of a pair: every event of a subject once, with its status, its evidence and the name by which it is decided on. */
import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { Country, Day } from '../../reading.js';
import { type Evidence, type RecordedEvent, sentenceRef } from '../../record/evidence.js';
import { claimsOf, figuresOf, refOfRow } from '../facts.js';
import { byDay } from '../order.js';
import type { Subject } from '../section.js';
import { belongs, concerns, isComing } from '../sections/deeds.js';
import { COUNTED, formatOf } from '../sections/meetings.js';
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
  const agreements = agreementsAmong(ledger, a, b, rows);
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
    positions: positionsOf(subject, ledger, isIn, asEntry),
  };
}

function isBetween({ source, target }: RecordedEvent, a: Country, b: Country): boolean {
  const parties = [...source, ...target];
  return parties.includes(a) && parties.includes(b);
}

function meetingsOf(
  { a, b, evidence }: Subject,
  isIn: (event: RecordedEvent) => boolean,
  rows: Map<string, EventRow>,
  asEntry: (event: RecordedEvent) => LedgerEntry,
): Meetings {
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
    published: publishedCounts(a, b, evidence, ever),
  };
}

function publishedCounts(a: Country, b: Country, evidence: Evidence, ever: RecordedEvent[]): PublishedCount[] {
  const here = (from: Day | null, to: Day | null) =>
    ever.filter(event => event.from !== null && (!from || event.from >= from) && (!to || event.from <= to)).length;
  const told = claimsOf(evidence, 'figure')
    .filter(({ claim }) => claim.unit === 'meeting')
    .map(kept => {
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

/** Agreements of the two by day: what they agreed or promised, signed, ratified, and the rows of these. */
function agreementsAmong(
  ledger: RecordedEvent[],
  a: Country,
  b: Country,
  rows: Map<string, EventRow>,
): RecordedEvent[] {
  const rule = dossierSubjects().deeds.find(({ id }) => id === 'agreements')!;
  return ledger.filter(event => {
    if (!isBetween(event, a, b)) return false;
    if (event.rows.some(id => rule.events.includes(rows.get(id)?.type ?? ''))) return true;
    if (rule.types.includes(event.type)) return true;
    const stage = event.type === 'SUPPORT' ? stageOf(event) : null;
    return stage === 'signed' || stage === 'ratified' || stage === 'in force';
  });
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
  const isOfRows = ({ rows: own, source, target }: RecordedEvent) =>
    own.some(id => isOfRule(rows.get(id))) && concerns(rule, subject, source, target);
  const events = ledger.filter(event => isOfRows(event) || belongs(event, rule, subject));
  const alone = [...rows.values()].filter(row => isOfRule(row) && !inLedger.has(row.id) && isIn(row));
  return oldestFirst([...events.map(event => entryOfEvent(event, rows)), ...alone.map(entryOfRow)]);
}

function positionsOf(
  { a, b, evidence }: Subject,
  ledger: RecordedEvent[],
  isIn: (row: { from: Day | null; to: Day | null }) => boolean,
  asEntry: (event: RecordedEvent) => LedgerEntry,
): PairLedger['positions'] {
  const { positions, stances, withheld } = dossierSubjects();
  const votes = evidence.events.filter(
    row => positions.includes(row.type) && (row.a === a || row.a === b) && isIn(row),
  );
  const said = claimsOf(evidence, 'statement').flatMap(kept => {
    const { claim, article, sentence } = kept;
    const country = claim.speaker?.country ?? null;
    const days = { from: article.date.earliest, to: article.date.latest };
    if ((country !== a && country !== b) || !stances.includes(claim.stance) || !isIn(days)) return [];
    return {
      ...{ id: `${article.id}:${claim.id}`, ...days, what: sentence.text, status: claim.stance },
      ...{ source: [country], target: [], host: null, place: null },
      ...{ reports: 1, disputed: [], evidence: [sentenceRef(kept)] },
    };
  });
  const notDone = ledger.filter(
    ({ negated, type, source }) => negated && withheld.includes(type) && (source.includes(a) || source.includes(b)),
  );
  return { taken: oldestFirst([...votes.map(entryOfRow), ...said]), notTaken: notDone.map(asEntry) };
}

function oldestFirst(entries: LedgerEntry[]): LedgerEntry[] {
  const compare = byDay('oldest');
  return entries.sort((one, other) => compare(one.from, other.from));
}
