/** Meetings of two countries' leaders that the articles of a record tell of: what stands for the rows where a pair has none. */
import { heldOn, knownHoldings, shortForms } from '../actors/holders.js';
import { postsOf } from '../actors/offices.js';
import type { EvidenceRef } from '../evidence.js';
import { madeOnce } from '../made-once.js';
import type { Country, Day } from '../reading.js';
import { type RecordedEvent, sentenceRef } from '../record/evidence.js';
import { daysBetween } from '../time/calendar.js';
import type { CheckContext } from './context.js';

export interface LeadersMet {
  from: Day;
  to: Day;
  /** Who received the other; `null` for a meeting elsewhere, or where that was not read. */
  host: Country | null;
  refs: EvidenceRef[];
}

/** In days. Reports of one meeting may give neighbouring days: nearer than this two are counted as one. */
const SAME_MEETING = 3;

/**
 * Visits and meetings of the ledger that took place on days that are known, and in whose sentences a leader of each country,
 * or for a visit of the one that travels, is named. In order of days. Articles tell of few of all there were: what is
 * missing here may still have been.
 */
export function leadersMet({ evidence: { ledger } }: CheckContext, pair: [Country, Country]): LeadersMet[] {
  const known = foundIn(ledger);
  const key = pair.join();
  let met = known.get(key);
  if (!met) known.set(key, (met = metBy(ledger, pair)));
  return met;
}

/** What was found for pairs, by their two countries: a ledger is gone through once for a pair, and not for each wording. */
const foundIn = madeOnce((_: RecordedEvent[]) => new Map<string, LeadersMet[]>());

function metBy(ledger: RecordedEvent[], pair: [Country, Country]): LeadersMet[] {
  const met = ledger
    .filter(event => isMeeting(event, pair) && isOfLeaders(event, pair))
    .map(({ from, to, host, claims }) => ({ from: from!, to: to ?? from!, host, refs: claims.map(sentenceRef) }))
    .sort((one, other) => one.from.localeCompare(other.from));
  const joined: LeadersMet[] = [];
  for (const one of met) {
    const last = joined.at(-1);
    if (last && isSame(last, one)) {
      last.host ??= one.host;
      last.refs.push(...one.refs);
    } else joined.push(one);
  }
  return joined;
}

function isSame(one: LeadersMet, next: LeadersMet): boolean {
  const isNear = daysBetween(one.to, next.from) < SAME_MEETING;
  return isNear && (!one.host || !next.host || one.host === next.host);
}

function isMeeting(event: RecordedEvent, pair: [Country, Country]): boolean {
  return (
    event.type === 'CONSULT' &&
    (event.mode === 'visit' || event.mode === 'meet') &&
    event.modality === 'happened' &&
    !event.negated &&
    event.precision === 'day' &&
    event.claims.length > 0 &&
    pair.every(country => event.source.includes(country) && event.target.includes(country))
  );
}

function isOfLeaders({ mode, host, from, claims }: RecordedEvent, pair: [Country, Country]): boolean {
  const named = pair.filter(country => {
    const names = leaderNames(country, from!);
    return claims.some(({ sentence: { text } }) => names.some(name => text.includes(name)));
  });
  return named.length === 2 || (mode === 'visit' && host !== null && named.some(country => country !== host));
}

/** The short names of all who led a country on a day. */
function leaderNames(country: Country, day: Day): string[] {
  const leading = postsOf('leader');
  return knownHoldings()
    .filter(held => held.country === country && heldOn(held, day))
    .filter(({ office }) => leading.includes(postsOf(office)[0] ?? office))
    .flatMap(held => [held.person, ...shortForms(held)]);
}
