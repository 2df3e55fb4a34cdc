import { nameInSentence } from '../actors/name-in-sentence.js';
import { ofAllIn, yearsOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { HIGH, LOW, POINT } from './un-votes.js';

const KIND: LeverKind = {
  id: 'un-movement',
  label: 'Who moved towards whom in UN votes',
  group: 'diplomacy',
  needs:
    'ideal points of both countries from votes in the United Nations General Assembly in two sessions ten years apart',
};

/** So many years lie between the two sessions that are compared. */
const YEARS = 10;

/** At half a unit of approach by both together, x counts for half: a third of how far states are apart on average. */
const HALF_STAKE = 0.5;

/** Standard errors in the half-width of a 90 percent interval. */
const Z = 1.645;

/**
 * Who moved towards whom: how far each side’s ideal point (Bailey, Strezhnev and Voeten 2017) came nearer, within ten
 * years, to where the other stood at their beginning. Who comes nearer adapts; the side that is approached has the better
 * of it (Flores-Macias and Kreps 2013 on votes that follow trade with China). To move away counts as no approach.
 *
 * a, b: units of approach. Stake: both approaches. Interval: each approach moved by the 90 percent of its estimate.
 *
 * Limits: both may move for reasons of their own, a new government first of all; the scale is estimated from votes that
 * mostly recur.
 */
export function unMovement(question: Question): Lever {
  const { a, b } = question;
  const year = yearsOf(question, POINT).find(last =>
    [last, last - YEARS].every(session => [a, b].every(country => ofAllIn(question, session, POINT).has(country))),
  );
  if (year === undefined) return missing(KIND);
  const [now, then] = [ofAllIn(question, year, POINT), ofAllIn(question, year - YEARS, POINT)];
  const approach = (country: string, to: string) => {
    const start = then.get(country)!.value;
    return (now.get(country)!.value - start) * Math.sign(then.get(to)!.value - start);
  };
  const error = (country: string) =>
    Math.hypot(...[year, year - YEARS].map(session => errorOf(question, session, country))) * Z;
  const [mine, theirs] = [approach(a, b), approach(b, a)];
  const [myError, theirError] = [error(a), error(b)];
  const lead = (me: number, them: number) => shareLead(Math.max(0, them), Math.max(0, me));
  return measured(KIND, {
    x: lead(mine, theirs),
    others: [
      lead(mine + myError / Math.SQRT2, theirs - theirError / Math.SQRT2),
      lead(mine - myError / Math.SQRT2, theirs + theirError / Math.SQRT2),
    ],
    stake: Math.max(0, mine) + Math.max(0, theirs),
    halfStake: HALF_STAKE,
    a: Math.max(0, mine),
    b: Math.max(0, theirs),
    unit: 'units of approach in ten years',
    source: now.get(a)!.source,
    evidence: [a, b].flatMap(country =>
      [then, now].map(points => {
        const row = points.get(country)!;
        return rowRef(row, `Ideal point of ${nameInSentence(country)}, ${row.note ?? row.from.slice(0, 4)}`);
      }),
    ),
    explanation:
      'How far each side’s votes in the General Assembly came nearer to where the other stood ten years before: the side that is approached has the better of it.',
  });
}

/** The standard error of an ideal point, from the width of its 90 percent interval; 0 where that is not known. */
function errorOf(question: Question, year: number, country: string): number {
  const [low, high] = [LOW, HIGH].map(wanted => ofAllIn(question, year, wanted).get(country)?.value);
  return low === undefined || high === undefined ? 0 : (high - low) / (2 * Z);
}
