/** Parts and their total: "exports of $110bn and imports of $129bn, $239bn in all", "40 meetings, of which 12 in Moscow and 20 in Beijing". */
import type { FigureClaim, Span } from '../../reading.js';
import { type CheckContext, figuresIn } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords } from '../words.js';
import { fitting, inconsistent, isPlainAmount, leeway } from './inconsistent.js';

/** Between the parts and the total: what says that this is all of it. */
const TOTAL_LEADS =
  /\b(?:in total|a total of|total of|altogether|in all|all told|combined|together|taken together|adding up to|adds up to|add up to|making|bringing the total to|for a total of|a combined)\b/i;
/** Between the total and its parts: what says that these are all of them. */
const PARTS_LEAD =
  /\b(?:made up of|consisting of|consists of|comprising|composed of|divided into|split into|split between|broken down into)\b/i;

/** How a sentence begins that adds up what the one before it told. */
const TOGETHER =
  /^(?:Together|Taken together|Combined|In all|In total|All told|Altogether|Added up|The two together)\b/;

export function checkSums(context: CheckContext): Check[] {
  const { sentences } = context.reading;
  return sentences.flatMap((sentence, at) => {
    const figures = figuresIn(context, sentence).filter(({ change, range }) => !change && !range);
    const before = at > 0 ? sentences[at - 1]! : null;
    if (before && figures[0] && TOGETHER.test(context.text.slice(sentence.start, figures[0].start)))
      return partsBefore(context, figures[0], before);
    if (figures.length < 3) return [];
    return partsThenTotal(context, figures, sentence.end) ?? totalThenParts(context, figures, sentence.end) ?? [];
  });
}

function partsThenTotal(context: CheckContext, figures: FigureClaim[], end: number): Check[] | null {
  for (const [at, total] of figures.entries()) {
    if (at < 2) continue;
    const before = context.text.slice(figures[at - 1]!.end, total.start);
    const behind = context.text.slice(total.end, Math.min(end, total.end + 14));
    const next = figures[at + 1];
    const isLast = !next || next.start - total.end > 24;
    if (
      !TOTAL_LEADS.test(before) &&
      !(isLast && /^,? (?:in total|in all|altogether|all told|combined)\b/i.test(behind))
    )
      continue;
    const listed = sameUnit(figures.slice(0, at), total).filter(({ start }) => !isWhole(context.text, start));
    // "33 tonnes: 17 of maize, 9 of wheat and 7 of others, 33 in all": the total was told before its parts as well.
    const parts = listed.length > 2 && listed[0]!.value === total.value ? listed.slice(1) : listed;
    if (parts.length < 2 || !areListed(context, parts)) continue;
    return misfit(context, total, parts);
  }
  return null;
}

/** "Exports were 90bn, imports 81bn. Together trade came to 171bn": two amounts, and no third of their unit beside them. */
function partsBefore(context: CheckContext, total: FigureClaim, before: Span): Check[] {
  const words = context.text.slice(before.start, before.end);
  const parts = figuresIn(context, before).filter(({ unit }) => unit === total.unit);
  if (
    parts.length !== 2 ||
    !parts.every(isPlainAmount) ||
    /\b(?:than|of which|including|against)\b[^.]*\d/.test(words.slice(parts[0]!.end - before.start))
  )
    return [];
  return misfit(context, total, parts);
}

function totalThenParts(context: CheckContext, figures: FigureClaim[], end: number): Check[] | null {
  const [total, ...rest] = figures;
  const parts = rest.filter(({ unit }) => unit === total!.unit);
  const between = context.text.slice(total!.end, parts[0]?.start ?? end);
  if (parts.length < 2 || parts.length !== rest.length || !PARTS_LEAD.test(between) || between.length > 80) return null;
  return areListed(context, parts) ? misfit(context, total!, parts) : null;
}

/** "Of the 193 members, 100 ...": what the parts are parts of. */
function isWhole(text: string, start: number): boolean {
  return /\bof (?:the |its |all )?$/i.test(text.slice(Math.max(0, start - 8), start));
}

/** The run of figures of the total's unit that ends right before it. */
function sameUnit(before: FigureClaim[], total: FigureClaim): FigureClaim[] {
  const parts: FigureClaim[] = [];
  for (const figure of before.toReversed()) {
    if (figure.unit !== total.unit) {
      if (/^[A-Z]{3}$/.test(figure.unit) && figure.links.some(({ type }) => type === 'converts')) continue;
      break;
    }
    parts.unshift(figure);
  }
  return parts;
}

/** Parts of one list stand side by side, joined by "and" or a comma, with nothing said of change between them. */
function areListed({ text }: CheckContext, parts: FigureClaim[]): boolean {
  return parts.slice(1).every((part, index) => {
    const between = text.slice(parts[index]!.end, part.start);
    const isMove = /\bfrom $/.test(text.slice(parts[index]!.start - 5, parts[index]!.start)) && /\bto $/.test(between);
    if (isMove || between.length > 90 || !/,|\band\b|\bplus\b/.test(between)) return false;
    return !/\b(?:than|of which|including|against|but|instead|up|down)\b|[;(]/.test(between);
  });
}

function misfit(context: CheckContext, total: FigureClaim, parts: FigureClaim[]): Check[] {
  const sum = parts.reduce((whole, { value }) => whole + value, 0);
  // Roundings of several parts seldom all go one way.
  const slack = Math.hypot(...[total, ...parts].map(figure => leeway(context, figure)));
  const words = parts.map(({ value, unit }) => amountWords(value, unit)).join(' + ');
  const judged = Math.abs(sum - total.value) <= slack ? fitting : inconsistent;
  return [
    judged(
      total,
      { value: sum, unit: total.unit },
      `${words} = ${amountWords(sum, total.unit)}; the article says ${amountWords(total.value, total.unit)}.`,
    ),
  ];
}
