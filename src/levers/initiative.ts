import type { Country } from '../reading.js';
import { type Counted, countedLever } from './counted.js';
import { type Deed, deeds, isFromTo, proposals } from './deeds.js';
import type { Lever, LeverKind, Question } from './lever.js';

const KIND: LeverKind = {
  id: 'initiative',
  label: 'Who asks whom',
  group: 'diplomacy',
  needs: 'requests, proposals, concessions or refusals of either country towards the other in articles',
};

/** At five of them between the two, x counts for half. */
const HALF_STAKE = 5;

/** What shows the doer to be the one that needs the other, and what shows that it can do without. */
const NEEDS = ['REQUEST', 'CONCEDE', 'RETREAT'];
const CAN_REFUSE = ['REJECT'];

/**
 * Who asks whom, and who can say no: requests, proposals and concessions that a side gets from the other, and requests of
 * the other that it turns down, count for it (Baldwin 1980, Interdependence and Power: the one that needs the bargain less;
 * Habeeb 1988, Power and Tactics in International Negotiation). What both do to each other at once counts for neither.
 *
 * a, b: what speaks for it, each deed by the confidence with which it was read. x and interval: the Wilson score of the share at 90 percent.
 *
 * Limits: to propose may also be to lead; a request made behind doors is not in it.
 */
export function initiative(question: Question): Lever {
  const done = deeds(question);
  const signs = [
    ...between(
      question,
      done.filter(({ type }) => NEEDS.includes(type)),
      (_, doneTo) => doneTo,
    ),
    ...between(
      question,
      done.filter(({ type }) => CAN_REFUSE.includes(type)),
      by => by,
    ),
    ...between(question, proposals(question), (_, doneTo) => doneTo),
  ];
  return countedLever(question, KIND, signs, {
    moreIs: 'better',
    halfStake: HALF_STAKE,
    unit: 'requests, proposals and concessions received, and refusals given',
    source: 'deeds on record',
    explanation:
      'Who asks, proposes and concedes, and who turns down: the side that is asked has what the other needs.',
  });
}

function between({ a, b }: Question, found: Deed[], sideOf: (by: Country, doneTo: Country) => Country): Counted[] {
  return found.flatMap(deed => {
    const [by, to] = isFromTo(deed, a, b) ? [a, b] : isFromTo(deed, b, a) ? [b, a] : [null, null];
    return by && to ? [{ side: sideOf(by, to), day: deed.day, weight: deed.weight, ref: deed.ref }] : [];
  });
}
