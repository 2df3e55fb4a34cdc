/** What a change of the trade between two countries would cost each, for a page on which the question can be varied. */
import { countryName } from '../actors/countries.js';
import { nameInSentence } from '../actors/name-in-sentence.js';
import { pairOf } from '../actors/pair.js';
import { BadInput, WrongUse } from '../errors.js';
import type { EvidenceRef } from '../evidence.js';
import type { Direction } from '../levers/exit-cost/change.js';
import { ELASTICITY } from '../levers/exit-cost/elasticities.js';
import type { Deficits } from '../levers/exit-cost/equilibrium.js';
import { exitCost } from '../levers/exit-cost/exit-cost.js';
import { worldOfFiles } from '../levers/exit-cost/files.js';
import type { Country } from '../reading.js';
import { shippedRows } from '../record/shipped.js';
import { refOfRow } from './facts.js';

/** What is asked; see levers/exit-cost/change.ts and equilibrium.ts for what each choice means. */
export interface ExitQuestion {
  change: 'end' | 'tariff' | 'cost' | 'discount';
  /** Of a tariff, cost or discount. */
  percent: number;
  elasticity: number;
  /** Seen from the first country. */
  direction: Direction;
  deficits: Deficits;
}

export interface ExitAnswer {
  question: ExitQuestion;
  pair: [Country, Country];
  /** Change of real spending in percent, negative is a loss; `null` where no world adds up. */
  a: number | null;
  b: number | null;
  /** The same as they are shown: `−1.428 %`, `no answer`. */
  said: { a: string; b: string };
  /** The size of each in percent of the larger: how long its bar is. */
  relative: { a: number; b: number };
  /** The others it costs most. */
  others: { country: Country; name: string; percent: number }[];
  words: string;
  /** The others in a sentence; empty where there are none. */
  othersWords: string;
  /** The trade between the two and what each produces, as the answer is worked out from them. */
  evidence: EvidenceRef[];
}

/** What can be chosen, and what is taken where nothing is. Bounds hold what anybody has estimated or imposed. */
export const EXIT_CHOICES = {
  change: ['end', 'tariff', 'cost', 'discount'],
  direction: ['both', 'exports', 'imports'],
  deficits: ['fixed', 'multiplicative', 'balanced'],
  elasticity: { least: 1, most: 15, usual: ELASTICITY },
  percent: { least: 0, most: 200, usual: 25, mostDiscount: 95 },
} as const;

/** How many of those who have no part in it are shown. */
const OTHERS = 3;

/**
 * A question from words, such as an address has; what is not given is as usual.
 *
 * @throws WrongUse where a choice is none of those there are, or a number is out of its bounds.
 */
export function exitQuestion(given: (name: string) => string | null): ExitQuestion {
  const choice = <T extends string>(name: string, known: readonly T[]): T => {
    const word = given(name) ?? known[0]!;
    const found = known.find(one => one === word);
    if (!found) throw new WrongUse(`${name}: "${word}" is none of ${known.join(', ')}`);
    return found;
  };
  const number = (name: string, { least, most, usual }: { least: number; most: number; usual: number }) => {
    const word = given(name);
    const value = word === null ? usual : Number(word || Number.NaN);
    if (!(value >= least && value <= most)) throw new WrongUse(`${name}: give a number from ${least} to ${most}`);
    return value;
  };
  const change = choice('change', EXIT_CHOICES.change);
  const percent = number('percent', EXIT_CHOICES.percent);
  return {
    change,
    // Nobody gives more than all away: where the choice changes to a discount, the size may still be that of a tariff.
    percent: change === 'discount' ? Math.min(percent, EXIT_CHOICES.percent.mostDiscount) : percent,
    elasticity: number('elasticity', EXIT_CHOICES.elasticity),
    direction: choice('direction', EXIT_CHOICES.direction),
    deficits: choice('deficits', EXIT_CHOICES.deficits),
  };
}

/** The same question as the other country would put it. */
export function mirrored(question: ExitQuestion): ExitQuestion {
  const { direction } = question;
  return { ...question, direction: direction === 'exports' ? 'imports' : direction === 'imports' ? 'exports' : 'both' };
}

/** The answer by the rows that ship. @throws WrongUse where a country is unknown, has no rows, or both are the same. */
export function exitWhatIf(one: string, other: string, question: ExitQuestion): ExitAnswer {
  const [a, b] = pairOf(one, other);
  const { change, percent, elasticity, direction, deficits } = question;
  const whatIf = change === 'end' ? { kind: change } : { kind: change, percent };
  const shared = { question, pair: [a, b] as [Country, Country], evidence: evidenceOf(a, b) };
  try {
    const { welfare } = exitCost(worldOfFiles(null, null), a, b, { elasticity, direction, deficits, whatIf });
    const others = Object.entries(welfare)
      .filter(([country]) => country !== a && country !== b)
      .sort(([, x], [, y]) => x - y)
      .slice(0, OTHERS)
      .map(([country, percent]) => ({ country, name: countryName(country), percent }));
    return {
      ...shared,
      a: welfare[a]!,
      b: welfare[b]!,
      said: { a: said(welfare[a]!), b: said(welfare[b]!) },
      relative: relative(welfare[a]!, welfare[b]!),
      others,
      othersWords: othersWords(others),
      words: wordsOf(a, b, welfare[a]!, welfare[b]!, question),
    };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const none = {
      a: null,
      b: null,
      said: { a: said(null), b: said(null) },
      relative: relative(0, 0),
      others: [],
      othersWords: '',
    };
    return { ...shared, ...none, words: `No answer: ${error.message}.` };
  }
}

function wordsOf(
  a: Country,
  b: Country,
  ofA: number,
  ofB: number,
  { change, percent, direction }: ExitQuestion,
): string {
  const [nameA, nameB] = [nameInSentence(a), nameInSentence(b)];
  const flows =
    direction === 'both'
      ? `trade between ${nameA} and ${nameB}`
      : direction === 'exports'
        ? `what ${nameA} sells to ${nameB}`
        : `what ${nameB} sells to ${nameA}`;
  const happens = {
    end: 'ended',
    tariff: `bore a tariff of ${percent} percent`,
    cost: `cost ${percent} percent more`,
    discount: `went at a discount of ${percent} percent`,
  }[change];
  return `If ${flows} ${happens}, ${countryName(a)} would ${does(ofA)} and ${countryName(b)} would ${does(ofB)} of real spending.`;
}

/** A change of real spending as a number on a page. */
function said(percent: number | null): string {
  if (percent === null) return 'no answer';
  return `${percent < 0 ? '−' : percent > 0 ? '+' : ''}${Math.abs(percent).toFixed(3)} %`;
}

function relative(ofA: number, ofB: number): ExitAnswer['relative'] {
  const largest = Math.max(Math.abs(ofA), Math.abs(ofB));
  const share = (percent: number) => (largest ? Math.round((1000 * Math.abs(percent)) / largest) / 10 : 0);
  return { a: share(ofA), b: share(ofB) };
}

function othersWords(others: ExitAnswer['others']): string {
  if (others.length === 0) return '';
  return `Of all others it would cost most: ${others.map(({ name, percent }) => `${name} ${said(percent)}`).join(', ')}.`;
}

function does(percent: number): string {
  const amount = Math.abs(percent).toFixed(3);
  return Number(amount) === 0 ? 'keep all' : `${percent < 0 ? 'lose' : 'gain'} ${amount} percent`;
}

/** The rows of the two among those the world is made of: the latest flows between them, and what each produces. */
function evidenceOf(a: Country, b: Country): EvidenceRef[] {
  const key = `${a} ${b}`;
  const before = evidence.get(key);
  if (before) return before;
  const flows = shippedRows().figures.filter(
    ({ measure, dataset, reporter, partner }) =>
      measure === 'goods exports' &&
      dataset === 'baci-hs22-v202501' &&
      ((reporter === a && partner === b) || (reporter === b && partner === a)),
  );
  const latest = flows
    .map(({ from }) => from)
    .sort()
    .at(-1);
  const products = shippedRows().figures.filter(
    ({ measure, reporter, from }) => measure === 'gdp' && from === latest && (reporter === a || reporter === b),
  );
  const found = [...flows.filter(({ from }) => from === latest), ...products].map(refOfRow);
  if (evidence.size >= PAIRS_KEPT) evidence.clear();
  evidence.set(key, found);
  return found;
}

const evidence = new Map<string, EvidenceRef[]>();
const PAIRS_KEPT = 200;
