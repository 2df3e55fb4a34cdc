/** "Their eighth meeting since 2013", "his ninth visit to Russia": a place in the order of meetings, held against those on record. */
import { countWords } from '../../count-words.js';
import type { Country, DayRange, FigureClaim, Span } from '../../reading.js';
import { type CheckContext, mentionsIn, sentenceAt, timesIn } from '../context.js';
import { checkCount, isPairMeeting } from '../figures/count.js';
import { articlesWords } from '../figures/unknown.js';
import { leadersMet } from '../leaders-met.js';
import type { Check } from '../verdict.js';
import { openPeriodWords } from '../words.js';
import { checkOf, ORDINAL, ordinalValue, ordinalWords } from './wording.js';

const PATTERN = new RegExp(
  `\\b(${ORDINAL})(?: (?:face-to-face|in-person|bilateral|official|state|foreign|personal))? (meeting|summit|encounter|visit|trip)\\b`,
  'gi',
);
/** "The third meeting of the group" counts the group's. */
const OF_OTHERS = /^ (?:of|for) (?!(?:the )?(?:two|pair|leaders|presidents|year|this year)\b)/;
/** A low number without a beginning may count anything: the meetings of a week, of one trip. */
const LOWEST_ALONE = 5;

export function checkOrdinals(context: CheckContext): Check[] {
  return [...context.text.matchAll(PATTERN)].flatMap(match => {
    const span = { start: match.index, end: match.index + match[0].length };
    const value = ordinalValue(match[1]!)!;
    if (value < 2 || OF_OTHERS.test(context.text.slice(span.end, span.end + 24))) return [];
    const since = sinceBehind(context, span);
    if (!since && value < LOWEST_ALONE) return [];
    const unit = /visit|trip/i.test(match[2]!) ? 'visit' : 'meeting';
    const found =
      checkCount(context, countOf(context, span, value, unit, since)) ??
      orderByArticles(context, span, value, unit, since);
    return found ? [checkOf(context, span, withoutPlace(found))] : [];
  });
}

/**
 * Where no list of the pair's meetings is on record: more of them in its articles than the order allows contradict it, and
 * fewer are no more than those that articles tell of.
 */
function orderByArticles(
  context: CheckContext,
  span: Span,
  value: number,
  unit: string,
  since: DayRange | null,
): Check | null {
  const { pair, evidence, published } = context;
  if (!pair || !published || unit !== 'meeting' || evidence.articles.count === 0) return null;
  if (context.eventsOf('meeting').some(row => isPairMeeting(row, pair)) || !isOfPair(context, span, pair)) return null;
  const met = leadersMet(context, pair).filter(({ from }) => from <= published && (!since?.from || from >= since.from));
  const isMore = met.length > value;
  return checkOf(context, span, {
    verdict: isMore ? 'differs' : 'not in the record',
    found: isMore ? { value: met.length, unit, period: { from: since?.from ?? null, to: published } } : null,
    evidence: met.flatMap(({ refs }) => refs),
    why: `${countWords(met.length, 'meeting')} of the leaders ${met.length === 1 ? 'is' : 'are'} in the record${openPeriodWords(since?.from ?? null, published)} (searched: ${articlesWords(context)}); the article says ${ordinalWords(value)}.`,
    confidence: isMore ? 0.65 : 0.9,
  });
}

/** The leaders' own order: the sentence names both countries and no ministers. */
function isOfPair(context: CheckContext, span: Span, pair: [Country, Country]): boolean {
  const sentence = sentenceAt(context, span.start);
  const named = new Set(mentionsIn(context, sentence).flatMap(({ countries }) => countries));
  const words = context.text.slice(sentence.start, sentence.end);
  if (
    /\b(?:ministers?|officials|diplomats|envoys|committee|commission|delegations?)\b/i.test(
      words.replace(/\bprime ministers?\b/gi, ''),
    )
  )
    return false;
  return pair.every(country => named.has(country)) || (named.size === 0 && /\btheir\b/i.test(words));
}

/** "since March 2013", "this year", "in as many years": from when it is counted. */
function sinceBehind(context: CheckContext, span: Span): DayRange | null {
  const sentence = sentenceAt(context, span.start);
  const times = timesIn(context, { start: span.end, end: Math.min(sentence.end, span.end + 90) });
  const first = times.find(({ type, from }) => type === 'DATE' && from !== null);
  if (!first) return null;
  const lead = context.text.slice(span.end, first.start);
  if (/\bsince\b/.test(lead)) return { from: first.from, to: null };
  return /^ (?:of |in )?$/.test(lead) && first.to && first.from!.endsWith('-01-01')
    ? { from: first.from, to: null }
    : null;
}

/** The ordinal as the count it stands for. */
function countOf(context: CheckContext, span: Span, value: number, unit: string, period: DayRange | null): FigureClaim {
  return {
    ...span,
    id: '',
    kind: 'figure',
    confidence: 0.8,
    by: 'author',
    denied_by: null,
    links: [],
    value,
    unit,
    approximate: null,
    range: null,
    change: null,
    period,
    subject: context.text.slice(span.start, span.end),
    place: null,
    doubt: null,
  };
}

function withoutPlace({ start, end, claim, ...rest }: Check): Omit<Check, 'start' | 'end' | 'claim'> {
  return rest;
}
