import type { EventRow, FigureRow } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country } from '../reading.js';
import type { Evidence } from '../record/evidence.js';

/** The four groups that count alike, however many levers each has. */
export const GROUPS = ['economy', 'security', 'diplomacy', 'regard'] as const;
export type Group = (typeof GROUPS)[number];

/** What is asked of a lever: the pair, the year, and all that is known. */
export interface Question {
  a: Country;
  b: Country;
  /** The year to measure; data are taken from the latest year up to it. `null`: the latest there is. */
  year: number | null;
  /** The first year that data may be of; default: any before `year`. */
  since?: number | null;
  /** Figures that are left out, to see what hangs on them; default none. */
  without?: (row: FigureRow) => boolean;
  evidence: Evidence;
}

/** One measure of who has the better of it. */
export interface Lever {
  id: string;
  label: string;
  group: Group;
  status: 'measured' | 'missing';
  /** -1/2 to 1/2, positive when the first country has the better of it; `null` where it is missing. */
  x: number | null;
  /** The range of x that the data leave open; `null` where x is missing. */
  interval: [number, number] | null;
  /** How much is at stake for both together, in `unit`; little stake shrinks x. */
  stake: number | null;
  /** What each side stands to lose, needs, has or gets: `unit` and `explanation` say which. */
  a: number | null;
  b: number | null;
  unit: string | null;
  source: string | null;
  evidence: EvidenceRef[];
  /** In plain words what the number means, or what is missing. */
  explanation: string;
}

/** A lever before it is measured: what it is, and what it would need. */
export interface LeverKind {
  id: string;
  label: string;
  group: Group;
  /** What is said where it cannot be measured. */
  needs: string;
}

/** A lever that could not be measured: shown as missing, never as zero. */
export function missing({ id, label, group, needs }: LeverKind): Lever {
  return {
    ...{ id, label, group, status: 'missing', x: null, interval: null, stake: null, a: null, b: null },
    ...{ unit: null, source: null, evidence: [], explanation: `Missing: ${needs}.` },
  };
}

/** A measured lever. `values` are the ends of the interval and any points between; x stays inside it. */
export function measured(
  { id, label, group }: LeverKind,
  value: Pick<Lever, 'a' | 'b' | 'unit' | 'source' | 'evidence' | 'explanation'> & {
    x: number;
    others: number[];
    stake: number;
    /** The stake at which x counts for half. */
    halfStake: number;
  },
): Lever {
  const { x, others, stake, halfStake, ...rest } = value;
  const weight = stake / (stake + halfStake);
  // Adding zero makes of a zero with a sign one without: two sides that are level stay so when they are exchanged.
  const all = [x, ...others].map(value => value * weight + 0);
  const interval: [number, number] = [Math.min(...all), Math.max(...all)];
  return { id, label, group, status: 'measured', x: all[0]!, interval, stake, ...rest };
}

/**
 * A's share of two amounts that are not negative, less one half: `shareLead(3, 1)` is 0.25. What is none on both sides
 * gives 0. Exchanging the two changes the sign and nothing else.
 */
export function shareLead(mine: number, theirs: number): number {
  return mine + theirs > 0 ? (mine - theirs) / (2 * (mine + theirs)) : 0;
}

/** The footnote of a data row. */
export function rowRef(row: FigureRow | EventRow, label: string): EvidenceRef {
  const { id, source, url } = row;
  const value = row.kind === 'figure' ? row.value : (row.text ?? row.format ?? row.type);
  return { kind: 'row', id, label, value, unit: row.kind === 'figure' ? row.unit : null, source, url };
}
