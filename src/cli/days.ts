import { isDay } from '../article/article.js';
import { WrongUse } from '../errors.js';
import type { Day, PublicationDate } from '../reading.js';

/** A day given with an option; `null` where none is. @throws WrongUse where it is none. */
export function givenDay(text: string | undefined, option: string): Day | null {
  if (text === undefined) return null;
  if (!isDay(text)) throw new WrongUse(`${option}: "${text}" is not a day: give it as YYYY-MM-DD`);
  return text;
}

/** `2024-05-18`, `2024-05-01 to …`, `no date`, for people. */
export function publicationDay({ value, earliest, latest }: PublicationDate): string {
  return value ?? (earliest || latest ? `${earliest ?? '…'} to ${latest ?? '…'}` : 'no date');
}
