/**
 * The period that the figures of a business text are about: a quarter, a half, or a year where they run over several
 * quarters. "A year earlier" then means the same period one year before, not a day twelve months ago.
 */
import { daysOfValue } from './calendar.js';
import type { TimeContext, TimeMeaning } from './reader.js';

const RUN_OF_MONTHS = /\b(?:six|nine|12|twelve) months$/i;
const LOOKING_AWAY = /ago|earlier|last year|next year/i;

/**
 * The period after one more expression has been read. A quarter still to come, or of which the sentence speaks in the
 * future, is a forecast and changes nothing; nor does a bare year or another date.
 */
export function accountingPeriodAfter(
  current: string | null,
  { type, value }: TimeMeaning,
  words: string,
  { reference, direction }: TimeContext,
): string | null {
  if (type === 'DURATION' && RUN_OF_MONTHS.test(words) && current && reference) return reference.slice(0, 4);
  if (!/^\d{4}-[QH]\d$/.test(value) || LOOKING_AWAY.test(words)) return current;
  const { from, to } = daysOfValue(value);
  if (reference && (from! > reference || (direction === 'future' && to! >= reference))) return current;
  const sameOfEarlierYear = current && value < current && value.slice(4) === current.slice(4);
  return sameOfEarlierYear ? current : value;
}
