/** "Nine times the size of Russia's economy", "trade doubled between 2020 and 2024": a ratio of two amounts on record. */
import type { FigureClaim } from '../../reading.js';
import { type CheckContext, sentenceAt, timesIn } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, digits, refOfFigure, spanOf } from '../words.js';
import { type Known, labelOfKnown } from './known.js';
import { leewayOf } from './measures.js';
import { levelsOf, seriesOf } from './series.js';
import { agrees, agreesWithin, type Stated, statedBy, withinWords } from './tolerance.js';
import { isYear, type Topic, topicOf, yearRange } from './topic.js';

/** Ratios are told roughly: so far from the found one they still agree, and so far they differ. */
const AGREES = 0.15;
const DIFFERS = 0.25;
/** How many years before the article the row of a country's own measure may be. */
const RECENT_YEARS = 3;

/** `null` where the figure is no ratio, or the rows do not have both amounts. */
export function checkRatio(context: CheckContext, claim: FigureClaim): Check | null {
  const isSize = isSizeOf(context, claim);
  if ((claim.unit !== 'times' && !isSize) || claim.value <= 0) return null;
  const topic = topicOf(context, claim);
  const pair =
    topic &&
    (topic.parties.kind === 'country' && topic.parties.other
      ? ofCountries(context, topic)
      : overTime(context, claim, topic));
  if (!topic || !pair) return null;
  const [over, under] = isSmaller(context, claim) ? [pair[1], pair[0]] : pair;
  const ratio = over.value / under.value;
  const figure = inTimes(statedBy(context.text, claim), claim.unit);
  const slack = (share: number) => ratio * Math.max(share, leewayOf(over.rows[0]!).agrees);
  const holds = agreesWithin(figure, ratio, slack(AGREES));
  if (!holds && (!topic.certain || agrees(figure, ratio, slack(DIFFERS)))) return null;
  return {
    ...spanOf(claim),
    verdict: holds ? 'agrees' : 'differs',
    found: { value: Number(ratio.toPrecision(4)), unit: 'times', period: { from: over.from, to: over.to } },
    evidence: [...over.rows, ...under.rows].map(refOfFigure),
    why: `${labelOfKnown(over)}; ${labelOfKnown(under)}; that is ${amountWords(ratio, '')} times; the article says ${amountWords(figure.value, '')}${
      holds ? withinWords(figure, ratio, `${digits((100 * slack(AGREES)) / ratio)} %`, 'ratios are told roughly') : ''
    }.`,
    confidence: holds ? 0.8 : 0.7,
  };
}

/** "Ninety times smaller than India's": the other is the larger. */
function isSmaller({ text }: CheckContext, { unit, end }: FigureClaim): boolean {
  return unit === 'times' && /^ (?:smaller|less|lower|poorer|weaker|fewer)\b/.test(text.slice(end, end + 10));
}

/** "64 percent the size of America's": a ratio told in percent. */
function isSizeOf({ text }: CheckContext, { unit, end }: FigureClaim): boolean {
  return (
    /^(?:percent|fraction)$/.test(unit) &&
    /^ (?:of )?(?:the size|as (?:large|big|much))\b/.test(text.slice(end, end + 14))
  );
}

function inTimes(figure: Stated, unit: string): Stated {
  if (unit !== 'percent') return figure;
  const { value, rounding, range } = figure;
  return { ...figure, value: value / 100, rounding: rounding / 100, range: range && [range[0] / 100, range[1] / 100] };
}

/** The same measure of two countries, in the same year: that of the text, else the latest before the article. */
function ofCountries(context: CheckContext, topic: Topic): [Known, Known] | null {
  const { parties, period, measure } = topic;
  if (parties.kind !== 'country' || !parties.other) return null;
  const series = seriesOf(context, topic);
  const others = seriesOf(context, { ...topic, parties: { kind: 'country', country: parties.other, other: null } });
  const year = Number((period?.from ?? context.published ?? '').slice(0, 4));
  const reach = period ? (measure.near ?? 0) : RECENT_YEARS;
  const over = series
    .filter(({ from }) => Math.abs(Number(from.slice(0, 4)) - year) <= reach)
    .sort((one, other) => other.from.localeCompare(one.from))[0];
  const under = over && others.find(({ from, unit }) => from === over.from && unit === over.unit);
  return over && under ? [over, under] : null;
}

/** One amount in two years that the sentence names, the later over the earlier. */
function overTime(context: CheckContext, claim: FigureClaim, topic: Topic): [Known, Known] | null {
  if (!claim.change) return null;
  const years = timesIn(context, sentenceAt(context, claim.start))
    .filter(({ type, from, to }) => type === 'DATE' && from && to && isYear(from, to))
    .map(({ value }) => Number(value));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length !== 2 || first === last) return null;
  const earlier = levelsOf(context, topic, yearRange(first));
  for (const later of levelsOf(context, topic, yearRange(last))) {
    const base = earlier.find(({ unit }) => unit === later.unit);
    if (base) return [later, base];
  }
  return null;
}
