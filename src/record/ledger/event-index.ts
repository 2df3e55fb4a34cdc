import type { Day } from '../../reading.js';
import type { Report } from './report.js';
import { canShareParties } from './same-event.js';

/** A report that states no day is compared with events of so many months before it was told, and of as many days after. */
const MONTHS_BACK = 13;

/** The month of what is undated and untold. */
const NO_MONTH = -1;

/**
 * Finds the events a report may tell of without looking at all: by type, parties and month. Each event stands in every
 * month of its own, on the shelf of the parties that a report of it names.
 */
export class EventIndex<E extends object> {
  readonly #entries: Entry<E>[] = [];
  /** By type, status and whether it was done, then by parties. */
  readonly #shelves = new Map<string, Map<string, Shelf<E>>>();
  #looked = 0;

  all(): E[] {
    return this.#entries.map(({ event }) => event);
  }

  /** @returns what `widen` takes. */
  add(event: E, report: Report): Entry<E> {
    const entry = { event, number: this.#entries.length, looked: 0 };
    this.#entries.push(entry);
    this.widen(entry, report);
    return entry;
  }

  /** Lets the event be found by what a further report says. */
  widen(entry: Entry<E>, report: Report): void {
    const { months } = this.#shelfOf(report);
    for (const month of monthsOf(report, 1)) {
      const here = months.get(month);
      if (here) here.add(entry);
      else months.set(month, new Set([entry]));
    }
  }

  /** The events that a report can share type, status, parties and a month with, in no order. */
  near(report: Report): Entry<E>[] {
    const looked = ++this.#looked;
    const found: Entry<E>[] = [];
    const months = monthsOf(report, MONTHS_BACK);
    for (const shelf of this.#shelfOf(report).near) {
      for (const month of months) {
        for (const entry of shelf.months.get(month) ?? []) {
          if (entry.looked === looked) continue;
          entry.looked = looked;
          found.push(entry);
        }
      }
    }
    return found;
  }

  #shelfOf(report: Report): Shelf<E> {
    const { type, status, negated, source, target } = report;
    const kind = `${type} ${status} ${negated}`;
    const shelves = this.#shelves.get(kind) ?? new Map<string, Shelf<E>>();
    this.#shelves.set(kind, shelves);
    const key = `${source}>${target}`;
    const known = shelves.get(key);
    if (known) return known;
    const made: Shelf<E> = { first: report, months: new Map(), near: [] };
    shelves.set(key, made);
    for (const shelf of shelves.values()) {
      if (!canShareParties(report, shelf.first)) continue;
      made.near.push(shelf);
      if (shelf !== made) shelf.near.push(made);
    }
    return made;
  }
}

/** An event in the index. */
export interface Entry<E> {
  event: E;
  /** Its place in the order in which events were added. */
  number: number;
  /** The look that found it last. */
  looked: number;
}

/** The events of the same parties. */
interface Shelf<E> {
  /** A report that names them. */
  first: Report;
  months: Map<number, Set<Entry<E>>>;
  /** The shelves of parties that may be these, itself among them. */
  near: Shelf<E>[];
}

function monthsOf({ stated, told }: Report, back: number): number[] {
  return stated ? monthsIn(stated.from, stated.to) : told ? monthsBefore(told, back) : [NO_MONTH];
}

function monthsIn(from: Day, to: Day): number[] {
  const [first, last] = [monthOf(from), monthOf(to)];
  // A stretch of years is looked up by its ends alone: it is no event of one day.
  if (last - first > 24) return [first, last];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function monthsBefore(day: Day, count: number): number[] {
  const month = monthOf(day);
  return Array.from({ length: count + 1 }, (_, i) => month - count + i).concat(month + 1);
}

function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
