import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { alliances } from './alliances.js';
import { armsDependence } from './arms-dependence.js';
import { capability } from './capability.js';
import { credit } from './credit.js';
import { criticalGoods } from './critical-goods.js';
import { exitCostLever } from './exit-cost.js';
import { initiative } from './initiative.js';
import { isolation } from './isolation.js';
import type { Lever, Question } from './lever.js';
import { mediation } from './mediation.js';
import { outsideOptions } from './outside-options.js';
import { regard } from './regard.js';
import { sanctions } from './sanctions.js';
import { seats } from './seats.js';
import { tradeDependence } from './trade-dependence.js';
import { treatment } from './treatment.js';
import { unMovement } from './un-movement.js';
import { unVotes } from './un-votes.js';
import { visits } from './visits.js';

/** Every lever, group by group. A measure that is added here counts everywhere. */
const LEVERS: ((question: Question) => Lever)[] = [
  tradeDependence,
  exitCostLever,
  outsideOptions,
  criticalGoods,
  credit,
  sanctions,
  capability,
  armsDependence,
  alliances,
  visits,
  seats,
  unVotes,
  unMovement,
  initiative,
  isolation,
  mediation,
  regard,
  treatment,
];

/** What of the evidence counts. */
export interface MeasureOptions {
  /** Nothing later is used; default: the latest there is. */
  year?: number;
  /** Nothing earlier is used, of figures; default: any. */
  since?: number;
  /** Figures that are left out; default none. */
  without?: (row: FigureRow) => boolean;
}

/**
 * Measures all levers between two countries from what is known of them. What cannot be measured is in the list as
 * missing. Exchanging the two countries changes the sign of every x and exchanges a and b.
 */
export function measureLevers(a: Country, b: Country, evidence: Evidence, options: MeasureOptions = {}): Lever[] {
  const question = questionOf(a, b, evidence, options);
  return LEVERS.map(measure => measure(question));
}

/**
 * Measures some levers again from other evidence: the list with those replaced that `again` names.
 *
 * @param levers as measureLevers gives them, in its order.
 */
export function measureAgain(
  levers: readonly Lever[],
  again: (lever: Lever) => boolean,
  [a, b]: readonly [Country, Country],
  evidence: Evidence,
  options: MeasureOptions = {},
): Lever[] {
  const question = questionOf(a, b, evidence, options);
  return levers.map((lever, i) => (again(lever) ? LEVERS[i]!(question) : lever));
}

function questionOf(a: Country, b: Country, evidence: Evidence, { year, since, without }: MeasureOptions): Question {
  return { a, b, evidence, year: year ?? null, since: since ?? null, ...(without && { without }) };
}
