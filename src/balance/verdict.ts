import type { Group, Lever } from '../levers/lever.js';
import type { Country } from '../reading.js';

/** Who has the upper hand between two countries, and how far that hangs on how one weighs. */
export interface Balance {
  pair: [Country, Country];
  /** The year asked for, or the latest of the evidence used. */
  year: number | null;
  /** The years of the evidence used, first and last; `null` where nothing is measured. */
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
  statement: Statement;
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
