/** Every place where a phrase stands in the evidence of a pair, one under another, over time (KWIC; Luhn 1960). */
import { countryName } from '../../actors/countries.js';
import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import { grouped } from '../../grouped.js';
import type { Country, Day } from '../../reading.js';
import { type Evidence, type KeptClaim, sentenceRef } from '../../record/evidence.js';
import { wordsIn } from '../../record/search/words.js';
import { refOfRow } from '../facts.js';
import { byDay, type OrderInTime } from '../order.js';
import type { Chart } from '../section.js';
import { listWords } from '../words.js';
import { outletOf } from './event.js';

/** What is asked of a concordance. */
export interface ConcordanceAsked {
  /** Words in a row, whatever their case and accents; the last stands for all that begin so, from three letters on. */
  phrase: string;
  from: Day | null;
  to: Day | null;
  order: OrderInTime;
  offset: number;
  limit: number;
}

/** One place where the phrase stands. */
export interface ConcordanceLine {
  /** When it was published; of a row, its first day. */
  day: Day | null;
  /** Who says it, where that was read; else `null`: the outlet's own words. */
  speaker: string | null;
  outlet: string;
  before: string;
  found: string;
  after: string;
  evidence: EvidenceRef;
}

export interface Concordance {
  pair: [Country, Country];
  names: [string, string];
  asked: ConcordanceAsked;
  /** How many places there are; `lines` are those from `asked.offset` on, at most `asked.limit`. */
  found: number;
  lines: ConcordanceLine[];
  /** How many of them each year has, from the first to the last; `null` where none has a day. */
  years: Extract<Chart, { kind: 'columns' }> | null;
}

/** A word's beginning of fewer letters stands for itself alone, as in a search of the record. */
const SHORTEST_BEGINNING = 3;

/**
 * Finds a phrase in the sentences in which something was read about either of the two, and in the rows about both.
 *
 * @returns nothing found where the phrase has no letter or digit.
 */
export function makeConcordance(a: Country, b: Country, evidence: Evidence, asked: ConcordanceAsked): Concordance {
  const wanted = wordsIn(asked.phrase).map(({ word }) => word);
  const texts = wanted.length ? [...sentencesOf(evidence), ...rowsOf(evidence, [a, b])] : [];
  const compare = byDay(asked.order);
  const all = texts
    .filter(({ day }) => (!asked.from || (day && day >= asked.from)) && (!asked.to || (day && day <= asked.to)))
    .flatMap(text => placesIn(text.words, wanted).map(place => ({ text, place })))
    .sort((one, other) => compare(one.text.day, other.text.day));
  return {
    pair: [a, b],
    names: [countryName(a), countryName(b)],
    asked,
    found: all.length,
    lines: all.slice(asked.offset, asked.offset + asked.limit).map(({ text, place }) => lineOf(text, place)),
    years: yearsOf(
      asked.phrase,
      all.map(({ text }) => text),
    ),
  };
}

/** A text with what a line says of it. */
interface Text {
  words: string;
  day: Day | null;
  speakerAt(start: number, end: number): string | null;
  outlet: string;
  evidence: EvidenceRef;
}

/** Each sentence once, however much was read in it. */
function sentencesOf({ claims }: Evidence): Text[] {
  const bySentence = grouped(claims, ({ article, sentence }) => `${article.id} ${sentence.start}`);
  return [...bySentence.values()].map(here => {
    const [first] = here as [KeptClaim];
    const { value, latest } = first.article.date;
    return {
      words: first.sentence.text,
      day: value ?? latest,
      speakerAt: (start, end) => speakerAt(here, first.sentence.start + start, first.sentence.start + end),
      outlet: outletOf(first),
      evidence: sentenceRef(first),
    };
  });
}

/** Who says the words at a place: of a form of address its speaker, else of the statement whose content holds them. */
function speakerAt(claims: KeptClaim[], start: number, end: number): string | null {
  for (const { claim } of claims) {
    if (claim.kind === 'address' && claim.speaker && claim.start < end && claim.end > start) return claim.speaker;
  }
  for (const { claim } of claims) {
    if (claim.kind !== 'statement' || !claim.speaker) continue;
    if (claim.content.some(span => span.start <= start && span.end >= end))
      return claim.speaker.person ?? claim.speaker.name;
  }
  return null;
}

/** The words of rows that tie the two. Of a form of address the first person is the one who speaks. */
function rowsOf({ events }: Evidence, pair: [Country, Country]): Text[] {
  const theirs = events.filter(({ a, b }) => pair.every(country => a === country || b === country));
  return theirs.flatMap(row => {
    const text = textOf(row);
    return text
      ? [
          {
            words: text,
            day: row.from,
            speakerAt: () => (row.type === 'address' ? (row.persons[0] ?? null) : null),
            outlet: row.source,
            evidence: refOfRow(row),
          },
        ]
      : [];
  });
}

function textOf({ text, persons, type }: EventRow): string {
  if (!text) return '';
  return type === 'address' || !persons.length ? text : `${listWords(persons)}: ${text}`;
}

function placesIn(text: string, wanted: string[]): { start: number; end: number }[] {
  const words = wordsIn(text);
  const open = wanted.at(-1)!.length >= SHORTEST_BEGINNING;
  return words.flatMap((first, at) => {
    const fits = wanted.every((word, i) => {
      const here = words[at + i]?.word;
      return open && i === wanted.length - 1 ? here?.startsWith(word) : here === word;
    });
    return fits ? [{ start: first.start, end: words[at + wanted.length - 1]!.end }] : [];
  });
}

function lineOf({ words, day, speakerAt, outlet, evidence }: Text, { start, end }: { start: number; end: number }) {
  return {
    day,
    speaker: speakerAt(start, end),
    outlet,
    before: words.slice(0, start),
    found: words.slice(start, end),
    after: words.slice(end),
    evidence,
  };
}

/** @param texts one for each place where the phrase stands. */
function yearsOf(phrase: string, texts: Text[]): Concordance['years'] {
  const byYear = grouped(
    texts.filter(({ day }) => day !== null),
    ({ day }) => Number(day!.slice(0, 4)),
  );
  if (!byYear.size) return null;
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  return {
    kind: 'columns',
    title: `“${phrase}” by year`,
    unit: 'times',
    source: 'the lines below; a year without a column has none on record',
    columns: Array.from({ length: last - first + 1 }, (_, i) => {
      const evidence = (byYear.get(first + i) ?? []).map(text => text.evidence);
      return { year: first + i, value: evidence.length, evidence };
    }),
  };
}
