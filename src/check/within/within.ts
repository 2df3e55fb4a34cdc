/** What does not fit together inside the article itself: no row is needed to see it. */

import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { checkContradicted } from './contradicted.js';
import { checkDates } from './dates.js';
import { checkDifferences } from './differences.js';
import { checkFromTo } from './from-to.js';
import { checkImpliedRates } from './implied-rates.js';
import { checkPace } from './pace.js';
import { checkRestated } from './restated.js';
import { checkShareOf } from './share-of.js';
import { checkSums } from './sums.js';

/** Sums, differences, growth between two levels, shares of a whole, conversions, figures told twice, and dates. */
export function checkWithin(context: CheckContext): Check[] {
  return [
    ...checkSums(context),
    ...checkDifferences(context),
    ...checkFromTo(context),
    ...checkShareOf(context),
    ...checkImpliedRates(context),
    ...checkRestated(context),
    ...checkPace(context),
    ...checkContradicted(context),
    ...checkDates(context),
  ];
}
