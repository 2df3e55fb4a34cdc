/** Claims and rows in one shape, as the ledger compares them. */
import { knownCountries } from '../../actors/countries.js';
import type { EventRow } from '../../datasets/row.js';
import { knownTable } from '../../knowledge.js';
import {
  type ActionClaim,
  type Country,
  type Day,
  type Modality,
  PLOVER_TYPES,
  type PloverType,
} from '../../reading.js';
import { daysBetween } from '../../time/calendar.js';
import { type KeptClaim, namesOf } from '../kept-claim.js';
import type { Precision } from './recorded-event.js';
import { type WordSet, wordSet } from './word-set.js';

export type KeptAction = KeptClaim & { claim: ActionClaim };

/** One report of a deed: what a claim or a row says of it. */
export interface Report {
  /** Exactly one of the two is there. */
  kept: KeptAction | null;
  row: EventRow | null;
  /** The article of the claim. */
  article: string | null;
  type: PloverType;
  mode: string | null;
  of: PloverType | null;
  source: Country[];
  target: Country[];
  third: Country[];
  /** Source and target in one, sorted. */
  parties: Country[];
  mutual: boolean;
  names: string[];
  /** The days that are stated for the deed; `null` where the text states none. */
  stated: { from: Day; to: Day } | null;
  /** The same as numbers, and the day it was told: they are compared millions of times. */
  days: { from: number; to: number } | null;
  toldDay: number | null;
  precision: Precision;
  /** The day it was told: by which it had happened, or from which on it is to come. */
  told: Day | null;
  /** Whether it is what its sentence tells; else it is told in passing, and may lie further back. */
  main: boolean;
  modality: Modality;
  status: Status;
  negated: boolean;
  place: { name: string; country: Country | null } | null;
  host: Country | null;
  /** The words of its sentence that say what it was, without those that name countries. */
  words: WordSet;
  /** The words of its trigger, in their first letters. */
  trigger: string | null;
}

/** A deed that is done, one to come, and one that is thought of are never the same event. An alleged one is thought done. */
export type Status = 'done' | 'coming' | 'thought';

const STATUS: Record<Modality, Status> = {
  happened: 'done',
  alleged: 'done',
  denied: 'done',
  announced: 'coming',
  expected: 'coming',
  proposed: 'thought',
  conditional: 'thought',
};

/** A stretch of so many days is still known to the day: a visit, a summit, an exercise. */
const DAYS_OF_ONE_EVENT = 10;

/** The report of an action claim. */
export function reportOfClaim(kept: KeptAction): Report {
  const { claim, article, sentence } = kept;
  const stated = statedDays(claim);
  const told = claim.said.to ?? claim.said.from ?? article.date.value ?? article.date.latest;
  const source = sorted(claim.source);
  const target = sorted(claim.target);
  const trigger = sentence.text.slice(claim.trigger.start - sentence.start, claim.trigger.end - sentence.start);
  return {
    kept,
    row: null,
    article: article.id,
    type: claim.type,
    mode: claim.mode,
    of: claim.of,
    source,
    target,
    third: sorted(claim.third),
    parties: sorted([...source, ...target]),
    mutual: isMutual(source, target),
    names: sorted(claim.names),
    stated,
    days: stated && numbersOf(stated),
    toldDay: told ? numberOf(told) : null,
    precision: precisionOf(stated),
    told,
    main: claim.main,
    modality: claim.modality,
    status: STATUS[claim.modality],
    negated: claim.negated,
    place: claim.place && { name: claim.place.name, country: claim.place.country },
    host: hostOf(claim),
    words: contentWords(sentence.text),
    trigger: stemOf(trigger.toLowerCase()) || null,
  };
}

/** The report of a row; `null` where rows of its type are no deeds between states. */
export function reportOfRow(row: EventRow): Report | null {
  const kind = kindOfRow(row);
  if (!kind || row.b === null) return null;
  const parties = sorted([row.a, row.b]);
  const stated = { from: row.from, to: row.to ?? row.from };
  return {
    kept: null,
    row,
    article: null,
    type: kind.type,
    mode: kind.mode,
    of: kind.of,
    source: kind.mutual ? parties : [row.a],
    target: kind.mutual ? parties : [row.b],
    third: [],
    parties,
    mutual: kind.mutual,
    names: [],
    stated,
    days: numbersOf(stated),
    toldDay: numberOf(stated.to),
    precision: precisionOf(stated),
    told: stated.to,
    main: true,
    modality: 'happened',
    status: 'done',
    negated: false,
    place: row.place || row.country ? { name: row.place ?? '', country: row.country } : null,
    host: row.host,
    words: contentWords([row.text, row.format, row.place, ...row.persons].filter(Boolean).join(' ')),
    trigger: null,
  };
}

/** What tells one report from all others. */
export function keyOf({ kept, row }: Report): string {
  return row ? `row:${row.id}` : `${kept!.article.id}:${kept!.claim.id}`;
}

/** All names that mean a report: its own, and those of its copies. */
export function keysOf(report: Report): string[] {
  return report.row ? [keyOf(report)] : namesOf(report.kept!);
}

/** How closely a stretch of days is known. */
export function precisionOf(stated: { from: Day; to: Day } | null): Precision {
  if (!stated) return 'unknown';
  const days = daysBetween(stated.from, stated.to);
  return days < DAYS_OF_ONE_EVENT ? 'day' : days < 31 ? 'month' : days < 366 ? 'year' : 'unknown';
}

export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}

function statedDays({ when }: ActionClaim): { from: Day; to: Day } | null {
  if (when.from && when.to) return when.from <= when.to ? { from: when.from, to: when.to } : null;
  return null;
}

function isMutual(source: Country[], target: Country[]): boolean {
  return source.length > 1 && isSame(source, target);
}

/** Who received whom: the one that is visited, that hosts, or in whose country the two met. */
function hostOf({ type, mode, source, target, place }: ActionClaim): Country | null {
  if (type !== 'CONSULT') return null;
  if (mode === 'visit' && target.length === 1 && !source.includes(target[0]!)) return target[0]!;
  if (mode === 'host' && source.length === 1 && !target.includes(source[0]!)) return source[0]!;
  const country = place?.country ?? null;
  return country && [...source, ...target].includes(country) ? country : null;
}

function numbersOf({ from, to }: { from: Day; to: Day }): { from: number; to: number } {
  return { from: numberOf(from), to: numberOf(to) };
}

function numberOf(day: Day): number {
  return daysBetween('1970-01-01', day);
}

function contentWords(text: string): WordSet {
  const words = text.toLowerCase().match(/\p{L}{3,}|\d+(?:[.,]\d+)*/gu) ?? [];
  return wordSet(words.filter(word => !emptyWords().has(word)).map(stemOf));
}

/** The first letters of a word: "condemned" and "condemns" are one. */
function stemOf(word: string): string {
  return word.slice(0, 6);
}

/** Words that name countries, say when or carry no content: a pair has them in all its sentences, and days are compared as days. */
function emptyWords(): Set<string> {
  empty ??= new Set([
    ...knownCountries()
      .flatMap(({ name, otherNames, adjectives, capitals }) => [name, ...otherNames, ...adjectives, ...capitals])
      .flatMap(name => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []),
    ...GRAMMAR,
    ...DAYS,
  ]);
  return empty;
}

const GRAMMAR =
  'the and for with that this from was were has have had its his her their they been will would could said says about after before over under into also who which while during against than then there when where what not but are did does more most other some such only own same two'.split(
    ' ',
  );

const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday january february april may june july august september october november december today yesterday tomorrow day week month year last next'.split(
    ' ',
  );

let empty: Set<string> | undefined;

interface RowKind {
  type: PloverType;
  mode: string | null;
  of: PloverType | null;
  mutual: boolean;
}

let kinds: Map<string, RowKind> | undefined;

function rowKinds(): Map<string, RowKind> {
  kinds ??= new Map(
    knownTable('record/row-events.csv').map(({ row, type, mode, of, mutual }) => [
      row!,
      {
        type: type as PloverType,
        mode: mode || null,
        of: (of || null) as PloverType | null,
        mutual: mutual === 'yes',
      },
    ]),
  );
  return kinds;
}

/** Whether rows of this type are events of the ledger. */
export function isEventType(type: string): boolean {
  return rowKinds().has(type) || isPlover(type);
}

/** A row that a person added may name a type of PLOVER itself. */
function kindOfRow({ type, format }: EventRow): RowKind | undefined {
  const known = rowKinds().get(type);
  if (known || !isPlover(type)) return known;
  return { type, mode: format, of: null, mutual: type === 'CONSULT' || type === 'COOPERATE' };
}

function isPlover(type: string): type is PloverType {
  return (PLOVER_TYPES as readonly string[]).includes(type);
}

function sorted(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}
