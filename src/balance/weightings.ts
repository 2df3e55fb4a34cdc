import { leanOfWeightings } from './acceptability.js';
import { drawWeights, randomNumbers } from './random.js';

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
  /** Draws of weights, each used with two opposite draws of the levers; default 4096. */
  draws?: number;
}

const SHARPNESS = 2 ** 40;

/**
 * Weighs groups of levers in every way: weights uniform over the groups and, within each, uniform over its levers. A
 * lever lies on either side of its x with equal odds, evenly within its interval.
 *
 * Over the groups the share is exact (acceptability.ts); what is drawn are the weights within groups and the levers.
 * Each draw of the levers is used with its mirror image, so that exchanging the two countries turns the share s into
 * 1 - s to the last bit. For flat weights give each lever a group of its own.
 */
export function weigh(groups: readonly (readonly WeighedLever[])[], options: WeighingOptions = {}): Weightings {
  const { seed = 1, draws = 4096 } = options;
  const random = randomNumbers(seed);
  const between = new Float64Array(groups.length);
  const within = groups.map(levers => new Float64Array(levers.length));
  const places = groups.map(levers => new Float64Array(levers.length));
  const values = new Float64Array(groups.length);
  const room = new Float64Array(groups.length + 1);
  const central = { a: tallyOf(groups), b: tallyOf(groups) };
  let lean = 0;
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(random, between);
    for (const weights of within) drawWeights(random, weights);
    for (const place of places) for (let k = 0; k < place.length; k++) place[k] = 2 * random() - 1;
    // The two sides of a draw are summed before they are added: their order then leaves no trace.
    let both = 0;
    for (let side = 1; side >= -1; side -= 2) {
      let sum = 0;
      for (let g = 0; g < groups.length; g++) {
        values[g] = groupValue(groups[g]!, within[g]!, places[g]!, side);
        sum += between[g]! * values[g]!;
      }
      if (sum !== 0) count(sum > 0 ? central.a : central.b, between, within);
      both += leanOfWeightings(values, room);
    }
    lean += both;
  }
  return {
    share: shareOf(lean / (2 * draws)),
    central: { a: meanOf(central.a), b: meanOf(central.b) },
  };
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

function tallyOf(groups: readonly (readonly WeighedLever[])[]): Tally {
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
