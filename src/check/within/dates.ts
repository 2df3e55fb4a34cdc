/** Dates that do not fit together: "five years after 2014, in 2018", "Tuesday 20 March 2023", "born in 1953, he is 60". */
import { figureVocabulary } from '../../claims/figures/vocabulary.js';
import type { CheckContext } from '../context.js';
import type { Check } from '../verdict.js';
import { MONTHS } from '../words.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** A wording that is checked: where it stands, and what it comes to; `null` where it fits. */
interface Misfit {
  start: number;
  end: number;
  value: number | string;
  why: string;
}

export function checkDates({ text, reading }: CheckContext): Check[] {
  const year = reading.document.date.value ? Number(reading.document.date.value.slice(0, 4)) : null;
  return [
    ...yearsApart(text),
    ...yearsLater(text),
    ...yearsAgo(text, year),
    ...weekdays(text),
    ...ages(text, year),
  ].map(({ start, end, value, why }) => ({
    start,
    end,
    claim: null,
    verdict: 'inconsistent within the article',
    found: { value, unit: typeof value === 'number' ? 'year' : null, period: null },
    evidence: [],
    why,
    confidence: 0.75,
  }));
}

/** "five years after 2014, in 2018", "in 2018, five years after the vote of 2014". */
function yearsApart(text: string): Misfit[] {
  const { number } = patterns();
  const reach = '(?:[^.;,()\\n]{0,50} )?';
  const behind = new RegExp(
    `\\b(${number}) years? (after|before) ${reach}(?:in )?([12]\\d{3}),? (?:in|by) ([12]\\d{3})\\b`,
    'gi',
  );
  const ahead = new RegExp(
    `\\b[Ii]n ([12]\\d{3}),? (?:just |only |exactly )?(${number}) years? (after|before) ${reach}(?:in )?([12]\\d{3})\\b`,
    'gi',
  );
  return [
    ...[...text.matchAll(behind)].map(match => ({
      match,
      count: match[1]!,
      way: match[2]!,
      from: match[3]!,
      to: match[4]!,
    })),
    ...[...text.matchAll(ahead)].map(match => ({
      match,
      count: match[2]!,
      way: match[3]!,
      from: match[4]!,
      to: match[1]!,
    })),
  ].flatMap(({ match, count, way, from, to }) => {
    const years = Number(to) - Number(from);
    const apart = way.toLowerCase() === 'after' ? years : -years;
    if (fits(count, apart, text, match.index)) return [];
    const start = match.index + match[0].indexOf(count);
    return [
      {
        start,
        end: start + count.length + lengthOfYears(text, start + count.length),
        value: apart,
        why: `From ${from} to ${to} it is ${Math.abs(years)} years; the article says ${count}.`,
      },
    ];
  });
}

/** "came to power in 2015. Four years later, in 2019": counted from the only year of the sentence before. */
function yearsLater(text: string): Misfit[] {
  const { number } = patterns();
  const later = new RegExp(`([^.\\n]{1,200})[.,;] (${number}) years (later|earlier), in ([12]\\d{3})\\b`, 'gi');
  return [...text.matchAll(later)].flatMap(match => {
    const years = match[1]!.match(/\b[12]\d{3}\b/g) ?? [];
    if (years.length !== 1) return [];
    const apart = (Number(match[4]) - Number(years[0])) * (match[3]!.toLowerCase() === 'later' ? 1 : -1);
    if (Math.abs(apart - yearsIn(match[2]!)) <= 1) return [];
    const start = match.index + match[0].length - match[0].slice(match[1]!.length + 2).length;
    return [
      {
        start,
        end: match.index + match[0].length,
        value: Math.abs(apart),
        why: `From ${years[0]} to ${match[4]} it is ${Math.abs(apart)} years; the article says ${match[2]!.toLowerCase()}.`,
      },
    ];
  });
}

/** "ten years ago, in 2010", against the article's own year. */
function yearsAgo(text: string, published: number | null): Misfit[] {
  if (!published) return [];
  const { number } = patterns();
  const ago = new RegExp(`\\b(${number}) years? ago,? in ([12]\\d{3})\\b`, 'gi');
  return [...text.matchAll(ago)].flatMap(match => {
    const apart = published - Number(match[2]);
    if (Math.abs(apart - yearsIn(match[1]!)) <= 1) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        value: apart,
        why: `From ${match[2]} to ${published} it is ${apart} years; the article says ${match[1]}.`,
      },
    ];
  });
}

/** "Tuesday 20 March 2023", "Tuesday, March 20, 2023": whether that day was a Tuesday. */
function weekdays(text: string): Misfit[] {
  const { weekdayFirst, monthFirst } = patterns();
  return [
    ...[...text.matchAll(weekdayFirst)].map(match => ({
      match,
      weekday: match[1]!,
      day: match[2]!,
      month: match[3]!,
      year: match[4]!,
    })),
    ...[...text.matchAll(monthFirst)].map(match => ({
      match,
      weekday: match[1]!,
      day: match[3]!,
      month: match[2]!,
      year: match[4]!,
    })),
  ].flatMap(({ match, weekday, day, month, year }) => {
    const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)));
    const right = WEEKDAYS[date.getUTCDay()]!;
    if (right === weekday || date.getUTCDate() !== Number(day)) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        value: right,
        why: `${day} ${month} ${year} was a ${right}; the article says ${weekday}.`,
      },
    ];
  });
}

/** "born in 1953, ... 60-year-old" in one sentence, against the article's own year. */
function ages(text: string, published: number | null): Misfit[] {
  if (!published) return [];
  return [
    ...text.matchAll(
      /\bborn in ([12]\d{3})\b[^.;\n]{0,80}?\b(?:aged|age|is|turned|turns) (\d{2})\b(?! ?(?:percent|per cent|%|million|billion|years? (?:ago|after|before)))/g,
    ),
  ].flatMap(match => {
    const age = published - Number(match[1]);
    if (Number(match[2]) >= age - 1 && Number(match[2]) <= age) return [];
    const start = match.index + match[0].length - match[2]!.length;
    return [
      {
        start,
        end: start + match[2]!.length,
        value: age,
        why: `Born in ${match[1]}, that is ${age - 1} or ${age} in ${published}; the article says ${match[2]}.`,
      },
    ];
  });
}

/** Whole years between two bare years are the difference, or one less than it; "almost" and "some" allow one more. */
function fits(count: string, apart: number, text: string, at: number): boolean {
  const said = yearsIn(count);
  const roughly = /\b(?:almost|nearly|about|around|some|roughly|barely|over|than)\s$/i.test(
    text.slice(Math.max(0, at - 14), at),
  );
  return apart === said || apart === said + 1 || (roughly && Math.abs(apart - said) <= 1);
}

function lengthOfYears(text: string, at: number): number {
  return /^ years?/.exec(text.slice(at, at + 6))?.[0].length ?? 0;
}

function yearsIn(word: string): number {
  return /^\d/.test(word) ? Number(word) : (patterns().values.get(word.toLowerCase()) ?? Number.NaN);
}

interface Patterns {
  /** A group of alternatives for a number, in digits or as a word. */
  number: string;
  values: Map<string, number>;
  weekdayFirst: RegExp;
  monthFirst: RegExp;
}

let compiled: Patterns | null = null;

function patterns(): Patterns {
  if (compiled) return compiled;
  const values = new Map<string, number>();
  for (const [word, entries] of figureVocabulary().numberWords) {
    const plain = entries.find(({ kind }) => kind === 'digit' || kind === 'teen' || kind === 'ten');
    if (plain) values.set(word, plain.value);
  }
  const weekday = `\\b(${WEEKDAYS.join('|')}),? (?:the )?`;
  const month = `(${MONTHS.join('|')})`;
  compiled = {
    number: `\\d{1,3}|${[...values.keys()].join('|')}`,
    values,
    weekdayFirst: new RegExp(`${weekday}(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month},? ([12]\\d{3})\\b`, 'g'),
    monthFirst: new RegExp(`${weekday}${month} (\\d{1,2})(?:st|nd|rd|th)?,? ([12]\\d{3})\\b`, 'g'),
  };
  return compiled;
}
