/**
 * A growth rate, held against what the rows have in every currency. Right in another currency than that of the amount
 * beside it is a difference of unit, and says which.
 */
import { currenciesNamed } from '../../claims/figures/vocabulary.js';
import type { FigureClaim } from '../../reading.js';
import { type CheckContext, figuresIn, sentenceAt, timesIn } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, periodWords, refOfFigure, spanOf } from '../words.js';
import type { Known } from './known.js';
import { leewayOf } from './measures.js';
import { growthOf, levelsOf } from './series.js';
import { agrees, onlyWordingDiffers, statedBy } from './tolerance.js';
import { isYear, type Topic, topicOf, yearRange } from './topic.js';

interface Rate {
  known: Known;
  currency: string | null;
  /** How many percentage points it may be off: growth worked out from levels carries their leeway twice. */
  slack: number;
}

/** Growth worked out from levels is called different only when so many points away. */
const DERIVED_DIFFERS = 5;

/** `null` where the figure is no growth, or the rows have none for its period. */
export function checkGrowth(context: CheckContext, claim: FigureClaim): Check | null {
  if (!claim.change || !/^(?:percent|fraction)$/.test(claim.unit)) return null;
  const topic = topicOf(context, claim);
  const period = topic?.period;
  if (!topic || !period?.from || !period.to || !isFromYearBefore(claim, period.from)) return null;
  if (isOverYears(context, claim) || isThanAnother(context, claim)) return null;
  const rates = ratesOf(context, topic, period.from, period.to);
  if (rates.length === 0) return null;
  const size =
    (claim.unit === 'fraction' ? 100 : 1) * Math.abs(claim.value) * (claim.change.direction === 'down' ? -1 : 1);
  const figure = { ...statedBy(context.text, claim), value: size };
  if (claim.unit === 'fraction') Object.assign(figure, { approximate: figure.approximate ?? 'about', rounding: 1 });
  const right = rates.filter(({ known, slack }) => agrees(figure, known.value, slack));
  const beside = currencyBeside(context, claim);
  const own = rates.find(({ currency }) => currency === beside);
  const holding = right.find(({ currency }) => currency === beside) ?? (own ? undefined : right[0]);
  const shown = holding ?? own ?? rates[0]!;
  if (!holding && right.length === 0) {
    const isClose = agrees(figure, shown.known.value, shown.slack * DERIVED_DIFFERS);
    if (!topic.certain || (shown.slack > 0 && isClose)) return null;
  }
  const verdict = holding
    ? 'agrees'
    : right.length > 0
      ? 'differs in unit or currency'
      : rates.some(({ known }) => onlyWordingDiffers(figure, known.value))
        ? 'wording differs'
        : 'differs';
  return {
    ...spanOf(claim),
    verdict,
    found: { value: shown.known.value, unit: 'percent', period: { from: shown.known.from, to: shown.known.to } },
    evidence: rates.flatMap(({ known }) => known.rows.map(refOfFigure)),
    why: `${periodWords(shown.known.from, shown.known.to)} against the year before: ${rates.map(rateWords).join(', ')}; the article says ${amountWords(size, 'percent')}${
      verdict === 'differs in unit or currency' ? ` beside an amount in ${beside}` : ''
    }.`,
    confidence: verdict === 'differs' ? 0.75 : 0.85,
  };
}

function rateWords({ known, currency }: Rate): string {
  return `${amountWords(known.value, 'percent')}${currency ? ` in ${currency}` : ''}${known.how ? ` (${known.how})` : ''}`;
}

/** Growth over several years is another thing than growth against the year before. */
function isFromYearBefore({ change }: FigureClaim, from: string): boolean {
  const base = /\b(\d{4})\b/.exec(change?.base ?? '')?.[1];
  if (base) return Number(base) === Number(from.slice(0, 4)) - 1;
  return !/\b(?:decade|month|quarter|week|half|years|five|ten|three|january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
    change?.base ?? '',
  );
}

/** "from $147 billion in 2010 to $430 billion in 2023, up 192 percent": growth between the two amounts, however far apart. */
function isOverYears(context: CheckContext, claim: FigureClaim): boolean {
  const before = { start: sentenceAt(context, claim.start).start, end: claim.start };
  const years = timesIn(context, before).flatMap(({ value }) => (/^\d{4}$/.test(value) ? Number(value) : []));
  return (
    Math.max(...years) - Math.min(...years) > 1 &&
    /\bfrom [^.;]{2,60} to [^.;]{2,60}$/.test(context.text.slice(before.start, before.end)) &&
    figuresIn(context, before).length > 1
  );
}

/** "66 percent larger than Hungary's": a comparison of two, and no growth. */
function isThanAnother({ text }: CheckContext, { end }: FigureClaim): boolean {
  return /^ (?:larger|bigger|higher|greater|smaller|lower|more|less|richer|poorer)\b[^.;,]{0,20} than (?!(?:in|a|the) )/.test(
    text.slice(end, end + 50),
  );
}

/** Published rates, and for each currency without one the rate between the levels of the two years. */
function ratesOf(context: CheckContext, topic: Topic, from: string, to: string): Rate[] {
  const rates: Rate[] = growthOf(context, topic, { from, to }).map(rate => ({ ...rate, slack: 0 }));
  if (!isYear(from, to)) return rates;
  const before = levelsOf(context, topic, yearRange(Number(from.slice(0, 4)) - 1));
  for (const level of levelsOf(context, topic, { from, to })) {
    const base = before.find(({ unit, rows }) => unit === level.unit && rows[0]!.dataset === level.rows[0]!.dataset);
    const currency = /^[A-Z]{3}$/.test(level.unit) ? level.unit : null;
    if (!base || rates.some(rate => rate.currency === currency)) continue;
    const value = 100 * (level.value / base.value - 1);
    const how = `${amountWords(base.value, base.unit)} to ${amountWords(level.value, level.unit)}`;
    const known = { value, unit: 'percent', from, to, rows: [...base.rows, ...level.rows], how };
    rates.push({ known, currency, slack: 1 + 100 * leewayOf(level.rows[0]!).agrees });
  }
  return rates;
}

/** The currency a growth is stated in: "in dollar terms", else that of the amount in its sentence or the one before. */
function currencyBeside(context: CheckContext, claim: FigureClaim): string | null {
  const sentence = sentenceAt(context, claim.start);
  const terms = /\bin (\p{L}{3,12}) terms\b/iu.exec(context.text.slice(sentence.start, sentence.end))?.[1];
  const stated = terms && currenciesNamed(terms)?.[0];
  if (stated) return stated.code;
  const before = sentenceAt(context, Math.max(0, sentence.start - 3));
  const amounts = figuresIn(context, { start: before.start, end: sentence.end }).filter(
    ({ unit, links }) => /^[A-Z]{3}$/.test(unit) && !links.some(({ type }) => type === 'converts'),
  );
  const near = amounts.filter(({ start }) => start >= sentence.start);
  return (
    near.filter(({ start }) => start < claim.start).at(-1)?.unit ??
    near[0]?.unit ??
    amounts.filter(({ start }) => start < claim.start).at(-1)?.unit ??
    null
  );
}
