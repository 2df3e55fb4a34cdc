/** A change and the two levels it leads between: "rose by 30 percent, from $100 billion to $150 billion", "doubled from 5 to 12". */
import type { FigureClaim } from '../../reading.js';
import { type CheckContext, figuresIn } from '../context.js';
import { agrees, statedBy } from '../figures/tolerance.js';
import type { Check } from '../verdict.js';
import { amountWords } from '../words.js';
import { fitting, inconsistent, leeway } from './inconsistent.js';

/** Growth told in the article may be off by so many percentage points beyond the rounding of its levels. */
const POINTS = 1;

export function checkFromTo(context: CheckContext): Check[] {
  return context.reading.sentences.flatMap(sentence => {
    const figures = figuresIn(context, sentence);
    const levels = levelsIn(context, figures);
    const changes = figures.filter(({ change }) => change);
    if (!levels || changes.length !== 1) return [];
    const check = misfit(context, changes[0]!, ...levels);
    return check ? [check] : [];
  });
}

/** The one pair "from X ... to Y" of a sentence, in the same unit. */
function levelsIn({ text }: CheckContext, figures: FigureClaim[]): [FigureClaim, FigureClaim] | null {
  const plain = figures.filter(
    ({ change, range, links }) => !change && !range && !links.some(({ type }) => type === 'converts'),
  );
  const from = plain.filter(({ start }) =>
    /\bfrom (?:about |some |around |roughly |just |only |nearly |almost |over )?$/.test(
      text.slice(Math.max(0, start - 16), start),
    ),
  );
  if (from.length !== 1) return null;
  const [base] = from;
  const level = plain.findLast(({ end, unit }) => end < base!.start && unit === base!.unit);
  // "$28 billion in 2023, down from $29 billion": the level stands before its base.
  if (level && /\b(?:up|down) from (?:\w+ )?$/.test(text.slice(level.end, base!.start)) && base!.value > 0)
    return base!.start - level.end < 60 ? [base!, level] : null;
  const to = plain.filter(
    ({ start, unit }) =>
      unit === base!.unit &&
      start !== base!.start &&
      /\bto (?:about |some |around |roughly |just |only |nearly |almost |over |a record |reach )?$/.test(
        text.slice(Math.max(0, start - 18), start),
      ),
  );
  return to.length === 1 && base!.value > 0 && Math.abs(to[0]!.start - base!.end) < 160 ? [base!, to[0]!] : null;
}

function misfit(context: CheckContext, change: FigureClaim, from: FigureClaim, to: FigureClaim): Check | null {
  const words = `${amountWords(from.value, from.unit)} to ${amountWords(to.value, to.unit)}`;
  const slack = leeway(context, from) / from.value + leeway(context, to) / to.value;
  const direction = change.change?.direction;
  const fell = to.value < from.value;
  if (direction && fell !== (direction === 'down') && from.value !== to.value) {
    return inconsistent(
      change,
      { value: to.value - from.value, unit: from.unit },
      `${words} is ${fell ? 'less' : 'more'}, and the article says it ${direction === 'down' ? 'fell' : 'rose'}.`,
    );
  }
  const stated = statedBy(context.text, change);
  const ratio = to.value / from.value;
  if (change.unit === 'percent' || change.unit === 'fraction') {
    if (from.unit === 'percent') return ofShares(context, change, from, to);
    const size = (change.unit === 'fraction' ? 100 : 1) * change.value;
    const found = 100 * Math.abs(ratio - 1);
    const rounding = change.unit === 'fraction' ? 3 : stated.rounding;
    if (agrees({ ...stated, value: size, rounding, range: null }, found, POINTS + 100 * ratio * slack))
      return fitting(change, { value: found, unit: 'percent' }, changeWords(words, found, size));
    return inconsistent(change, { value: found, unit: 'percent' }, changeWords(words, found, size));
  }
  if (change.unit === 'times') {
    const found = fell && change.value > 1 ? 1 / ratio : ratio;
    if (agrees({ ...stated, approximate: 'about' }, found, found * (slack + 0.1))) return null;
    return inconsistent(
      change,
      { value: found, unit: 'times' },
      `${words} is ${amountWords(found, '')} times; the article says ${amountWords(change.value, '')}.`,
    );
  }
  if (change.unit === 'percentage point' && from.unit !== 'percent') return pointsOfAmounts(context, change, from, to);
  if (change.unit !== from.unit && !(change.unit === 'percentage point' && from.unit === 'percent')) return null;
  const found = Math.abs(to.value - from.value);
  if (agrees(stated, found, leeway(context, from) + leeway(context, to)))
    return fitting(
      change,
      { value: found, unit: change.unit },
      `${words} is a change of ${amountWords(found, change.unit)}.`,
    );
  return inconsistent(
    change,
    { value: found, unit: change.unit },
    `${words} is a change of ${amountWords(found, change.unit)}; the article says ${amountWords(change.value, change.unit)}.`,
  );
}

/** "from $190 billion to $240 billion, up 26 percentage points": amounts have no points, and the percent are right. */
function pointsOfAmounts(context: CheckContext, change: FigureClaim, from: FigureClaim, to: FigureClaim): Check | null {
  const found = 100 * Math.abs(to.value / from.value - 1);
  const slack = POINTS + 100 * (leeway(context, from) / from.value + leeway(context, to) / to.value);
  if (!agrees(statedBy(context.text, change), found, slack)) return null;
  const words = `${amountWords(from.value, from.unit)} to ${amountWords(to.value, to.unit)}`;
  return {
    ...inconsistent(
      change,
      { value: found, unit: 'percent' },
      `${words} is a change of ${amountWords(found, 'percent')}, not in percentage points: those are the difference of two shares.`,
    ),
    verdict: 'differs in unit or currency',
  };
}

/** "from 9.4 percent to 24.8 percent, an increase of 15 percent": 15 are the points, and in percent it is more. */
function ofShares(context: CheckContext, change: FigureClaim, from: FigureClaim, to: FigureClaim): Check | null {
  if (change.unit !== 'percent') return null;
  const stated = statedBy(context.text, change);
  const points = Math.abs(to.value - from.value);
  const relative = 100 * Math.abs(to.value / from.value - 1);
  const words = `${amountWords(from.value, 'percent')} to ${amountWords(to.value, 'percent')} is ${amountWords(points, 'percentage point')}, or a change of ${amountWords(relative, 'percent')}`;
  if (agrees(stated, relative, 0.05 * relative))
    return fitting(change, { value: relative, unit: 'percent' }, `${words}.`);
  const isPoints = agrees(stated, points, leeway(context, from) + leeway(context, to));
  return isPoints
    ? {
        ...inconsistent(
          change,
          { value: relative, unit: 'percent' },
          `${words}; the article says ${amountWords(change.value, 'percent')}.`,
        ),
        verdict: 'differs in unit or currency',
      }
    : null;
}

function changeWords(words: string, found: number, size: number): string {
  return `${words} is a change of ${amountWords(found, 'percent')}; the article says ${amountWords(size, 'percent')}.`;
}
