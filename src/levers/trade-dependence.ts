import {
  type Lever,
  type LeverKind,
  latestFigures,
  measured,
  missing,
  type Question,
  rowRef,
  shareLead,
  yearOf,
} from './lever.js';
import { tradeOf, tradeWith } from './trade-flows.js';

const KIND: LeverKind = {
  id: 'trade-dependence',
  label: 'Trade dependence',
  group: 'economy',
  needs: 'goods trade and GDP of both countries in the same year',
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
  const [mine, theirs] = [tradeOf(question, a), tradeOf(question, b)];
  const products = latestFigures(question, 'gdp');
  const [myProduct, theirProduct] = [a, b].map(country => products.find(row => row.reporter === country));
  if (!mine || !theirs || !myProduct || !theirProduct) return missing(KIND);
  const trade = tradeWith(mine, b);
  const ofProduct = [myProduct, theirProduct].map(({ value }) => (100 * trade) / value) as [number, number];
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
    source: flows[0]?.source ?? myProduct.source,
    evidence: [
      ...flows.map(row => rowRef(row, `Goods exports of ${row.reporter} to ${row.partner}, ${yearOf(row)}`)),
      ...[myProduct, theirProduct].map(row => rowRef(row, `GDP of ${row.reporter}, ${yearOf(row)}`)),
    ],
    explanation: 'Trade between the two as a share of each one’s GDP: the side for which it is less depends less.',
  });
}
