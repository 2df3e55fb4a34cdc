/** Why nothing on record can be held against a figure: what is missing, in a few words. */
import { nameInSentence } from '../../actors/name-in-sentence.js';
import { countWords } from '../../count-words.js';
import type { DayRange, FigureClaim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { amountWords, digits, periodWords, spanOf } from '../words.js';
import { recent } from './amount.js';
import { type Known, labelOfKnown } from './known.js';
import { leewayOf } from './measures.js';
import type { Parties } from './parties.js';
import { averageRate } from './rates.js';
import { seriesOf } from './series.js';
import { type Topic, topicOf } from './topic.js';

/** A figure that no check could say anything about. Its `why` begins with the reason and ends with what was searched. */
export function unknownFigure(context: CheckContext, claim: FigureClaim, reason = reasonFor(context, claim)): Check {
  return {
    ...spanOf(claim),
    verdict: 'not in the record',
    found: null,
    evidence: [],
    why: `${reason.charAt(0).toUpperCase()}${reason.slice(1)} (searched: ${searched(context)}).`,
    confidence: 0.9,
  };
}

function reasonFor(context: CheckContext, claim: FigureClaim): string {
  const link = claim.links.find(({ type }) => type === 'converts');
  const base = link && context.claimsById.get(link.claim);
  if (base?.kind === 'figure') {
    return `no exchange rate ${base.unit}/${claim.unit}${inPeriod(base.period ?? claim.period)} on record`;
  }
  if (/^(?:meeting|visit|call)$/.test(claim.unit)) return `no count of ${claim.unit}s of its people and time on record`;
  if (/^(?:vote|abstention)$/.test(claim.unit)) return 'no vote of its time and numbers on record';
  const topic = topicOf(context, claim);
  if (!topic) return 'no measure on record is named beside it';
  const measure = `${claim.change ? 'growth of ' : ''}${topic.measure.measure}${ofParties(topic.parties)}`;
  if (seriesOf(context, topic).length === 0) return `no ${measure} on record`;
  if (!topic.period) return `the text gives no year for the ${measure}${latestWords(context, topic, claim)}`;
  const known = seriesOf(context, topic).filter(
    ({ from, to }) => from === topic.period?.from && to === topic.period.to,
  );
  if (known.length === 0) return `no ${measure}${inPeriod(topic.period)} on record`;
  if (claim.change) return `no ${measure}${inPeriod(topic.period)} on record, only the level of that year`;
  if (!/^(?:percent|fraction|times)$/.test(claim.unit)) return unlike(context, claim, topic, known);
  return `no share on record that “${context.text.slice(claim.start, claim.end)}” of ${measure}${inPeriod(topic.period)} can be held against`;
}

/** A row there is, and it neither confirms nor contradicts: it is printed, with why. */
function unlike(context: CheckContext, claim: FigureClaim, { certain }: Topic, known: Known[]): string {
  const own = known.filter(({ unit }) => unit === claim.unit);
  const [near] = (own.length > 0 ? own : known).toSorted(
    (one, other) => Math.abs(one.value - claim.value) - Math.abs(other.value - claim.value),
  );
  const label = labelOfKnown(near!);
  const rate = averageRate(context, near!.unit, claim.unit, { from: near!.from, to: near!.to });
  if (own.length === 0)
    return rate
      ? `${label}; at the average rate of ${periodWords(near!.from, near!.to)} that is ${amountWords(near!.value / rate.value, claim.unit)}, which decides nothing`
      : `${label}; no exchange rate ${near!.unit}/${claim.unit} of that time on record`;
  if (!certain) return `${label}; that the article means this is concluded and not read`;
  const { agrees: least, differs: most, between } = leewayOf(near!.rows[0]!);
  const apart = Math.abs(near!.value - claim.value) / near!.value;
  if (apart > most) return `${label}; so far from the article’s figure that it may be of a part, or of another thing`;
  return `${label}; it is ${digits(100 * apart)} % from the article’s figure, and up to ${digits(100 * least)} % agrees, from ${digits(100 * most)} % on differs (${between})`;
}

/** What the record has nearest in time where the text names none: a desk can look, and nothing is confirmed by it. */
function latestWords(context: CheckContext, topic: Topic, { unit, change }: FigureClaim): string {
  const latest = change ? undefined : recent(context, topic).find(known => known.unit === unit);
  return latest ? `; of ${periodWords(latest.from, latest.to)} the record has ${amountWords(latest.value, unit)}` : '';
}

function ofParties(parties: Parties): string {
  switch (parties.kind) {
    case 'country':
      return ` of ${nameInSentence(parties.country)}`;
    case 'between':
      return ` of ${nameInSentence(parties.one)}${parties.other ? ` with ${nameInSentence(parties.other)}` : ''}`;
    case 'flow':
      return [
        parties.seller && ` from ${nameInSentence(parties.seller)}`,
        parties.buyer && ` to ${nameInSentence(parties.buyer)}`,
      ]
        .filter(Boolean)
        .join('');
  }
}

function inPeriod(period: DayRange | null): string {
  return period?.from && period.to ? ` for ${periodWords(period.from, period.to)}` : '';
}

function searched(context: CheckContext): string {
  const { figures, events } = context.evidence;
  return `${countWords(figures.length, 'figure')}, ${countWords(events.length, 'event')}, ${articlesWords(context)}`;
}

/** How many articles were searched, and of which days: `12 articles of 2023-01-04 to 2024-02-18`. */
export function articlesWords({ evidence: { articles } }: CheckContext): string {
  if (articles.count === 0) return 'no articles';
  return `${countWords(articles.count, 'article')} of ${articles.earliest ?? 'unknown date'} to ${articles.latest ?? 'unknown date'}`;
}
