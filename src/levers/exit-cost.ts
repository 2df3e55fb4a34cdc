import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import { BadInput } from '../errors.js';
import type { Country } from '../reading.js';
import { elasticityEstimates } from './exit-cost/elasticities.js';
import { type ExitCostOptions, exitCost } from './exit-cost/exit-cost.js';
import { type World, worldOf } from './exit-cost/world.js';
import { figuresIn, yearOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { flowLabel, PRODUCT, tradeYear, WORLD_TRADE } from './trade-flows.js';

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
  const solved = lossesIn(worldOfRows(flows, products), a, b);
  if (!solved) return missing(KIND);
  const { central, others } = solved;
  const between = flows.filter(
    ({ reporter, partner }) => (reporter === a || reporter === b) && (partner === a || partner === b),
  );
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
      ...between.map(row => rowRef(row, flowLabel(row))),
      ...products
        .filter(row => [a, b].includes(row.reporter))
        .map(row => rowRef(row, `GDP of ${nameInSentence(row.reporter)}, ${yearOf(row)}`)),
    ],
    explanation:
      'What each would lose if trade between them ended and the world found new prices: the side that loses less can leave.',
  });
}

/** Losses of the two in percent, with the middle elasticity, and with the ends of what is published and other deficits. */
interface Losses {
  central: [number, number];
  others: [number, number][];
}

/** What the model says, or `null` where no world without the trade of the two adds up; worked out once for each world. */
function lossesIn(world: World, a: Country, b: Country): Losses | null {
  let known = losses.get(world);
  if (!known) losses.set(world, (known = new Map()));
  const pair = `${a} ${b}`;
  let found = known.get(pair);
  if (found === undefined) known.set(pair, (found = newLossesIn(world, a, b)));
  return found;
}

const losses = new WeakMap<World, Map<string, Losses | null>>();

function newLossesIn(world: World, a: Country, b: Country): Losses | null {
  const lossesAt = (options: ExitCostOptions): [number, number] => {
    const { welfare } = exitCost(world, a, b, options);
    return [lossOf(welfare, a), lossOf(welfare, b)];
  };
  const estimates = elasticityEstimates();
  const ends = [estimates[0]!, estimates.at(-1)!];
  try {
    return {
      central: lossesAt({}),
      others: [...ends.map(({ elasticity }) => lossesAt({ elasticity })), lossesAt({ deficits: 'multiplicative' })],
    };
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}

/** The economies whose trade and GDP are both known; made once for the same rows. */
function worldOfRows(flows: FigureRow[], products: FigureRow[]): World {
  let known = worlds.get(flows);
  if (!known) worlds.set(flows, (known = new WeakMap()));
  let world = known.get(products);
  if (!world) {
    const trading = new Set(flows.flatMap(({ reporter, partner }) => [reporter, partner!]));
    const gdp = products.filter(({ reporter }) => trading.has(reporter)).map(row => [row.reporter, row.value] as const);
    world = worldOf(
      flows.map(({ reporter, partner, value }) => ({ exporter: reporter, importer: partner!, value })),
      new Map(gdp),
    );
    known.set(products, world);
  }
  return world;
}

const worlds = new WeakMap<FigureRow[], WeakMap<FigureRow[], World>>();

function lossOf(welfare: Record<Country, number>, country: Country): number {
  return Math.max(0, -welfare[country]!);
}
