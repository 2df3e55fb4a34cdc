import { nameInSentence } from '../actors/name-in-sentence.js';
import { latestOfEach, yearOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { PRODUCT, tradeOf, tradeWith, tradeYear } from './trade-flows.js';

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
 * a, b: percent of own GDP. x: the other's share of both dependences, less 1/2. Interval: the same with the trade as a
 * share of each side's total trade instead of GDP, so that neither definition decides alone.
 *
 * Limits: value added in a third country counts as trade; services are not in it.
 */
export function tradeDependence(question: Question): Lever {
  const { a, b } = question;
  const year = tradeYear(question, PRODUCT);
  if (year === null) return missing(KIND);
  const [mine, theirs] = [tradeOf(question, year, a), tradeOf(question, year, b)];
  const products = latestOfEach({ ...question, year }, PRODUCT, [a, b]);
  if (!mine || !theirs || !products) return missing(KIND);
  const trade = tradeWith(mine, b);
  const ofProduct = products.map(({ value }) => (100 * trade) / value) as [number, number];
  const ofTrade = [mine, theirs].map(({ total }) => (100 * trade) / total) as [number, number];
  const flows = [mine.exports.get(b), mine.imports.get(b)].filter(row => row !== undefined);
  return measured(KIND, {
    x: shareLead(ofProduct[1], ofProduct[0]),
    others: [shareLead(ofTrade[1], ofTrade[0])],
    stake: ofProduct[0] + ofProduct[1],
    halfStake: HALF_STAKE,
    a: ofProduct[0],
    b: ofProduct[1],
    unit: 'percent of GDP',
    source: flows[0]?.source ?? products[0]!.source,
    evidence: [
      ...flows.map(row =>
        rowRef(
          row,
          `Goods exports of ${nameInSentence(row.reporter)} to ${nameInSentence(row.partner!)}, ${yearOf(row)}`,
        ),
      ),
      ...products.map(row => rowRef(row, `GDP of ${nameInSentence(row.reporter)}, ${yearOf(row)}`)),
    ],
    explanation: 'Trade between the two as a share of each one’s GDP: the side for which it is less depends less.',
  });
}
