/**
 * What an article leaves out: for its own question - its pair and what it says of who has the upper hand - the levers on record
 * that none of its words touch, the denominators above all. A sum of trade says little without the share it is of either side.
 */
import { countryName } from '../actors/countries.js';
import { digits } from '../check/words.js';
import type { EvidenceRef } from '../evidence.js';
import { knownList } from '../knowledge.js';
import type { Lever } from '../levers/lever.js';
import { measureLevers } from '../levers/levers.js';
import type { Country, FigureClaim, Reading } from '../reading.js';
import type { Evidence } from '../record/evidence.js';

type Pair = [Country, Country];

/** One thing an article does not tell, with what the record has of it. */
export interface LeftOut {
  /** `denominator`, `level`, or the id of a lever. */
  id: string;
  /** What is missing, in a few words. */
  what: string;
  /** What the record has of it, in one sentence. */
  why: string;
  evidence: EvidenceRef[];
}

/** So many are told: a list of everything is read by nobody. */
const MOST = 5;

/**
 * @param pair the two countries the article names most.
 * @returns denominators first, then levers by how much they weigh; nothing where the article asks no question of the pair.
 */
export function leftOut(reading: Reading, pair: [Country, Country], evidence: Evidence): LeftOut[] {
  const asks = asksOf(reading, pair);
  const trade = tradeFigures(reading);
  if (!asks && trade.length === 0) return [];
  const year = Number(reading.document.date.latest?.slice(0, 4)) || null;
  const levers = measureLevers(...pair, evidence, year ? { year } : {}).filter(({ status }) => status === 'measured');
  const text = reading.document.text;
  const untold = levers.filter(({ id }) => !wordsOf(id).some(word => word.test(text)));
  const found = [
    ...withoutShare(reading, trade, levers, pair),
    ...withoutLevel(reading, trade),
    ...(asks ? untold.sort(byWeight).map(lever => asLeftOut(lever, pair)) : []),
  ];
  return found.filter(({ id }, at) => found.findIndex(other => other.id === id) === at).slice(0, MOST);
}

/** Whether the article judges the relation of its pair: who has the upper hand, who needs whom. */
function asksOf({ claims }: Reading, pair: [Country, Country]): boolean {
  return claims.some(
    claim =>
      claim.kind === 'judgement' &&
      (claim.form === 'verdict' || claim.form === 'dependence') &&
      (claim.about === null || claim.about.every(country => pair.includes(country))),
  );
}

function tradeFigures({ claims, document: { text }, sentences }: Reading): FigureClaim[] {
  return claims.filter((claim): claim is FigureClaim => {
    if (claim.kind !== 'figure' || !/^(?:[A-Z]{3}|percent|fraction|times)$/.test(claim.unit)) return false;
    const sentence = sentences.find(({ start, end }) => start <= claim.start && claim.start < end);
    return Boolean(
      sentence && /\b(?:trade|exports?|imports?|turnover|commerce)\b/i.test(text.slice(sentence.start, sentence.end)),
    );
  });
}

/** An amount of trade, and nowhere a share of either side's trade or output. */
function withoutShare({ document: { text } }: Reading, trade: FigureClaim[], levers: Lever[], pair: Pair): LeftOut[] {
  const lever = levers.find(({ id }) => id === 'trade-dependence');
  const isLevel = trade.some(({ unit, change }) => /^[A-Z]{3}$/.test(unit) && !change);
  if (!lever || !isLevel || wordsOf('denominator').some(word => word.test(text))) return [];
  return [{ ...asLeftOut(lever, pair), what: 'What share of each side’s trade or output the amounts of trade are' }];
}

/** A growth of trade, and nowhere the amount that grew. */
function withoutLevel({ document: { text } }: Reading, trade: FigureClaim[]): LeftOut[] {
  const growth = trade.find(({ change, unit }) => change && /^(?:percent|fraction|times)$/.test(unit));
  if (!growth || trade.some(({ unit }) => /^[A-Z]{3}$/.test(unit))) return [];
  const words = text.slice(growth.start, growth.end);
  return [
    {
      id: 'level',
      what: 'The amount that grew',
      why: `“${words}” is a growth; the article gives no amount of trade, before or after.`,
      evidence: [],
    },
  ];
}

function asLeftOut({ id, label, explanation, evidence, a, b, unit, source }: Lever, [one, other]: Pair): LeftOut {
  const isMeasured = a !== null && b !== null;
  const value = (amount: number) => (unit === 'percent' ? `${digits(amount)} %` : digits(amount));
  const suffix = unit && unit !== 'percent' ? ` (${unit})` : '';
  const values = isMeasured
    ? ` ${countryName(one)} ${value(a)}, ${countryName(other)} ${value(b)}${suffix}${source ? `; ${source}` : ''}.`
    : '';
  return { id, what: label, why: `${explanation}${values}`, evidence };
}

/** Levers that tell most of the two apart come first. */
function byWeight(one: Lever, other: Lever): number {
  return Math.abs(other.x ?? 0) - Math.abs(one.x ?? 0);
}

let words: Map<string, RegExp[]> | null = null;

/** The words by which an article touches a lever: data/dossier/lever-words.yaml. */
function wordsOf(id: string): RegExp[] {
  words ??= new Map(
    Object.entries(knownList<Record<string, string[]>>('dossier/lever-words.yaml')).map(([lever, list]) => [
      lever,
      list.map(word => new RegExp(`\\b${word}`, 'iu')),
    ]),
  );
  return words.get(id) ?? [];
}
