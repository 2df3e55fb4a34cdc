import type { Country } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { armsDependence } from './arms-dependence.js';
import { capability } from './capability.js';
import { exitCostLever } from './exit-cost.js';
import type { Lever, Question } from './lever.js';
import { outsideOptions } from './outside-options.js';
import { regard } from './regard.js';
import { tradeDependence } from './trade-dependence.js';
import { unVotes } from './un-votes.js';
import { visits } from './visits.js';

/** Every lever, group by group. A measure that is added here counts everywhere. */
const LEVERS: ((question: Question) => Lever)[] = [
  tradeDependence,
  exitCostLever,
  outsideOptions,
  capability,
  armsDependence,
  visits,
  unVotes,
  regard,
];

/**
 * Measures all levers between two countries from what is known of them. What cannot be measured is in the list as
 * missing. Exchanging the two countries changes the sign of every x and exchanges a and b.
 *
 * @param options.year nothing later is used; default: the latest there is.
 */
export function measureLevers(a: Country, b: Country, evidence: Evidence, options: { year?: number } = {}): Lever[] {
  const question = { a, b, evidence, year: options.year ?? null };
  return LEVERS.map(measure => measure(question));
}
