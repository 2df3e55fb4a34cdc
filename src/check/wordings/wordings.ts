/** What an article claims in words alone, without a figure that a reader of claims holds. */
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { checkComparisons } from './comparisons.js';
import { checkFirsts } from './firsts.js';
import { checkOrdinals } from './ordinals.js';
import { checkRanks } from './ranks.js';
import { checkRecordHighs } from './record-highs.js';

/** Ranks among partners, records, firsts since, places in an order, comparisons of two countries. */
export function checkWordings(context: CheckContext): Check[] {
  return [
    ...checkRanks(context),
    ...checkRecordHighs(context),
    ...checkFirsts(context),
    ...checkOrdinals(context),
    ...checkComparisons(context),
  ];
}
