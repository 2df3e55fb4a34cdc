/** "A record $245 billion", "an all-time high", "the highest since 2014": held against the earlier rows of the same series. */
import type { FigureClaim, Span } from '../../reading.js';
import { type CheckContext, figuresIn, sentenceAt } from '../context.js';
import { type Known, labelOfKnown } from '../figures/known.js';
import { leewayOf } from '../figures/measures.js';
import { seriesOf } from '../figures/series.js';
import { isYear, type Topic, topicOf } from '../figures/topic.js';
import type { Check } from '../verdict.js';
import { amountWords, refOfFigure } from '../words.js';
import { checkOf } from './wording.js';

/** `record` not as in "on record", "track record". */
const PATTERN =
  /\b(?:(?<!\b(?:on|track|the) )(?:a |an |its |their |new )?(?<record>record)(?! of\b|s\b|-keeping)(?:[- ](?:high|low|level))?|(?<ever>all[- ]time (?:high|low))|(?:highest|lowest|most|largest|biggest)(?: (?:level|figure|volume|total))? (?:ever|in history|on record|since (?<since>\d{4})))\b/gi;
/** The figure it is said of stands within so many characters. */
const REACH = 60;
/** A record of fewer years than this is none. */
const FEWEST_YEARS = 3;

export function checkRecordHighs(context: CheckContext): Check[] {
  return [...context.text.matchAll(PATTERN)].flatMap(match => {
    const lead = /^(?:a|an|its|their|new) /i.exec(match[0])?.[0].length ?? 0;
    const span = { start: match.index + lead, end: match.index + match[0].length };
    const figure = figureBeside(context, span);
    const topic = figure && topicOf(context, figure);
    if (!topic?.period?.from || !topic.period.to || !isYear(topic.period.from, topic.period.to)) return [];
    const since = match.groups?.since ? Number(match.groups.since) : null;
    const check = checkHigh(context, span, figure!, topic, /low/i.test(match[0]), since);
    return check ? [check] : [];
  });
}

function checkHigh(
  context: CheckContext,
  span: Span,
  { unit }: FigureClaim,
  topic: Topic,
  isLow: boolean,
  since: number | null,
): Check | null {
  const year = Number(topic.period!.from!.slice(0, 4));
  const series = seriesOf(context, topic).filter(known => isYear(known.from, known.to) && yearOf(known) <= year);
  const now = ownOf(series, year, unit);
  if (!now) return null;
  const earlier = series.filter(
    known =>
      yearOf(known) < year &&
      (since === null || yearOf(known) > since) &&
      known.unit === now.unit &&
      known.rows[0]!.dataset === now.rows[0]!.dataset,
  );
  const enough = since === null ? FEWEST_YEARS : year - since - 1;
  const beats = (known: Known) => (isLow ? known.value < now.value : known.value > now.value);
  const higher = earlier
    .filter(beats)
    .sort((one, other) => (isLow ? one.value - other.value : other.value - one.value));
  const clearly = higher.filter(({ value, rows }) => Math.abs(value / now.value - 1) > leewayOf(rows[0]!).agrees);
  if (clearly.length === 0 && (higher.length > 0 || new Set(earlier.map(yearOf)).size < enough)) return null;
  if (clearly.length > 0 && !topic.certain) return null;
  const shown = clearly[0] ?? now;
  const years = earlier.map(yearOf);
  const others =
    clearly.length > 0
      ? `${labelOfKnown(shown)}, ${isLow ? 'below' : 'above'} the ${amountWords(now.value, now.unit)} of ${year}`
      : `${labelOfKnown(now)}, the ${isLow ? 'lowest' : 'highest'} of ${years.length + 1} years on record (${Math.min(...years)} to ${year})`;
  return checkOf(context, span, {
    verdict: clearly.length > 0 ? 'differs' : 'agrees',
    found: { value: shown.value, unit: shown.unit, period: { from: shown.from, to: shown.to } },
    evidence: [shown, ...(shown === now ? [] : [now])].flatMap(({ rows }) => rows.map(refOfFigure)),
    why: `${others}.`,
    confidence: clearly.length > 0 ? 0.8 : 0.75,
  });
}

/** The amount it is said of: the first behind it in its clause, else the last before it. */
function figureBeside(context: CheckContext, span: Span): FigureClaim | null {
  const sentence = sentenceAt(context, span.start);
  const isAmount = ({ change, unit }: FigureClaim) => !change && !/^(?:percent|fraction|times|year)$/.test(unit);
  const behind = figuresIn(context, { start: span.end, end: Math.min(sentence.end, span.end + REACH) }).find(isAmount);
  const before = figuresIn(context, { start: Math.max(sentence.start, span.start - REACH), end: span.start }).filter(
    isAmount,
  );
  const direct = behind && !/[,;]/.test(context.text.slice(span.end, behind.start)) ? behind : null;
  return direct ?? before.at(-1) ?? behind ?? null;
}

/** The row of the year in the figure's unit, else in the unit that has most years. */
function ownOf(series: Known[], year: number, unit: string): Known | undefined {
  const own = series.filter(known => yearOf(known) === year);
  return (
    own.find(known => known.unit === unit && lengthOf(series, known) >= FEWEST_YEARS) ??
    own.toSorted((one, other) => lengthOf(series, other) - lengthOf(series, one))[0]
  );
}

function lengthOf(series: Known[], { unit, rows }: Known): number {
  return series.filter(known => known.unit === unit && known.rows[0]!.dataset === rows[0]!.dataset).length;
}

function yearOf({ from }: Known): number {
  return Number(from.slice(0, 4));
}
