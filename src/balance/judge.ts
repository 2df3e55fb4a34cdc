import { GROUPS, type Group, type Lever } from '../levers/lever.js';
import type { Country } from '../reading.js';
import type { LatticeSize } from './lattice.js';
import { type Tipping, tippingOf } from './tipping.js';
import type { Balance, NamedTipping, Strength } from './verdict.js';
import { shareBand, weigh } from './weightings.js';

/** With fewer groups measured there is no verdict: one part of a relation is not the relation. */
const FEWEST_GROUPS = 3;

/** From this share of weightings on, a strength; below the last it is open. */
const STRENGTHS: [number, Strength][] = [
  [0.95, 'decisive'],
  [0.8, 'clear'],
  [0.6, 'leaning'],
];

export interface JudgeOptions {
  /** Weigh all levers alike instead of groups first; default false. */
  flat?: boolean;
  /** Seed of the points that weights and levers are drawn from; default 1. */
  seed?: number;
  /** How finely; default `fine`. */
  lattice?: LatticeSize;
}

/** What all weightings of some levers come to. */
export type Judgement = Pick<Balance, 'favours' | 'share' | 'strength' | 'coverage'>;

type MeasuredLever = Lever & { x: number; interval: [number, number] };
type MeasuredGroup = { id: Group; levers: MeasuredLever[] };

/** Who is favoured by how many weightings of some levers, and how much of them is measured. */
export function judge(
  [a, b]: readonly [Country, Country],
  levers: readonly Lever[],
  options: JudgeOptions = {},
): Judgement {
  const { coverage, weighed } = sorted(levers, options);
  if (coverage.groups < FEWEST_GROUPS) return { favours: null, share: null, strength: null, coverage };
  const { share } = weigh(
    weighed.map(group => group.levers),
    options,
  );
  return { ...worded(share, a, b), coverage };
}

/** The same with what would turn it, and what one has to think important to favour each side. */
export function judgeFully(
  [a, b]: readonly [Country, Country],
  levers: readonly Lever[],
  options: JudgeOptions = {},
): Judgement & Pick<Balance, 'tipping' | 'central'> {
  const { coverage, weighed } = sorted(levers, options);
  if (coverage.groups < FEWEST_GROUPS) {
    return { favours: null, share: null, strength: null, tipping: null, central: null, coverage };
  }
  const groups = weighed.map(group => group.levers);
  const { share, central } = weigh(groups, options);
  const tipping = tippingOf(groups);
  return {
    ...worded(share, a, b),
    coverage,
    tipping: tipping && namedTipping(tipping, weighed, a, b, options.flat ?? false),
    central: { [a]: namedWeights(central.a, weighed), [b]: namedWeights(central.b, weighed) },
  };
}

/** Between which shares nine of ten lie that the intervals of the levers leave open; `null` where there is no verdict. */
export function bandOf(levers: readonly Lever[], options: JudgeOptions = {}): [number, number] | null {
  const { coverage, weighed } = sorted(levers, options);
  if (coverage.groups < FEWEST_GROUPS) return null;
  return shareBand(
    weighed.map(group => group.levers),
    options.seed,
  );
}

/** How far a share of weightings goes in words, whichever side it favours. */
export function strengthOf(share: number): Strength {
  const lead = Math.max(share, 1 - share);
  return STRENGTHS.find(([from]) => lead >= from)?.[1] ?? 'open';
}

function worded(share: number, a: Country, b: Country): Pick<Balance, 'favours' | 'strength'> & { share: number } {
  const strength = strengthOf(share);
  return { favours: strength === 'open' ? null : share > 0.5 ? a : b, share, strength };
}

/** The measured levers by group, as they are weighed. */
function sorted(
  levers: readonly Lever[],
  { flat }: JudgeOptions,
): { coverage: Balance['coverage']; weighed: MeasuredGroup[] } {
  const measured = GROUPS.map(id => ({
    id,
    levers: levers.filter(({ group }) => group === id).filter(isMeasured),
  })).filter(group => group.levers.length > 0);
  const coverage = {
    measured: measured.reduce((sum, group) => sum + group.levers.length, 0),
    of: levers.length,
    groups: measured.length,
  };
  // Flat weights are those of groups of one.
  const weighed = flat
    ? measured.flatMap(({ id, levers }) => levers.map(lever => ({ id, levers: [lever] })))
    : measured;
  return { coverage, weighed };
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

function isMeasured(lever: Lever): lever is MeasuredLever {
  return lever.status === 'measured' && lever.x !== null && lever.interval !== null;
}
