import type { Claim, ClaimLink, Found } from '../../reading.js';

/** A claim with the id it has in its reading. */
export interface Identified {
  id: string;
  claim: Found<Claim>;
}

/** Notes that one claim is linked to another. */
export type Linker = (from: string, type: ClaimLink['type'], to: string) => void;

/** The claims of one kind, in the order of the text. */
export function claimsOf<K extends Claim['kind']>(
  ordered: Identified[],
  kind: K,
): { id: string; claim: Found<Extract<Claim, { kind: K }>> }[] {
  return ordered.filter(({ claim }) => claim.kind === kind) as {
    id: string;
    claim: Found<Extract<Claim, { kind: K }>>;
  }[];
}

/** JSON with sorted keys, so that the order in which a reader fills its fields does not matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
