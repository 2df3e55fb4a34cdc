import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import { BadInput } from '../errors.js';
import type { Country } from '../reading.js';
import { elasticityEstimates } from './exit-cost/elasticities.js';
import { type ExitCostOptions, exitCost } from './exit-cost/exit-cost.js';
import { type World, worldOf } from './exit-cost/world.js';
import { figuresIn, yearOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { PRODUCT, tradeYear, WORLD_TRADE } from './trade-flows.js';

const KIND: LeverKind = {
  id: 'exit-cost',
  label: 'Exit cost',
  group: 'economy',
  needs: 'goods trade between all economies, between these two as well, and their GDP in the same year',
};

/** At a loss of a tenth of a percent of real spending for both together, x counts for half. */
const HALF_STAKE = 0.1;

/**
 * What each side would lose if trade between the two ended and the world found new prices (see exit-cost/). The side that
 * loses less has the better of it; a gain counts as no loss.
 *
 * a, b: loss in percent of real spending, elasticity 5. Interval: the lowest and the highest of published elasticities, 2
 * and 8.28 (data/exit-cost/elasticities.csv), and multiplicative deficits.
 */
export function exitCostLever(question: Question): Lever {
  const { a, b } = question;
  const year = tradeYear(question, PRODUCT);
  if (year === null) return missing(KIND);
  const [flows, products] = [figuresIn(question, year, WORLD_TRADE), figuresIn(question, year, PRODUCT)];
  const world = worldOfRows(flows, products);
  const losses = (options: ExitCostOptions) => {
    const { welfare } = exitCost(world, a, b, options);
    return [lossOf(welfare, a), lossOf(welfare, b)] as [number, number];
  };
  const estimates = elasticityEstimates();
  const ends = [estimates[0]!, estimates.at(-1)!];
  const solved = whereItAddsUp(() => ({
    central: losses({}),
    others: [...ends.map(({ elasticity }) => losses({ elasticity })), losses({ deficits: 'multiplicative' })],
  }));
  if (!solved) return missing(KIND);
  const { central, others } = solved;
  const between = flows.filter(({ reporter, partner }) => [a, b].includes(reporter) && [a, b].includes(partner!));
  return measured(KIND, {
    x: shareLead(central[1], central[0]),
    others: others.map(([mine, theirs]) => shareLead(theirs, mine)),
    stake: central[0] + central[1],
    halfStake: HALF_STAKE,
    a: central[0],
    b: central[1],
    unit: 'percent of real spending lost',
    source: `${flows[0]!.source}; ${products[0]!.source}; own computation`,
    evidence: [
      ...between.map(row =>
        rowRef(
          row,
          `Goods exports of ${nameInSentence(row.reporter)} to ${nameInSentence(row.partner!)}, ${yearOf(row)}`,
        ),
      ),
      ...products
        .filter(row => [a, b].includes(row.reporter))
        .map(row => rowRef(row, `GDP of ${nameInSentence(row.reporter)}, ${yearOf(row)}`)),
    ],
    explanation:
      'What each would lose if trade between them ended and the world found new prices: the side that loses less can leave.',
  });
}

/** What the model says, or `null` where no world without the trade of the two adds up. */
function whereItAddsUp<T>(solve: () => T): T | null {
  try {
    return solve();
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}

/** The economies whose trade and GDP are both known; made once for the same rows. */
function worldOfRows(flows: FigureRow[], products: FigureRow[]): World {
  const known = worlds.get(flows);
  if (known) return known;
  const trading = new Set(flows.flatMap(({ reporter, partner }) => [reporter, partner!]));
  const gdp = products.filter(({ reporter }) => trading.has(reporter)).map(row => [row.reporter, row.value] as const);
  const world = worldOf(
    flows.map(({ reporter, partner, value }) => ({ exporter: reporter, importer: partner!, value })),
    new Map(gdp),
  );
  worlds.set(flows, world);
  return world;
}

/** By the list of flows; the GDP of the same evidence goes with it. */
const worlds = new WeakMap<FigureRow[], World>();

function lossOf(welfare: Record<Country, number>, country: Country): number {
  return Math.max(0, -welfare[country]!);
}
