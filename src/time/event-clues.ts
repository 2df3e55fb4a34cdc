/** Clues by events of known date: "next week" beside a visit, "last month" beside an earthquake, an invasion told as past. */
import type { Sentence } from '../language/sentence.js';
import type { Day, DayRange, Span } from '../reading.js';
import { addDays, addMonths } from './calendar.js';
import type { DateClue } from './date-clue.js';
import { type DatedEvent, eventsNamedIn, type NamedEvent } from './dated-events.js';
import { FUTURE, timeWordsIn } from './event-times.js';
import { countOf, meaningOf, ordinalOf, pattern, wordsOf } from './vocabulary.js';

/** What may stand between the words for the time and those for the event, in characters. */
const NEAR = 90;
/** What is feared, wished or weighed, and may never come. */
const UNSURE =
  /\b(?:[Ii]f|could|might|may|should|possibl[ey]|potential|threat of|[Ff]ears? of|imminent|hopes? to|wants? to)\b/;
/** What is remembered, shown or mourned lies further back than the near days beside it. */
const REMEMBERED =
  /\b(?:anniversary|remember\p{L}*|recall\p{L}*|commemorat\p{L}*|memor(?:y|ies|ial)|exhibition|museum|film|novel|documentary|veterans?|survivors?|trial|inquest)\b/iu;
const SAYING =
  /\b(?:said|says|saying|told|announced|reported|confirmed|added|warned|wrote|tweeted|according to)(?: \p{L}+){0,4}? ?(?:on |in )?$/iu;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Verbs whose past tense tells that a planned event took place. */
const done = new Set(wordsOf('attended'));

/**
 * All clues of the text by dated events. An event that some sentence calls still to come is not taken as past where
 * another sentence merely names it.
 */
export function eventClues(text: string, sentences: Sentence[]): DateClue[] {
  const placed: DateClue[] = [];
  const told: { clue: DateClue; events: DatedEvent[] }[] = [];
  const coming = new Set<DatedEvent>();
  let before = '';
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    const named = eventsNamedIn(words, before);
    before = words;
    if (named.length === 0) continue;
    const placing = placedIn(sentence, words, named);
    placed.push(...placing.clues);
    for (const event of placing.coming) coming.add(event);
    const events = named.filter(one => isTold(one, sentence, words)).map(({ event }) => event);
    if (events.length > 0 && placing.clues.length === 0) told.push({ clue: toldClue(events, sentence), events });
  }
  return [...placed, ...told.filter(({ events }) => !events.some(event => coming.has(event))).map(({ clue }) => clue)];
}

function placedIn(sentence: Sentence, words: string, all: NamedEvent[]): { clues: DateClue[]; coming: DatedEvent[] } {
  const none = { clues: [], coming: [] };
  const named = all.filter(({ itself }) => itself);
  if (named.length === 0 || UNSURE.test(words)) return none;
  const found = timeWordsIn(sentence, words);
  const [one, another] = found.filter(({ start }) => !SAYING.test(words.slice(Math.max(0, start - 60), start)));
  if (!one || another || REMEMBERED.test(words)) return counted(sentence, words, named);
  if (one.looks !== 'future' && YEAR.test(words)) return none;
  const fitting = named
    .filter(({ event, hits }) => belongs(one, hits, sentence) && (event.planned || one.looks !== 'future'))
    .flatMap(({ event }) => one.days(event).map(range => ({ event, range })));
  if (fitting.length === 0) return none;
  const clue: DateClue = {
    text: `"${words.slice(one.start, one.end)}" with: ${namesOf(fitting.map(({ event }) => event))}`,
    ranges: fitting.map(({ range }) => range),
    start: sentence.start + one.start,
    end: sentence.start + one.end,
    strength: 'strong',
  };
  return { clues: [clue], coming: one.looks === 'future' ? fitting.map(({ event }) => event) : [] };
}

const AFTER = pattern('(?<count>{count}) (?<unit>month|months|year|years) (?:after|since)');
const ANNIVERSARY = pattern('(?<ordinal>{ordinal}|\\d{1,3}(?:st|nd|rd|th)) anniversary');

/** "Almost two years after the invasion" at the head of a sentence: further down it may be counted from anything. */
const SENTENCE_OPENS = 20;

/** "Two years after the invasion", "the tenth anniversary of": about so long after the event. */
function counted(sentence: Sentence, words: string, named: NamedEvent[]): { clues: DateClue[]; coming: DatedEvent[] } {
  const anniversary = [...words.matchAll(ANNIVERSARY)][0];
  const after = [...words.matchAll(AFTER)].find(({ index }) => index < SENTENCE_OPENS);
  const hit = anniversary ?? after;
  const number = anniversary ? ordinalOf(anniversary.groups!.ordinal!) : after && countOf(after.groups!.count!);
  if (!hit || !number || !isPresent(sentence)) return { clues: [], coming: [] };
  const unit = anniversary ? 'Y' : meaningOf('unit', after!.groups!.unit!)!;
  const near = named.filter(({ hits }) => isNear({ start: hit.index, end: hit.index + hit[0].length }, hits));
  if (near.length === 0) return { clues: [], coming: [] };
  const ranges = near.map(({ event }) => slackAround(event.from, number, unit, Boolean(anniversary)));
  return {
    clues: [
      {
        text: `"${hit[0]}" with: ${namesOf(near.map(({ event }) => event))}`,
        ranges,
        start: sentence.start + hit.index,
        end: sentence.start + hit.index + hit[0].length,
        strength: 'weak',
      },
    ],
    coming: [],
  };
}

/** "Two years after" may be said a half of the last unit early and one whole late; anniversaries two months around. */
function slackAround(from: Day, count: number, unit: string, anniversary: boolean): DayRange {
  const months = unit === 'Y' ? count * 12 : count;
  const centre = addMonths(from, months);
  if (anniversary) return { from: addDays(centre, -60), to: addDays(centre, 60) };
  return unit === 'Y'
    ? { from: addMonths(centre, -6), to: addMonths(centre, 12) }
    : { from: addDays(centre, -15), to: addDays(centre, 45) };
}

/** Told in the present or the perfect: "two years after the invasion, the war goes on". */
function isPresent({ tokens }: Sentence): boolean {
  const root = tokens.find(({ head }) => head < 0);
  if (!root) return false;
  const helpers = tokens.filter(({ head, deprel }) => head === root.index && /^(?:aux|cop)/.test(deprel));
  if (helpers.some(({ form }) => /^(?:is|are|has|have|remains?)$/i.test(form))) return true;
  return /^VB[PZ]$/.test(root.xpos) && helpers.length === 0;
}

/** Whether the event is told as having happened. What was planned needs a verb that says it took place. */
function isTold({ event, itself, hits }: NamedEvent, sentence: Sentence, words: string): boolean {
  if (UNSURE.test(words) || /\b(?:before|ahead of|until|would)\b/i.test(words)) return false;
  if (!event.planned) return !FUTURE.test(words) || !itself;
  if (FUTURE.test(words)) return false;
  const clauses = new Set(hits.map(({ end }) => clauseAt(sentence, end - 1)));
  return sentence.tokens.some(
    ({ index, xpos, lemma }) => /^VB[DN]$/.test(xpos) && done.has(lemma) && clauses.has(index),
  );
}

function toldClue(events: DatedEvent[], { start, end }: Span): DateClue {
  return {
    text: `told as past: ${namesOf(events)}`,
    ranges: events.map(({ from }) => ({ from, to: null })),
    start,
    end,
    strength: 'weak',
  };
}

function namesOf(events: DatedEvent[]): string {
  return [...new Set(events.map(({ name, from }) => `${name} (${from})`))].join(' or ');
}

/** Near words of an event, and in one clause with some of them: not "opened a show last week on the night the Wall fell". */
function belongs(words: Span, hits: Span[], sentence: Sentence): boolean {
  const clause = clauseAt(sentence, words.end - 1);
  return isNear(words, hits) && hits.some(({ end }) => clauseAt(sentence, end - 1) === clause);
}

function isNear(words: Span, hits: Span[]): boolean {
  return hits.some(({ start, end }) => Math.max(words.start - end, start - words.end) <= NEAR);
}

/** The verb, by its place in the sentence, of the clause that holds an offset; coordinated clauses count as one. */
function clauseAt({ tokens, start }: Sentence, offset: number): number {
  let token = tokens.find(({ end }) => end > start + offset) ?? tokens[0];
  for (let steps = 0; token && token.head >= 0 && steps < tokens.length; steps++) {
    const head = tokens[token.head]!;
    // A verb set loosely beside a noun mostly is the noun's own: "his next visit comes next week".
    const besideNoun = token.deprel === 'parataxis' && head.upos === 'NOUN';
    if (token.upos === 'VERB' && !besideNoun && !/^(?:conj|xcomp)/.test(token.deprel)) break;
    token = head;
  }
  return token?.index ?? -1;
}
