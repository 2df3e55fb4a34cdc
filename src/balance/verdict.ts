import type { EvidenceRef } from '../evidence.js';
import type { Group, Lever } from '../levers/lever.js';
import type { Country } from '../reading.js';

/** Who has the upper hand between two countries, and how far that hangs on how one weighs. */
export interface Balance {
  pair: [Country, Country];
  /** The year asked for, or the latest of the evidence used. */
  year: number | null;
  /** Of when the levers' values are: the earliest and the latest of their years; `null` where nothing is measured. */
  years: [number, number] | null;
  /** `null` where fewer than three groups are measured, or the balance is open. */
  favours: Country | null;
  /** Of all weightings, the share that favours the first country; `null` where fewer than three groups are measured. */
  share: number | null;
  strength: Strength | null;
  groups: { id: Group; levers: DatedLever[] }[];
  /** Levers measured, of how many, and groups with at least one measured. */
  coverage: { measured: number; of: number; groups: number };
  /** The smallest change of a weight or of a lever that turns the verdict of equal weights. */
  tipping: NamedTipping | null;
  /** By country: the mean weight of each lever over the weightings that favour it; `null` where none does. */
  central: Record<Country, Record<string, number> | null> | null;
  /** What ways of weighing say that were asked for. */
  weighed?: WeighedBy[];
  /** What the verdict hangs on, where it was asked for. */
  robustness?: Robustness;
  statement: Statement;
}

/** A way of weighing that is given: by a preset, or by whoever asks. */
export interface GivenWeights {
  /** Id of the preset; `null` for own weights. */
  preset: string | null;
  label: string;
  /** By group or lever, in proportion to each other. */
  weights: Record<string, number>;
  reason: string | null;
}

/** What one way of weighing says. */
export interface WeighedBy extends GivenWeights {
  /** The weight of each measured lever; they sum to 1. */
  levers: Record<string, number>;
  /** The weighted sum of x, -1/2 to 1/2; `null` where nothing that has a weight is measured. */
  sum: number | null;
  /** Between which sums nine of ten lie that the intervals leave open. */
  range: [number, number] | null;
  /** Who leads: `null` where neither does. */
  favours: Country | null;
  /** Groups and levers that have a weight and are not measured. */
  missing: string[];
}

/** The balance again with some of the evidence left out, one thing at a time (jackknife; Quenouille 1949, Tukey 1958). */
export interface Robustness {
  levers: Removal[];
  /** By who published it. */
  sources: Removal[];
  /** By the year it is of. */
  years: Removal[];
  /** By the country its outlets publish from; `part` is its share of all pieces of evidence. */
  outlets: Removal[];
  /** Single rows and sentences without which another side, or none, is favoured. */
  facts: (Removal & { evidence: EvidenceRef })[];
  /** How many single rows and sentences were left out one by one, and of how many. */
  tried: { facts: number; of: number };
  /** The lowest and the highest share of all that is listed, the balance itself included. */
  range: [number, number];
  /** How many removals of levers, sources and years there are, and how many of them turn the verdict. */
  removals: number;
  turning: number;
}

export interface Removal {
  /** What is left out: the id of a lever, a source, a year, a country, the id of a row or claim. */
  without: string;
  /** How many pieces of evidence that is, and which part of all. */
  pieces: number;
  part: number;
  share: number | null;
  favours: Country | null;
  strength: Strength | null;
  /** Whether another side, or none, is favoured. */
  turns: boolean;
}

export type Strength = 'decisive' | 'clear' | 'leaning' | 'open';

export interface NamedTipping {
  /** The side that equal weights favour. */
  favours: Country;
  weight: { group: Group; from: number; to: number } | null;
  lever: { id: string; from: number; to: number } | null;
}

/** A lever, and which years the evidence it was made from is of: oldest first, empty where it is missing. */
export interface DatedLever extends Lever {
  years: number[];
}

/** The balance in words, in three lengths. */
export interface Statement {
  short: string;
  medium: string;
  long: string;
}
