import { nameInSentence } from '../actors/name-in-sentence.js';
import type { Balance } from '../balance/balance.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country } from '../reading.js';

type Lever = Balance['groups'][number]['levers'][number];

/** Who has the better of it, in three lengths, with the pieces of evidence that carry it. */
export interface Verdict {
  favours: Country | null;
  /** Of all weightings, the share in which the first country has the better of it; `null` below the stated coverage. */
  share: number | null;
  strength: string | null;
  short: string;
  medium: string;
  long: string;
  /** The levers that weigh most for the side that is favoured, or most at all where none is; three at most. */
  carriedBy: {
    lever: string;
    label: string;
    /** What the lever measures, and how it tells. */
    explanation: string;
    favours: 'a' | 'b';
    /** The side it speaks for, as it stands in a sentence: `the United States`. */
    side: string;
    a: number | null;
    b: number | null;
    unit: string | null;
    evidence: EvidenceRef[];
  }[];
  measured: number;
  of: number;
}

const PIECES = 3;

export function makeVerdict(balance: Balance): Verdict {
  const [a, b] = balance.pair;
  const side = balance.favours === null ? 0 : balance.favours === a ? 1 : -1;
  const measured = balance.groups.flatMap(group => {
    const levers = group.levers.filter(isMeasured);
    // All groups count alike, and within a group all its levers.
    return levers.map(lever => ({ lever, pull: lever.x! / levers.length }));
  });
  const carrying = measured
    .filter(({ pull }) => (side ? pull * side > 0 : pull !== 0))
    .sort((one, other) => Math.abs(other.pull) - Math.abs(one.pull))
    .slice(0, PIECES);
  return {
    favours: balance.favours,
    share: balance.share,
    strength: balance.strength,
    ...balance.statement,
    carriedBy: carrying.map(({ lever, pull }) => ({
      lever: lever.id,
      label: lever.label,
      explanation: lever.explanation,
      favours: pull > 0 ? 'a' : 'b',
      side: nameInSentence(pull > 0 ? a : b),
      a: lever.a,
      b: lever.b,
      unit: lever.unit,
      evidence: lever.evidence,
    })),
    measured: balance.coverage.measured,
    of: balance.coverage.of,
  };
}

function isMeasured(lever: Lever): boolean {
  return lever.status === 'measured' && lever.x !== null;
}
