import { trainedModel } from '../knowledge.js';

/** Room for one sum a class: whole numbers in use, fractions while learning. */
export type Scores = Int32Array | Float64Array;

/**
 * Adds up, for the features of one decision, the weight of every class. Keys and sums have their place once and for all, so
 * that nothing is copied: it is used for one decision after the other.
 */
export interface Scorer {
  classes: number;
  /** Where the keys of the features are put. */
  keys: Int32Array;
  /** One place a class. */
  sums: Scores;
  /** Fills `sums` with the sums over the first `count` keys, one at least. */
  score(count: number): void;
}

/**
 * The parts of packed weights, in the order in which they lie in the file: each feature has a short list of (class, weight)
 * pairs. Most features speak for or against four or five classes of a hundred, so lists are smaller and faster than rows.
 */
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

/** From so many pairs on, a row with a place for every class is faster than a list: it is added up eight places at a time. */
const SHORTEST_ROW = 16;
/** The record of a row has its number in fifteen bits. */
const MOST_ROWS = 1 << 15;
const ROW = 0x8000;

/** More features than any decision has. */
export const MOST_FEATURES = 256;

/** What is used of the global `WebAssembly`, whose types TypeScript gives only together with those of a browser. */
interface WebAssemblyInterface {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { score(count: number): void } };
}
const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyInterface }).WebAssembly;

/** The compiled form of models/scoring.wat, which says how the memory is laid out. */
let scoring: object | null = null;

/** Makes packed weights ready for scoring: lays them out in the memory of a WebAssembly instance, which adds them up. */
export function sparseWeights(packed: PackedWeights): Scorer {
  const { classes, features, lengths } = packed;
  // Sixteen classes of eight bits at a time.
  const rowBytes = Math.ceil(classes / 16) * 16;
  const rows = Math.min(
    MOST_ROWS,
    lengths.reduce((sum, length) => sum + (length >= SHORTEST_ROW ? 1 : 0), 0),
  );
  // About one record a place of the index; it tells the upper half of the key at least, the record the lower.
  let bits = 16;
  while (1 << bits < features) bits++;

  let size = 0;
  const take = (bytes: number): number => {
    const address = size;
    size += Math.ceil(bytes / 32) * 32;
    return address;
  };
  const places = {
    rows: take(rows * rowBytes),
    sums: take(rowBytes * 4),
    squares: take(256 * 4),
    features: take(MOST_FEATURES * 4),
    found: take(MOST_FEATURES * 8),
    index: take(((1 << bits) + 1) * 4),
    // One record more, empty: the place behind the last is looked at too.
    records: take((features * 2 + packed.labels.length) * 2 + 4),
  };
  const end = places.records + (features * 2 + packed.labels.length) * 2;
  const memory = new Memory({ initial: Math.ceil(size / 65536) });
  const { buffer } = memory;
  const shift = 32 - bits;
  layOut(packed, {
    shift,
    firstRecord: places.records,
    rowLength: rowBytes,
    rows: new Int8Array(buffer, places.rows, rows * rowBytes),
    squares: new Int32Array(buffer, places.squares, 256),
    index: new Int32Array(buffer, places.index, (1 << bits) + 1),
    records: new Uint16Array(buffer, places.records, features * 2 + packed.labels.length),
  });

  scoring ??= new Module(new Uint8Array(trainedModel('scoring.wasm')));
  const instance = new Instance(scoring, { scorer: { memory, shift, rowBytes, end, ...places } });
  return {
    classes,
    keys: new Int32Array(buffer, places.features, MOST_FEATURES),
    sums: new Int32Array(buffer, places.sums, classes),
    score: instance.exports.score,
  };
}

interface Layout {
  /** A key's place in the index is given by its bits above these. */
  shift: number;
  firstRecord: number;
  rowLength: number;
  rows: Int8Array;
  squares: Int32Array;
  index: Int32Array;
  records: Uint16Array;
}

/** Unpacks the weights into rows and records; keys come in ascending order, and so do records. */
function layOut({ features, keys, lengths, labels, values }: PackedWeights, layout: Layout): void {
  const { shift, firstRecord, rowLength, rows, squares, index, records } = layout;
  for (let byte = 0; byte < 256; byte++) squares[byte] = signedSquare((byte << 24) >> 24);
  let key = 0;
  let at = 0;
  let pair = 0;
  let row = 0;
  let end = 0;
  let place = 0;
  index[0] = firstRecord;
  for (let i = 0; i < features; i++) {
    let byte = keys[at++]!;
    let distance = byte & 127;
    for (let power = 7; byte > 127; power += 7) {
      byte = keys[at++]!;
      distance |= (byte & 127) << power;
    }
    key = (key + distance) | 0;
    while (place < key >>> shift) index[++place] = firstRecord + end * 2;
    const last = pair + lengths[i]!;
    records[end++] = key & 0xffff;
    if (lengths[i]! >= SHORTEST_ROW && row < MOST_ROWS) {
      records[end++] = ROW | row;
      for (; pair < last; pair++) rows[row * rowLength + labels[pair]!] = values[pair]!;
      row++;
    } else {
      records[end++] = lengths[i]!;
      for (; pair < last; pair++) records[end++] = ((values[pair]! & 255) << 8) | labels[pair]!;
    }
  }
  while (place < index.length - 1) index[++place] = firstRecord + end * 2;
}

function signedSquare(root: number): number {
  return root * Math.abs(root);
}
