/** One row confirms one number: two that are not the same cannot both be what it says. */
import { grouped } from '../../grouped.js';
import type { FigureClaim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { agrees, statedBy } from './tolerance.js';
import { unknownFigure } from './unknown.js';

interface Agreed {
  check: Check;
  claim: FigureClaim;
  found: number;
  /** The rows, and what they come to. */
  rows: string;
}

/**
 * Of different numbers that one row was found near, the nearest agrees; of the others nothing is said, and the row and the nearer
 * number are named. A number told twice ("$190 billion", "about $190 billion") agrees twice.
 */
export function agreedOnce(context: CheckContext, checks: Check[]): Check[] {
  const agreements = checks.flatMap((check): Agreed[] => {
    const claim = check.claim === null ? undefined : context.claimsById.get(check.claim);
    const found = check.found?.value;
    if (check.verdict !== 'agrees' || claim?.kind !== 'figure' || typeof found !== 'number') return [];
    const rows = check.evidence.flatMap(ref => (ref.kind === 'row' ? ref.id : []));
    if (rows.length === 0 || rows.length !== check.evidence.length) return [];
    return [{ check, claim, found, rows: [...rows.sort(), check.found?.unit, found].join(' ') }];
  });
  const left = new Map<Check, Check>();
  for (const agreed of grouped(agreements, ({ rows }) => rows).values()) {
    const [nearest, ...others] = agreed.toSorted((one, other) => distance(one) - distance(other));
    for (const { check, claim } of others) {
      if (isSameNumber(context, claim, nearest!.claim)) continue;
      const nearer = context.text.slice(nearest!.check.start, nearest!.check.end);
      left.set(
        check,
        unknownFigure(context, claim, `the row on record is nearer to “${nearer}”, which it agrees with`),
      );
    }
  }
  return left.size === 0 ? checks : checks.map(check => left.get(check) ?? check);
}

function distance({ check, claim, found }: Agreed): number {
  // A share may be told as a fraction of its row's percent.
  const value = check.found?.unit === 'percent' && claim.unit === 'fraction' ? 100 * claim.value : claim.value;
  return Math.abs(value - found);
}

function isSameNumber({ text }: CheckContext, one: FigureClaim, other: FigureClaim): boolean {
  const size = ({ unit, value }: FigureClaim) => (unit === 'fraction' ? 100 * value : value);
  return one.unit !== other.unit
    ? Math.abs(size(one) - size(other)) <= 0.05 * size(other)
    : agrees(statedBy(text, one), other.value) || agrees(statedBy(text, other), one.value);
}
