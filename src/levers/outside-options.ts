import type { Country } from '../reading.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';
import { flowLabel, type TradeOf, tradeOfBoth, tradeWith } from './trade-flows.js';

const KIND: LeverKind = {
  id: 'outside-options',
  label: 'Outside options',
  group: 'economy',
  needs: 'goods trade of both countries with all their partners and with each other in the same year',
};

/** At a share of five percent of trade for both together, x counts for half. */
const HALF_STAKE = 5;

/**
 * Who has more others to turn to: how concentrated each side's trade is on few partners, by the Herfindahl-Hirschman
 * index of partner shares (Hirschman 1945). The less concentrated side has the better of it.
 *
 * a, b: index from 0 (spread thin) to 100 (one partner). Stake: what the two are of each other's trade, in percent.
 * Interval: exports alone and imports alone.
 *
 * Limits: partners are counted as if each could stand in for any other; the rest of the world counts as no partner.
 */
export function outsideOptions(question: Question): Lever {
  const { a, b } = question;
  const found = tradeOfBoth(question);
  if (!found) return missing(KIND);
  const [mine, theirs] = found.trades;
  const index = (flows: ('exports' | 'imports')[]) =>
    [mine, theirs].map(trade => concentration(trade, flows)) as [number, number];
  const [both, exported, imported] = [index(['exports', 'imports']), index(['exports']), index(['imports'])];
  const links = [mine, theirs].map(trade => {
    const partner = mainPartner(trade);
    return { trade, partner, row: trade.exports.get(partner) ?? trade.imports.get(partner)! };
  });
  return measured(KIND, {
    x: shareLead(both[1], both[0]),
    others: [shareLead(exported[1], exported[0]), shareLead(imported[1], imported[0])],
    stake: (100 * tradeWith(mine, b)) / mine.total + (100 * tradeWith(theirs, a)) / theirs.total,
    halfStake: HALF_STAKE,
    a: both[0],
    b: both[1],
    unit: 'concentration of trade, 0 to 100',
    source: links[0]!.row.source,
    evidence: links.map(({ row }) => rowRef(row, `Main partner: ${lowerCased(flowLabel(row))}`)),
    explanation:
      'How far each one’s trade hangs on few partners: the side with more partners of weight can turn elsewhere.',
  });
}

/** Herfindahl-Hirschman index of partner shares, times 100. */
function concentration({ exports, imports }: TradeOf, flows: ('exports' | 'imports')[]): number {
  const values = new Map<Country, number>();
  for (const rows of flows.map(flow => (flow === 'exports' ? exports : imports))) {
    for (const [partner, { value }] of rows) values.set(partner, (values.get(partner) ?? 0) + value);
  }
  const total = [...values.values()].reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const squares = [...values].filter(([partner]) => partner !== 'ROW').map(([, value]) => (value / total) ** 2);
  return 100 * squares.reduce((sum, square) => sum + square, 0);
}

function mainPartner(trade: TradeOf): Country {
  const partners = new Set([...trade.exports.keys(), ...trade.imports.keys()].filter(partner => partner !== 'ROW'));
  return [...partners].reduce((best, partner) => (tradeWith(trade, partner) > tradeWith(trade, best) ? partner : best));
}

function lowerCased(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
