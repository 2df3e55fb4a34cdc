/** Several pairs side by side on the same scales; where their intervals overlap, nobody can say which is larger. */

import { countryName } from '../actors/countries.js';
import type { Balance } from '../balance/balance.js';
import { bandOf } from '../balance/judge.js';
import type { Country } from '../reading.js';
import { listWords } from './words.js';

/** A value with what the data leave open; `null` where it is not measured. */
export interface Point {
  value: number;
  interval: [number, number];
}

/** One measure over all pairs, in the order of the pairs. */
export interface Panel {
  /** `share`, or the id of a lever. */
  id: string;
  label: string;
  group: string | null;
  /** The ends of its scale, the same in all panels of levers. */
  domain: [number, number];
  /** Where neither side is ahead. */
  even: number;
  points: (Point | null)[];
  /** Which pairs overlap: by their places in the order, each two once. */
  ties: [number, number][];
  /** In words: what is apart and what is a tie. */
  told: string;
}

export interface Comparison {
  pairs: {
    pair: [Country, Country];
    names: [string, string];
    /** `China–India`. */
    label: string;
    favours: Country | null;
    strength: Balance['strength'];
    measured: number;
    of: number;
  }[];
  panels: Panel[];
}

/** Compares balances. Each measure is seen from the first-named country of its pair. */
export function makeComparison(balances: Balance[]): Comparison {
  const pairs = balances.map(({ pair, favours, strength, coverage }) => {
    const names = pair.map(countryName) as [string, string];
    const { measured, of } = coverage;
    return { pair, names, label: names.join('–'), favours, strength, measured, of };
  });
  const labels = pairs.map(({ label }) => label);
  const shares = balances.map(balance => {
    const band = bandOf(balance.groups.flatMap(({ levers }) => levers));
    return balance.share === null || !band ? null : { value: 100 * balance.share, interval: hundredfold(band) };
  });
  const panels = [
    panel(
      {
        id: 'share',
        label: 'Weightings of 100 in which the first-named is ahead',
        group: null,
        domain: [0, 100],
        even: 50,
      },
      shares,
      labels,
    ),
    ...(balances[0]?.groups ?? []).flatMap(({ id: group, levers }) =>
      levers.map(({ id, label }) => {
        const points = balances.map(balance => {
          const lever = balance.groups.flatMap(one => one.levers).find(one => one.id === id);
          if (!lever || lever.x === null || lever.status !== 'measured') return null;
          return { value: lever.x, interval: lever.interval ?? ([lever.x, lever.x] as [number, number]) };
        });
        return panel({ id, label, group, domain: [-0.5, 0.5], even: 0 }, points, labels);
      }),
    ),
  ];
  return { pairs, panels };
}

function panel(about: Omit<Panel, 'points' | 'ties' | 'told'>, points: Panel['points'], labels: string[]): Panel {
  const ties = overlapping(points);
  return { ...about, points, ties, told: toldOf(points, ties, labels) };
}

/** Two intervals that share a value. */
function overlapping(points: Panel['points']): [number, number][] {
  return points.flatMap((one, i) =>
    points.flatMap((other, j): [number, number][] =>
      j > i && one && other && one.interval[0] <= other.interval[1] && other.interval[0] <= one.interval[1]
        ? [[i, j]]
        : [],
    ),
  );
}

/** `China–India above China–Chile; China–India with China–Kenya: a tie.` */
function toldOf(points: Panel['points'], ties: [number, number][], labels: string[]): string {
  const measured = points.flatMap((point, i) => (point ? [i] : []));
  const missing = labels.filter((_, i) => !measured.includes(i));
  const lacking = missing.length ? ` Not measured: ${listWords(missing)}.` : '';
  if (measured.length < 2)
    return `${measured.length ? 'Nothing to compare it with.' : 'Measured for none.'}${measured.length ? lacking : ''}`;
  const isTie = (i: number, j: number) => ties.some(([x, y]) => (x === i && y === j) || (x === j && y === i));
  const above = measured
    .map(i => ({ i, below: measured.filter(j => j !== i && !isTie(i, j) && points[i]!.value > points[j]!.value) }))
    .filter(({ below }) => below.length > 0)
    .sort((one, other) => points[other.i]!.value - points[one.i]!.value);
  if (!above.length) return `${measured.length === 2 ? 'The two overlap' : 'All overlap'}: a tie.${lacking}`;
  const apart = above.map(({ i, below }) => `${labels[i]} above ${listWords(below.map(j => labels[j]!))}`).join('; ');
  const tied = ties.length ? `; ${listWords(ties.map(([i, j]) => `${labels[i]} with ${labels[j]}`))}: a tie` : '';
  return `${apart}${tied}.${lacking}`;
}

function hundredfold([low, high]: [number, number]): [number, number] {
  return [100 * low, 100 * high];
}
