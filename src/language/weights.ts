/** Room for one sum a class: whole numbers in use, fractions while learning. */
export type Scores = Int32Array | Float64Array;

/** Adds up, for the features of one decision, the weight of every class. */
export interface Scorer {
  classes: number;
  room(): Scores;
  /** Fills `scores` (one place a class) with the sums over the first `count` features. */
  score(features: Int32Array, count: number, scores: Scores): void;
}

/**
 * Trained weights as they are used: each feature has a short list of (class, weight) pairs. Most features speak for or
 * against four or five classes of a hundred, so lists are smaller and faster than rows.
 */
export interface SparseWeights extends Scorer {
  features: number;
}

/** The parts of packed weights, in the order in which they lie in the file. */
export interface PackedWeights {
  classes: number;
  features: number;
  /** What a unit of `values` squared stands for in learnt weights. */
  unit: number;
  /** Keys in ascending unsigned order, each as its distance from the one before (LEB128). */
  keys: Uint8Array;
  /** Number of pairs of each feature. */
  lengths: Uint8Array;
  /** Class of each pair. */
  labels: Uint8Array;
  /** Root of the weight of each pair, with its sign: small weights need finer steps than large ones. */
  values: Int8Array;
}

const FILTER_BITS = 1 << 22;

/** Makes packed weights ready for scoring: builds the table from key to list. */
export function sparseWeights({ classes, features, keys, lengths, labels, values }: PackedWeights): SparseWeights {
  let bits = 10;
  while (1 << bits < features * 2) bits++;
  // A key's place is given by its upper bits, so that ascending keys fill the table from front to back: that loads fast.
  // Some places more than needed at the end take what would run over.
  const shift = 32 - bits;
  const last = (1 << bits) + 4096;
  // Key and list lie side by side, and so do class and weight: what is slow here is fetching memory, not adding up.
  const table = new Int32Array(last * 2);
  // Half of the features of a decision have no weights: a bit for each key, small enough for the processor's cache, tells
  // most of them without a look at the table.
  const present = new Int32Array(FILTER_BITS / 32);
  const pairs = new Int32Array(values.length);
  for (let i = 0; i < pairs.length; i++) pairs[i] = values[i]! * Math.abs(values[i]!) * 256 + labels[i]!;
  let start = 0;
  let key = 0;
  let at = 0;
  for (let i = 0; i < features; i++) {
    let byte = keys[at++]!;
    let distance = byte & 127;
    for (let power = 7; byte > 127; power += 7) {
      byte = keys[at++]!;
      distance |= (byte & 127) << power;
    }
    key = (key + distance) | 0;
    let place = key >>> shift;
    while (table[place * 2] !== 0) place++;
    present[(key & (FILTER_BITS - 1)) >> 5]! |= 1 << (key & 31);
    table[place * 2] = key;
    table[place * 2 + 1] = start * 256 + lengths[i]!;
    start += lengths[i]!;
  }
  const lists = new Int32Array(256);
  return {
    classes,
    features,
    room: () => new Int32Array(classes),
    score(wanted, count, scores) {
      // Finding the lists first and adding up after lets the processor wait for many places of memory at once.
      let found = 0;
      for (let f = 0; f < count; f++) {
        const wantedKey = wanted[f]!;
        if ((present[(wantedKey & (FILTER_BITS - 1)) >> 5]! & (1 << (wantedKey & 31))) === 0) continue;
        let place = (wantedKey >>> shift) * 2;
        while (table[place] !== wantedKey && table[place] !== 0) place += 2;
        lists[found] = table[place + 1]!;
        found += table[place] === 0 ? 0 : 1;
      }
      scores.fill(0);
      for (let f = 0; f < found; f++) {
        const list = lists[f]!;
        const from = list >>> 8;
        const to = from + (list & 255);
        for (let i = from; i < to; i++) {
          const pair = pairs[i]!;
          scores[pair & 255]! += pair >> 8;
        }
      }
    },
  };
}
