/** "Mexico's economy was bigger than Canada's", "Ethiopia has fewer people than Egypt": two countries by one measure. */
import { countryName } from '../../actors/countries.js';
import type { Country, Span } from '../../reading.js';
import { type CheckContext, sentenceAt } from '../context.js';
import type { Known } from '../figures/known.js';
import { leewayOf, type Measure, measureNamed, namingsIn } from '../figures/measures.js';
import { seriesOf } from '../figures/series.js';
import type { Check } from '../verdict.js';
import { amountWords, refOfFigure } from '../words.js';
import { checkOf, onlyYear, statesIn } from './wording.js';

/** "Mexico's economy was bigger than Canada's": measure, verb, degree, "than". */
const OF_MEASURE =
  /^ (?:is|was|are|were|remains|remained|had been) (?:(?:still|much|far|slightly|even|now) )?(larger|bigger|greater|higher|smaller|lower) than (?:that of |the )?/;
/** "Ethiopia has fewer people than Egypt", "India spent more on defence than Pakistan". */
const OF_PEOPLE = /\b(?:has|had|counts|counted) (more|fewer) (?:people|inhabitants) than (?:the )?/g;
const RECENT_YEARS = 3;

export function checkComparisons(context: CheckContext): Check[] {
  return [...byMeasure(context), ...byPeople(context)];
}

function byMeasure(context: CheckContext): Check[] {
  const { text } = context;
  return namingsIn(text, 0).flatMap(({ measure, start, end }) => {
    if (measure.of !== 'country') return [];
    const match = OF_MEASURE.exec(text.slice(end, end + 70));
    if (!match) return [];
    const sentence = sentenceAt(context, start);
    const states = statesIn(context, sentence);
    const owner = states.find(
      one => one.end <= start && /^(?:[’']s?)? (?:(?:total|own|whole) )?$/.test(text.slice(one.end, start)),
    );
    const other = states.find(one => one.start === end + match[0].length);
    if (!owner || !other) return [];
    const word = end + match[0].indexOf(match[1]!);
    const isMore = !/smaller|lower/.test(match[1]!);
    return compared(
      context,
      { start: word, end: word + match[1]!.length },
      measure,
      owner.country,
      other.country,
      isMore,
    );
  });
}

function byPeople(context: CheckContext): Check[] {
  const population = measureNamed('population');
  return [...context.text.matchAll(OF_PEOPLE)].flatMap(match => {
    const sentence = sentenceAt(context, match.index);
    const states = statesIn(context, sentence);
    const one = states.findLast(({ end }) => end <= match.index && match.index - end < 3);
    const other = states.find(({ start }) => start === match.index + match[0].length);
    if (!one || !other) return [];
    const start = match.index + match[0].indexOf(match[1]!);
    const end = match.index + match[0].lastIndexOf(' than');
    return compared(context, { start, end }, population, one.country, other.country, match[1] === 'more');
  });
}

function compared(
  context: CheckContext,
  span: Span,
  measure: Measure,
  one: Country,
  other: Country,
  isMore: boolean,
): Check[] {
  const sentence = sentenceAt(context, span.start);
  const year = onlyYear(context, sentence) ?? Number(context.published?.slice(0, 4) ?? 0);
  if (one === other || !year) return [];
  const series = (country: Country) =>
    seriesOf(context, { measure, parties: { kind: 'country', country, other: null }, period: null, certain: true });
  const others = series(other);
  const mine = series(one)
    .filter(known => Math.abs(yearOf(known) - year) <= RECENT_YEARS)
    .sort((a, b) => Math.abs(yearOf(a) - year) - Math.abs(yearOf(b) - year))[0];
  const theirs = mine && others.find(({ from, unit }) => from === mine.from && unit === mine.unit);
  if (!mine || !theirs || theirs.value <= 0 || mine.value <= 0) return [];
  const lead = Math.abs(Math.log(mine.value / theirs.value));
  const holds = mine.value > theirs.value === isMore;
  const { agrees, differs } = leewayOf(mine.rows[0]!);
  if (lead < Math.log(1 + (holds ? agrees : (agrees + differs) / 2))) return [];
  return [
    checkOf(context, span, {
      verdict: holds ? 'agrees' : 'differs',
      found: {
        value: Number((mine.value / theirs.value).toPrecision(4)),
        unit: 'times',
        period: { from: mine.from, to: mine.to },
      },
      evidence: [mine, theirs].flatMap(({ rows }) => rows.map(refOfFigure)),
      why: `${capital(measure.measure)} of ${countryName(one)}, ${yearOf(mine)}: ${amountWords(mine.value, mine.unit)}; of ${countryName(other)}: ${amountWords(theirs.value, theirs.unit)} (${mine.rows[0]!.source}).`,
      confidence: 0.8,
    }),
  ];
}

function yearOf({ from }: Known): number {
  return Number(from.slice(0, 4));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
