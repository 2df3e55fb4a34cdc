import { nameInSentence } from '../actors/name-in-sentence.js';
import { type Counted, countedLever, ofLastYears, once } from './counted.js';
import { deeds } from './deeds.js';
import { eventsOf } from './events.js';
import { type Lever, type LeverKind, type Question, rowRef } from './lever.js';
import { isBy } from './pair.js';

const KIND: LeverKind = {
  id: 'mediation',
  label: 'Who mediates',
  group: 'diplomacy',
  needs: 'mediation by each of the two countries between others, as rows or in articles',
};

/** At five mediations of both together, x counts for half. */
const HALF_STAKE = 5;

/** Mediation of these years counts. */
const YEARS = 10;

/**
 * Who is needed between others: plans, talks and offers with which each side went between third parties, one a month. A
 * go-between is listened to by both ends and owes neither (Touval and Zartman 1985; Gould and Fernandez 1989 on
 * brokerage).
 *
 * a, b: mediations in ten years, one that only articles tell of by the confidence of its reading. x and interval: the Wilson score of the share at 90 percent.
 *
 * Limits: an offer that nobody took counts like an agreement; the position in the network of meetings is not weighed.
 */
export function mediation(question: Question): Lever {
  const found = once([...ofRows(question), ...ofArticles(question)], ({ side, day }) => `${side} ${day?.slice(0, 7)}`);
  return countedLever(question, KIND, ofLastYears(question, found, YEARS), {
    moreIs: 'better',
    ofEach: true,
    halfStake: HALF_STAKE,
    unit: 'mediations between others',
    source: 'mediation on record',
    explanation: 'How often each side went between third parties: the one that is needed there is listened to.',
  });
}

function ofRows(question: Question): Counted[] {
  return eventsOf(question, 'mediation')
    .filter(row => isSide(question, row.a) && isBy(question, row.from))
    .map(row => ({
      side: row.a,
      day: row.from,
      weight: 1,
      ref: rowRef(row, `Mediation by ${nameInSentence(row.a)}, ${row.from}`),
    }));
}

function ofArticles(question: Question): Counted[] {
  return deeds(question)
    .filter(({ mode }) => mode === 'third-party')
    .flatMap(({ source, day, weight, ref }) =>
      source.filter(country => isSide(question, country)).map(side => ({ side, day, weight, ref })),
    );
}

function isSide({ a, b }: Question, country: string): boolean {
  return country === a || country === b;
}
