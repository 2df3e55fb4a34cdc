import type { FigureClaim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import { stated } from '../figures/tolerance.js';
import type { Check } from '../verdict.js';
import { spanOf } from '../words.js';

/** A figure that does not fit the others of its article: what they come to, and the arithmetic. */
export function inconsistent(
  claim: FigureClaim,
  found: { value: number; unit: string },
  why: string,
  confidence = 0.8,
): Check {
  const { from, to } = claim.period ?? { from: null, to: null };
  return {
    ...spanOf(claim),
    verdict: 'inconsistent within the article',
    found: { value: Number(found.value.toPrecision(6)), unit: found.unit, period: claim.period && { from, to } },
    evidence: [],
    why,
    confidence,
  };
}

/** A figure that fits the others of its article: the arithmetic was redone and holds. */
export function fitting(claim: FigureClaim, found: { value: number; unit: string }, why: string): Check {
  return { ...inconsistent(claim, found, why, 0.8), verdict: 'agrees' };
}

/** Whether a figure is an amount as such: no change, no range, no restatement in another currency. */
export function isPlainAmount({ change, range, links }: FigureClaim): boolean {
  return !change && !range && !links.some(({ type }) => type === 'converts');
}

/** How far a figure may be off by the way it is written: half its last digit, or a tenth where it is only about right. */
export function leeway({ text }: CheckContext, claim: FigureClaim): number {
  const { rounding } = stated(text.slice(claim.start, claim.end), claim.value, claim.approximate, claim.range);
  return claim.approximate || claim.range ? Math.max(rounding, 0.1 * Math.abs(claim.value)) : rounding;
}
