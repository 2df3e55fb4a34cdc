/** Two flows and what is left between them: "imported $439bn and exported $144bn, a deficit of $295bn". */
import type { FigureClaim, Span } from '../../reading.js';
import { type CheckContext, figuresIn } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords } from '../words.js';
import { fitting, inconsistent, isPlainAmount, leeway } from './inconsistent.js';

/** Right before the figure: what says that it is the difference of two. */
const DIFFERENCE_LEADS =
  /\b(?:deficit|surplus|gap|shortfall|imbalance|difference)(?: in (?:trade|goods)(?: with [^,.;:]{1,30})?)? (?:of|was|is|at|came to|stood at)(?: (?:about|some|around|roughly|nearly|almost|just over|over|more than))? $/i;
const BOUGHT = /\b(?:import\p{L}*|bought|buys|purchas\p{L}*)\b/iu;
const SOLD = /\b(?:export\p{L}*|sold|sells|sales|shipped|shipments)\b/iu;
/** What a difference of two stands behind is another sum where one of these is said. */
const OTHER_THING = /\b(?:services|budget|fiscal|current[- ]account|of which|including)\b/i;

export function checkDifferences(context: CheckContext): Check[] {
  const { sentences } = context.reading;
  return sentences.flatMap((sentence, at) => {
    const plain = plainFigures(context, sentence);
    return plain.flatMap((rest, place) => {
      const lead = context.text.slice(Math.max(sentence.start, rest.start - LEAD), rest.start);
      if (!DIFFERENCE_LEADS.test(lead)) return [];
      const own = plain.slice(0, place);
      // "That left a deficit of ...": the two stand in the sentence before.
      const before = own.length === 0 && at > 0 ? sentences[at - 1]! : null;
      const flows = (before ? plainFigures(context, before) : own).filter(({ unit }) => unit === rest.unit);
      const words = context.text.slice((before ?? sentence).start, rest.start);
      if (flows.length !== 2 || !BOUGHT.test(words) || !SOLD.test(words) || OTHER_THING.test(words)) return [];
      return [judged(context, rest, flows[0]!, flows[1]!)];
    });
  });
}

/** The words that lead to a difference are no longer than this. */
const LEAD = 90;

function plainFigures(context: CheckContext, span: Span): FigureClaim[] {
  return figuresIn(context, span).filter(figure => /^[A-Z]{3}$/.test(figure.unit) && isPlainAmount(figure));
}

function judged(context: CheckContext, rest: FigureClaim, one: FigureClaim, other: FigureClaim): Check {
  const [large, small] = one.value >= other.value ? [one, other] : [other, one];
  const found = large.value - small.value;
  const slack = Math.hypot(...[large, small, rest].map(figure => leeway(context, figure)));
  const words = [large, small].map(({ value, unit }) => amountWords(value, unit)).join(' - ');
  const check = Math.abs(found - Math.abs(rest.value)) <= slack ? fitting : inconsistent;
  return check(
    rest,
    { value: found, unit: rest.unit },
    `${words} = ${amountWords(found, rest.unit)}; the article says ${amountWords(rest.value, rest.unit)}.`,
  );
}
