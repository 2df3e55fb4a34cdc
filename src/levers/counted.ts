/** Levers that count: what speaks for the one side, what for the other, one lead by Wilson. */
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';
import { type Lever, type LeverKind, measured, missing, type Question } from './lever.js';
import { wilsonLead } from './wilson.js';

/** One thing that is counted. */
export interface Counted {
  /** The side it is counted for: one of the two. */
  side: Country;
  day: Day | null;
  ref: EvidenceRef;
}

/** What a counting lever says of itself. */
export interface Count {
  /** Whether the side that has more of it has the better of it. */
  moreIs: 'better' | 'worse';
  /** Count only where something is on record of each side: of other countries’ business, nothing found is nothing known. */
  ofEach?: boolean;
  halfStake: number;
  unit: string;
  source: string;
  explanation: string;
}

/** The lever of a count: x is the Wilson score of the share, less 1/2; nothing counted is nothing known. */
export function countedLever({ a }: Question, kind: LeverKind, counted: Counted[], count: Count): Lever {
  const { moreIs, ofEach = false, ...rest } = count;
  const mine = counted.filter(({ side }) => side === a).length;
  const theirs = counted.length - mine;
  if (counted.length === 0 || (ofEach && (mine === 0 || theirs === 0))) return missing(kind);
  return measured(kind, {
    ...wilsonLead(moreIs === 'better' ? mine : theirs, counted.length),
    ...{ stake: counted.length, a: mine, b: theirs, ...rest },
    evidence: inOrder(counted).map(({ ref }) => ref),
  });
}

/** Those of the last years, up to the year that is asked for or else the latest that anything is counted in. */
export function ofLastYears<T extends Pick<Counted, 'day'>>({ year }: Question, counted: T[], years: number): T[] {
  const last = year ?? counted.reduce((latest, { day }) => Math.max(latest, yearOf(day)), Number.NEGATIVE_INFINITY);
  return counted.filter(({ day }) => day !== null && yearOf(day) > last - years);
}

function yearOf(day: Day | null): number {
  return day === null ? Number.NEGATIVE_INFINITY : Number(day.slice(0, 4));
}

/** One each of a key; the first stays. */
export function once<T>(items: T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter(item => {
    const key = keyOf(item);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function inOrder(counted: Counted[]): Counted[] {
  return [...counted].sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? -1 : one.day === other.day ? 0 : 1));
}
