import { BadInput } from '../errors.js';
import type { Day } from '../reading.js';

/**
 * A day, month or year as people write it in a filter, as the stretch of days it is: `2014` is all of 2014.
 *
 * @returns `null` where nothing was written.
 * @throws BadInput where it is none of the three.
 */
export function daysAsked(text: string | null): { from: Day; to: Day } | null {
  const written = text?.trim();
  if (!written) return null;
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? [];
  if (year) {
    const from = `${year}-${month ?? '01'}-${date ?? '01'}`;
    const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
    const to = `${year}-${month ?? '12'}-${date ?? String(last).padStart(2, '0')}`;
    if (isDay(from) && isDay(to)) return { from, to };
  }
  throw new BadInput(`"${written.slice(0, 40)}" is no day: write 2014, 2014-03 or 2014-03-22`);
}

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
