/** What people decide, as pages ask for it: the log, a claim or an event to decide on, and what a decision moved. */
import { pairOf } from '../actors/pair.js';
import { balance } from '../balance/balance.js';
import { eventWords } from '../check/contradictions/event-words.js';
import { WrongUse } from '../errors.js';
import type { Claim, Country } from '../reading.js';
import {
  type Decision,
  type DecisionAsked,
  type EventAnchor,
  holding,
  undoneBy,
} from '../record/decisions/decision.js';
import { type CorrectableField, correctable, correctableEvent } from '../record/decisions/fields.js';
import type { DecidedClaim } from '../record/decisions/on-claims.js';
import { decisionWords } from '../record/decisions/words.js';
import { partiesIn, partiesTogether } from '../record/ledger/event-id.js';
import type { RecordedEvent } from '../record/ledger/recorded-event.js';
import type { EvidenceRecord } from '../record/record.js';
import { daysBetween } from '../time/calendar.js';

/** Whether a decision still holds: it may be undone, and its claim may be read no more. */
export type DecisionState = 'holds' | 'undone' | 'orphan';

/** A line of the log for people. */
export interface LoggedDecision {
  decision: Decision;
  words: string;
  state: DecisionState;
}

/** A verdict at one moment, as far as a reader sees it move. */
export interface VerdictThen {
  /** The share of weightings in which the first country of the pair is ahead. */
  share: number | null;
  short: string;
}

/** What a decision does to the verdict on a pair: as if it had not been made, and as it is. */
export interface Moved {
  decision: LoggedDecision;
  pair: [Country, Country];
  before: VerdictThen;
  after: VerdictThen;
}

/** What can be decided on: a claim in its sentence, or an event with all that report it. */
export type DecisionTarget =
  | {
      kind: 'claim';
      name: string;
      article: { id: string; title: string | null };
      claim: Claim;
      sentence: string;
      fields: CorrectableField[];
      decided: DecidedClaim | null;
      /** The event of the ledger that it reports, for an action. */
      event: string | null;
      /** The two countries whose verdict it can move; so for an event. */
      pair: [Country, Country] | null;
    }
  | {
      kind: 'event';
      name: string;
      event: RecordedEvent;
      fields: CorrectableField[];
      notes: Decision[];
      /** Events of the same parties about the same time: the one that this may be told of twice as. */
      near: NearEvent[];
      pair: [Country, Country] | null;
    };

/** An event in a few words. */
export interface NearEvent {
  id: string;
  words: string;
  modality: RecordedEvent['modality'];
  reports: number;
}

/** What a decision is on, as it stands now. */
export interface DecidedOn {
  /** The two countries whose verdict it can move. */
  pair: [Country, Country] | null;
  /** The events of the ledger that what was decided on has become; several where one was told apart. */
  events: { id: string; words: string }[];
}

/** What the desk adds for people who decide. */
export interface Deciding {
  /** False where only the shipped rows are at hand: nothing can be decided, noted or added. */
  keeps: boolean;
  /** @throws WrongUse without a record, and as `record.decide` does. */
  decide(asked: DecisionAsked): Promise<Decision>;
  /** All decisions, the latest first; none without a record. */
  decisions(): Promise<LoggedDecision[]>;
  /** The notes that hold on a page, by its path. */
  notesOn(page: string): Promise<Decision[]>;
  /** A claim (`ARTICLE:CLAIM`) or an event by its id; `null` where the record has none. */
  decisionTarget(name: string): Promise<DecisionTarget | null>;
  /** What a decision is on; `null` where there is none of that id. */
  decidedOn(id: string): Promise<DecidedOn | null>;
  /** What a decision does to the verdict on a pair; `null` where there is none of that id. @throws WrongUse as `pair` does. */
  moved(id: string, pair: [Country, Country]): Promise<Moved | null>;
}

/** What of an article is needed here (desk.ts). */
type ArticleOf = (id: string) => Promise<{
  reading: {
    document: { sha256: string; title: string | null; text: string };
    sentences: { start: number; end: number }[];
    claims: Claim[];
  };
  pair: [Country, Country] | null;
  decided: DecidedClaim[];
  kept: boolean;
} | null>;

export function deciding(record: EvidenceRecord | null, articleOf: ArticleOf): Deciding {
  const decisions = async (): Promise<LoggedDecision[]> => {
    if (!record) return [];
    const { decisions: all, orphans } = await record.decisions();
    const hold = new Set(holding(all).map(({ id }) => id));
    const undone = undoneBy(all);
    const stateOf = ({ id, verb }: Decision): DecisionState =>
      orphans.includes(id) ? 'orphan' : hold.has(id) || (verb === 'undo' && !undone.has(id)) ? 'holds' : 'undone';
    return all.map(decision => ({ decision, words: decisionWords(decision), state: stateOf(decision) })).reverse();
  };

  async function eventsOf(country: Country): Promise<RecordedEvent[]> {
    return record ? (await record.evidence(country, country)).ledger : [];
  }

  async function claimTarget(name: string): Promise<DecisionTarget | null> {
    const [id, claimId] = name.split(':') as [string, string];
    const article = await articleOf(id);
    const claim = article?.reading.claims.find(one => one.id === claimId);
    if (!article?.kept || !claim) return null;
    const { document, sentences } = article.reading;
    const kept = keptId(document.sha256);
    const sentence = sentences.find(({ start, end }) => start <= claim.start && claim.start < end) ?? claim;
    const decided = article.decided.find(one => one.claim === claimId) ?? null;
    const now = decided?.now ?? claim;
    const [party] = now.kind === 'action' ? [...now.source, ...now.target] : [];
    const event = party
      ? (await eventsOf(party)).find(({ claims }) =>
          claims.some(one => one.article.id === kept && one.claim.id === claimId),
        )
      : null;
    return {
      kind: 'claim',
      name: `${kept}:${claimId}`,
      article: { id: kept, title: document.title },
      claim,
      sentence: document.text.slice(sentence.start, sentence.end),
      fields: correctable(now),
      decided,
      event: event?.id ?? null,
      pair: article.pair,
    };
  }

  async function eventTarget(name: string): Promise<DecisionTarget | null> {
    const [country] = partiesIn(name);
    const events = country ? await eventsOf(country) : [];
    const event = events.find(({ id }) => id === name);
    if (!event || !record) return null;
    return {
      kind: 'event',
      name,
      event,
      fields: correctableEvent(event),
      notes: holding((await record.decisions()).decisions).filter(
        one => one.verb === 'note' && 'event' in one && isOf(one.event, event),
      ),
      near: nearEvents(event, events),
      pair: pairOfEvent(event),
    };
  }

  /** What decisions on events are about now: a name of an event lasts no longer than what tells of it. */
  async function eventsDecided(anchors: EventAnchor[]): Promise<DecidedOn> {
    const [country] = partiesIn(anchors[0]?.event ?? '');
    const now = country ? (await eventsOf(country)).filter(event => anchors.some(anchor => isOf(anchor, event))) : [];
    const parties = anchors.flatMap(({ event }) => partiesIn(event));
    return {
      pair: now[0] ? pairOfEvent(now[0]) : twoOf(parties),
      events: now.map(event => ({ id: event.id, words: eventWords(event) })),
    };
  }

  async function decidedOn(id: string): Promise<DecidedOn | null> {
    const found = (await decisions()).find(({ decision }) => decision.id === id)?.decision;
    if (!found) return null;
    if (found.verb === 'undo') return decidedOn(found.decision);
    if (found.verb === 'merge') return eventsDecided(found.events);
    if ('event' in found) return eventsDecided([found.event]);
    if ('claim' in found) return { pair: (await articleOf(found.claim.article))?.pair ?? null, events: [] };
    return { pair: 'row' in found ? twoOf([found.row.a, found.row.b]) : null, events: [] };
  }

  return {
    keeps: record !== null,
    decide: asked => {
      if (!record) throw new WrongUse('nothing can be decided here: only the shipped rows are at hand, and no record');
      return record.decide(asked);
    },
    decisions,
    notesOn: async page =>
      record
        ? holding((await record.decisions()).decisions).filter(
            one => one.verb === 'note' && 'page' in one && samePage(one.page, page),
          )
        : [],
    decidedOn,
    decisionTarget: name => (/^[0-9a-f]{6,64}:[0-9a-z-]+$/.test(name) ? claimTarget(name) : eventTarget(name)),
    moved: async (id, [one, other]) => {
      const [a, b] = pairOf(one, other);
      const decision = (await decisions()).find(one => one.decision.id === id);
      if (!record || !decision) return null;
      const then = async (without: string | null): Promise<VerdictThen> => {
        const { share, statement } = balance(a, b, await record.evidence(a, b, null, without), {});
        return { share, short: statement.short };
      };
      return { decision, pair: [a, b], before: await then(id), after: await then(null) };
    },
  };
}

/** The name of an article in the record: its own id may be whatever came with it. */
function keptId(sha256: string): string {
  return sha256.slice(0, 16);
}

/** An event has no name that lasts: what was decided on it is on whatever reports it now. */
function isOf(anchor: EventAnchor, event: RecordedEvent): boolean {
  return (
    anchor.event === event.id ||
    anchor.rows.some(id => event.rows.includes(id)) ||
    anchor.claims.some(({ article, start }) =>
      event.claims.some(told => article.startsWith(told.article.id) && start === told.claim.start),
    )
  );
}

/** The two countries that an event ties; `null` where fewer have a part in it. */
function pairOfEvent({ source, target }: RecordedEvent): [Country, Country] | null {
  return twoOf([...source, ...target]);
}

function twoOf(parties: (Country | null)[]): [Country, Country] | null {
  const [a, b] = [...new Set(parties)].filter(party => party !== null && party !== 'IGO');
  return a && b ? [a, b] : null;
}

/** How far apart the days of one event may be told, and how many are offered. */
const NEAR_DAYS = 31;
const MOST_NEAR = 12;

/** The events of the same parties about the same time or of unknown day, the nearest first. */
function nearEvents(event: RecordedEvent, events: readonly RecordedEvent[]): NearEvent[] {
  const parties = partiesTogether(event);
  const apart = ({ from }: RecordedEvent) => (from && event.from ? Math.abs(daysBetween(from, event.from)) : NEAR_DAYS);
  return events
    .filter(one => one.id !== event.id && partiesTogether(one) === parties && apart(one) <= NEAR_DAYS)
    .sort(
      (one, other) => apart(one) - apart(other) || Number(other.type === event.type) - Number(one.type === event.type),
    )
    .slice(0, MOST_NEAR)
    .map(one => ({
      id: one.id,
      words: eventWords(one),
      modality: one.modality,
      reports: one.claims.length + one.rows.length,
    }));
}

/** A page about two countries is the same page whichever stands first. */
function samePage(one: string, other: string): boolean {
  const name = (page: string) =>
    page.replace(/\b([A-Z]{3})-([A-Z]{3})\b/, (_, a: string, b: string) => [a, b].sort().join('-'));
  return name(one) === name(other);
}
