/** An amount - trade, GDP, soldiers, oil - held against the rows of its measure, parties and period. */
import type { FigureClaim } from '../../reading.js';
import { type CheckContext, yearsBefore } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, refOfFigure, spanOf } from '../words.js';
import { type Known, labelOfKnown } from './known.js';
import { leewayOf } from './measures.js';
import { averageRate } from './rates.js';
import { levelsOf, seriesOf } from './series.js';
import { agrees, onlyWordingDiffers, type Stated, statedBy } from './tolerance.js';
import { isYear, type Topic, topicOf, yearRange } from './topic.js';

/** A figure further from a row than this is most likely about something else, and no check of it. */
const SAME_THING = 3;
/** A converted amount may be off by the swing of the rate within the year. */
const CONVERTED = { agrees: 0.05, differs: 0.15 };
/** Without a year in the text, rows this many years before the article may be meant. */
const RECENT_YEARS = 2;

/** `null` where the figure is no amount, or no row is about it. */
export function checkAmount(context: CheckContext, claim: FigureClaim): Check | null {
  if (claim.change || /^(?:percent|fraction|times)$/.test(claim.unit)) return null;
  const topic = topicOf(context, claim);
  if (!topic) return null;
  const figure = statedBy(context.text, claim);
  if (!topic.period && topic.measure.near) {
    const known = recent(context, topic);
    return known.length > 0 ? compare(claim, figure, known, known, topic) : null;
  }
  if (!topic.period) return agreement(claim, figure, [...asBefore(context, topic, claim), ...recent(context, topic)]);
  const known = nearby(context, topic, levelsOf(context, topic, topic.period));
  const own = known.filter(({ unit }) => unit === claim.unit || unit === 'share of the world');
  if (own.length > 0) return compare(claim, figure, own, known, topic);
  return otherCurrency(claim, figure, known) ?? converted(context, claim, figure, known, topic);
}

/** A stock that moves slowly is held against the row nearest in time, where the year itself has none. */
function nearby(context: CheckContext, topic: Topic, known: Known[]): Known[] {
  const { period, measure } = topic;
  if (known.length > 0 || !measure.near || !period?.from || !period.to || !isYear(period.from, period.to)) return known;
  return within(seriesOf(context, topic), Number(period.from.slice(0, 4)), measure.near);
}

/** A sentence without a time may go on about the years of the figures before it, in the same paragraph. */
function asBefore(context: CheckContext, topic: Topic, claim: FigureClaim): Known[] {
  return yearsBefore(context, claim).flatMap(year => levelsOf(context, topic, yearRange(year)));
}

function recent(context: CheckContext, topic: Topic): Known[] {
  const year = Number(context.published?.slice(0, 4));
  const found = year ? within(seriesOf(context, topic), year, topic.measure.near ?? RECENT_YEARS) : [];
  return found.filter(({ from }) => from === found[0]!.from);
}

function within(series: Known[], year: number, years: number): Known[] {
  const away = ({ from }: Known) => Math.abs(year - Number(from.slice(0, 4)));
  return series.filter(known => isYear(known.from, known.to) && away(known) <= years).sort((a, b) => away(a) - away(b));
}

function compare(claim: FigureClaim, figure: Stated, own: Known[], all: Known[], { certain }: Topic): Check | null {
  const holding = agreement(claim, figure, own);
  if (holding) return holding;
  const inOther = otherCurrency(claim, figure, all);
  if (inOther) return inOther;
  const near = own.toSorted((one, other) => apart(claim.value, one.value) - apart(claim.value, other.value))[0]!;
  const wrongScale = own.find(({ value }) => isScaleError(figure, value));
  if (!certain) return null;
  if (wrongScale) return check(claim, 'differs', wrongScale, 0.85);
  const { differs } = leewayOf(near.rows[0]!);
  if (apart(claim.value, near.value) > Math.log(SAME_THING)) return null;
  if (agrees(figure, near.value, Math.abs(near.value) * differs)) return null;
  return check(claim, onlyWordingDiffers(figure, near.value) ? 'wording differs' : 'differs', near, 0.75);
}

/** The found amount that the figure agrees with, or `null`: a check that only ever says "agrees". */
function agreement(claim: FigureClaim, figure: Stated, found: Known[]): Check | null {
  const right = found
    .filter(({ unit }) => unit === claim.unit || unit === 'share of the world')
    .find(known => agrees(figure, known.value, Math.abs(known.value) * slackOf(known)));
  return right ? check(claim, 'agrees', right, 0.85) : null;
}

/** The number is right and the money is not: 1.28 trillion dollars where the rows have 1.28 trillion yuan. */
function otherCurrency(claim: FigureClaim, figure: Stated, known: Known[]): Check | null {
  if (!isMoney(claim.unit)) return null;
  const other = known.find(({ unit, value }) => isMoney(unit) && unit !== claim.unit && agrees(figure, value));
  return other ? check(claim, 'differs in unit or currency', other, 0.85) : null;
}

/** No row has the figure's currency: those of another one, at the average rate of the year. */
function converted(
  context: CheckContext,
  claim: FigureClaim,
  figure: Stated,
  known: Known[],
  { certain, period }: Topic,
): Check | null {
  if (!isMoney(claim.unit) || !period) return null;
  for (const base of known) {
    const rate = isMoney(base.unit) ? averageRate(context, base.unit, claim.unit, period) : null;
    if (!rate) continue;
    const value = base.value / rate.value;
    const found: Known = {
      ...base,
      value,
      unit: claim.unit,
      rows: [...base.rows, rate.row],
      how: `${amountWords(base.value, base.unit)} at the average rate of the year = ${amountWords(value, claim.unit)}`,
    };
    const slack = slackOf(base);
    if (agrees(figure, value, value * (slack + CONVERTED.agrees))) return check(claim, 'agrees', found, 0.75);
    const isFar = !agrees(figure, value, value * (leewayOf(base.rows[0]!).differs + CONVERTED.differs));
    if (certain && isFar && apart(claim.value, value) < Math.log(SAME_THING))
      return check(claim, 'differs', found, 0.7);
  }
  return null;
}

function check(claim: FigureClaim, verdict: Check['verdict'], found: Known, confidence: number): Check {
  const note = verdict === 'differs in unit or currency' ? ', in another currency' : '';
  return {
    ...spanOf(claim),
    verdict,
    found: { value: found.value, unit: found.unit, period: { from: found.from, to: found.to } },
    evidence: found.rows.map(refOfFigure),
    why: `${labelOfKnown(found)}; the article says ${amountWords(claim.value, claim.unit)}${note}.`,
    confidence,
  };
}

/** "1.7 billion" for 1.7 trillion: the digits are right and the scale is not. */
function isScaleError(figure: Stated, found: number): boolean {
  return [1e3, 1e6, 1e-3, 1e-6].some(scale => agrees({ ...figure, approximate: null }, found * scale));
}

function slackOf({ rows }: Known): number {
  return leewayOf(rows[0]!).agrees;
}

/** How far apart two amounts are, as the logarithm of their ratio. */
function apart(one: number, other: number): number {
  return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Number.POSITIVE_INFINITY;
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}
