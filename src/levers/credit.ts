import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { figuresIn, latestOfEach, type Wanted, yearsOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { PRODUCT } from './trade-flows.js';

const KIND: LeverKind = {
  id: 'credit',
  label: 'Who owes whom',
  group: 'economy',
  needs: 'what the state of the one owes to that of the other, of the last three years, and the GDP of both',
};

const CREDIT: Wanted = { measure: 'official credit' };
/** At a debt worth one percent of GDP for both together, x counts for half: as for trade. */
const HALF_STAKE = 1;
/** A debt is paid down or prolonged: what was outstanding longer ago than so many years is not taken as outstanding now. */
const YEARS_KNOWN = 3;

/**
 * Who owes whom: loans of one state to the other and deposits in its central bank, as a share of the debtor's GDP. The side
 * that owes less has the better of it: whoever must ask for more time takes terms (Kirshner 1995, Currency and Coercion;
 * Horn, Reinhart and Trebesch 2021, China's overseas lending).
 *
 * a, b: percent of own GDP owed to the other. x: the other's share of both, less 1/2. Interval: from a claim that would never
 * be used, which is worth nothing (Drezner 2009, Bad Debts), to x.
 *
 * Limits: single debts that were published, not all there are; what is owed to private lenders or to funds of many states
 * is not in it, nor on what terms.
 */
export function credit(question: Question): Lever {
  const { a, b } = question;
  const found = latest(question);
  if (!found) return missing(KIND);
  const { rows, products } = found;
  const owed = ([a, b] as const).map((debtor, i) => (100 * owedBy(debtor, rows)) / products[i]!.value);
  const [mine, theirs] = owed as [number, number];
  return measured(KIND, {
    x: shareLead(theirs, mine),
    others: [0],
    stake: mine + theirs,
    halfStake: HALF_STAKE,
    a: mine,
    b: theirs,
    unit: 'percent of own GDP owed to the other',
    source: [...new Set([...rows, ...products].map(({ source }) => source))].join('; '),
    evidence: [
      ...rows.map(row => rowRef(row, labelOf(row))),
      ...products.map(row => rowRef(row, `GDP of ${nameInSentence(row.reporter)}, ${row.from.slice(0, 4)}`)),
    ],
    explanation:
      'What each one’s state owes to the other’s as a share of its GDP: the side that owes less can name terms.',
  });
}

/** The latest of the last years in which a debt between the two and the GDP of both are known. */
function latest(question: Question): { rows: FigureRow[]; products: FigureRow[] } | null {
  const { a, b } = question;
  for (const year of yearsOf(question, PRODUCT).slice(0, YEARS_KNOWN)) {
    const rows = figuresIn(question, year, CREDIT).filter(
      ({ reporter, partner }) => (reporter === a && partner === b) || (reporter === b && partner === a),
    );
    const products = rows.length ? latestOfEach({ ...question, year }, PRODUCT, [a, b]) : null;
    if (products) return { rows, products };
  }
  return null;
}

function owedBy(debtor: Country, rows: FigureRow[]): number {
  return rows.reduce((sum, { partner, value }) => (partner === debtor ? sum + value : sum), 0);
}

function labelOf({ reporter, partner, from }: FigureRow): string {
  return `Owed by ${nameInSentence(partner!)} to ${nameInSentence(reporter)}, ${from.slice(0, 4)}`;
}
