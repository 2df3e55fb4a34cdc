import type { EvidenceRef } from '../../evidence.js';
import { knownTable } from '../../knowledge.js';
import type { Country } from '../../reading.js';
import { type Evidence, sentenceRef } from '../../record/evidence.js';
import { rowRef } from '../lever.js';

/** A country that has set sanctions on another, and where it is on record. */
export interface Sanctioner {
  country: Country;
  evidence: EvidenceRef[];
}

/**
 * All who have set sanctions on a country: by rows of sanctions, and by what articles report as happened. Where an
 * organisation acts, its members of that day do (data/memberships.csv). Sorted by code.
 *
 * @param day nothing later is used; default: all there is.
 */
export function sanctionersOf(target: Country, { events, claims }: Evidence, day: string | null = null): Sanctioner[] {
  const found = new Map<Country, EvidenceRef[]>();
  const see = (country: Country, ref: EvidenceRef) => {
    if (country === target) return;
    found.set(country, [...(found.get(country) ?? []), ref]);
  };
  for (const row of events) {
    if (row.type !== 'sanction' || row.b !== target || (day !== null && row.from > day)) continue;
    const ref = rowRef(row, `Sanctions, ${row.from}`);
    for (const country of actorsOf(row.a, organisationIn(row.text ?? ''), row.from)) see(country, ref);
  }
  for (const kept of claims) {
    const { claim, article } = kept;
    if (claim.kind !== 'action' || claim.type !== 'SANCTION' || claim.modality !== 'happened' || claim.negated)
      continue;
    const when = claim.when.from ?? article.date.value;
    if (!claim.target.includes(target) || !when || (day !== null && when > day)) continue;
    for (const source of claim.source) {
      for (const name of source === 'IGO' ? claim.names : ['']) {
        for (const country of actorsOf(source, name, when)) see(country, sentenceRef(kept));
      }
    }
  }
  return [...found]
    .map(([country, evidence]) => ({ country, evidence }))
    .sort((one, other) => (one.country < other.country ? -1 : 1));
}

/** A country as itself; an organisation as those who were its members on a day. */
function actorsOf(actor: Country, organisation: string | null, day: string): Country[] {
  if (actor !== 'IGO') return [actor];
  const year = Number(day.slice(0, 4));
  return memberships()
    .filter(({ organisation: name, from, to }) => name === organisation && from <= year && year < to)
    .map(({ country }) => country);
}

/** `EU: 1st package`: the organisation stands before the colon. */
function organisationIn(text: string): string | null {
  return /^([^:(]+?)\s*[:(]/.exec(text)?.[1] ?? null;
}

function memberships(): { organisation: string; country: Country; from: number; to: number }[] {
  known ??= knownTable('memberships.csv').map(({ organisation, country, from, to }) => ({
    organisation: organisation!,
    country: country!,
    from: Number(from),
    to: to ? Number(to) : Number.POSITIVE_INFINITY,
  }));
  return known;
}

let known: ReturnType<typeof memberships> | null = null;
