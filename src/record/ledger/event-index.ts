import type { Day } from '../../reading.js';
import type { Report } from './report.js';

/** A report that states no day is compared with events of so many months before it was told, and of as many days after. */
const MONTHS_BACK = 13;

/**
 * Finds the events a report may tell of without looking at all: by type, party and month. Each event stands under every
 * party and month of its own, so that a report that knows one party alone finds it too.
 */
export class EventIndex<E extends object> {
  readonly #events: E[] = [];
  readonly #places = new Map<string, Set<E>>();

  all(): E[] {
    return this.#events;
  }

  add(event: E, report: Report): void {
    this.#events.push(event);
    this.widen(event, report);
  }

  /** Lets the event be found by what a further report says. */
  widen(event: E, report: Report): void {
    for (const key of keysOf(report, 1)) {
      const here = this.#places.get(key);
      if (here) here.add(event);
      else this.#places.set(key, new Set([event]));
    }
  }

  /** The events that share type, status, a party and a month with a report, in the order they were added. */
  near(report: Report): Set<E> {
    const found = new Set<E>();
    for (const key of keysOf(report, MONTHS_BACK)) for (const event of this.#places.get(key) ?? []) found.add(event);
    return found;
  }
}

function keysOf(report: Report, back: number): string[] {
  const { type, status, negated, parties, stated, told } = report;
  const months = stated ? monthsOf(stated.from, stated.to) : told ? monthsBefore(told, back) : ['?'];
  return parties.flatMap(party => months.map(month => `${type} ${status} ${negated} ${party} ${month}`));
}

function monthsOf(from: Day, to: Day): number[] {
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
