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

/** The first and the last year of some levers' evidence, or `null` where there is none. */
export function spanOfYears(levers: DatedLever[]): [number, number] | null {
  const years = levers.flatMap(lever => lever.years);
  return years.length ? [Math.min(...years), Math.max(...years)] : null;
}

/** The first and the last year of which anything is on record, or `null` where there is none. */
export function yearsOnRecord({ figures, events, articles }: Evidence): [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const see = (day: string | null) => {
    if (!day) return;
    first = Math.min(first, yearOfDay(day));
    last = Math.max(last, yearOfDay(day));
  };
  for (const { from, to } of [...figures, ...events]) {
    see(from);
    see(to);
  }
  see(articles.earliest);
  see(articles.latest);
  return first <= last ? [first, last] : null;
}

/** By id, the year a row begins in, by which levers take it, or that of a claim's article. */
function yearsOf(ids: Set<string>, { figures, events, claims }: Evidence): Map<string, number> {
  const years = new Map<string, number>();
  for (const { id, from } of [...figures, ...events]) {
    if (ids.has(id)) years.set(id, yearOfDay(from));
  }
  for (const { claim, article } of claims) {
    if (ids.has(claim.id) && article.date.value) years.set(claim.id, yearOfDay(article.date.value));
  }
  return years;
}

function idOf(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : ref.claim;
}

function yearOfDay(day: string): number {
  return Number(day.slice(0, 4));
}
