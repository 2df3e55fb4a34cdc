import type { Lever } from '../levers/lever.js';
import type { Evidence } from '../record/evidence.js';

/** The latest year of the evidence that the levers were made from, or `null` where there is none. */
export function latestYear(levers: Lever[], evidence: Evidence): number | null {
  const used = new Set(levers.flatMap(lever => lever.evidence.map(ref => (ref.kind === 'row' ? ref.id : ref.claim))));
  const days = [
    ...[...evidence.figures, ...evidence.events].filter(({ id }) => used.has(id)).map(({ from, to }) => to ?? from),
    ...evidence.claims.filter(({ claim }) => used.has(claim.id)).map(({ article }) => article.date.value),
  ].filter(day => day !== null);
  return days.length ? Math.max(...days.map(day => Number(day.slice(0, 4)))) : null;
}
