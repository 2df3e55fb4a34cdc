/** Why nothing on record can be held against a figure: what is missing, in a few words. */
import { nameInSentence } from '../../actors/name-in-sentence.js';
import { countWords } from '../../count-words.js';
import type { DayRange, FigureClaim } from '../../reading.js';
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { periodWords, spanOf } from '../words.js';
import type { Parties } from './parties.js';
import { seriesOf } from './series.js';
import { type Topic, topicOf } from './topic.js';

/** A figure that no check could say anything about. Its `why` begins with the reason and ends with what was searched. */
export function unknownFigure(context: CheckContext, claim: FigureClaim): Check {
  const reason = reasonFor(context, claim);
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
  if (!topic.period) return `the text gives no year for the ${measure}`;
  return isKnown(context, topic, topic.period)
    ? `what is on record of ${measure}${inPeriod(topic.period)} may be of another thing`
    : `no ${measure}${inPeriod(topic.period)} on record`;
}

function isKnown(context: CheckContext, topic: Topic, { from, to }: DayRange): boolean {
  return seriesOf(context, topic).some(known => known.from === from && known.to === to);
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
