/** What happened between two countries, in the order of time: filtered, counted, and cut into pages that say so. */
import { countryName } from '../../actors/countries.js';
import type { EventRow } from '../../datasets/row.js';
import type { Country, Day } from '../../reading.js';
import type { Evidence } from '../../record/evidence.js';
import { orderOf } from '../../record/order.js';
import { folded } from '../../record/search/words.js';
import { byDay, type OrderInTime } from '../order.js';
import { type ListedEvent, listedEvent, outletOf, type Source, sourcesOf } from './event.js';
import { kindWords } from './kinds.js';
import { type EventStrip, eventStrip } from './strip.js';

/** What is asked of a chronology. */
export interface ChronologyAsked {
  /** Types that are shown (`CONSULT`, `address`); none: all. */
  types: string[];
  /** Only what may have been on or after, and on or before these days. */
  from: Day | null;
  to: Day | null;
  /** Only events in whose words or reports this stands, whatever its case and accents. */
  text: string;
  /** Only events that this outlet tells of, by its name as `outlets` of an event has it; `null`: all. */
  outlet: string | null;
  /** `both`: only what ties the two; `either`: also what either does with others. */
  parties: 'both' | 'either';
  order: OrderInTime;
  offset: number;
  /** The most events that are given; all are counted. */
  limit: number;
}

/** A chronology, or a page of it. */
export interface Chronology {
  pair: [Country, Country];
  names: [string, string];
  asked: ChronologyAsked;
  /** How many events there are by type, with all that is asked but the types. */
  types: { type: string; kind: string; count: number }[];
  /** How many are what is asked for; `events` are those from `asked.offset` on, at most `asked.limit`. */
  found: number;
  /** How many of them have no day; in either order they come last. */
  undated: number;
  /** How many more there would be with what only one of the two has a part in; 0 where they are in. */
  alone: number;
  events: ListedEvent[];
  /** All that are found on a line of time, by type. */
  strip: EventStrip | null;
}

/** Everything there is of a pair. */
export const ALL_EVENTS: ChronologyAsked = {
  types: [],
  from: null,
  to: null,
  text: '',
  outlet: null,
  parties: 'both',
  order: 'newest',
  offset: 0,
  limit: Number.POSITIVE_INFINITY,
};

/** Makes the chronology of a pair from the ledger and the rows that are no deeds. Pure. */
export function makeChronology(a: Country, b: Country, evidence: Evidence, asked: ChronologyAsked): Chronology {
  const { here, found, alone, rowOf } = chosen(a, b, evidence, asked);
  const names: [string, string] = [countryName(a), countryName(b)];
  return {
    pair: [a, b],
    names,
    asked,
    types: countsOf(here),
    found: found.length,
    undated: found.filter(source => firstDay(source) === null).length,
    alone,
    events: found
      .slice(asked.offset, asked.offset + asked.limit)
      .map(source => listedEvent(source, kindWords(typeOf(source)), rowOf)),
    strip: eventStrip(
      `What happened between ${names[0]} and ${names[1]}, by kind`,
      found.flatMap(source => {
        const day = firstDay(source);
        return day ? [{ day, lane: kindWords(typeOf(source)) }] : [];
      }),
    ),
  };
}

/** At which place an event stands among all that are found; -1 where it is not among them. */
export function placeOf(a: Country, b: Country, evidence: Evidence, asked: ChronologyAsked, id: string): number {
  return chosen(a, b, evidence, asked).found.findIndex(source => idOf(source) === id);
}

/** What is asked for, in its order; `here`: whatever its type; `alone`: how many more only one of the two has a part in. */
function chosen(a: Country, b: Country, evidence: Evidence, asked: ChronologyAsked) {
  const rows = new Map(evidence.events.map(row => [row.id, row]));
  const rowOf = (id: string) => rows.get(id);
  const known = sourcesOf(evidence).filter(source => isAbout(source, asked, rowOf));
  const theirs = known.filter(source => [a, b].every(country => partiesOf(source).includes(country)));
  const here = asked.parties === 'both' ? theirs : known;
  const wanted = (source: Source) => asked.types.length === 0 || asked.types.includes(typeOf(source));
  const found = here.filter(wanted).sort(inOrder(asked.order));
  return { here, found, alone: known.filter(wanted).length - found.length, rowOf };
}

function isAbout(source: Source, asked: ChronologyAsked, rowOf: (id: string) => EventRow | undefined) {
  const { from, to, text, outlet } = asked;
  const [first, last] = daysOf(source);
  if (from !== null && (last === null || last < from)) return false;
  if (to !== null && (first === null || first > to)) return false;
  if (outlet !== null && !outletsOf(source, rowOf).includes(outlet)) return false;
  const wanted = folded(text).trim();
  return !wanted || textsOf(source, rowOf).some(one => folded(one).includes(wanted));
}

function outletsOf({ event, row }: Source, rowOf: (id: string) => EventRow | undefined): string[] {
  if (row) return [row.source];
  return [...event.rows.flatMap(id => rowOf(id)?.source ?? []), ...event.claims.map(outletOf)];
}

function textsOf({ event, row }: Source, rowOf: (id: string) => EventRow | undefined): string[] {
  const rows = row ? [row] : event.rows.flatMap(id => rowOf(id) ?? []);
  return [
    ...rows.flatMap(({ text, place, format, persons, note }) =>
      [text, place, format, note, ...persons].filter(one => one !== null),
    ),
    ...(event?.claims.map(({ sentence }) => sentence.text) ?? []),
  ];
}

function typeOf({ event, row }: Source): string {
  return event ? event.type : row.type;
}

function partiesOf({ event, row }: Source): (Country | null)[] {
  return event ? [...event.source, ...event.target] : [row.a, row.b];
}

function daysOf({ event, row }: Source): [Day | null, Day | null] {
  return event ? [event.from, event.to] : [row.from, row.to ?? row.from];
}

function firstDay(source: Source): Day | null {
  const [from, to] = daysOf(source);
  return from ?? to;
}

function countsOf(sources: Source[]): Chronology['types'] {
  const counts = new Map<string, number>();
  for (const source of sources) counts.set(typeOf(source), (counts.get(typeOf(source)) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, kind: kindWords(type), count }))
    .sort((one, other) => other.count - one.count || (one.type < other.type ? -1 : 1));
}

/** By day; of one day by id, so that pages of one list fit together. */
function inOrder(order: OrderInTime): (one: Source, other: Source) => number {
  const compare = byDay(order);
  return (one, other) => compare(firstDay(one), firstDay(other)) || orderOf(idOf(one), idOf(other));
}

function idOf({ event, row }: Source): string {
  return event ? event.id : row.id;
}
