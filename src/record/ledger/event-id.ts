/** The names of events: type, parties and first day (`consult-chn-rus-2023-03-20`). */
import type { Country, Day } from '../../reading.js';

/** @param known its first day; of an event without one, the article and claim that told of it first. */
export function eventId(type: string, parties: Country[], known: Day | string): string {
  return `${[type, ...parties].join('-').toLowerCase()}-${known}`;
}

/** The parties that an event's name tells of, in its order; none for what is no name of an event. */
export function partiesIn(id: string): Country[] {
  const [, ...words] = id.split('-');
  const end = words.findIndex(word => !/^[a-z]{3}$/.test(word));
  return words.slice(0, end < 0 ? words.length : end).map(word => word.toUpperCase());
}

/** Both sides of an event as one name, whoever did it to whom. */
export function partiesTogether({ source, target }: { source: Country[]; target: Country[] }): string {
  return [...new Set([...source, ...target])].sort().join();
}
