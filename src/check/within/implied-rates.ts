/** Conversions of one article that cannot stand on the same exchange rate: "$50m (£40m) ... $100m (£50m)". */
import type { FigureClaim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import { conversionPeriod } from '../figures/conversion.js';
import type { Check } from '../verdict.js';
import { digits } from '../words.js';
import { inconsistent, leeway } from './inconsistent.js';

/** Rates of one article differ by no more than this, however its amounts are rounded. */
const APART = 0.12;

export function checkImpliedRates(context: CheckContext): Check[] {
  const first = new Map<string, { rate: number; slack: number }>();
  return context.figures.flatMap(claim => {
    const base = baseOf(context, claim);
    if (!base || base.value <= 0 || claim.value <= 0) return [];
    // Sums of different years are converted at different rates, and that is right.
    const key = `${base.unit} ${claim.unit} ${conversionPeriod(context, base, claim)?.from?.slice(0, 4) ?? ''}`;
    const rate = base.value / claim.value;
    const slack = leeway(context, base) / base.value + leeway(context, claim) / claim.value;
    const known = first.get(key);
    if (!known) {
      first.set(key, { rate, slack });
      return [];
    }
    if (Math.abs(Math.log(rate / known.rate)) <= Math.log(1 + APART) + slack + known.slack) return [];
    const why = `This is ${digits(rate)} ${base.unit} per ${claim.unit}; the article's first conversion is at ${digits(known.rate)}.`;
    return [inconsistent(claim, { value: base.value / known.rate, unit: claim.unit }, why, 0.75)];
  });
}

function baseOf({ claimsById }: CheckContext, { links }: FigureClaim): FigureClaim | null {
  const link = links.find(({ type }) => type === 'converts');
  const base = link && claimsById.get(link.claim);
  return base?.kind === 'figure' ? base : null;
}
