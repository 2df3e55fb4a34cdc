/** A level or a growth rate, held against the series of the rows, in the article's unit and period. */
import type { FigureRow } from '../datasets/row.js';
import type { FigureClaim } from '../reading.js';
import type { Check } from './check.js';
import { type CheckContext, quotedAt, sentenceAt, spokenIn } from './context.js';
import { type Series, seriesOf } from './series.js';
import { agrees, onlyWordingDiffers, type Stated, stated } from './tolerance.js';
import { amountWords, labelOfFigure, periodWords, refOfFigure } from './words.js';

/** A figure further from a row than this is most likely about something else, and no check of it. */
const SAME_THING = 3;

/** `null` where no series of the rows is about the figure, or none has its year. */
export function checkSeries(context: CheckContext, claim: FigureClaim): Check | null {
  const year = yearOf(context, claim);
  const series = year === null ? null : seriesOf(context, claim);
  if (year === null || !series) return null;
  const figure = stated(context.text.slice(claim.start, claim.end), claim.value, claim.approximate, claim.range);
  return claim.change || claim.unit === 'percent'
    ? checkGrowth(context, claim, figure, series, year)
    : checkLevel(claim, figure, series, year);
}

/**
 * A growth rate is compared in every currency the rows have. Right in another currency than that of the amount beside it
 * is a difference of unit, and says which.
 */
function checkGrowth(
  context: CheckContext,
  claim: FigureClaim,
  figure: Stated,
  series: Series,
  year: number,
): Check | null {
  if (claim.unit !== 'percent' || !claim.change) return null;
  const size = claim.change.direction === 'down' ? -Math.abs(claim.value) : claim.value;
  const rates = series.growth.filter(({ row }) => isYear(row, year));
  const right = rates.filter(({ row }) => agrees({ ...figure, value: size }, row.value));
  if (rates.length === 0) return null;
  const beside = currencyBeside(context, claim);
  const own = rates.find(({ currency }) => currency === beside) ?? rates[0]!;
  const holding =
    right.find(({ currency }) => currency === beside) ??
    (beside && rates.some(({ currency }) => currency === beside) ? null : right[0]);
  const verdict = holding ? 'agrees' : right.length > 0 ? 'differs in unit or currency' : 'differs';
  const shown = holding ?? own;
  const all = rates
    .map(({ row, currency }) => `${amountWords(row.value, 'percent')}${currency ? ` in ${currency}` : ''}`)
    .join(', ');
  return {
    ...place(claim),
    verdict,
    found: { value: shown.row.value, unit: 'percent', period: { from: shown.row.from, to: shown.row.to } },
    evidence: rates.map(({ row }) => refOfFigure(row)),
    why: `${periodWords(shown.row.from, shown.row.to)} against the year before: ${all}; the article says ${amountWords(size, 'percent')}${
      verdict === 'differs in unit or currency' ? ` beside an amount in ${beside}` : ''
    }.`,
    confidence: verdict === 'differs' ? 0.75 : 0.85,
  };
}

function checkLevel(claim: FigureClaim, figure: Stated, series: Series, year: number): Check | null {
  const rows = series.levels.filter(row => row.unit === claim.unit && isYear(row, year));
  const near = rows.filter(({ value }) => value > 0 && Math.abs(Math.log(claim.value / value)) < Math.log(SAME_THING));
  const scale = rows.find(({ value }) => isScaleError(claim.value, value));
  const shown = near.find(({ value }) => agrees(figure, value)) ?? near[0] ?? scale;
  if (!shown) return null;
  const holds = agrees(figure, shown.value);
  return {
    ...place(claim),
    verdict: holds ? 'agrees' : onlyWordingDiffers(figure, shown.value) ? 'wording differs' : 'differs',
    found: { value: shown.value, unit: shown.unit, period: { from: shown.from, to: shown.to } },
    evidence: rows.map(refOfFigure),
    why: `${labelOfFigure(shown)}: ${amountWords(shown.value, shown.unit)} (${shown.source}); the article says ${amountWords(claim.value, claim.unit)}.`,
    confidence: holds ? 0.85 : 0.75,
  };
}

/** "1.7 billion" for 1.7 trillion: the digits are right and the scale is not. */
function isScaleError(value: number, found: number): boolean {
  return [1e3, 1e6, 1e-3, 1e-6].some(scale => Math.abs(value / (found * scale) - 1) < 0.05);
}

/** The year a figure is about: its own period, or that of the clause it stands in; a quoted one by when it was said. */
function yearOf(context: CheckContext, claim: FigureClaim): number | null {
  const { from, to } = claim.period ?? {};
  if (from && to && from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31'))
    return Number(from.slice(0, 4));
  if (claim.period) return null;
  const base = /^(\d{4})$/.exec(claim.change?.base ?? '')?.[1];
  if (base) return Number(base) + 1;
  const quotation = quotedAt(context, claim.start);
  if (quotation && spokenIn(context, quotation)) return null;
  return null;
}

/** The currency of the amount that the growth is stated beside: in its own sentence or the one before. */
function currencyBeside(context: CheckContext, claim: FigureClaim): string | null {
  const sentence = sentenceAt(context, claim.start);
  const before = sentenceAt(context, Math.max(0, sentence.start - 2));
  const amounts = context.figures.filter(
    ({ start, unit, links }) =>
      start >= before.start &&
      start < sentence.end &&
      /^[A-Z]{3}$/.test(unit) &&
      !links.some(({ type }) => type === 'converts'),
  );
  return amounts.filter(({ start }) => start < claim.start).at(-1)?.unit ?? amounts[0]?.unit ?? null;
}

function isYear(row: FigureRow, year: number): boolean {
  return row.from === `${year}-01-01` && row.to === `${year}-12-31`;
}

function place({ start, end, id }: FigureClaim): Pick<Check, 'start' | 'end' | 'claim'> {
  return { start, end, claim: id };
}
