import type { Country, MentionKind } from '../reading.js';
import type { Antecedent } from './discourse.js';

/** Words that point back, with what they were found to mean. */
export interface Pointer extends Antecedent {
  kind: MentionKind;
  first: number;
  end: number;
}

/** A pointer to countries and perhaps a person. */
export function pointer(
  first: number,
  end: number,
  kind: MentionKind,
  countries: Country[],
  person: string | null,
  reason: string,
  confidence: number,
): Pointer {
  return { first, end, kind, countries, person, organisation: null, name: person ?? '', confidence, reason };
}
