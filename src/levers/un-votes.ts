import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { figuresIn, latestYearOf, type Wanted } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef } from './lever.js';
import { PRODUCT } from './trade-flows.js';

const KIND: LeverKind = {
  id: 'un-votes',
  label: 'Votes in the United Nations',
  group: 'diplomacy',
  needs: 'ideal points of both countries from votes in the United Nations General Assembly in the same session',
};

export const POINT: Wanted = { measure: 'UN ideal point' };
export const LOW: Wanted = { measure: 'UN ideal point, 5 percent quantile' };
export const HIGH: Wanted = { measure: 'UN ideal point, 95 percent quantile' };

/** One unit apart, x counts for half: all states spread by a little less than one. */
const HALF_STAKE = 1;

/** Another state: where it stands, and what it weighs. */
interface Other {
  point: number;
  weight: number;
}

/**
 * On whose side the others stand: of all other states, the share that votes nearer to each side in the General
 * Assembly, by the ideal points of Bailey, Strezhnev and Voeten (2017). The side that more are near to has the better of
 * it: it can hope for majorities and for company. x is the mean of two counts, one in which every state is one and one in
 * which each weighs what its GDP is, for neither alone says whose company counts.
 *
 * a, b: percent of the other states that are nearer. Stake: how far the two are apart. Interval: both counts, and the
 * point halfway between the two moved by the 90 percent of its estimate.
 *
 * Limits: most votes recur every year, on the Middle East, disarmament and colonies above all; to agree with a country is
 * not to side with it in a quarrel. States without a GDP on record stand in the first count only.
 */
export function unVotes(question: Question): Lever {
  const { a, b } = question;
  const year = latestYearOf(question, [POINT, LOW, HIGH], [a, b]);
  if (year === null) return missing(KIND);
  const points = figuresIn(question, year, POINT);
  const [mine, theirs] = [of(points, a), of(points, b)];
  const counts = othersThan(question, points).filter(others => others.length > 0);
  if (counts.length === 0) return missing(KIND);
  const [low, high] = [figuresIn(question, year, LOW), figuresIn(question, year, HIGH)];
  const width = (country: Country) => (of(high, country).value - of(low, country).value) / 2;
  const halfway = (mine.value + theirs.value) / 2;
  const doubt = Math.sqrt(width(a) ** 2 + width(b) ** 2) / 2;
  const side = Math.sign(mine.value - theirs.value);
  const leads = (border: number) => counts.map(others => side * leadAbove(others, border));
  const central = leads(halfway);
  return measured(KIND, {
    x: central.reduce((sum, lead) => sum + lead, 0) / central.length,
    others: [...central, ...leads(halfway - doubt), ...leads(halfway + doubt)],
    stake: Math.abs(mine.value - theirs.value),
    halfStake: HALF_STAKE,
    a: 100 * (0.5 + central[0]!),
    b: 100 * (0.5 - central[0]!),
    unit: 'percent of the other states nearer to it',
    source: mine.source,
    evidence: [mine, theirs].map(row =>
      rowRef(row, `Ideal point of ${nameInSentence(row.reporter)}, ${row.note ?? year}`),
    ),
    explanation:
      'Of all other states, how many vote nearer to each side in the General Assembly: the side with more of them has company.',
  });
}

function of(rows: FigureRow[], country: Country): FigureRow {
  return rows.find(row => row.reporter === country)!;
}

/** The other states twice: each as one, and those with a GDP in the latest year by what it is. */
function othersThan(question: Question, points: FigureRow[]): Other[][] {
  const { a, b } = question;
  const others = points.filter(({ reporter }) => reporter !== a && reporter !== b);
  const year = latestYearOf(question, [PRODUCT], [a, b]);
  const products = new Map(
    year === null ? [] : figuresIn(question, year, PRODUCT).map(row => [row.reporter, row.value]),
  );
  return [
    others.map(({ value }) => ({ point: value, weight: 1 })),
    others
      .filter(({ reporter }) => products.has(reporter))
      .map(({ reporter, value }) => ({ point: value, weight: products.get(reporter)! })),
  ];
}

/** The share of weight above a border, less one half; what lies on it counts half. */
function leadAbove(others: Other[], border: number): number {
  let [lead, all] = [0, 0];
  for (const { point, weight } of others) {
    all += weight;
    lead += Math.sign(point - border) * weight;
  }
  return lead / (2 * all);
}
