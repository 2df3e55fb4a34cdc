/** The day from which on news is asked for, as the address has it: `?since=2024-05`. */

import { daysAsked } from '$upperhand/dossier/day-asked.js';
import type { Day } from '$upperhand/reading.js';
import { asked } from './asked';

/** `null` where none is asked for; an answer that says why where it is no day. */
export async function sinceAsked(search: URLSearchParams): Promise<Day | null> {
  return (await asked((async () => daysAsked(search.get('since')))()))?.from ?? null;
}
