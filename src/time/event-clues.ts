/** Clues by events of known date: "next week" beside a visit, "last month" beside an earthquake, an invasion told as past. */
import type { Sentence } from '../language/sentence.js';
import type { Day, DayRange, Span } from '../reading.js';
import { addDays, addMonths, daysInMonth, daysOfValue, isoDay, isoWeek, validDay, weekdayOf } from './calendar.js';
import type { DateClue } from './date-clue.js';
import { type DatedEvent, eventsNamedIn, type NamedEvent } from './dated-events.js';
import type { Direction } from './reader.js';
import { directionAt } from './tense.js';
import { countOf, meaningOf, ordinalOf, pattern, wordsOf } from './vocabulary.js';

/** What may stand between the words for the time and those for the event, in characters. */
const NEAR = 90;
/** The article is written within so many days of a day named without its year. */
const YEAR_UNSAID = 240;

const FUTURE =
  /\b(?:will|['’]ll|is to|are to|is due|are due|is set|are set|scheduled|upcoming|ahead of|expected to|plans? to|to be held)\b/i;
/** What is feared, wished or weighed, and may never come. */
const UNSURE =
  /\b(?:if|could|might|may|should|possible|possibly|potential|threat of|fears? of|imminent|hopes? to|wants? to)\b/i;
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

/** Words that place an event beside the day of writing, and the days of writing they leave. */
const BESIDE: {
  words: RegExp;
  days: (event: DatedEvent, direction: Direction | null) => DayRange;
  looks?: Direction;
}[] = [
  {
    words: /\b(?:earlier )?this month\b/i,
    days: ({ from }, direction) => within(monthAfter(from, 0), from, direction),
  },
  { words: /\blast month\b/i, days: ({ from }) => monthAfter(from, 1), looks: 'past' },
  { words: /\bnext month\b/i, days: ({ from }) => monthAfter(from, -1), looks: 'future' },
  { words: /\b(?:earlier |later )?this week(?:end)?\b/i, days: event => weeksOf(event, 0) },
  { words: /\blast week(?:end)?\b/i, days: event => weeksOf(event, 1), looks: 'past' },
  { words: /\bnext week(?:end)?\b/i, days: event => weeksOf(event, -1), looks: 'future' },
  { words: /\byesterday\b/i, days: event => moved(event, 1), looks: 'past' },
  { words: /\btomorrow\b/i, days: event => moved(event, -1), looks: 'future' },
  { words: /\btoday\b(?!['’]s)/i, days: event => moved(event, 0) },
  {
    words: /\b(?:earlier |later )?this year\b/i,
    days: ({ from }, direction) => within(daysOfValue(from.slice(0, 4)), from, direction),
  },
  { words: /\blast year\b/i, days: ({ from }) => yearAfter(from, 1), looks: 'past' },
  { words: /\bnext year\b/i, days: ({ from }) => yearAfter(from, -1), looks: 'future' },
];

function placedIn(sentence: Sentence, words: string, all: NamedEvent[]): { clues: DateClue[]; coming: DatedEvent[] } {
  const none = { clues: [], coming: [] };
  const named = all.filter(({ itself }) => itself);
  if (named.length === 0 || UNSURE.test(words)) return none;
  const found = [...besidePhrases(sentence, words), ...weekdays(sentence, words), ...daysOfMonth(sentence, words)];
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

/** Words of time in a sentence, and the days of writing they leave for an event. */
interface TimeWords extends Span {
  looks: Direction | null;
  days: (event: DatedEvent) => DayRange[];
}

function besidePhrases(sentence: Sentence, words: string): TimeWords[] {
  return BESIDE.flatMap(({ words: phrase, days, looks }) => {
    const hit = phrase.exec(words);
    if (!hit) return [];
    const span = { start: hit.index, end: hit.index + hit[0].length };
    const direction = looks ?? directionOf(sentence, words, span);
    return [{ ...span, looks: direction, days: (event: DatedEvent) => [days(event, direction)] }];
  });
}

const WEEKDAY = pattern('(?<which>last |next |this )?(?<weekday>{weekday})');

/** "Will meet in Helsinki on Monday": the six days before that Monday; "met on Monday": the six after. */
function weekdays(sentence: Sentence, words: string): TimeWords[] {
  return [...words.matchAll(WEEKDAY)]
    .filter(({ groups }) => /^\p{Lu}\p{Ll}{4}/u.test(groups!.weekday!))
    .map(hit => {
      const number = Number(meaningOf('weekday', hit.groups!.weekday!));
      const span = { start: hit.index, end: hit.index + hit[0].length };
      const looks = directionOf(sentence, words, span);
      return {
        ...span,
        looks,
        days: event =>
          (looks ? daysOfEvent(event).filter(day => weekdayOf(day) === number) : []).map(day =>
            aroundDay(day, looks!, 6),
          ),
      };
    });
}

const DAY_OF_MONTH = pattern('(?:(?<month1>{month}) (?<day1>{dayOfMonth})|(?<day2>{dayOfMonth}) (?<month2>{month}))');

/** "Will visit Moscow on March 20": the months before that day in the year of the event. */
function daysOfMonth(sentence: Sentence, words: string): TimeWords[] {
  return [...words.matchAll(DAY_OF_MONTH)].map(hit => {
    const { month1, month2, day1, day2 } = hit.groups!;
    const month = Number(meaningOf('month', (month1 ?? month2)!));
    const span = { start: hit.index, end: hit.index + hit[0].length };
    const looks = directionOf(sentence, words, span);
    return {
      ...span,
      looks,
      days: event => {
        const day = validDay(Number(event.from.slice(0, 4)), month, Number.parseInt((day1 ?? day2)!, 10));
        if (!day || day < event.from || day > event.to) return [];
        return [looks && !event.planned ? aroundDay(day, looks, YEAR_UNSAID) : aroundDay(day, null, YEAR_UNSAID)];
      },
    };
  });
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

function directionOf(sentence: Sentence, words: string, { start, end }: Span): Direction | null {
  if (/^(?:earlier|last)/i.test(words.slice(start, end))) return 'past';
  if (/^(?:later|next)/i.test(words.slice(start, end))) return 'future';
  return directionAt(sentence, sentence.start + start, sentence.start + end) ?? (FUTURE.test(words) ? 'future' : null);
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
    if (token.upos === 'VERB' && !/^(?:conj|xcomp)/.test(token.deprel)) break;
    token = tokens[token.head]!;
  }
  return token?.index ?? -1;
}

/** The part of a month or year after the event where it is told as past, before it where it is to come. */
function within(period: DayRange, day: Day, direction: Direction | null): DayRange {
  if (direction === 'past') return { from: day, to: period.to };
  return direction === 'future' ? { from: period.from, to: day } : period;
}

function moved({ from, to }: DatedEvent, days: number): DayRange {
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** Its days, of long events the first ten. */
function daysOfEvent({ from, to }: DatedEvent): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to && days.length < 10; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The days before a day that is to come, after one that is past, around one of which nothing tells. */
function aroundDay(day: Day, looks: Direction | null, reach: number): DayRange {
  return {
    from: looks === 'past' ? day : addDays(day, -reach),
    to: looks === 'future' ? day : addDays(day, reach),
  };
}

function monthAfter(day: Day, months: number): DayRange {
  const first = addMonths(`${day.slice(0, 7)}-01`, months);
  const year = Number(first.slice(0, 4));
  const month = Number(first.slice(5, 7));
  return { from: first, to: isoDay(year, month, daysInMonth(year, month)) };
}

/** From the Monday so many weeks after the event's first to the Sunday so many after its last: it may reach over a weekend. */
function weeksOf({ from, to }: DatedEvent, weeks: number): DayRange {
  const week = (day: Day) => daysOfValue(isoWeek(addDays(day, weeks * 7)));
  return { from: week(from).from, to: week(to).to };
}

function yearAfter(day: Day, years: number): DayRange {
  return daysOfValue(String(Number(day.slice(0, 4)) + years));
}
