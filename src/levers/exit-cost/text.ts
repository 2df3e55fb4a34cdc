/** Exit costs in words, for the terminal. */
import type { Country } from '../../reading.js';
import type { WhatIf } from './change.js';
import type { ExitCostRange } from './elasticities.js';
import type { ExitCost, PartnerCost } from './exit-cost.js';

/** Of those who have no part in it, how many are shown. */
const OTHERS = 3;

/**
 * The result for people: the country, those on the other side, the three others it costs most, and how it was solved.
 *
 * @param range what published elasticities leave open, where it was asked for.
 */
export function exitCostText(
  country: Country,
  others: readonly Country[],
  { welfare, iterations, residual }: ExitCost,
  options: { whatIf?: WhatIf; range?: ExitCostRange | null; sectors?: readonly string[] } = {},
): string {
  const { whatIf = { kind: 'end' }, range, sectors } = options;
  const parties = [country, ...[...others].sort((one, other) => welfare[one]! - welfare[other]!)];
  const rest = Object.entries(welfare)
    .filter(([one]) => !parties.includes(one))
    .sort(([, one], [, other]) => one - other)
    .slice(0, OTHERS)
    .map(([one]) => one);
  const line = (one: Country) => {
    const [low, , high] = range?.welfare[one] ?? [];
    const open = low === undefined ? '' : `   (${low.toFixed(3)} to ${high!.toFixed(3)})`;
    return `  ${one}  ${welfare[one]!.toFixed(6).padStart(10)} %${open}`;
  };
  const goods = sectors ? ` in ${sectors.join(', ')}` : '';
  const partners = others.length === 1 ? others[0] : `all of ${others.join(', ')}`;
  return [
    `Change of real spending if trade${goods} between ${country} and ${partners} ${changed(whatIf)}:`,
    ...parties.map(line),
    ...(rest.length ? ['Of all others, those it costs most:', ...rest.map(line)] : []),
    ...(range ? [rangeText(range)] : []),
    `Solved in ${iterations} steps; largest excess demand ${residual.toExponential(1)} of a country's income.`,
  ].join('\n');
}

/** What parting from each partner costs, for people: the costliest first. */
export function partnerCostsText(
  country: Country,
  costs: readonly PartnerCost[],
  whatIf: WhatIf = { kind: 'end' },
): string {
  const cell = (percent: number | null) => (percent === null ? 'none adds up' : `${percent.toFixed(6)} %`).padStart(14);
  return [
    `Change of real spending if trade of ${country} with one partner ${changed(whatIf)}: of ${country}, and of the partner`,
    ...costs.map(({ partner, own, theirs }) => `  ${partner}  ${cell(own)}  ${cell(theirs)}`),
  ].join('\n');
}

function changed(whatIf: WhatIf): string {
  if (whatIf.kind === 'end') return 'ended';
  const { kind, percent } = whatIf;
  if (kind === 'tariff') return `bore a tariff of ${percent} percent`;
  if (kind === 'discount') return `went at a discount of ${percent} percent`;
  return `cost ${percent} percent more`;
}

function rangeText({ estimates }: ExitCostRange): string {
  const [first, last] = [estimates[0]!, estimates.at(-1)!];
  return `In brackets: over ${estimates.length} published elasticities from ${first.elasticity} to ${last.elasticity} (docs/exit-cost.md).`;
}
