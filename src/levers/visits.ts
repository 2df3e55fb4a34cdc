import { nameInSentence } from '../actors/name-in-sentence.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';
import { type RecordedEvent, sentenceRef } from '../record/evidence.js';
import { orderOf } from '../record/order.js';
import { daysBetween } from '../time/calendar.js';
import { sourceWithReadings } from './counted.js';
import { confidenceOf } from './deeds.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef } from './lever.js';
import { isBy } from './pair.js';
import { weightOf } from './warmth.js';
import { wilsonLead } from './wilson.js';

const KIND: LeverKind = {
  id: 'visits',
  label: 'Who travels to whom',
  group: 'diplomacy',
  needs: 'meetings of the two countries’ leaders in one of the two countries, as rows or in articles',
};

/** With three visits between them, x counts for half. */
const HALF_STAKE = 3;

/** In days: the most that a visit's time may span to be counted, so that its month is known. */
const LONGEST_VISIT = 31;

/** A stay of more days is one whose days are not known. */
const LONGEST_STAY = 10;

/** In days: meetings in one country with no longer break are stops of one journey. */
const BETWEEN_STOPS = 3;

interface Visit {
  host: Country;
  day: Day;
  last: Day;
  /** 1 of a row, of what articles tell the confidence of the surest reading. */
  weight: number;
  ref: EvidenceRef;
}

/**
 * Who comes to whom: visits of leaders in which one side was host, by rows and by what articles report as happened. The
 * side that is visited more has the better of it: rank travels little (Kinne 2014; Lebovic and Saunders 2016 on
 * who is received).
 *
 * a, b: visits received, one that only articles tell of by the confidence of its reading. x and interval: the Wilson score of a share at 90 percent (Wilson 1927), less 1/2.
 *
 * Limits: a summit that both attend in one's country counts as a visit to it; who travels also depends on whose turn it
 * is, so a lead of one visit says nothing.
 */
export function visits(question: Question): Lever {
  const found = visitsBetween(question);
  if (found.length === 0) return missing(KIND);
  const { a } = question;
  const mine = weightOf(found.filter(({ host }) => host === a));
  const theirs = weightOf(found.filter(({ host }) => host !== a));
  return measured(KIND, {
    ...wilsonLead(mine, theirs),
    stake: mine + theirs,
    halfStake: HALF_STAKE,
    a: mine,
    b: theirs,
    unit: 'visits received',
    source: sourceWithReadings('meetings on record', found),
    evidence: found.map(({ ref }) => ref),
    explanation:
      'Leaders’ meetings in one of the two countries, in person: the side that is visited more lets the other come.',
  });
}

/** Journeys to each of the two, by their first days: events of the ledger, those a few days apart being one journey. */
function visitsBetween(question: Question): Visit[] {
  const found = visitEvents(question).sort(byDay);
  const journeys: Visit[] = [];
  for (const visit of found.filter(({ day, last }) => daysBetween(day, last) <= LONGEST_STAY)) {
    const before = journeys.findLast(({ host }) => host === visit.host);
    if (!before || daysBetween(before.last, visit.day) > BETWEEN_STOPS) journeys.push({ ...visit });
    else {
      if (visit.last > before.last) before.last = visit.last;
      if (visit.weight > before.weight) [before.weight, before.ref] = [visit.weight, visit.ref];
    }
  }
  // Of a visit that is known to the month alone, one in that month may be the same.
  const vague = found.filter(({ day, last }) => daysBetween(day, last) > LONGEST_STAY);
  for (const visit of vague) {
    const isKnown = journeys.some(
      ({ host, day, last }) => host === visit.host && day <= visit.last && last >= visit.day,
    );
    if (!isKnown) journeys.push(visit);
  }
  return journeys.sort(byDay);
}

function byDay({ day: one }: Visit, { day: other }: Visit): number {
  return orderOf(one, other);
}

/** Meetings in person that happened in one of the two countries, each event of the ledger once. */
function visitEvents(question: Question): Visit[] {
  const { events, ledger } = question.evidence;
  const found = ledger.filter(event => isVisit(question, event));
  const ids = new Set(found.flatMap(event => event.rows));
  const rows = new Map(events.filter(({ id }) => ids.has(id)).map(row => [row.id, row]));
  return found.flatMap(event => {
    const [day, last, host] = [event.from!, event.to!, event.host!];
    const [row] = event.rows.flatMap(id => rows.get(id) ?? []);
    const [best] = event.claims;
    if (row?.format === 'video') return [];
    if (row) {
      const ref = rowRef(row, `Meeting in ${row.place ?? nameInSentence((row.country ?? row.host)!)}, ${row.from}`);
      return [{ host, day, last, weight: 1, ref }];
    }
    // What can be traced to nothing in this evidence does not count.
    return best ? [{ host, day, last, weight: confidenceOf(event), ref: sentenceRef(best) }] : [];
  });
}

/** Whether an event is a meeting in one of the two countries, of these two alone, on days that are known. */
function isVisit(question: Question, event: RecordedEvent): boolean {
  const { a, b } = question;
  const { type, modality, negated, mode, host, from: day, to: last, source, target } = event;
  if (type !== 'CONSULT' || modality !== 'happened' || negated || (host !== a && host !== b)) return false;
  if (mode !== 'visit' && mode !== 'meet' && mode !== 'host') return false;
  const has = (country: Country) => source.includes(country) || target.includes(country);
  const isOfTwo = (country: Country) => country === a || country === b;
  if (!has(a) || !has(b) || !source.every(isOfTwo) || !target.every(isOfTwo)) return false;
  // "In 2013" is no visit of January: what is not known to the month cannot be told from visits that are known.
  return day !== null && last !== null && isBy(question, day) && daysBetween(day, last) <= LONGEST_VISIT;
}
