/** The same figure with different values: of one subject and period, or told in like words. */
import { grouped } from '../../grouped.js';
import type { FigureClaim } from '../../reading.js';
import type { Evidence, KeptClaim } from '../../record/evidence.js';
import { daysBetween } from '../../time/calendar.js';
import { agrees, areFarApart, GROWING, statedBy } from '../figures/tolerance.js';
import { likeness, likenessOf, weighty } from '../similar-sentences.js';
import { amountWords, periodWords } from '../words.js';
import { areApart, bySide, type Contradiction, sideOf } from './contradiction.js';

/** Two sentences with this share of their weighty words in common tell of one fact. */
const SAME_FACT = 0.6;
/** Figures of no stated period are of one moment where they were told so near each other. */
const TOLD_WITHIN = 31;
/** Of a group of more, the first alone are compared: a record may have thousands of one unit and period. */
const MOST = 400;

type KeptFigure = KeptClaim & { claim: FigureClaim };

export function contradictionsOfFigures({ claims }: Evidence): Contradiction[] {
  const figures = claims
    .filter(isFigure)
    .filter(({ claim }) => !claim.range && claim.unit !== 'year' && claim.value > 0);
  const groups = grouped(figures, ({ claim: { unit, change, period } }) =>
    [unit, Boolean(change), change?.direction, period?.from, period?.to].join(),
  );
  return [...groups.values()].flatMap(group => facts(group.slice(0, MOST)).flatMap(asContradiction));
}

function isFigure(kept: KeptClaim): kept is KeptFigure {
  return kept.claim.kind === 'figure';
}

/** Figures that are of one fact, each with the first that it is like. */
function facts(group: KeptFigure[]): KeptFigure[][] {
  const made: KeptFigure[][] = [];
  for (const kept of group) {
    const fact = made.find(([first]) => isSameFact(first!, kept));
    if (fact) fact.push(kept);
    else made.push([kept]);
  }
  return made;
}

function isSameFact(one: KeptFigure, other: KeptFigure): boolean {
  if (!areApart(one, other) && one.article.id !== other.article.id) return false;
  if (areFarApart(one.claim.value, other.claim.value)) return false;
  if (one.claim.period?.from) {
    if (isSameSubject(one.claim, other.claim)) return true;
  } else {
    const [told, later] = [one.article.date.earliest, other.article.date.earliest];
    if (!told || !later || Math.abs(daysBetween(told, later)) > TOLD_WITHIN) return false;
  }
  return likenessOf(one, other) >= SAME_FACT;
}

function isSameSubject({ subject: one }: FigureClaim, { subject: other }: FigureClaim): boolean {
  const words = weighty(one ?? '');
  return words.size >= 2 && likeness(words, weighty(other ?? '')) === 1;
}

/** The values of one fact as sides, where some of different sources do not agree. */
function asContradiction(fact: KeptFigure[]): Contradiction[] {
  const sides: KeptFigure[][] = [];
  for (const kept of fact) {
    const side = sides.find(([first]) => agree(first!, kept));
    if (side) side.push(kept);
    else sides.push([kept]);
  }
  const apart = sides.some((one, i) =>
    sides.slice(i + 1).some(other => one.some(a => other.some(b => areApart(a, b)))),
  );
  if (!apart) return [];
  const { claim, sentence } = fact[0]!;
  const { period, subject, unit } = claim;
  const days = new Set(fact.map(({ article }) => article.date.earliest));
  const when = period?.from && period.to ? `, ${periodWords(period.from, period.to)}` : '';
  return [
    {
      kind: 'figure',
      about: `${subject ?? sentence.text.replace(/\s+/g, ' ').slice(0, LONGEST)}${when}`,
      sides: bySide(sides.map(side => sideOf(saysOf(side[0]!), side))),
      caution: GROWING.has(unit) && days.size > 1 ? 'It was told on different days: the later may have grown.' : null,
    },
  ];
}

const LONGEST = 80;

function agree(one: KeptFigure, other: KeptFigure): boolean {
  const agreesWith = ({ claim, sentence }: KeptFigure, { claim: { value } }: KeptFigure) =>
    agrees(statedBy(`${' '.repeat(sentence.start)}${sentence.text}`, claim), value);
  return agreesWith(one, other) || agreesWith(other, one);
}

function saysOf({ claim: { value, unit, approximate, change } }: KeptFigure): string {
  const direction = change?.direction ? `${change.direction} ` : '';
  return `${direction}${approximate ? `${approximate} ` : ''}${amountWords(value, unit)}`;
}
