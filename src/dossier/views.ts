/** The ways to look at evidence that the pages and the JSON addresses offer beside the dossier and the balance. */

import { nameInSentence } from '../actors/name-in-sentence.js';
import { pairOf } from '../actors/pair.js';
import { type Balance, balance } from '../balance/balance.js';
import type { Contradiction } from '../check/contradictions/contradiction.js';
import { contradictionsBetween } from '../check/contradictions/contradictions.js';
import type { Country, Day } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { addDays } from '../time/calendar.js';
import { type Changes, makeChanges } from './changes.js';
import { ALL_EVENTS, type Chronology, type ChronologyAsked, makeChronology, placeOf } from './chronology/chronology.js';
import { type Concordance, type ConcordanceAsked, makeConcordance } from './chronology/concordance.js';
import { type Comparison, makeComparison } from './comparison.js';
import type { LoggedDecision } from './deciding.js';
import { type PairLedger, pairLedger } from './ledger/ledger.js';
import { makeSources, type Sources } from './sources.js';

/** Each is made of the evidence of a pair. @throws WrongUse where a country is unknown or both are the same. */
export interface Views {
  /** What happened between the two, in the order of time; what is not asked for is as in ALL_EVENTS. */
  chronology(a: string, b: string, asked?: Partial<ChronologyAsked>): Promise<Chronology>;
  /** At which place of a chronology an event stands; -1 where it is not in it. */
  placeInChronology(a: string, b: string, id: string, asked?: Partial<ChronologyAsked>): Promise<number>;
  /** Where a phrase stands in what is on record of the two. */
  concordance(a: string, b: string, asked: ConcordanceAsked): Promise<Concordance>;
  /** Several pairs on the same scales, in their order. */
  comparison(pairs: [string, string][]): Promise<Comparison>;
  /** The matters of the two on which sources differ, with all sides, the latest first. */
  contradictions(a: string, b: string): Promise<Contradiction[]>;
  /** What was learned of the two on a day and since. */
  changes(a: string, b: string, since: Day): Promise<Changes>;
  /** Meetings, agreements, sanctions, mediation, military ties and positions of the two, each event once, from a day on. */
  ledger(a: string, b: string, since?: Day | null): Promise<PairLedger>;
  /** Who the evidence of the two comes from, and what the balance would be without each country's outlets. */
  sources(a: string, b: string): Promise<Sources>;
}

/**
 * @param evidenceOn gives the evidence of a pair, as it was known by the end of a day where one is given.
 * @param decisions gives all decisions, the latest first.
 */
export function viewsOf(
  evidenceOn: (a: Country, b: Country, asOf?: Day) => Promise<Evidence>,
  decisions: () => Promise<LoggedDecision[]>,
): Views {
  return {
    chronology: async (one, other, asked = {}) => {
      const [a, b] = pairOf(one, other);
      return makeChronology(a, b, await evidenceOn(a, b), { ...ALL_EVENTS, ...asked });
    },
    placeInChronology: async (one, other, id, asked = {}) => {
      const [a, b] = pairOf(one, other);
      return placeOf(a, b, await evidenceOn(a, b), { ...ALL_EVENTS, ...asked }, id);
    },
    ledger: async (one, other, since = null) => {
      const [a, b] = pairOf(one, other);
      const names = { nameA: nameInSentence(a), nameB: nameInSentence(b) };
      return pairLedger({ a, b, ...names, evidence: await evidenceOn(a, b) }, since);
    },
    concordance: async (one, other, asked) => {
      const [a, b] = pairOf(one, other);
      return makeConcordance(a, b, await evidenceOn(a, b), asked);
    },
    comparison: async asked => {
      const balances: Balance[] = [];
      for (const [one, other] of asked) {
        const [a, b] = pairOf(one, other);
        balances.push(balance(a, b, await evidenceOn(a, b)));
      }
      return makeComparison(balances);
    },
    contradictions: async (one, other) => {
      const [a, b] = pairOf(one, other);
      return contradictionsBetween(a, b, await evidenceOn(a, b));
    },
    changes: async (one, other, since) => {
      const [a, b] = pairOf(one, other);
      const then = await evidenceOn(a, b, addDays(since, -1));
      const now = await evidenceOn(a, b);
      const made = (await decisions()).filter(({ decision }) => decision.at.slice(0, 10) >= since);
      return { ...makeChanges(a, b, since, then, now), decisions: made };
    },
    sources: async (one, other) => {
      const [a, b] = pairOf(one, other);
      const evidence = await evidenceOn(a, b);
      return makeSources(a, b, evidence, balance(a, b, evidence, { robustness: true }));
    },
  };
}
