/**
 * A number of meetings, held against the meetings on record, counted four ways: what counts as a meeting is a choice, and
 * published counts make it differently.
 */
import type { EventRow } from '../datasets/row.js';
import type { Day, FigureClaim } from '../reading.js';
import type { Check } from './check.js';
import { type CheckContext, quotedAt, sentenceAt, spokenIn, timesIn } from './context.js';
import { agrees, onlyWordingDiffers, stated } from './tolerance.js';
import { periodWords, refOfEvent } from './words.js';

/** The four ways, from the strictest to the widest. */
const WAYS: { name: string; counts: (row: EventRow) => boolean }[] = [
  { name: 'bilateral visits', counts: ({ format }) => /visit$/.test(format ?? '') },
  { name: 'and talks on the sidelines', counts: ({ format }) => /visit$|^multilateral sidelines$/.test(format ?? '') },
  {
    name: 'and meetings by video',
    counts: ({ format }) => /visit$|^multilateral sidelines$|^video$/.test(format ?? ''),
  },
  { name: 'and gatherings both attended', counts: () => true },
];

/** `null` where the figure counts no meetings, or the rows have none of its pair and period. */
export function checkCount(context: CheckContext, claim: FigureClaim): Check | null {
  if (claim.unit !== 'meeting' || !context.pair) return null;
  const period = periodOf(context, claim);
  const rows = context
    .eventsOf('meeting')
    .filter(row => isPair(row, context.pair!) && row.from >= period.from && row.from <= period.to);
  if (rows.length === 0 || rows[0]!.from.slice(0, 4) > String(Number(period.from.slice(0, 4)) + 1)) return null;
  const figure = stated(context.text.slice(claim.start, claim.end), claim.value, claim.approximate, claim.range);
  const counts = WAYS.map(({ name, counts }) => ({ name, count: rows.filter(counts).length }));
  const distance = (count: number) => Math.abs(count - claim.value);
  const nearest = counts.toSorted((one, other) => distance(one.count) - distance(other.count))[0]!;
  const right = counts.find(({ count }) => agrees(figure, count));
  const wording = counts.find(({ count }) => onlyWordingDiffers(figure, count));
  const shown = right ?? wording ?? nearest;
  return {
    start: claim.start,
    end: claim.end,
    claim: claim.id,
    verdict: right ? 'agrees' : wording ? 'wording differs' : 'differs',
    found: { value: shown.count, unit: 'meeting', period },
    evidence: rows.map(refOfEvent),
    why: `Meetings on record, ${periodWords(period.from, period.to)}: ${counts.map(({ name, count }) => `${count} ${name}`).join(', ')}; the article says ${claim.approximate ? `${claim.approximate} ` : ''}${claim.value}.`,
    confidence: right ? 0.8 : 0.6,
  };
}

/** From what the sentence counts since, to the day of writing; a quoted count ends with the day it was spoken. */
function periodOf(context: CheckContext, claim: FigureClaim): { from: Day; to: Day } {
  const quotation = quotedAt(context, claim.start);
  const spoken = quotation && (spokenIn(context, quotation) ?? spokenAfter(context, quotation.end));
  const to = spoken?.to ?? context.published ?? '9999-12-31';
  const sentence = sentenceAt(context, claim.start);
  const years = timesIn(context, sentence).find(({ type, value }) => type === 'DURATION' && /^P\d+Y$/.test(value));
  const since = timesIn(context, sentence).find(({ start, from }) => start > claim.end && from);
  if (years) return { from: `${Number(to.slice(0, 4)) - Number(years.value.slice(1, -1))}-01-01`, to };
  return { from: since?.from ?? claim.period?.from ?? '0000-01-01', to };
}

/** "..., he said in Moscow in June 2019": the time of speaking stands behind the words, in the same paragraph. */
function spokenAfter(context: CheckContext, end: number): { to: Day | null } | null {
  const stop = context.text.indexOf('.', end);
  const after = timesIn(context, { start: end, end: stop < 0 ? context.text.length : stop }).find(
    ({ type, to }) => type === 'DATE' && to,
  );
  return after ? { to: after.to } : null;
}

function isPair(row: EventRow, [a, b]: [string, string]): boolean {
  return (row.a === a && row.b === b) || (row.a === b && row.b === a);
}
