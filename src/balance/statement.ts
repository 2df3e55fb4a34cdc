import { asSentenceStart, nameInSentence } from '../actors/name-in-sentence.js';
import { countWords } from '../count-words.js';
import { GROUPS, type Lever } from '../levers/lever.js';
import type { Balance, Statement } from './verdict.js';

/**
 * Words a balance. They name the side that leads first, so that exchanging the two countries leaves them as they are;
 * where none leads, the countries stand in the order they were asked for. A share of weightings is told as what it is.
 */
export function statementOf(balance: Omit<Balance, 'statement'>): Statement {
  const short = balance.share === null ? refusal(balance) : `${verdict(balance, balance.share)}${gapsIn(balance)}.`;
  const medium = [short, ...measuredOf(balance), ...carried(balance)].join(' ');
  const meaning = balance.share === null ? [] : [MEANING];
  const long = [medium, ...turning(balance), ...gaps(balance), ...meaning].join(' ');
  return { short, medium, long };
}

const MEANING =
  'A weighting is one way of saying how much each lever counts; all ways are counted alike, and nothing is forecast.';

/** A lever that pulls less than this is not told as speaking for a side. */
const WORTH_TELLING = 0.01;

/** A share as a count in a hundred; only none or all are told as 0 or 100. */
export function weightingsOf(share: number): number {
  const rounded = Math.round(share * 100);
  if (share > 0 && rounded === 0) return 1;
  return share < 1 && rounded === 100 ? 99 : rounded;
}

function refusal({ pair, coverage }: Omit<Balance, 'statement'>): string {
  const [a, b] = pair.map(nameInSentence);
  return `Too little is measured to say who has the upper hand between ${a} and ${b}: ${levers(coverage)}.`;
}

/** How much a verdict stands on, where it is not all: a part of the sentence that tells it. */
function gapsIn({ coverage }: Omit<Balance, 'statement'>): string {
  return coverage.measured < coverage.of ? `, with ${levers(coverage)} measured` : '';
}

/** That all is measured, where it is; what is not stands in the short wording already. */
function measuredOf({ coverage }: Omit<Balance, 'statement'>): string[] {
  return coverage.measured === coverage.of ? [`All ${countWords(coverage.of, 'lever')} are measured.`] : [];
}

/** `6 of 8 levers in 3 of 4 groups`. */
function levers({ measured, of, groups }: Balance['coverage']): string {
  return `${measured} of ${countWords(of, 'lever')} in ${groups} of ${countWords(GROUPS.length, 'group')}`;
}

function verdict({ pair, strength }: Omit<Balance, 'statement'>, share: number): string {
  const [a, b] = share >= 0.5 ? pair : [pair[1], pair[0]];
  const [leader, other] = [nameInSentence(a), nameInSentence(b)];
  const weightings = weightingsOf(Math.max(share, 1 - share));
  if (strength === 'open') {
    return `Neither ${leader} nor ${other} has the upper hand: ${leader} leads in ${weightings} of 100 weightings, ${other} in ${100 - weightings}`;
  }
  if (strength === 'leaning')
    return `The balance leans to ${leader}: it leads ${other} in ${weightings} of 100 weightings`;
  return `${asSentenceStart(leader)} has the upper hand over ${other} in ${weightings} of 100 weightings`;
}

/** What weighs most for the side that leads, and what speaks for the other. */
function carried({ pair, share, groups }: Omit<Balance, 'statement'>): string[] {
  if (share === null) return [];
  const side = share >= 0.5 ? 1 : -1;
  const [leader, other] = side > 0 ? pair : [pair[1], pair[0]];
  const pulls = groups
    .flatMap(({ levers }) => {
      const known = levers.filter(({ x }) => x !== null);
      return known.map(lever => ({ lever, pull: (side * lever.x!) / known.length }));
    })
    .sort((one, two) => two.pull - one.pull);
  const [most, least] = [pulls[0], pulls.at(-1)];
  return [
    ...(most && most.pull > WORTH_TELLING
      ? [`What speaks most for ${nameInSentence(leader)}: ${told(most.lever)}.`]
      : []),
    ...(least && least.pull < -WORTH_TELLING
      ? [`What speaks most for ${nameInSentence(other)}: ${told(least.lever)}.`]
      : []),
  ];
}

function turning({ tipping, groups }: Omit<Balance, 'statement'>): string[] {
  if (!tipping) return [];
  const favoured = nameInSentence(tipping.favours);
  const { weight, lever } = tipping;
  const moved = lever && groups.flatMap(group => group.levers).find(({ id }) => id === lever.id);
  if (!weight && !moved)
    return [`With equal weights ${favoured} leads; no weight of a group and no single lever turns that.`];
  return [
    ...(weight
      ? [
          `With equal weights ${favoured} leads; that turns where the group ${weight.group} weighs ${percent(weight.to)} instead of ${percent(weight.from)}.`,
        ]
      : []),
    moved
      ? `Of the levers, the smallest change that would turn it is ${told(moved)}, by ${Math.abs(lever.to - lever.from).toFixed(2)} on a scale of 1.`
      : 'No single lever turns it, wherever on its scale it stood.',
  ];
}

/** What is missing, in the same words for any two countries. */
function gaps({ groups }: Omit<Balance, 'statement'>): string[] {
  const missing = groups.flatMap(({ levers }) => levers).filter(({ status }) => status === 'missing');
  return missing.length ? [`Not measured: ${missing.map(told).join(', ')}.`] : [];
}

function told({ label }: Lever): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function percent(weight: number): string {
  return `${Math.round(weight * 100)} percent`;
}
