import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import { latestOfEach, yearsOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { flowLabel, PRODUCT, type Told, tradeAsTold, tradeOf, tradeWith } from './trade-flows.js';

const KIND: LeverKind = {
  id: 'trade-dependence',
  label: 'Trade dependence',
  group: 'economy',
  needs: 'goods trade between the two, as either of them reported it, and the GDP of both in the same year',
};

/** At a trade worth one percent of GDP for both together, x counts for half. */
const HALF_STAKE = 1;

/**
 * Who depends more on the trade of the two: the trade between them as a share of each side's GDP. The side that
 * depends less has the better of it (Hirschman 1945, National Power and the Structure of Foreign Trade).
 *
 * a, b: percent of own GDP. x: the other's share of both dependences, less 1/2. The trade is the reconciled figure where
 * there is one, else the mean of what the two reported. Interval: each version of the trade, each side by its own figure
 * and by the other's, and the trade as a share of each side's total trade instead of GDP, so that no definition decides
 * alone.
 *
 * Limits: value added in a third country counts as trade; services are not in it.
 */
export function tradeDependence(question: Question): Lever {
  const { a, b } = question;
  const found = latest(question);
  if (!found) return missing(KIND);
  const { year, versions, products } = found;
  const [mine, theirs] = products.map(({ value }) => value) as [number, number];
  const trade = versions[0]!.by === null ? versions[0]!.value : mean(versions.map(({ value }) => value));
  const leads = versions.flatMap(one =>
    versions.map(other => shareLead((100 * other.value) / theirs, (100 * one.value) / mine)),
  );
  const totals = [tradeOf(question, year, a), tradeOf(question, year, b)] as const;
  const ofTrade =
    totals[0] && totals[1] && versions[0]!.by === null
      ? [shareLead(tradeWith(totals[1], a) / totals[1].total, tradeWith(totals[0], b) / totals[0].total)]
      : [];
  const dependences = [(100 * trade) / mine, (100 * trade) / theirs] as const;
  return measured(KIND, {
    x: shareLead(dependences[1], dependences[0]),
    others: [...leads, ...ofTrade],
    stake: dependences[0] + dependences[1],
    halfStake: HALF_STAKE,
    a: dependences[0],
    b: dependences[1],
    unit: 'percent of GDP',
    source: [...new Set(versions.flatMap(({ rows }) => rows.map(({ source }) => source)))].join('; '),
    evidence: [
      ...versions.flatMap(({ rows }) => rows.map(row => rowRef(row, flowLabel(row)))),
      ...products.map(row => rowRef(row, `GDP of ${nameInSentence(row.reporter)}, ${year}`)),
    ],
    explanation: 'Trade between the two as a share of each one’s GDP: the side for which it is less depends less.',
  });
}

/** The latest year of which both the trade of the two and the GDP of each are known. */
function latest(question: Question): { year: number; versions: Told[]; products: FigureRow[] } | null {
  for (const year of yearsOf(question, PRODUCT)) {
    const products = latestOfEach({ ...question, year }, PRODUCT, [question.a, question.b]);
    if (!products?.every(row => row.from.startsWith(String(year)))) continue;
    const versions = tradeAsTold(question, year);
    if (versions.length) return { year, versions, products };
  }
  return null;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
