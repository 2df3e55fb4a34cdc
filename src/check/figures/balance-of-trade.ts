/** A trade surplus or deficit, held against the difference of the two flows: "Japan ran a surplus of $14 billion with Korea". */
import { countryName } from '../../actors/countries.js';
import type { Country, DayRange, FigureClaim, Span } from '../../reading.js';
import { type CheckContext, figuresIn, sentenceAt, yearsBefore } from '../context.js';
import type { Check } from '../verdict.js';
import { onlyYear, statesIn } from '../wordings/wording.js';
import { amountWords, refOfFigure, spanOf } from '../words.js';
import type { Known } from './known.js';
import { leewayOf, measureNamed, namingsIn } from './measures.js';
import { levelsOf } from './series.js';
import { agrees, agreesWithin, statedBy, withinWords } from './tolerance.js';
import { yearRange } from './topic.js';

/** Between the word and its figure stand at most so many characters. */
const REACH = 80;
/** From this share of both flows on a balance differs: a difference carries the leeway of both. */
const DIFFERS = 0.2;
const OTHER_THING = /\b(?:budget|fiscal|services|current[- ]account|agricultural|food|energy|oil|public)\b/i;

/** `null` where the figure is no balance of two countries' goods, or the rows lack a flow. */
export function checkBalanceOfTrade(context: CheckContext, claim: FigureClaim): Check | null {
  if (claim.change || !/^[A-Z]{3}$/.test(claim.unit)) return null;
  const said = balanceIn(context, claim);
  if (!said) return null;
  for (const [sold, bought] of flowsOf(context, said.owner, said.partner, said.period)) {
    if (sold.unit !== claim.unit) continue;
    const balance = sold.value - bought.value;
    const own = said.isDeficit ? -balance : balance;
    const figure = statedBy(context.text, claim);
    const both = Math.hypot(sold.value, bought.value);
    const { agrees: share, between } = leewayOf(sold.rows[0]!);
    const slack = both * Math.min(share, 0.1);
    const holds = agreesWithin(figure, own, slack);
    if (!holds && agrees(figure, own, both * DIFFERS)) return null;
    return {
      ...spanOf(claim),
      verdict: holds ? 'agrees' : 'differs',
      found: { value: own, unit: claim.unit, period: said.period },
      evidence: [...sold.rows, ...bought.rows].map(refOfFigure),
      why: `Goods of ${countryName(said.owner)} to ${countryName(said.partner)} ${amountWords(sold.value, sold.unit)} - from it ${amountWords(bought.value, sold.unit)} = ${balance < 0 ? 'a deficit' : 'a surplus'} of ${amountWords(Math.abs(balance), sold.unit)} (${sold.rows[0]!.source}); the article says ${amountWords(claim.value, claim.unit)}${
        holds ? withinWords(figure, own, amountWords(slack, claim.unit), `${between}, of both flows`) : ''
      }.`,
      confidence: holds ? 0.8 : 0.7,
    };
  }
  return null;
}

interface Balance {
  owner: Country;
  partner: Country;
  isDeficit: boolean;
  period: DayRange;
}

/** Whose balance with whom, by the word "surplus" or "deficit" nearest to the figure in its clause. */
function balanceIn(context: CheckContext, claim: FigureClaim): Balance | null {
  const { text } = context;
  const sentence = sentenceAt(context, claim.start);
  const words = text.slice(sentence.start, sentence.end);
  const cues = [...words.matchAll(/\b(deficit|surplus)\b/gi)].map(({ 0: word, index }) => ({
    start: sentence.start + index,
    end: sentence.start + index + word.length,
    isDeficit: /^d/i.test(word),
  }));
  const cue =
    cues.findLast(({ end }) => end <= claim.start && claim.start - end <= REACH) ??
    cues.find(({ start }) => start >= claim.end && /^ (?:(?:trade|goods) )*$/.test(text.slice(claim.end, start)));
  if (cue && cue.end <= claim.start && isTakenUp(context, { start: cue.end, end: claim.start })) return null;
  if (!cue || OTHER_THING.test(text.slice(Math.max(sentence.start, cue.start - 30), cue.end))) return null;
  const states = statesIn(context, sentence);
  const after = states.find(
    ({ start }) => start > claim.end && /^[^.;]{0,40}\bfor (?:the )?$/.test(text.slice(claim.end, start)),
  );
  const owner = after ?? states.find(({ end }) => end <= cue.start);
  const others = [...new Set(states.map(({ country }) => country))].filter(country => country !== owner?.country);
  // "That leaves a surplus of $11 billion for Germany": with the other country of the article.
  const other = owner && context.pair?.includes(owner.country) ? context.pair.find(one => one !== owner.country) : null;
  const partner = others.length === 1 ? others[0]! : others.length === 0 ? (other ?? null) : null;
  const year = claim.period?.from?.endsWith('-01-01')
    ? Number(claim.period.from.slice(0, 4))
    : (onlyYear(context, sentence) ?? yearsBefore(context, claim)[0] ?? null);
  return owner && partner && year
    ? { owner: owner.country, partner, isDeficit: cue.isDeficit, period: yearRange(year) }
    : null;
}

/** "a surplus of $2 billion, exporting $5 billion": what stands behind another amount, a colon or a measure is no balance. */
function isTakenUp(context: CheckContext, gap: Span): boolean {
  const words = context.text.slice(gap.start, gap.end);
  return (
    /[;:] \p{L}/u.test(words) ||
    namingsIn(words, gap.start).some(({ verb }) => verb) ||
    figuresIn(context, gap).some(({ unit }) => /^[A-Z]{3}$/.test(unit))
  );
}

/** What one sells the other and buys from it, pair by pair of one source. */
function flowsOf(context: CheckContext, owner: Country, partner: Country, period: DayRange): [Known, Known][] {
  const measure = measureNamed('goods exports');
  const levels = (seller: Country, buyer: Country) =>
    levelsOf(context, { measure, parties: { kind: 'flow', seller, buyer }, period, certain: true }, period);
  const back = levels(partner, owner);
  return levels(owner, partner).flatMap(sold =>
    back
      .filter(({ unit, rows }) => unit === sold.unit && rows[0]!.dataset === sold.rows[0]!.dataset)
      .map((bought): [Known, Known] => [sold, bought]),
  );
}
