import { WrongUse } from '../errors.js';
import type { Day } from '../reading.js';

/** A day given with an option; `null` where none is. @throws WrongUse where it is none. */
export function givenDay(text: string | undefined, option: string): Day | null {
  if (text === undefined) return null;
  const instant = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant.getTime());
  if (!isDay || !instant.toISOString().startsWith(text))
    throw new WrongUse(`${option}: "${text}" is not a day: give it as YYYY-MM-DD`);
  return text;
}
