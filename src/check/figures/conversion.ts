/**
 * A sum that is restated in another currency, held against exchange rates: "1.28 trillion yuan (£153 billion)".
 *
 * Newsrooms convert at the average of the period, at the rate of the day they write, or at one between; all of these agree.
 */
import type { FigureRow } from '../../datasets/row.js';
import type { Day, DayRange, FigureClaim } from '../../reading.js';
import { daysBetween } from '../../time/calendar.js';
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, digits, periodWords, refOfFigure } from '../words.js';
import { type Rate, ratesBetween, rowsOfRate } from './rates.js';
import { stated } from './tolerance.js';

/** Where rates of the time of writing are known, a conversion at any of them is right to this much. */
const CLOSE = 0.015;
/** Where only a yearly average is known, the rate of a day may lie this far from it. */
const DAILY_SWING = 0.07;
/** Rates of days and months this many days before the article tell what rate the writer saw. */
const RECENT_DAYS = 45;

/** `null` where the figure converts nothing, or no rate of the two currencies is known for the time. */
export function checkConversion(context: CheckContext, claim: FigureClaim): Check | null {
  const link = claim.links.find(({ type }) => type === 'converts');
  const base = link && context.claimsById.get(link.claim);
  if (base?.kind !== 'figure') return null;
  const period = conversionPeriod(context, base, claim);
  const from = period?.from ?? context.published;
  const rates = ratesBetween(context, base.unit, claim.unit).filter(({ row }) =>
    isOfItsTime(row, from, period?.to ?? from, context.published),
  );
  if (!from || rates.length === 0) return null;
  const wide = period
    ? (rates.find(({ row }) => row.from === period.from && row.to === period.to) ?? rates[0]!)
    : rates.at(-1)!;
  const seen = rates.some(
    ({ row }) =>
      !isYear(row) &&
      context.published &&
      row.from <= context.published &&
      daysBetween(row.to, context.published) <= RECENT_DAYS,
  );
  const swing = seen ? CLOSE : DAILY_SWING;
  const values = rates.map(({ value }) => base.value / value);
  const own = stated(context.text.slice(claim.start, claim.end), claim.value, claim.approximate, claim.range);
  const source = stated(context.text.slice(base.start, base.end), base.value, base.approximate, base.range);
  const off = own.rounding + (source.rounding / base.value) * claim.value;
  const low = Math.min(...values) * (1 - swing) - off;
  const high = Math.max(...values) * (1 + swing) + off;
  const holds = claim.value >= low && claim.value <= high;
  const nearest = holds
    ? rates.toSorted((one, other) => distance(base, one, claim) - distance(base, other, claim))[0]!
    : wide;
  const expected = base.value / nearest.value;
  return {
    start: claim.start,
    end: claim.end,
    claim: claim.id,
    verdict: holds ? 'agrees' : 'differs',
    found: {
      value: Number(expected.toPrecision(6)),
      unit: claim.unit,
      period: { from: nearest.row.from, to: nearest.row.to },
    },
    evidence: [...rowsOfRate(nearest), ...(nearest.row === wide.row ? [] : rowsOfRate(wide))].map(refOfFigure),
    why: `${arithmetic(base, claim, nearest)}; the article says ${amountWords(claim.value, claim.unit)}${nearest.row === wide.row ? '' : ` (${arithmetic(base, claim, wide)})`}.`,
    confidence: seen ? 0.9 : 0.8,
  };
}

/**
 * The time of both amounts: "90.5 billion euros ($98 billion) in 2023" has its year behind the second alone. A single day, which
 * most often is that of the telling, gives way to a longer period.
 */
export function conversionPeriod(context: CheckContext, base: FigureClaim, claim: FigureClaim): DayRange | null {
  const isOfTelling = base.period?.from === base.period?.to && base.period?.to === context.published;
  return base.period && !(isOfTelling && claim.period) ? base.period : claim.period;
}

/** `1.28 trillion CNY / 8.303 CNY per GBP (2022) = 154.2 billion GBP`. */
function arithmetic(base: FigureClaim, claim: FigureClaim, { value, row }: Rate): string {
  const rate =
    value >= 1
      ? `/ ${digits(value)} ${base.unit} per ${claim.unit}`
      : `x ${digits(1 / value)} ${claim.unit} per ${base.unit}`;
  return `${amountWords(base.value, base.unit)} ${rate} (${periodWords(row.from, row.to)}) = ${amountWords(base.value / value, claim.unit)}`;
}

function distance(base: FigureClaim, { value }: Rate, claim: FigureClaim): number {
  return Math.abs(base.value / value - claim.value);
}

/** Rates of the period itself, and of the time from then to the day of writing. */
function isOfItsTime(row: FigureRow, from: Day | null, to: Day | null, published: Day | null): boolean {
  if (!from || !to) return false;
  const last = published && published > to ? published : to;
  const overlaps = row.from <= to && row.to >= from;
  return overlaps || (!isYear(row) && row.from >= from && row.from <= last);
}

function isYear({ from, to }: FigureRow): boolean {
  return daysBetween(from, to) > 300;
}
