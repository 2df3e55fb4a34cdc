/** The wording of the library, for pages: the one thing of it that they hold. */
import type { Check } from '$upperhand/check/check.js';
import { amountWords, dayWords } from '$upperhand/dossier/words.js';

/** What a check found: a day as a day, else an amount with its unit. */
export function foundWords({ value, unit }: NonNullable<Check['found']>): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dayWords(String(value)) : amountWords(value, unit);
}

export { standingWords } from '$upperhand/dossier/standing.js';
export {
  amountWords,
  countWords,
  dayWords,
  listWords,
  measureWords,
  numberWords,
  periodWords,
  whenWords,
} from '$upperhand/dossier/words.js';
