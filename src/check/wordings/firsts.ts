/** "His first visit to Russia since 2019", "their first meeting since the invasion": held against the meetings on record. */
import { nameInSentence } from '../../actors/name-in-sentence.js';
import { countWords } from '../../count-words.js';
import type { EventRow } from '../../datasets/row.js';
import type { Country, DayRange, Span } from '../../reading.js';
import { addDays } from '../../time/calendar.js';
import { type CheckContext, mentionsIn, sentenceAt } from '../context.js';
import { isPairMeeting, reachesBack } from '../figures/count.js';
import { articlesWords } from '../figures/unknown.js';
import { leadersMet } from '../leaders-met.js';
import type { Check } from '../verdict.js';
import { dayWords, refOfEvent } from '../words.js';
import { checkOf, statesIn, timeIn } from './wording.js';

const PATTERN =
  /\bfirst(?: (?:official|state|foreign|overseas|working|face-to-face|in-person|bilateral|such))? (visit|trip|journey|meeting|summit|encounter|talks)\b[^.;:\n]{0,70}?\bsince\b/gi;
/** Words behind "since" that are read for its date. */
const REACH = 60;
/** The meeting an article is about lies at most so many days before it, or after it. */
const OWN_DAYS = { before: 10, after: 30 };

/** "his last visit to Moscow in 2019", "his first overseas visit to Moscow as president in 2013". */
const IN_YEAR =
  /\b(last|first|previous|most recent)(?: (?:official|state|foreign|overseas|working))? (?:visit|trip|journey) to [^.,;:\n]{2,40}?\bin (?:[A-Z]\p{L}+ )?\d{4}\b/gu;

export function checkFirsts(context: CheckContext): Check[] {
  return [...firstsSince(context), ...firstAndLast(context)];
}

/** The earliest visit on record, or the latest before the article's own meeting, against the year that is said. */
function firstAndLast(context: CheckContext): Check[] {
  return [...context.text.matchAll(IN_YEAR)].flatMap(match => {
    const span = { start: match.index, end: match.index + match[0].length };
    const said = timeIn(context, span);
    const parties = visitIn(context, span, sentenceAt(context, span.start));
    if (!said?.from || !said.to || !parties?.host || !context.published) return [];
    const before = addDays(context.published, -OWN_DAYS.before);
    const visits = context
      .eventsOf('meeting')
      .filter(row => isPairMeeting(row, parties.pair) && row.host === parties.host && row.from < before);
    const isFirst = match[1] === 'first';
    if (visits.length === 0 && !isFirst) return lastByArticles(context, span, said, parties) ?? [];
    const shown = isFirst ? visits[0] : visits.at(-1);
    // The first one on record is the first only where the record goes further back than that.
    if (!shown || (isFirst && !/\bas (?:president|prime minister|leader|chancellor)\b/.test(match[0]))) return [];
    const holds = shown.from >= said.from && shown.from <= said.to;
    if (!holds && isFirst && said.to < shown.from) return [];
    return [
      checkOf(context, span, {
        verdict: holds ? 'agrees' : 'differs',
        found: { value: shown.from, unit: null, period: { from: shown.from, to: shown.to } },
        evidence: [refOfEvent(shown)],
        why: `The ${isFirst ? 'first' : 'last'} on record in ${nameInSentence(parties.host)}${isFirst ? '' : ` before ${dayWords(before)}`}: ${shown.place ?? ''}, ${dayWords(shown.from)} (${shown.text ?? shown.format}; ${shown.source}).`,
        confidence: holds ? 0.75 : 0.65,
      }),
    ];
  });
}

/** "His last visit to Kenya in 2019": a later one in the articles of the record contradicts; of others nothing is known. */
function lastByArticles(context: CheckContext, span: Span, { to }: DayRange, { pair, host }: Parties): Check | null {
  const before = addDays(context.published!, -OWN_DAYS.before);
  const later = leadersMet(context, pair).filter(one => one.host === host && one.from > to! && one.to < before);
  const shown = later.at(-1);
  if (!shown) return null;
  return checkOf(context, span, {
    verdict: 'differs',
    found: { value: shown.from, unit: null, period: { from: shown.from, to: shown.to } },
    evidence: shown.refs,
    why: `A later visit to ${nameInSentence(host!)} is in the record: ${dayWords(shown.from)}.`,
    confidence: 0.65,
  });
}

function firstsSince(context: CheckContext): Check[] {
  return [...context.text.matchAll(PATTERN)].flatMap(match => {
    const at = match.index;
    const sentence = sentenceAt(context, at);
    const since = timeIn(context, {
      start: at + match[0].length,
      end: Math.min(sentence.end, at + match[0].length + REACH),
    });
    const isVisit = /visit|trip|journey/i.test(match[1]!);
    const parties = isVisit
      ? visitIn(context, { start: at, end: at + match[0].length }, sentence)
      : pairIn(context, sentence);
    if (!since?.to || !parties || !context.published) return [];
    const end = Math.min(sentence.end, endOfSince(context, at + match[0].length, since));
    const check = checkFirst(context, { start: at, end }, since, parties, isVisit);
    return check ? [check] : [];
  });
}

interface Parties {
  pair: [Country, Country];
  /** The country that is visited; `null` for a meeting anywhere. */
  host: Country | null;
}

function checkFirst(
  context: CheckContext,
  span: Span,
  since: DayRange,
  { pair, host }: Parties,
  isVisit: boolean,
): Check | null {
  const all = context.eventsOf('meeting').filter(row => isPairMeeting(row, pair) && row.format !== 'video');
  if (all.length === 0) return firstByArticles(context, span, since, { pair, host });
  if (!reachesBack(all, since)) return null;
  const before = addDays(context.published!, -OWN_DAYS.before);
  const suited = all.filter(row => host === null || row.host === host);
  // A meeting in the year that is named may be the one that is meant: only later ones stand against it.
  const between = suited.filter(row => row.from > since.to! && (row.to ?? row.from) < before);
  const talks = host === null ? between.filter(({ format }) => !/no separate talks/.test(format ?? '')) : between;
  const last = suited.filter(row => (row.to ?? row.from) < before).at(-1);
  const what = isVisit && host ? `meeting in ${nameInSentence(host)}` : 'meeting in person';
  const said = (row: EventRow) =>
    `${row.place ?? ''}, ${dayWords(row.from)} (${row.text ?? row.format}; ${row.source})`;
  if (talks.length > 0) {
    const shown = talks.at(-1)!;
    return checkOf(context, span, {
      verdict: 'differs',
      found: { value: shown.from, unit: null, period: { from: shown.from, to: shown.to } },
      evidence: talks.map(refOfEvent),
      why: `On record since ${dayWords(since.to!)}: ${talks.length} ${what}, the last before this one in ${said(shown)}.`,
      confidence: 0.75,
    });
  }
  if (between.length > 0) return null;
  return checkOf(context, span, {
    verdict: 'agrees',
    found: last ? { value: last.from, unit: null, period: { from: last.from, to: last.to } } : null,
    evidence: last ? [refOfEvent(last)] : [],
    why: `No ${what} on record after ${dayWords(since.to!)} and before this one${last ? `; the last was in ${said(last)}` : ''}.`,
    confidence: 0.75,
  });
}

/**
 * Where no list of the pair's meetings is on record, by what its articles tell: a meeting in between contradicts, and none
 * in between is no more than that none was found.
 */
function firstByArticles(context: CheckContext, span: Span, since: DayRange, { pair, host }: Parties): Check | null {
  if (context.evidence.articles.count === 0) return null;
  const before = addDays(context.published!, -OWN_DAYS.before);
  const met = leadersMet(context, pair).filter(one => one.to < before && (host === null || one.host === host));
  const what = host
    ? `visit to ${nameInSentence(host)}`
    : `meeting of the leaders of ${pair.map(nameInSentence).join(' and ')}`;
  const between = met.filter(({ from }) => from > since.to!);
  const shown = between.at(-1);
  if (!shown) {
    const last = met.at(-1);
    return checkOf(context, span, {
      verdict: 'not in the record',
      found: null,
      evidence: last?.refs ?? [],
      why: `No ${what} between ${dayWords(since.to!)} and this one is in the record${last ? `; the last in it was on ${dayWords(last.from)}` : ''} (searched: ${articlesWords(context)}).`,
      confidence: 0.9,
    });
  }
  return checkOf(context, span, {
    verdict: 'differs',
    found: { value: shown.from, unit: null, period: { from: shown.from, to: shown.to } },
    evidence: between.flatMap(({ refs }) => refs),
    why: `In the record since ${dayWords(since.to!)}: ${countWords(between.length, what, what.replace(/^\w+/, '$&s'))}, the last before this one on ${dayWords(shown.from)}.`,
    confidence: 0.7,
  });
}

/** Who visits whom: the country behind "to", and the other of the article's pair, named in the sentence or by "his". */
function visitIn(context: CheckContext, wording: Span, sentence: Span): Parties | null {
  const { pair, text } = context;
  const host = statesIn(context, wording).find(({ start }) =>
    /\bto (?:the )?$/.test(text.slice(wording.start, start)),
  )?.country;
  if (!pair || !host || !pair.includes(host)) return null;
  const visitor = pair.find(country => country !== host)!;
  const before = mentionsIn(context, { start: sentence.start, end: wording.start });
  const near = before.at(-1);
  // Nobody visits his own country: "his" is the visitor's, whoever else the sentence names.
  const isNear = near && near.kind !== 'pronoun' && /^(?:[’']s?)? $/.test(text.slice(near.end, wording.start));
  if (near?.kind === 'pronoun' && /^ $/.test(text.slice(near.end, wording.start))) return { pair, host };
  const who = isNear
    ? near.countries
    : before.filter(({ countries }) => countries.length === 1).flatMap(({ countries }) => countries);
  return who.length === 0 || who.includes(visitor) ? { pair, host } : null;
}

/** Both countries of the article are named in the sentence, or it is "their" meeting. */
function pairIn(context: CheckContext, sentence: Span): Parties | null {
  const { pair, text } = context;
  if (!pair) return null;
  const named = new Set(mentionsIn(context, sentence).flatMap(({ countries }) => countries));
  const isTheirs = /\b(?:their|the two|the pair|both leaders)\b/i.test(text.slice(sentence.start, sentence.end));
  if (/\b(?:ministers|officials|envoys|diplomats|delegations)\b/i.test(text.slice(sentence.start, sentence.end)))
    return null;
  return isTheirs || pair.every(country => named.has(country)) ? { pair, host: null } : null;
}

function endOfSince(context: CheckContext, from: number, { to }: DayRange): number {
  const time = context.times.find(one => one.start >= from && one.to === to);
  return time ? time.end : from;
}
