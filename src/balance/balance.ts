import { WrongUse } from '../errors.js';
import { GROUPS, type Group } from '../levers/lever.js';
import { measureLevers } from '../levers/levers.js';
import type { Country } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { statementOf } from './statement.js';
import { type Tipping, tippingOf } from './tipping.js';
import type { Balance, DatedLever, NamedTipping, Strength } from './verdict.js';
import { dated, spanOfYears, yearsOnRecord } from './vintage.js';
import { weigh } from './weightings.js';

export type { Balance } from './verdict.js';

export interface BalanceOptions {
  /** Nothing later than this year is used; default: the latest there is. */
  year?: number;
  /** Weigh all levers alike instead of groups first; default false. */
  flat?: boolean;
  /** Seed of the drawn weights; default 1. */
  seed?: number;
}

/** With fewer groups measured there is no verdict: one part of a relation is not the relation. */
const FEWEST_GROUPS = 3;

/** From this share of weightings on, a strength; below the last it is open. */
const STRENGTHS: [number, Strength][] = [
  [0.95, 'decisive'],
  [0.8, 'clear'],
  [0.6, 'leaning'],
];

/**
 * Measures who has the upper hand: all levers, weighed in all ways.
 *
 * Exchanging the two countries exchanges everything: the share s becomes 1 - s to the last bit.
 *
 * @throws WrongUse where both countries are the same, or nothing on record is near the year asked for.
 */
export function balance(a: Country, b: Country, evidence: Evidence, options: BalanceOptions = {}): Balance {
  if (a === b) throw new WrongUse(`a balance needs two countries: both are ${a}`);
  const { year, flat = false, seed = 1 } = options;
  if (year !== undefined) refuseYearOffRecord(year, a, b, evidence);
  const levers = dated(measureLevers(a, b, evidence, year === undefined ? {} : { year }), evidence);
  const years = spanOfYears(levers);
  const groups = GROUPS.map(id => ({ id, levers: levers.filter(({ group }) => group === id) }));
  const measured = groups
    .map(({ id, levers }) => ({ id, levers: levers.filter(isMeasured) }))
    .filter(({ levers }) => levers.length > 0);
  const coverage = {
    measured: measured.flatMap(group => group.levers).length,
    of: levers.length,
    groups: measured.length,
  };
  const found = {
    pair: [a, b] as [Country, Country],
    year: year ?? years?.[1] ?? null,
    years,
    groups,
    coverage,
    ...(measured.length < FEWEST_GROUPS ? NO_VERDICT : verdict(a, b, measured, { flat, seed })),
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

const NO_VERDICT = { favours: null, share: null, strength: null, tipping: null, central: null };

type MeasuredLever = DatedLever & { x: number; interval: [number, number] };
type MeasuredGroup = { id: Group; levers: MeasuredLever[] };

function verdict(a: Country, b: Country, groups: MeasuredGroup[], options: { flat: boolean; seed: number }) {
  // Flat weights are those of groups of one.
  const weighed = options.flat
    ? groups.flatMap(({ id, levers }) => levers.map(lever => ({ id, levers: [lever] })))
    : groups;
  const { share, central } = weigh(
    weighed.map(({ levers }) => levers),
    { seed: options.seed },
  );
  const strength = strengthOf(share);
  const tipping = tippingOf(weighed.map(({ levers }) => levers));
  return {
    favours: strength === 'open' ? null : share > 0.5 ? a : b,
    share,
    strength,
    tipping: tipping && namedTipping(tipping, weighed, a, b, options.flat),
    central: { [a]: namedWeights(central.a, weighed), [b]: namedWeights(central.b, weighed) },
  };
}

/** How far a share of weightings goes in words, whichever side it favours. */
export function strengthOf(share: number): Strength {
  const lead = Math.max(share, 1 - share);
  return STRENGTHS.find(([from]) => lead >= from)?.[1] ?? 'open';
}

function namedTipping(tipping: Tipping, groups: MeasuredGroup[], a: Country, b: Country, flat: boolean): NamedTipping {
  const { favours, weight, lever } = tipping;
  return {
    favours: favours > 0 ? a : b,
    // With flat weights a group of one is a lever, of which the change of x is told below.
    weight: weight && !flat ? { group: groups[weight.group]!.id, from: weight.from, to: weight.to } : null,
    lever: lever && { id: groups[lever.group]!.levers[lever.lever]!.id, from: lever.from, to: lever.to },
  };
}

function namedWeights(weights: number[][] | null, groups: MeasuredGroup[]): Record<string, number> | null {
  if (!weights) return null;
  return Object.fromEntries(groups.flatMap(({ levers }, g) => levers.map(({ id }, k) => [id, weights[g]![k]!])));
}

function isMeasured(lever: DatedLever): lever is MeasuredLever {
  return lever.status === 'measured' && lever.x !== null && lever.interval !== null;
}
