/** An amount - trade, GDP, soldiers, oil - held against the rows of its measure, parties and period. */
import type { FigureClaim } from '../../reading.js';
import { type CheckContext, yearsBefore } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, digits, refOfFigure, spanOf } from '../words.js';
import { type Known, labelOfKnown } from './known.js';
import { leewayOf } from './measures.js';
import { averageRate, rowsOfRate } from './rates.js';
import { levelsOf, seriesOf } from './series.js';
import {
  agrees,
  agreesWithin,
  isScaleError,
  onlyWordingDiffers,
  type Stated,
  statedBy,
  withinWords,
} from './tolerance.js';
import { isEndOfChange, isYear, type Topic, topicOf, yearRange } from './topic.js';

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
  if (!topic.period) return undated(context, claim, figure, topic);
  const known = nearby(context, topic, levelsOf(context, topic, topic.period));
  const own = known.filter(({ unit }) => unit === claim.unit || unit === 'share of the world');
  if (own.length > 0) return compare(claim, figure, own, known, topic);
  const inOther = otherCurrency(claim, figure, known);
  const atRate = converted(context, claim, figure, known, topic);
  // 90 billion of euros or of dollars may both be meant where the two are worth nearly the same.
  return inOther && atRate?.verdict === 'agrees' ? null : (inOther ?? atRate);
}

/**
 * Without a year of its own a figure may be of the years of its paragraph. Of the years before the article it is only where the
 * row is the very number that is written: a row of some year that lies near would confirm almost anything.
 */
function undated(context: CheckContext, claim: FigureClaim, figure: Stated, topic: Topic): Check | null {
  const before = asBefore(context, topic, claim);
  if (isEndOfChange(context.text, claim)) return agreement(claim, figure, before, () => 0);
  return agreement(claim, figure, before) ?? agreement(claim, figure, recent(context, topic), () => 0);
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

/** The rows nearest to the article in time, of the years before it. */
export function recent(context: CheckContext, topic: Topic): Known[] {
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
  if (wrongScale)
    return check(claim, figure, 'differs', wrongScale, 0.85, {
      note: ': the digits are the same, so it may be the scale',
    });
  const { differs } = leewayOf(near.rows[0]!);
  if (apart(claim.value, near.value) > Math.log(SAME_THING)) return null;
  if (agrees(figure, near.value, Math.abs(near.value) * differs)) return null;
  return check(claim, figure, onlyWordingDiffers(figure, near.value) ? 'wording differs' : 'differs', near, 0.75);
}

/** The found amount that the figure agrees with, or `null`: a check that only ever says "agrees". */
function agreement(claim: FigureClaim, figure: Stated, found: Known[], slack = slackOf): Check | null {
  const right = found
    .filter(({ unit }) => unit === claim.unit || unit === 'share of the world')
    .find(known => agreesWithin(figure, known.value, Math.abs(known.value) * slack(known)));
  return right ? check(claim, figure, 'agrees', right, 0.85) : null;
}

/** The number is right and the money is not: 1.28 trillion dollars where the rows have 1.28 trillion yuan. */
function otherCurrency(claim: FigureClaim, figure: Stated, known: Known[]): Check | null {
  if (!isMoney(claim.unit)) return null;
  const other = known.find(({ unit, value }) => isMoney(unit) && unit !== claim.unit && agrees(figure, value));
  return other ? check(claim, figure, 'differs in unit or currency', other, 0.85) : null;
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
      rows: [...base.rows, ...rowsOfRate(rate)],
      how: `${amountWords(base.value, base.unit)} at the average rate of the year = ${amountWords(value, claim.unit)}`,
    };
    const slack = slackOf(base);
    const width = slack + CONVERTED.agrees;
    if (agreesWithin(figure, value, value * width)) {
      const between = `${leewayOf(base.rows[0]!).between}, and the rate of a day against that of the year`;
      return check(claim, figure, 'agrees', found, 0.75, { width, between });
    }
    const isFar = !agrees(figure, value, value * (leewayOf(base.rows[0]!).differs + CONVERTED.differs));
    if (certain && isFar && apart(claim.value, value) < Math.log(SAME_THING))
      return check(claim, figure, 'differs', found, 0.7);
  }
  return null;
}

function check(
  claim: FigureClaim,
  figure: Stated,
  verdict: Check['verdict'],
  found: Known,
  confidence: number,
  { width, between, note = noteOn(verdict, figure, found, width, between) }: Allowed = toleranceOf(found),
): Check {
  return {
    ...spanOf(claim),
    verdict,
    found: { value: found.value, unit: found.unit, period: { from: found.from, to: found.to } },
    evidence: found.rows.map(refOfFigure),
    why: `${labelOfKnown(found)}; the article says ${amountWords(claim.value, claim.unit)}${note}.`,
    confidence,
  };
}

function slackOf({ rows }: Known): number {
  return leewayOf(rows[0]!).agrees;
}

interface Allowed {
  /** A share of the found value. */
  width?: number;
  between?: string;
  /** What is told behind the two numbers, where it is not the tolerance. */
  note?: string;
}

function noteOn(verdict: Check['verdict'], figure: Stated, found: Known, width = 0, between = ''): string {
  if (verdict === 'differs in unit or currency') return ', in another currency';
  return verdict === 'agrees' ? withinWords(figure, found.value, `${digits(100 * width)} %`, between) : '';
}

function toleranceOf({ rows }: Known): Allowed {
  const { agrees: width, between } = leewayOf(rows[0]!);
  return { width, between };
}

/** How far apart two amounts are, as the logarithm of their ratio. */
function apart(one: number, other: number): number {
  return one > 0 && other > 0 ? Math.abs(Math.log(one / other)) : Number.POSITIVE_INFINITY;
}

function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}
