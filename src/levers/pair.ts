/** What levers ask of two countries and of days, in one place. */
import type { Country, Day } from '../reading.js';
import type { Question } from './lever.js';

/** Whether these are the two that are asked about, in either order. */
export function isPair(
  one: Country | null | undefined,
  other: Country | null | undefined,
  a: Country,
  b: Country,
): boolean {
  return (one === a && other === b) || (one === b && other === a);
}

/** Whether a day lies before the end of the year that is asked for. A day that is not known does, where no year is. */
export function isBy({ year }: Question, day: Day | null): boolean {
  return year === null || (day !== null && Number(day.slice(0, 4)) <= year);
}

/**
 * Whether a day lies within some years up to the year that is asked for, or up to the latest year of the evidence's own
 * `last`, where none is.
 */
export function isWithin(question: Question, day: Day | null, years: number, last: number): boolean {
  if (day === null || !isBy(question, day)) return false;
  return Number(day.slice(0, 4)) > (question.year ?? last) - years;
}
