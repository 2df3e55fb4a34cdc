import { WrongUse } from '../errors.js';
import { knownList } from '../knowledge.js';
import { GROUPS } from '../levers/lever.js';
import type { Country } from '../reading.js';
import type { DatedLever, GivenWeights, WeighedBy } from './verdict.js';
import { weighOnce } from './weightings.js';

interface Preset {
  id: string;
  label: string;
  weights: Record<string, number>;
  reason: string;
  source: string;
}

/** The presets of data/balance/presets.yaml, in its order. */
export function presets(): (GivenWeights & { preset: string; source: string })[] {
  known ??= knownList<Preset[]>('balance/presets.yaml');
  return known.map(({ id, label, weights, reason, source }) => ({ preset: id, label, weights, reason, source }));
}

let known: Preset[] | null = null;

/**
 * Reads weights as somebody gives them: the id of a preset, or `economy=2,security=1` with groups and levers.
 *
 * @throws WrongUse where it is neither, a weight is no number, or all are zero.
 */
export function givenWeights(text: string): GivenWeights {
  const preset = presets().find(({ preset }) => preset === text);
  if (preset) return preset;
  if (!text.includes('=')) {
    const ids = presets().map(({ preset }) => preset);
    throw new WrongUse(
      `"${text.slice(0, 60)}" is no preset: give ${ids.join(', ')}, or weights such as economy=2,security=1`,
    );
  }
  const weights = Object.fromEntries(text.split(',').map(weightIn));
  if (!Object.values(weights).some(weight => weight > 0)) throw new WrongUse('all weights are zero: one has to count');
  return { preset: null, label: 'own weights', weights, reason: null };
}

function weightIn(part: string): [string, number] {
  const [name = '', value = ''] = part.split('=').map(side => side.trim());
  const weight = Number(value);
  if (name && value && Number.isFinite(weight) && weight >= 0) return [name, weight];
  throw new WrongUse(
    `"${part.slice(0, 60)}" is no weight: give a group or lever and a number from 0, such as economy=2`,
  );
}

/**
 * What a way of weighing says of the measured levers of a pair.
 *
 * @throws WrongUse where a weight is of no group and no lever.
 */
export function weighedBy(
  given: GivenWeights,
  levers: readonly DatedLever[],
  [a, b]: readonly [Country, Country],
): WeighedBy {
  refuseUnknown(given, levers);
  const measured = levers.filter(({ x }) => x !== null);
  const shares = measured.map(({ id, group }) => {
    const own = given.weights[id] ?? 0;
    // A lever that has a weight of its own takes no part in its group's.
    const sharing = measured.filter(other => other.group === group && given.weights[other.id] === undefined);
    return given.weights[id] === undefined ? (given.weights[group] ?? 0) / sharing.length : own;
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  const missing = Object.entries(given.weights)
    .filter(([name, weight]) => weight > 0 && !measured.some(({ id, group }) => id === name || group === name))
    .map(([name]) => name);
  if (total === 0) return { ...given, levers: {}, sum: null, range: null, favours: null, missing };
  const weights = shares.map(share => share / total);
  const { sum, range } = weighOnce([measured.map(({ x, interval }) => ({ x: x!, interval: interval! }))], [weights]);
  return {
    ...given,
    levers: Object.fromEntries(measured.map(({ id }, i) => [id, weights[i]!])),
    sum,
    range,
    favours: sum > 0 ? a : sum < 0 ? b : null,
    missing,
  };
}

function refuseUnknown({ weights }: GivenWeights, levers: readonly DatedLever[]): void {
  const names = new Set<string>([...GROUPS, ...levers.map(({ id }) => id)]);
  const unknown = Object.keys(weights).find(name => !names.has(name));
  if (unknown !== undefined)
    throw new WrongUse(`"${unknown}" is no group and no lever: there are ${[...names].join(', ')}`);
}
