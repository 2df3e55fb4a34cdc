/**
 * A number of meetings or visits, held against those on record. What counts as a meeting is a choice, and published counts
 * make it differently: they are counted four ways, and beside them stand the counts of others.
 */
import type { EventRow, FigureRow } from '../../datasets/row.js';
import type { Country, Day, FigureClaim, Span } from '../../reading.js';
import { type CheckContext, mentionsIn, quotedAt, sentenceAt, spokenIn, timesIn } from '../context.js';
import type { Check } from '../verdict.js';
import { openPeriodWords, refOfEvent, refOfFigure, spanOf } from '../words.js';
import { agrees, onlyWordingDiffers, statedBy } from './tolerance.js';

/** The four ways, from the strictest to the widest. */
const WAYS: { name: string; counts: (row: EventRow) => boolean }[] = [
  { name: 'bilateral visits', counts: ({ format }) => /visit$/.test(format ?? '') },
  { name: 'with talks on the sidelines', counts: ({ format }) => /visit$|^multilateral sidelines$/.test(format ?? '') },
  {
    name: 'with meetings by video',
    counts: ({ format }) => /visit$|^multilateral sidelines$|^video$/.test(format ?? ''),
  },
  { name: 'with gatherings both attended', counts: () => true },
];

/** Counts of others are compared when they were made so many days around the article's. */
const SAME_TIME_DAYS = 60;
/** A count further than this from all ways of counting differs; nearer ones are left alone. */
const CLEARLY = 0.15;

interface Counted {
  name: string;
  count: number;
}

/** Days counted from and to; `null` where nothing limits them. */
interface OpenPeriod {
  from: Day | null;
  to: Day | null;
}

/** `null` where the figure counts no meetings of the two countries, or the rows have none of its period. */
export function checkCount(context: CheckContext, claim: FigureClaim): Check | null {
  const pair = claim.change || isPace(context, claim) ? null : pairMeeting(context, claim);
  if (!pair) return null;
  const period = periodOf(context, claim);
  const meetings = context.eventsOf('meeting').filter(row => isPairMeeting(row, pair));
  const rows = meetings.filter(row => isWithin(row.from, period));
  if (rows.length === 0 || !reachesBack(meetings, period)) return null;
  if (claim.unit === 'visit') return checkVisits(context, claim, pair, rows, period);
  const ways = WAYS.map(({ name, counts }) => ({ name, count: rows.filter(counts).length }));
  const others = countsOfOthers(context, pair, period);
  const said = others.map(({ value, source }) => ({ name: `counted by ${source}`, count: value }));
  return verdict(context, claim, 'Meetings', ways, said, period, [...rows.map(refOfEvent), ...others.map(refOfFigure)]);
}

/** Visits of one country's leader to the other, by who is named first and by who received whom. */
function checkVisits(
  context: CheckContext,
  claim: FigureClaim,
  pair: [Country, Country],
  rows: EventRow[],
  period: OpenPeriod,
): Check | null {
  const sentence = sentenceAt(context, claim.start);
  const visitor = mentionsIn(context, sentence).find(
    ({ countries, person }) => countries.length === 1 && pair.includes(countries[0]!) && person !== null,
  )?.countries[0];
  const host = visitor && pair.find(country => country !== visitor);
  const names = new Set(mentionsIn(context, sentence).flatMap(({ countries }) => countries));
  if (!host || !names.has(host)) return null;
  const received = rows.filter(row => row.host === host);
  const ways = [
    { name: 'state and working visits', count: received.filter(({ format }) => /visit$/.test(format ?? '')).length },
    { name: 'with gatherings there', count: received.length },
  ];
  const others = context
    .figuresOf('visits of the president so far')
    .filter(row => row.reporter === visitor && row.partner === host && isNear(row.to, period.to));
  const said = others.map(({ value, source }) => ({ name: `counted by ${source}`, count: value }));
  return verdict(context, claim, 'Visits', ways, said, period, [
    ...received.map(refOfEvent),
    ...others.map(refOfFigure),
  ]);
}

function verdict(
  context: CheckContext,
  claim: FigureClaim,
  what: string,
  ways: Counted[],
  said: Counted[],
  period: OpenPeriod,
  evidence: Check['evidence'],
): Check | null {
  const figure = statedBy(context.text, claim);
  const all = [...ways, ...said];
  const distance = ({ count }: Counted) => Math.abs(count - claim.value);
  const nearest = all.toSorted((one, other) => distance(one) - distance(other))[0]!;
  const right = all.find(({ count }) => agrees(figure, count));
  const wording = right ? undefined : all.find(({ count }) => onlyWordingDiffers(figure, count));
  const shown = right ?? wording ?? nearest;
  if (!right && !wording && distance(nearest) <= Math.max(1, CLEARLY * nearest.count)) return null;
  return {
    ...spanOf(claim),
    verdict: right ? 'agrees' : wording ? 'wording differs' : 'differs',
    found: { value: shown.count, unit: claim.unit, period },
    evidence,
    why: `${what} on record${openPeriodWords(period.from, period.to)}: ${all.map(({ name, count }) => `${count} ${name}`).join(', ')}; the article says ${claim.approximate ? `${claim.approximate} ` : ''}${claim.value}.`,
    confidence: right ? 0.8 : 0.6,
  };
}

/** "four times a year", "twice a month": a pace, and no count. */
export function isPace({ text }: CheckContext, { end }: Span): boolean {
  return /^ (?:a|per|each|every) (?:year|month)\b/.test(text.slice(end, end + 14));
}

/** The article's pair, where the sentence counts its meetings: it names both, or only says that "they" met. */
function pairMeeting(context: CheckContext, claim: FigureClaim): [Country, Country] | null {
  const { pair } = context;
  if (!pair || (claim.unit !== 'meeting' && claim.unit !== 'visit')) return null;
  const sentence = sentenceAt(context, claim.start);
  const clause = { start: sentence.start, end: Math.min(sentence.end, claim.end + 60) };
  const named = new Set(mentionsIn(context, clause).flatMap(({ countries }) => countries));
  if ([...named].some(country => !pair.includes(country))) return null;
  const words = context.text.slice(sentence.start, claim.start);
  // "and their ministers 14 times": others than the leaders met.
  if (/\b(?:ministers|officials|diplomats|envoys|negotiators|generals|delegations|teams|aides|advisers)\b/i.test(words))
    return null;
  const isTogether = /\b(?:we|they|their|both|the two|the pair|each other|face to face|one another)\b/i.test(words);
  return named.size === 2 || isTogether ? pair : null;
}

/** From what the sentence counts since, to the day of writing; a quoted count ends with the day it was spoken. */
function periodOf(context: CheckContext, claim: FigureClaim): OpenPeriod {
  const quotation = quotedAt(context, claim.start);
  const spoken = quotation && (spokenAfter(context, quotation) ?? spokenIn(context, quotation));
  const to = spoken?.to ?? context.published;
  const sentence = sentenceAt(context, claim.start);
  const times = timesIn(context, sentence);
  const years = times.find(({ type, value }) => type === 'DURATION' && /^P\d+Y$/.test(value));
  if (years && to) return { from: `${Number(to.slice(0, 4)) - Number(years.value.slice(1, -1))}-01-01`, to };
  const { period } = claim;
  if (period?.from && !quotation)
    return { from: period.from, to: period.to && (!to || period.to < to) ? period.to : to };
  const since = times.find(({ start, from }) => start > claim.end && from);
  return { from: since?.from ?? null, to };
}

/** "..., he said in Moscow in June 2019": the time of speaking stands behind the words, in the same paragraph. */
function spokenAfter(context: CheckContext, { end }: Span): { to: Day | null } | null {
  const stop = context.text.slice(end, end + 300).search(/[.\n]/);
  const after = timesIn(context, { start: end, end: stop < 0 ? end + 300 : end + stop }).find(
    ({ type, to }) => type === 'DATE' && to,
  );
  return after ? { to: after.to } : null;
}

/** Whether the record begins early enough to count from there. */
export function reachesBack(meetings: EventRow[], { from }: { from: Day | null }): boolean {
  const first = meetings[0]?.from;
  return Boolean(first) && (from === null || Number(first!.slice(0, 4)) <= Number(from.slice(0, 4)) + 1);
}

function countsOfOthers(context: CheckContext, pair: [Country, Country], { from, to }: OpenPeriod): FigureRow[] {
  return context
    .figuresOf('meetings as counted by others')
    .filter(
      row =>
        pair.includes(row.reporter) &&
        pair.includes(row.partner ?? '') &&
        isNear(row.to, to) &&
        (from === null || Math.abs(Number(row.from.slice(0, 4)) - Number(from.slice(0, 4))) <= 1),
    );
}

function isNear(one: Day, other: Day | null): boolean {
  return other !== null && Math.abs(Date.parse(one) - Date.parse(other)) <= SAME_TIME_DAYS * 86_400_000;
}

function isWithin(day: Day, { from, to }: OpenPeriod): boolean {
  return (from === null || day >= from) && (to === null || day <= to);
}

/** Whether a meeting is one of the two countries. */
export function isPairMeeting(row: EventRow, [a, b]: [Country, Country]): boolean {
  return (row.a === a && row.b === b) || (row.a === b && row.b === a);
}
