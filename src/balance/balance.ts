import { WrongUse } from '../errors.js';
import { GROUPS } from '../levers/lever.js';
import { measureLevers } from '../levers/levers.js';
import type { Country } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { weighedBy } from './given-weights.js';
import { judgeFully } from './judge.js';
import { robustnessOf } from './robustness.js';
import { statementOf } from './statement.js';
import type { Balance, GivenWeights } from './verdict.js';
import { dated, spanOfYears, yearsOnRecord } from './vintage.js';

export type { Balance } from './verdict.js';

export interface BalanceOptions {
  /** Nothing later than this year is used; default: the latest there is. */
  year?: number;
  /** Weigh all levers alike instead of groups first; default false. */
  flat?: boolean;
  /** Seed of the points that weights and levers are drawn from; default 1. */
  seed?: number;
  /** Ways of weighing whose answer is told beside that of all weightings; default none. */
  weights?: readonly GivenWeights[];
  /** Work out what the verdict hangs on: it takes some tenths of a second; default false. */
  robustness?: boolean;
}

/**
 * Measures who has the upper hand: all levers, weighed in all ways.
 *
 * Exchanging the two countries exchanges everything: the share s becomes 1 - s to the last bit.
 *
 * @throws WrongUse where both countries are the same, or nothing on record is near the year asked for.
 */
export function balance(a: Country, b: Country, evidence: Evidence, options: BalanceOptions = {}): Balance {
  if (a === b) throw new WrongUse(`a balance needs two countries: both are ${a}`);
  const { year, weights, robustness, ...judging } = options;
  if (year !== undefined) refuseYearOffRecord(year, a, b, evidence);
  const pair: [Country, Country] = [a, b];
  const asked = year === undefined ? {} : { year };
  const levers = dated(measureLevers(a, b, evidence, asked), evidence);
  const years = spanOfYears(levers);
  const found = {
    pair,
    year: year ?? years?.[1] ?? null,
    years,
    groups: GROUPS.map(id => ({ id, levers: levers.filter(({ group }) => group === id) })),
    ...judgeFully(pair, levers, judging),
    ...(weights && { weighed: weights.map(given => weighedBy(given, levers, pair)) }),
    ...(robustness && { robustness: robustnessOf(pair, levers, evidence, { ...judging, ...asked }) }),
  };
  return { ...found, statement: statementOf(found) };
}

/** A year is measured from the first that anything is on record of up to the one after the last. */
function refuseYearOffRecord(year: number, a: Country, b: Country, evidence: Evidence): void {
  const known = yearsOnRecord(evidence);
  if (!known || (year >= known[0] && year <= known[1] + 1)) return;
  throw new WrongUse(
    `no balance for ${year}: what is on record for ${a} and ${b} is of ${known[0]} to ${known[1]}; ask for a year up to ${known[1] + 1}`,
  );
}
