import { nameInSentence } from '../actors/name-in-sentence.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';
import { sentenceRef } from '../record/evidence.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef } from './lever.js';
import { isBy, isPair } from './pair.js';
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

interface Visit {
  host: Country;
  day: Day;
  ref: EvidenceRef;
}

/**
 * Who comes to whom: visits of leaders in which one side was host, by rows and by what articles report as happened. The
 * side that is visited more has the better of it: rank travels little (Kinne 2014; Lebovic and Saunders 2016 on
 * who is received).
 *
 * a, b: visits received. x and interval: the Wilson score of a share at 90 percent (Wilson 1927), less 1/2.
 *
 * Limits: a summit that both attend in one's country counts as a visit to it; who travels also depends on whose turn it
 * is, so a lead of one visit says nothing.
 */
export function visits(question: Question): Lever {
  const found = visitsBetween(question);
  if (found.length === 0) return missing(KIND);
  const { a } = question;
  const received = found.filter(({ host }) => host === a).length;
  return measured(KIND, {
    ...wilsonLead(received, found.length),
    stake: found.length,
    halfStake: HALF_STAKE,
    a: received,
    b: found.length - received,
    unit: 'visits received',
    source: 'meetings on record',
    evidence: found.map(({ ref }) => ref),
    explanation:
      'Leaders’ meetings in one of the two countries, in person: the side that is visited more lets the other come.',
  });
}

/** One visit a host and month: rows first, then articles about what no row has. */
function visitsBetween(question: Question): Visit[] {
  const seen = new Set<string>();
  return [...rowVisits(question), ...claimedVisits(question)]
    .filter(({ host, day }) => {
      const key = `${host} ${day.slice(0, 7)}`;
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : 0));
}

function rowVisits(question: Question): Visit[] {
  const { a, b, evidence } = question;
  return evidence.events
    .filter(row => row.type === 'meeting' && isPair(row.a, row.b, a, b) && [a, b].includes(row.host ?? ''))
    .filter(row => row.format !== 'video' && isBy(question, row.from))
    .map(row => ({
      host: row.host!,
      day: row.from,
      ref: rowRef(row, `Meeting in ${row.place ?? nameInSentence((row.country ?? row.host)!)}, ${row.from}`),
    }));
}

function claimedVisits(question: Question): Visit[] {
  const { a, b, evidence } = question;
  return evidence.ledger.flatMap(event => {
    if (!event.claims.length || event.mode !== 'visit' || event.modality !== 'happened' || event.negated) return [];
    const { from: day, to, source, target } = event;
    // "In 2013" is no visit of January: what is not known to the month cannot be told from visits that are known.
    if (!day || !to || daysBetween(day, to) > LONGEST_VISIT || !isPair(source[0], target[0], a, b)) return [];
    if (!isBy(question, day)) return [];
    return [{ host: target[0]!, day, ref: sentenceRef(event.claims[0]!) }];
  });
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
