import type { Row } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import type { Lever } from '../levers/lever.js';
import type { Evidence } from '../record/evidence.js';
import type { DatedLever } from './verdict.js';

/** Levers with the years of the rows and articles they were made from. */
export function dated(levers: Lever[], evidence: Evidence): DatedLever[] {
  const yearOf = yearOfEvidence(levers, evidence);
  return levers.map(lever => {
    const years = lever.evidence.flatMap(ref => yearOf.get(idOf(ref)) ?? []);
    return { ...lever, years: [...new Set(years)].sort((one, other) => one - other) };
  });
}

/** By id of row or claim, the year it is of: all that some levers stand on. */
export function yearOfEvidence(levers: readonly Lever[], evidence: Evidence): Map<string, number> {
  return yearsOf(new Set(levers.flatMap(lever => lever.evidence.map(idOf))), evidence);
}

/**
 * Of when the values of some levers are: the earliest and the latest of the years that each one's latest evidence is of, or
 * `null` where there is none. What a movement is counted from, and the first of many years, are not the years of a value.
 */
export function spanOfYears(levers: DatedLever[]): [number, number] | null {
  const years = levers.flatMap(lever => lever.years.at(-1) ?? []);
  return years.length ? [Math.min(...years), Math.max(...years)] : null;
}

/** The first and the last year of which anything is on record, or `null` where there is none. */
export function yearsOnRecord({ figures, events, articles }: Evidence): [number, number] | null {
  const spans = [spanOf(figures), spanOf(events), daysSpan([articles.earliest, articles.latest])];
  const [first, last] = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
  return first <= last ? [first, last] : null;
}

/** The first and the last year of some rows, worked out once for the same list. */
function spanOf(rows: readonly Row[]): [number, number] {
  let span = spans.get(rows);
  if (!span) spans.set(rows, (span = daysSpan(rows.flatMap(({ from, to }) => [from, to]))));
  return span;
}

const spans = new WeakMap<readonly Row[], [number, number]>();

function daysSpan(days: readonly (string | null)[]): [number, number] {
  // Days are written so that their order is that of their letters.
  let [first, last]: [string | null, string | null] = [null, null];
  for (const day of days) {
    if (!day) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  return first && last ? [yearOfDay(first), yearOfDay(last)] : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
}

/** By id, the year a row begins in, by which levers take it, or that of a claim's article. */
function yearsOf(ids: Set<string>, { figures, events, claims }: Evidence): Map<string, number> {
  const years = new Map<string, number>();
  for (const byId of [firstDays(figures), firstDays(events)]) {
    for (const id of ids) {
      const day = byId.get(id);
      if (day !== undefined) years.set(id, yearOfDay(day));
    }
  }
  for (const { claim, article } of claims) {
    if (ids.has(claim.id) && article.date.value) years.set(claim.id, yearOfDay(article.date.value));
  }
  return years;
}

/** By id, the day a row begins on, worked out once for the same list. */
function firstDays(rows: readonly Row[]): Map<string, string> {
  let days = begins.get(rows);
  if (!days) begins.set(rows, (days = new Map(rows.map(({ id, from }) => [id, from]))));
  return days;
}

const begins = new WeakMap<readonly Row[], Map<string, string>>();

function idOf(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : ref.claim;
}

function yearOfDay(day: string): number {
  return Number(day.slice(0, 4));
}
