/** Levers that count: what speaks for the one side, what for the other, one lead by Wilson. */
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';
import { type Lever, type LeverKind, measured, missing, type Question } from './lever.js';
import { weightOf } from './warmth.js';
import { wilsonLead } from './wilson.js';

/** One thing that is counted. */
export interface Counted {
  /** The side it is counted for: one of the two. */
  side: Country;
  day: Day | null;
  /** What it counts for: 1 of a row, of what was read in an article the confidence of the reading. */
  weight: number;
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

/** The lever of a count, each by its weight: x is the Wilson score of the share, less 1/2; nothing counted is nothing known. */
export function countedLever({ a }: Question, kind: LeverKind, counted: Counted[], count: Count): Lever {
  const { moreIs, ofEach = false, source, ...rest } = count;
  const mine = weightOf(counted.filter(({ side }) => side === a));
  const theirs = weightOf(counted.filter(({ side }) => side !== a));
  if (counted.length === 0 || (ofEach && (mine === 0 || theirs === 0))) return missing(kind);
  return measured(kind, {
    ...(moreIs === 'better' ? wilsonLead(mine, theirs) : wilsonLead(theirs, mine)),
    ...{ stake: mine + theirs, a: mine, b: theirs, source: sourceWithReadings(source, counted), ...rest },
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

/** A source, and how much of what is counted was read in articles: `deeds on record, 3 of 5 read in articles with a mean confidence of 0.62`. */
export function sourceWithReadings(source: string, counted: Pick<Counted, 'weight' | 'ref'>[]): string {
  const read = counted.filter(({ ref }) => ref.kind === 'sentence');
  if (read.length === 0) return source;
  const confidence = (weightOf(read) / read.length).toFixed(2);
  return `${source}, ${read.length} of ${counted.length} read in articles, counted by their confidence: ${confidence} on average`;
}

/** One each of a key: the surest, of equally sure ones the first. */
export function once<T extends { weight: number }>(items: T[], keyOf: (item: T) => string): T[] {
  const surest = new Map<string, T>();
  for (const item of items) {
    const known = surest.get(keyOf(item));
    if (!known || item.weight > known.weight) surest.set(keyOf(item), item);
  }
  return [...surest.values()];
}

function inOrder(counted: Counted[]): Counted[] {
  return [...counted].sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? -1 : one.day === other.day ? 0 : 1));
}
