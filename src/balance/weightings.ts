import { leanOfWeightings } from './acceptability.js';
import { type LatticeSize, latticePoints, weightsFrom } from './lattice.js';

/** A measured lever, as far as weighing goes. */
export interface WeighedLever {
  x: number;
  interval: readonly [number, number];
}

export interface Weightings {
  /** Of all weightings, the share in which the weighted sum favours the first country; a tie counts half. */
  share: number;
  /** The mean of the weightings that favour each side, group by group and lever by lever: `null` where none does. */
  central: { a: number[][] | null; b: number[][] | null };
}

export interface WeighingOptions {
  /** Default 1. */
  seed?: number;
  /** `fine`, the default, is right to a thousandth; `coarse` to some thousandths, in an eighth of the time. */
  lattice?: LatticeSize;
}

type Groups = readonly (readonly WeighedLever[])[];

const SHARPNESS = 2 ** 40;

/**
 * Weighs groups of levers in every way: weights uniform over the groups and, within each, uniform over its levers. A
 * lever lies on either side of its x with equal odds, evenly within its interval.
 *
 * Over the groups the share is exact (acceptability.ts); over the weights within groups and the places of levers it is a
 * mean over the points of a lattice. Each point is used with the mirror image of its places, so that exchanging the two
 * countries turns the share s into 1 - s to the last bit. For flat weights give each lever a group of its own.
 */
export function weigh(groups: Groups, options: WeighingOptions = {}): Weightings {
  const { seed = 1, lattice = 'fine' } = options;
  const draw = drawsOf(groups, lattice, seed);
  const values = new Float64Array(groups.length);
  const room = new Float64Array(groups.length + 1);
  const central = { a: tallyOf(groups), b: tallyOf(groups) };
  let lean = 0;
  for (let k = 0; k < draw.count; k++) {
    draw.fill(k);
    // The two sides of a draw are summed before they are added: their order then leaves no trace.
    let both = 0;
    for (let side = 1; side >= -1; side -= 2) {
      let sum = 0;
      for (let g = 0; g < groups.length; g++) {
        values[g] = groupValue(groups[g]!, draw.within[g]!, draw.places[g]!, side);
        sum += draw.between[g]! * values[g]!;
      }
      if (sum !== 0) count(sum > 0 ? central.a : central.b, draw.between, draw.within);
      both += leanOfWeightings(values, room);
    }
    lean += both;
  }
  return {
    share: shareOf(lean / (2 * draw.count)),
    central: { a: meanOf(central.a), b: meanOf(central.b) },
  };
}

/** What a single weighting says. */
export interface WeighedSum {
  /** The weighted sum of x, -1/2 to 1/2: positive where the first country leads. */
  sum: number;
  /** Between which sums nine of ten lie that the intervals of the levers leave open. */
  range: [number, number];
}

/**
 * The weighted sum of some levers with weights that are given.
 *
 * @param weights of each group and lever; they sum to 1.
 */
export function weighOnce(groups: Groups, weights: readonly (readonly number[])[], seed = 1): WeighedSum {
  const draw = drawsOf(groups, 'coarse', seed);
  const fixed = weights.map(of => Float64Array.from(of));
  const sumAt = (side: number) =>
    groups.reduce((sum, g, i) => sum + groupValue(g, fixed[i]!, draw.places[i]!, side), 0);
  const sums: number[] = [];
  for (let k = 0; k < draw.count; k++) {
    draw.fill(k);
    sums.push(sumAt(1), sumAt(-1));
  }
  sums.sort((one, other) => one - other);
  const cut = Math.floor(sums.length / 20);
  const sum = groups.reduce(
    (total, levers, g) => total + levers.reduce((part, { x }, k) => part + fixed[g]![k]! * x, 0),
    0,
  );
  return { sum, range: [sums[cut]!, sums[sums.length - 1 - cut]!] };
}

/**
 * Between which shares of weightings nine of ten lie that the intervals leave open: the levers are placed, then all
 * weightings of them count. With groups exchanged the band mirrors.
 */
export function shareBand(groups: Groups, seed = 1): [number, number] {
  const weights = weightsWithin(groups, seed);
  const placing = drawsOf(groups, 'rough', seed + 1);
  const values = new Float64Array(groups.length);
  const room = new Float64Array(groups.length + 1);
  const leans: number[] = [];
  for (let p = 0; p < placing.count; p++) {
    placing.fill(p);
    for (let side = 1; side >= -1; side -= 2) {
      let lean = 0;
      for (const within of weights) {
        for (let g = 0; g < groups.length; g++) {
          values[g] = groupValue(groups[g]!, within[g]!, placing.places[g]!, side);
        }
        lean += leanOfWeightings(values, room);
      }
      leans.push(lean / weights.length);
    }
  }
  leans.sort((one, other) => one - other);
  const cut = Math.floor(leans.length / 20);
  return [shareOf(leans[cut]!), shareOf(leans[leans.length - 1 - cut]!)];
}

/** The points of a rough lattice as weights within groups. */
function weightsWithin(groups: Groups, seed: number): Float64Array[][] {
  const draw = drawsOf(groups, 'rough', seed);
  return Array.from({ length: draw.count }, (_, k) => {
    draw.fill(k);
    return draw.within.map(weights => weights.slice());
  });
}

/** Points of a lattice as weights within groups, places of levers in their intervals, and weights between groups. */
function drawsOf(groups: Groups, lattice: LatticeSize, seed: number) {
  const within = groups.map(levers => new Float64Array(levers.length));
  const places = groups.map(levers => new Float64Array(levers.length));
  const between = new Float64Array(groups.length);
  // The first dimensions of a lattice are its best: weights within groups move the share most.
  const dimensions = groups.reduce((sum, levers) => sum + 2 * levers.length, 0);
  const point = new Float64Array(Math.max(1, dimensions));
  const points = latticePoints(lattice, point.length, seed);
  const fill = (k: number) => {
    points.fill(k, point);
    let at = 0;
    for (const weights of within) {
      weightsFrom(point, at, weights);
      at += weights.length - 1;
    }
    for (const place of places) for (let i = 0; i < place.length; i++) place[i] = 2 * point[at++]! - 1;
    weightsFrom(point, at, between);
  };
  return { count: points.count, fill, within, places, between };
}

function groupValue(
  levers: readonly WeighedLever[],
  weights: Float64Array,
  places: Float64Array,
  side: number,
): number {
  let value = 0;
  for (let k = 0; k < levers.length; k++) value += weights[k]! * placed(levers[k]!, side * places[k]!);
  return value;
}

/** The lever at a place of its interval: -1 its lower end, 0 its x, 1 its upper end. */
function placed({ x, interval }: WeighedLever, place: number): number {
  return place > 0 ? x + place * (interval[1] - x) : x + place * (x - interval[0]);
}

/** Rounded alike on both sides of a half, where all digits of s and of 1 - s fit. */
function shareOf(lean: number): number {
  const half = Math.round((Math.abs(lean) * SHARPNESS) / 2) / SHARPNESS;
  return lean < 0 ? 0.5 - half : 0.5 + half;
}

interface Tally {
  sums: number[][];
  count: number;
}

function tallyOf(groups: Groups): Tally {
  return { sums: groups.map(levers => levers.map(() => 0)), count: 0 };
}

function count(tally: Tally, between: Float64Array, within: Float64Array[]): void {
  tally.count++;
  for (let g = 0; g < tally.sums.length; g++) {
    const sums = tally.sums[g]!;
    for (let k = 0; k < sums.length; k++) sums[k]! += between[g]! * within[g]![k]!;
  }
}

function meanOf({ sums, count }: Tally): number[][] | null {
  return count === 0 ? null : sums.map(group => group.map(sum => sum / count));
}
