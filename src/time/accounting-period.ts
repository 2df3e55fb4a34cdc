/**
 * The quarter that the figures of a business text are about. "A year earlier" then means the same quarter one year
 * before, not a day twelve months ago.
 */

/** The period after one more expression has been read; a bare year or another date does not end it, a new quarter does. */
export function accountingPeriodAfter(current: string | null, value: string, words: string): string | null {
  if (!/^\d{4}-[QH]\d$/.test(value)) return current;
  return /ago|earlier|last year|next year/i.test(words) ||
    (current && value < current && value.slice(4) === current.slice(4))
    ? current
    : value;
}
