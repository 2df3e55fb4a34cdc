import { knownTable } from '../../knowledge.js';
import type { Country } from '../../reading.js';
import type { ExitCost } from './exit-cost.js';

/** A published estimate of the trade elasticity. */
export interface ElasticityEstimate {
  elasticity: number;
  source: string;
  what: string;
}

/** What is taken where one number is asked for: Head and Mayer (2014) prefer it, and half of the estimates lie above. */
export const ELASTICITY = 5;

/** The published estimates, lowest first: a distribution in which each counts alike (data/exit-cost/elasticities.csv). */
export function elasticityEstimates(): ElasticityEstimate[] {
  known ??= knownTable('exit-cost/elasticities.csv')
    .map(({ elasticity, source, what }) => ({ elasticity: Number(elasticity), source: source!, what: what! }))
    .sort((one, other) => one.elasticity - other.elasticity);
  return known;
}

let known: ElasticityEstimate[] | null = null;

/** What the estimates leave open. */
export interface ExitCostRange {
  /** Change of real spending in percent by country: the lowest, the middle and the highest over all estimates. */
  welfare: Record<Country, [number, number, number]>;
  estimates: ElasticityEstimate[];
}

/**
 * What every published elasticity makes of a question, for each country.
 *
 * @param solve answers the question for one elasticity.
 */
export function exitCostRange(solve: (elasticity: number) => ExitCost): ExitCostRange {
  const estimates = elasticityEstimates();
  const solved = estimates.map(({ elasticity }) => solve(elasticity).welfare);
  const welfare = Object.keys(solved[0]!).map(country => {
    const values = solved.map(of => of[country]!).sort((one, other) => one - other);
    return [country, [values[0]!, middleOf(values), values.at(-1)!]] as [Country, [number, number, number]];
  });
  return { welfare: Object.fromEntries(welfare), estimates };
}

function middleOf(sorted: number[]): number {
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
