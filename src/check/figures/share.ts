/** A share of a whole: "a third of Russia's exports", held against published shares or the flows themselves. */
import type { Country, FigureClaim } from '../../reading.js';
import { type CheckContext, sentenceAt, yearsBefore } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, digits, refOfFigure, spanOf } from '../words.js';
import { labelOfKnown } from './known.js';
import { leewayOf } from './measures.js';
import { sharesOf } from './series.js';
import { agrees, agreesWithin, onlyWordingDiffers, statedBy, withinWords } from './tolerance.js';
import { isEndOfChange, type Topic, topicOf, yearRange } from './topic.js';

/** Shares move by so many points between sources and with the goods that are counted. */
const POINTS_AGREE = 2;
const POINTS_DIFFER = 8;

/** `null` where the figure is no share of one country's trade with another, or no row tells. */
export function checkShare(context: CheckContext, claim: FigureClaim): Check | null {
  if (claim.change || !/^(?:percent|fraction)$/.test(claim.unit) || !isShare(context, claim)) return null;
  const topic = topicOf(context, claim);
  const sides = topic && wholeAndPart(topic);
  if (!topic || !sides) return null;
  const { period } = topic;
  const periods = period ? [period] : likelyYears(context, claim).map(yearRange);
  const found = periods.flatMap(period => sharesOf(context, topic, ...sides, period));
  if (found.length === 0) return null;
  const figure = statedBy(context.text, claim);
  const times = claim.unit === 'fraction' ? 100 : 1;
  const share = {
    ...figure,
    value: figure.value * times,
    rounding: claim.unit === 'fraction' ? 1 : figure.rounding,
    approximate: figure.approximate ?? (claim.unit === 'fraction' ? ('about' as const) : null),
    range: figure.range && ([figure.range[0] * times, figure.range[1] * times] as [number, number]),
  };
  // A published share is right to its digits; one worked out from flows as far as they are. Without a year only as it is written.
  const slack = ({ how, rows }: (typeof found)[number], points: number) =>
    !period ? 0 : how === null ? 0.5 : Math.max(points / 2, points * leewayOf(rows[0]!).agrees * 10);
  const right =
    !period && isEndOfChange(context.text, claim)
      ? undefined
      : found.find(known => agreesWithin(share, known.value, slack(known, POINTS_AGREE)));
  const shown = right ?? found[0]!;
  if (
    !right &&
    (!period ||
      !(topic.certain || saysShare(context, claim)) ||
      agrees(share, shown.value, slack(shown, POINTS_DIFFER)))
  )
    return null;
  return {
    ...spanOf(claim),
    verdict: right ? 'agrees' : onlyWordingDiffers(share, shown.value, 0.5) ? 'wording differs' : 'differs',
    found: { value: shown.value, unit: 'percent', period: { from: shown.from, to: shown.to } },
    evidence: shown.rows.map(refOfFigure),
    why: `${labelOfKnown(shown)}; the article says ${amountWords(share.value, 'percent')}${
      right
        ? withinWords(
            share,
            right.value,
            `${digits(slack(right, POINTS_AGREE))} points`,
            leewayOf(right.rows[0]!).between,
          )
        : ''
    }.`,
    confidence: right ? 0.8 : 0.7,
  };
}

/** Where no year is said: those of the figures before, else the years before the article. Only agreement is said of them. */
function likelyYears(context: CheckContext, claim: FigureClaim): number[] {
  const year = Number(context.published?.slice(0, 4));
  const recent = year ? [year, year - 1, year - 2] : [];
  return [...new Set([...yearsBefore(context, claim), ...recent])];
}

/** "China took 38 percent of", "Russia accounted for": the sentence says outright who has a part in what. */
function saysShare(context: CheckContext, claim: FigureClaim): boolean {
  const sentence = sentenceAt(context, claim.start);
  return /\b(?:share of|took|takes|take|bought|buys|absorbs?|absorbed|account(?:s|ed)? for|made up|makes? up|went to|goes? to)\b/.test(
    context.text.slice(sentence.start, sentence.end),
  );
}

function isShare(context: CheckContext, claim: FigureClaim): boolean {
  const sentence = sentenceAt(context, claim.start);
  return (
    /^\s(?:of|in)\s/.test(context.text.slice(claim.end, claim.end + 4)) ||
    /\bshare\b/i.test(context.text.slice(sentence.start, sentence.end))
  );
}

/** Whose trade is the whole, and who has a part in it. */
function wholeAndPart({ measure, parties }: Topic): [Country, Country] | null {
  if (parties.kind === 'between') return parties.other ? [parties.one, parties.other] : null;
  if (parties.kind !== 'flow' || !parties.seller || !parties.buyer) return null;
  return measure.flow === 'out' ? [parties.seller, parties.buyer] : [parties.buyer, parties.seller];
}
