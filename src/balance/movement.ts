import type { EventRow } from '../datasets/row.js';
import { WrongUse } from '../errors.js';
import type { EvidenceRef } from '../evidence.js';
import { dayOfDeed } from '../levers/deeds.js';
import { GROUPS, type Lever } from '../levers/lever.js';
import { measureLevers } from '../levers/levers.js';
import type { Country } from '../reading.js';
import type { Evidence, KeptClaim, RecordedEvent } from '../record/evidence.js';
import { bandOf, type Judgement, type JudgeOptions, judge } from './judge.js';
import { yearOfEvidence, yearsOnRecord } from './vintage.js';

/** The balance of two countries year by year. */
export interface Movement {
  pair: [Country, Country];
  /** The balance of a year stands on data of that year and of those before it, so many in all. */
  window: number;
  years: YearOfBalance[];
  changes: Change[];
}

export interface YearOfBalance extends Judgement {
  year: number;
  /** Between which shares nine of ten lie that the intervals of the levers leave open. */
  band: [number, number] | null;
  levers: { id: string; x: number | null; interval: [number, number] | null }[];
}

/** Two years between which the balance changed, and what is behind it. */
export interface Change {
  from: number;
  to: number;
  share: [number, number];
  favours: [Country | null, Country | null];
  /** The levers that moved it most, the largest first. */
  levers: MovedLever[];
}

export interface MovedLever {
  id: string;
  label: string;
  /** x before and after; `null` where it was not measured. */
  x: [number | null, number | null];
  /** What it added to the weighted sum of equal weights: positive towards the first country. */
  pull: number;
  /** Rows and sentences that came in, latest first. */
  came: EvidenceRef[];
  /** How many came in, and how many grew too old to count. */
  counts: { came: number; went: number };
}

export interface MovementOptions {
  /** First and last year; default: the years of which there is a balance, at most 25. */
  from?: number;
  to?: number;
  flat?: boolean;
  seed?: number;
}

/** Years of data that the balance of a year stands on: that year and the four before. What is older counts no more. */
const WINDOW = 5;

/** The most years that are told. */
const MOST_YEARS = 60;
const DEFAULT_YEARS = 25;

/** A change of the share from which on it is told what is behind it; one of who is favoured always is. */
const NOTABLE = 0.1;
const LEVERS_TOLD = 3;
const EVIDENCE_TOLD = 5;

/**
 * How the balance moved: for each year the levers are measured from data of the five years up to it alone, and weighed in
 * all ways. Exchanging the two countries turns each share s into 1 - s, and each band with it.
 *
 * @throws WrongUse where both countries are the same, or the years are in no order or too many.
 */
export function movement(a: Country, b: Country, evidence: Evidence, options: MovementOptions = {}): Movement {
  if (a === b) throw new WrongUse(`a balance needs two countries: both are ${a}`);
  const { from, to, ...judging } = options;
  const pair: [Country, Country] = [a, b];
  const parts = byYear(evidence);
  const measured = yearsAsked(from, to, evidence).map(year => ({
    year,
    levers: leversOf(year, pair, evidence, parts),
  }));
  // Before anything is measured, and after, there is nothing to tell, unless it was asked for.
  const told = from === undefined ? measured.slice(firstWithVerdict(pair, measured)) : measured;
  const years = told.map(({ year, levers }) => yearOfBalance(year, levers, pair, judging));
  const yearOf = yearOfEvidence(
    told.flatMap(({ levers }) => levers),
    evidence,
  );
  const changes = years.slice(1).flatMap((after, i) => {
    const before = years[i]!;
    if (!isNotable(before, after)) return [];
    const levers = movedLevers(told[i]!.levers, told[i + 1]!.levers, yearOf);
    return [
      {
        from: before.year,
        to: after.year,
        share: [before.share!, after.share!] as [number, number],
        favours: [before.favours, after.favours] as [Country | null, Country | null],
        levers,
      },
    ];
  });
  return { pair, window: WINDOW, years, changes };
}

function yearsAsked(from: number | undefined, to: number | undefined, evidence: Evidence): number[] {
  const known = yearsOnRecord(evidence);
  if (!known) return [];
  const last = to ?? known[1];
  const first = from ?? Math.max(known[0], last - DEFAULT_YEARS + 1);
  if (first > last) throw new WrongUse(`no movement from ${first} to ${last}: the first year comes after the last`);
  if (last - first >= MOST_YEARS)
    throw new WrongUse(`no movement over ${last - first + 1} years: ask for ${MOST_YEARS} at most`);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Levers from what is of a year and of the years that count with it. */
function leversOf(
  year: number,
  [a, b]: [Country, Country],
  evidence: Evidence,
  { lasting, events, claims, deeds }: ByYear,
): Lever[] {
  const since = year - WINDOW + 1;
  const years = Array.from({ length: WINDOW }, (_, i) => since + i);
  const window: Evidence = {
    ...evidence,
    events: [...lasting, ...years.flatMap(of => events.get(of) ?? [])],
    claims: years.flatMap(of => claims.get(of) ?? []),
    ledger: years.flatMap(of => deeds.get(of) ?? []),
  };
  return measureLevers(a, b, window, { year, since });
}

/** What lasts from its first day on, so that it does not grow old: levers look whether it is in force. */
const LASTING = ['alliance', 'candidacy', 'membership', 'office'];

/** Rows, claims and what the ledger made of both, by the year they are of. */
interface ByYear {
  lasting: EventRow[];
  events: Map<number, EventRow[]>;
  claims: Map<number, KeptClaim[]>;
  deeds: Map<number, RecordedEvent[]>;
}

function byYear({ events, claims, ledger }: Evidence): ByYear {
  return {
    lasting: events.filter(({ type }) => LASTING.includes(type)),
    events: grouped(
      events.filter(({ type }) => !LASTING.includes(type)),
      ({ from }) => from,
    ),
    claims: grouped(claims, ({ article }) => article.date.value ?? article.date.latest),
    deeds: grouped(ledger, dayOfDeed),
  };
}

function grouped<T>(things: readonly T[], dayOf: (thing: T) => string | null): Map<number, T[]> {
  const years = new Map<number, T[]>();
  for (const thing of things) {
    const day = dayOf(thing);
    if (!day) continue;
    const year = Number(day.slice(0, 4));
    const known = years.get(year);
    if (known) known.push(thing);
    else years.set(year, [thing]);
  }
  return years;
}

function firstWithVerdict(pair: [Country, Country], measured: { levers: Lever[] }[]): number {
  const groups = (levers: Lever[]) => new Set(levers.filter(({ x }) => x !== null).map(({ group }) => group)).size;
  const most = Math.max(0, ...measured.map(({ levers }) => groups(levers)));
  const enough = measured.findIndex(({ levers }) => judge(pair, levers, { lattice: 'rough' }).share !== null);
  // Where no year has a verdict, those are told of which most is measured.
  return Math.max(0, enough >= 0 ? enough : measured.findIndex(({ levers }) => groups(levers) === most));
}

function yearOfBalance(year: number, levers: Lever[], pair: [Country, Country], judging: JudgeOptions): YearOfBalance {
  return {
    year,
    ...judge(pair, levers, { ...judging, lattice: 'coarse' }),
    band: bandOf(levers, judging),
    levers: levers.map(({ id, x, interval }) => ({ id, x, interval })),
  };
}

function isNotable(before: YearOfBalance, after: YearOfBalance): boolean {
  if (before.share === null || after.share === null) return false;
  return before.favours !== after.favours || Math.abs(after.share - before.share) >= NOTABLE;
}

function movedLevers(before: Lever[], after: Lever[], yearOf: Map<string, number>): MovedLever[] {
  const [pullsBefore, pullsAfter] = [pullsOf(before), pullsOf(after)];
  return after
    .map((lever, i) => movedLever(before[i]!, lever, pullsAfter[i]! - pullsBefore[i]!, yearOf))
    .filter(({ pull }) => Math.abs(pull) > 1e-9)
    .sort((one, other) => Math.abs(other.pull) - Math.abs(one.pull) || (one.id < other.id ? -1 : 1))
    .slice(0, LEVERS_TOLD);
}

function movedLever(before: Lever, after: Lever, pull: number, yearOf: Map<string, number>): MovedLever {
  const [known, now] = [idsOf(before), idsOf(after)];
  const came = after.evidence.filter(ref => !known.has(idOf(ref)));
  const latest = (ref: EvidenceRef) => yearOf.get(idOf(ref)) ?? 0;
  return {
    id: after.id,
    label: after.label,
    x: [before.x, after.x],
    pull,
    came: [...came].sort((one, other) => latest(other) - latest(one)).slice(0, EVIDENCE_TOLD),
    counts: { came: came.length, went: [...known].filter(id => !now.has(id)).length },
  };
}

/** What each lever adds to the weighted sum where groups are alike and, within each, its measured levers. */
function pullsOf(levers: Lever[]): number[] {
  const sizes = new Map(GROUPS.map(id => [id, levers.filter(({ group, x }) => group === id && x !== null).length]));
  const groups = [...sizes.values()].filter(size => size > 0).length;
  return levers.map(({ group, x }) => (x === null ? 0 : x / (groups * sizes.get(group)!)));
}

function idsOf({ evidence }: Lever): Set<string> {
  return new Set(evidence.map(idOf));
}

function idOf(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : ref.claim;
}
