/**
 * What a figure measures: which measure of the rows, of whom, and over which period. Read from the words of its sentence; a
 * sentence that only goes on ("That was ...") speaks of what the figure before it measured.
 */
import type { DayRange, FigureClaim, Span } from '../../reading.js';
import { type CheckContext, figureBefore, figuresIn, mentionsIn, sentenceAt, timesIn } from '../context.js';
import { type Measure, measureWording, type Naming, namingsIn } from './measures.js';
import { type Parties, partiesOf } from './parties.js';

export interface Topic {
  measure: Measure;
  parties: Parties;
  /** What was measured when; `null` where nothing says so. */
  period: DayRange | null;
  /** The words name the parties themselves. Where they were concluded, only agreement is worth saying. */
  certain: boolean;
}

/** Between the name of a measure and its figure stand at most so many characters. */
const REACH = 160;

/** What figures measure, as far as that was worked out for an article. */
const topics = new WeakMap<CheckContext, Map<string, Topic | null>>();

/** The topic of a figure, or `null`: an article speaks of much that no row is about. */
export function topicOf(context: CheckContext, claim: FigureClaim): Topic | null {
  let worked = topics.get(context);
  if (!worked) topics.set(context, (worked = new Map()));
  const known = worked.get(claim.id);
  if (known !== undefined) return known;
  // Guards against going round in a circle, and keeps the work linear.
  worked.set(claim.id, null);
  const topic = ownTopic(context, claim) ?? topicBefore(context, claim);
  worked.set(claim.id, topic);
  return topic;
}

function ownTopic(context: CheckContext, claim: FigureClaim): Topic | null {
  const sentence = sentenceAt(context, claim.start);
  const naming = namingFor(context, claim, sentence);
  if (!naming || isPerHead(context.text, claim) || isPlanned(context, naming, claim)) return null;
  const found = partiesOf(context, naming, claim, sentence);
  if (!found) return null;
  const certain = found.certain && !isOfAnotherClause(context, naming, claim);
  const period = spannedPeriod(context.text, claim, sentence) ?? periodOf(context, claim, sentence);
  return { measure: naming.measure, parties: found.parties, certain, period };
}

/**
 * "shipped goods worth $30bn to Ireland and took $20bn back": between the figure before and this one stands a word that may
 * be another verb, so what this one measures was not said. Countries, years and small words leave it open no more.
 */
function isOfAnotherClause(context: CheckContext, naming: Naming, claim: FigureClaim): boolean {
  if (naming.end > claim.start) return false;
  const before =
    figuresIn(context, { start: naming.end, end: claim.start })
      .filter(({ unit }) => unit === claim.unit)
      .at(-1) ?? figureOf(context, naming);
  if (!before) return false;
  const gap = { start: Math.max(before.end, naming.end), end: claim.start };
  const { plain } = measureWording();
  const covered = [...mentionsIn(context, gap), ...timesIn(context, gap)];
  const words = [...context.text.slice(gap.start, gap.end).matchAll(/[\p{L}\d][\p{L}\d-]*/gu)];
  return words.some(({ 0: word, index }) => {
    const at = gap.start + index;
    return (
      !covered.some(({ start, end }) => start <= at && at < end) &&
      !/^\d+$/.test(word) &&
      !plain.has(word.toLowerCase()) &&
      !CONTINUING.has(word.toLowerCase())
    );
  });
}

/** "7.8 percent of all Czech exports": the figure that a naming right behind it belongs to. */
function figureOf(context: CheckContext, { start }: Naming): FigureClaim | undefined {
  return figuresIn(context, { start: start - 60, end: start }).findLast(({ end }) =>
    /^ (?:of|in) [^.,;:]*$/.test(context.text.slice(end, start)),
  );
}

/** Small words that may stand between two figures of one measure. */
const CONTINUING = new Set(
  'was is were are at one against compared up down just only s than about almost nearly some around over roughly respectively later earlier before year years came stood'.split(
    ' ',
  ),
);

/** "between 2010 and 2023, from $147 billion to $430 billion": the first amount is of the first year, the second of the last. */
function spannedPeriod(text: string, { start, end }: FigureClaim, sentence: Span): DayRange | null {
  const span = /\b(?:between|from) ([12]\d{3}) (?:and|to) ([12]\d{3})\b/.exec(text.slice(sentence.start, sentence.end));
  if (!span) return null;
  if (/\bfrom (?:\w+ )?$/.test(text.slice(sentence.start, start)) && /^ to /.test(text.slice(end, end + 4)))
    return yearRange(Number(span[1]));
  return /\bfrom [^,;]{1,30} to (?:\w+ )?$/.test(text.slice(Math.max(sentence.start, start - 50), start))
    ? yearRange(Number(span[2]))
    : null;
}

/** "That was an increase of 26 percent", "It rose by a third": the topic of the last figure of the sentence before. */
function topicBefore(context: CheckContext, claim: FigureClaim): Topic | null {
  const sentence = sentenceAt(context, claim.start);
  const words = context.text.slice(sentence.start, sentence.end);
  if (!measureWording().goingOn.test(words) || namingsIn(words.slice(0, claim.start - sentence.start), 0).length > 0)
    return null;
  if (isPlanned(context, { start: sentence.start, end: sentence.start }, claim)) return null;
  const earlier = figureBefore(context, sentence.start);
  if (!earlier || sentenceAt(context, earlier.start).end < sentenceBefore(context, sentence)) return null;
  const before = topicOf(context, earlier);
  if (!before || !suits(before.measure, claim)) return null;
  // "Trade doubled between 2020 and 2023": the period of a ratio is where it is counted from.
  const isOpen = earlier.unit === 'times' && timesIn(context, sentence).length === 0;
  return { ...before, period: isOpen ? null : (periodOf(context, claim, sentence) ?? before.period) };
}

/** Where the sentence before a sentence begins. */
function sentenceBefore(context: CheckContext, { start }: Span): number {
  return sentenceAt(context, Math.max(0, start - 3)).start;
}

/** The naming nearest to a figure: the last one before it, else the first right behind it. */
function namingFor(context: CheckContext, claim: FigureClaim, sentence: Span): Naming | null {
  const namings = namingsIn(context.text.slice(sentence.start, sentence.end), sentence.start).filter(naming =>
    suits(naming.measure, claim),
  );
  // "223 million inhabitants": the figure's own unit names what it counts.
  const within = namings.find(({ start, end }) => start > claim.start && end <= claim.end);
  if (within) return { ...within, start: claim.start, end: claim.end };
  const before = namings.findLast(({ end }) => end <= claim.start);
  const behind = namings.find(({ start }) => start >= claim.end);
  const between = behind ? context.text.slice(claim.end, behind.start) : '';
  const isBehind = behind && between.length < 40 && !/[,;:()]|\b(?:and|but|while|as)\b/.test(between);
  // "a third of Russia's exports", "$240 billion in trade", "of which $93 billion were exports": the words right behind belong to the figure more than those before.
  const chosen =
    isBehind && /^\s(?:(?:of|in|worth of)\b[^\d]{0,24}|(?:were |was |are )?)$/.test(between)
      ? behind
      : (before ?? (isBehind ? behind : null));
  if (!chosen || !isWhole(context.text, chosen)) return null;
  const gap = chosen.end <= claim.start ? claim.start - chosen.end : chosen.start - claim.end;
  if (gap > (chosen.measure.reach ?? REACH)) return null;
  // "Trade grew. Oil ... $5bn": another subject between two commas is not looked through.
  if (isTotalOf(context, chosen, claim)) return null;
  const gapWords = context.text.slice(chosen.end, claim.start);
  return /;/.test(gapWords) && !(chosen.measure.of === 'country' && NEXT_COUNTRY.test(gapWords)) ? null : chosen;
}

/** "exports of $76bn and imports of $114bn, for a total of $190bn": a sum of both, and neither of them. */
function isTotalOf(context: CheckContext, { end, measure }: Naming, claim: FigureClaim): boolean {
  if (measure.flow === 'both' || end > claim.start) return false;
  const before = figuresIn(context, { start: end - PART_REACH, end: claim.start }).at(-1);
  return Boolean(before && before.end > end && TOTAL.test(context.text.slice(before.end, claim.start)));
}

const PART_REACH = 200;
const TOTAL = /\b(?:total|together|combined|in all|altogether|all told|sum)\b/;

/** "; Japan's was": the measure of the first clause, of the next country. */
const NEXT_COUNTRY = /; (?:and |that of )?\p{Lu}[\p{L} ]{2,30}(?:[’']s?)? (?:was|is|at|had|has)? ?$/u;

/** Whether rows of the measure can hold a figure of this unit: an amount, a growth, a share, a ratio. */
function suits({ units }: Measure, { unit }: FigureClaim): boolean {
  if (/^(?:percent|fraction|times)$/.test(unit)) return true;
  return units.includes(unit) || (units.includes('money') && /^[A-Z]{3}$/.test(unit));
}

/** Not "oil exports", "trade deficit", "exports of cars": a part of the measure, or another thing. */
function isWhole(text: string, { start, end, verb, measure }: Naming): boolean {
  const { notBefore, plain } = measureWording();
  if (notBefore.test(text.slice(end, end + 24))) return false;
  if (measure.flow && /^\sof (?!goods|the|its|their|\p{Lu}|[$€£¥]?\d)/u.test(text.slice(end, end + 14))) return false;
  // "spent $4 billion on its military".
  if (verb || /^on /.test(text.slice(start, end))) return true;
  const word = /(\S+)\s$/.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  if (word === undefined)
    return (
      !/[\p{L}\d]-$/u.test(text.slice(0, start).slice(-2)) ||
      /\p{Lu}\p{L}+-$/u.test(text.slice(Math.max(0, start - 30), start))
    );
  const bare = word.replace(/^[“"'(]+/, '');
  return /^\p{Lu}/u.test(bare) || /[’']s?$/.test(bare) || /[,.:;—–)\d%]$/.test(bare) || plain.has(bare.toLowerCase());
}

/** "$6,000 GNP/capita", "$300 a head": what one person has, not the country. */
function isPerHead(text: string, { end }: FigureClaim): boolean {
  return /^[^.;,)]{0,20}?(?:\bper |\ba |\/ ?)(?:capita|head|person|inhabitant)\b/i.test(text.slice(end, end + 40));
}

/** "aims for trade of $300 billion", "could reach": no measurement. */
function isPlanned({ text }: CheckContext, naming: Span, claim: FigureClaim): boolean {
  const { planned } = measureWording();
  const from = Math.min(naming.start, claim.start);
  const to = Math.max(naming.end, claim.start);
  return planned.test(text.slice(Math.max(0, from - 40), to).replace(/^.*[.;]\s/s, ''));
}

/**
 * When it was measured: the figure's own period, the year after the one a change is counted from, or the only year of the
 * sentence. "In the first half" is no year, whatever stands beside it.
 */
function periodOf(context: CheckContext, claim: FigureClaim, sentence: Span): DayRange | null {
  const { parts } = measureWording();
  const { from, to } = claim.period ?? {};
  const years = timesIn(context, sentence).filter(({ type, value }) => type === 'DATE' && /^\d{4}$/.test(value));
  const base = /^(?:in )?(\d{4})$/.exec(claim.change?.base ?? '')?.[1];
  if (base && from?.startsWith(base)) return yearRange(Number(base) + 1);
  if (from && to && isYear(from, to)) {
    const near = context.text.slice(Math.max(sentence.start, claim.start - 60), Math.min(sentence.end, claim.end + 40));
    return parts.test(near) && !timesIn(context, sentence).some(({ value }) => /^\d{4}-\d{2}/.test(value))
      ? null
      : { from, to };
  }
  if (claim.period) return claim.period.from && claim.period.to ? claim.period : null;
  if (base) return yearRange(Number(base) + 1);
  if (years.length === 1 && !parts.test(context.text.slice(sentence.start, sentence.end)))
    return { from: years[0]!.from, to: years[0]!.to };
  return null;
}

/** "from $100 billion to $120 billion": of the two ends one at most is of the year of a row, and which is not said. */
export function isEndOfChange(text: string, { start, end }: FigureClaim): boolean {
  return (
    (/\bfrom (?:\w+ )?$/.test(text.slice(Math.max(0, start - 20), start)) &&
      /^[^.;]{0,60} to /.test(text.slice(end, end + 70))) ||
    /\bfrom [^.;]{1,60} to (?:\w+ )?$/.test(text.slice(Math.max(0, start - 90), start))
  );
}

export function yearRange(year: number): { from: string; to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

export function isYear(from: string, to: string): boolean {
  return from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31');
}
