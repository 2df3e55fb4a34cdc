import { scatter } from '../src/language/hash.js';
import { MOST_FEATURES, type PackedWeights, type Scorer } from '../src/language/weights.js';

/** Weights while they are learnt: a row of classes for every feature that was ever part of a mistake. */
export interface Learner extends Scorer {
  /** Moves the weights of the features towards `right` and away from `wrong`. */
  update(features: Int32Array, count: number, right: number, wrong: number): void;
  /** Counts one decision; weights are averaged over all of them. */
  tick(): void;
  /** Scores with the weights averaged so far. */
  averaged(): Scorer;
  /** The averaged weights as small integers; those that round to nothing are left out. */
  pack(options: PackOptions): PackedWeights;
}

export interface PackOptions {
  /** What the largest small integer stands for; larger weights are cut to it. */
  ceiling: number;
  /** Weights smaller than this are left out. */
  smallest: number;
}

/**
 * A decision is learnt from until the right class leads by this much. Learning from bare mistakes only costs 0.3 points
 * of tags and of LAS.
 */
export const MARGIN = 40;

/** Counts how often features are seen, to leave out those too rare to be worth their place in the file. */
export interface FeatureCounter {
  count(features: Int32Array, length: number): void;
  /** Whether the feature was seen at least so often; rarely a collision makes it say yes too soon. */
  atLeast(key: number, times: number): boolean;
}

export function createFeatureCounter(): FeatureCounter {
  const counts = new Uint8Array(1 << 26);
  const mask = counts.length - 1;
  return {
    count(features, length) {
      for (let f = 0; f < length; f++) {
        const place = features[f]! & mask;
        if (counts[place]! < 255) counts[place]!++;
      }
    },
    atLeast(key, times) {
      return counts[key & mask]! >= times;
    },
  };
}

/**
 * An averaged perceptron for many classes (Freund and Schapire 1999; Collins 2002).
 *
 * @param isWorthwhile which features may get weights at all
 */
export function createLearner(classes: number, isWorthwhile: (key: number) => boolean): Learner {
  let tableSize = 1 << 20;
  let keys = new Int32Array(tableSize);
  let rowOf = new Int32Array(tableSize);
  let rows = 0;
  let capacity = 1 << 16;
  let weights = new Float32Array(capacity * classes);
  let moments = new Float32Array(capacity * classes);
  let steps = 1;

  function find(key: number): number {
    const mask = tableSize - 1;
    let place = scatter(key) & mask;
    while (true) {
      const found = keys[place]!;
      if (found === key) return rowOf[place]!;
      if (found === 0) return -1;
      place = (place + 1) & mask;
    }
  }

  function insert(key: number): number {
    if (rows * 2 >= tableSize) growTable();
    if (rows === capacity) growRows();
    place(key, rows);
    return rows++;
  }

  function place(key: number, row: number): void {
    const mask = tableSize - 1;
    let at = scatter(key) & mask;
    while (keys[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    rowOf[at] = row;
  }

  function growTable(): void {
    const [oldKeys, oldRows] = [keys, rowOf];
    tableSize *= 2;
    keys = new Int32Array(tableSize);
    rowOf = new Int32Array(tableSize);
    for (let i = 0; i < oldKeys.length; i++) if (oldKeys[i] !== 0) place(oldKeys[i]!, oldRows[i]!);
  }

  function growRows(): void {
    capacity *= 2;
    const [oldWeights, oldMoments] = [weights, moments];
    weights = new Float32Array(capacity * classes);
    moments = new Float32Array(capacity * classes);
    weights.set(oldWeights);
    moments.set(oldMoments);
  }

  function bump(key: number, right: number, wrong: number): void {
    let row = find(key);
    if (row < 0) {
      if (!isWorthwhile(key)) return;
      row = insert(key);
    }
    const base = row * classes;
    weights[base + right]! += 1;
    moments[base + right]! += steps;
    weights[base + wrong]! -= 1;
    moments[base + wrong]! -= steps;
  }

  /** Adds up, for the features of a decision, what a place of the rows of weights comes to. */
  function scorer(weightAt: (place: number) => number): Scorer {
    const wanted = new Int32Array(MOST_FEATURES);
    const sums = new Float64Array(classes);
    return {
      classes,
      keys: wanted,
      sums,
      score(count) {
        sums.fill(0);
        for (let f = 0; f < count; f++) {
          const row = find(wanted[f]!);
          if (row < 0) continue;
          const base = row * classes;
          for (let c = 0; c < classes; c++) sums[c]! += weightAt(base + c);
        }
      },
    };
  }

  return {
    ...scorer(place => weights[place]!),
    update(features, count, right, wrong) {
      for (let f = 0; f < count; f++) bump(features[f]!, right, wrong);
    },
    tick() {
      steps++;
    },
    averaged() {
      return scorer(place => weights[place]! - moments[place]! / steps);
    },
    pack({ ceiling, smallest }) {
      const kept: { key: number; row: number }[] = [];
      for (let i = 0; i < tableSize; i++) if (keys[i] !== 0) kept.push({ key: keys[i]! >>> 0, row: rowOf[i]! });
      kept.sort((a, b) => a.key - b.key);
      const distances: number[] = [];
      const lengths: number[] = [];
      const labels: number[] = [];
      const values: number[] = [];
      let previous = 0;
      for (const { key, row } of kept) {
        const before = labels.length;
        for (let c = 0; c < classes; c++) {
          const weight = weights[row * classes + c]! - moments[row * classes + c]! / steps;
          if (Math.abs(weight) < smallest) continue;
          const root = Math.min(127, Math.round(127 * Math.sqrt(Math.abs(weight) / ceiling)));
          if (root === 0) continue;
          labels.push(c);
          values.push(weight < 0 ? -root : root);
        }
        if (labels.length === before) continue;
        pushVariableLength(distances, key - previous);
        previous = key;
        lengths.push(labels.length - before);
      }
      return {
        classes,
        features: lengths.length,
        unit: ceiling / (127 * 127),
        keys: Uint8Array.from(distances),
        lengths: Uint8Array.from(lengths),
        labels: Uint8Array.from(labels),
        values: Int8Array.from(values),
      };
    },
  };
}

/** Seven bits a byte, the lowest first; the eighth says that more follow (LEB128). */
function pushVariableLength(bytes: number[], value: number): void {
  while (value > 127) {
    bytes.push((value & 127) | 128);
    value = Math.floor(value / 128);
  }
  bytes.push(value);
}

/** A generator of even numbers in [0, 1) from a seed, the same on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The items in a random order, the same for the same generator. */
export function shuffled<T>(items: T[], random: () => number): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [mixed[i], mixed[k]] = [mixed[k]!, mixed[i]!];
  }
  return mixed;
}
