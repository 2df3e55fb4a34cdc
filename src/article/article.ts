import { createHash } from 'node:crypto';
import { BadInput } from '../errors.js';
import type { PublicationDate, ReadDocument, Span } from '../reading.js';

/** What a caller hands in: the fields of a line of `upperhand read --input-format jsonl`. */
export interface DocumentInput {
  /** Default: the first sixteen digits of the text's SHA-256. */
  id?: string | null;
  text: string;
  /** The day of publication, or an instant of which the day is kept as it is written. */
  date?: string | null;
  title?: string | null;
  url?: string | null;
  publisher?: string | null;
  language?: string | null;
}

/** An article on its way through the stages: the text as it will be quoted, and what is known about it. */
export interface Article extends ReadDocument {
  /** Where the title stands in the text, when the text holds it. */
  titleSpan: Span | null;
}

/** A headline is one line; longer ones are taken for a first paragraph. */
const LONGEST_HEADLINE = 200;

/**
 * Makes an article of plain text, which stays as it was to the last character.
 *
 * The title is the given one, or the first line where it stands alone like a headline. The date is the given one;
 * a text without one is dated later, from its own clues.
 *
 * @throws BadInput where the text is empty, or the given date is none.
 */
export function articleFromText(input: DocumentInput): Article {
  const { text } = input;
  if (!/\S/.test(text)) throw new BadInput('the article is empty: nothing to read');
  const sha256 = sha256Of(text);
  const titleSpan = input.title ? spanOf(text, input.title) : headlineSpan(text);
  return {
    id: input.id ?? sha256.slice(0, 16),
    title: input.title ?? (titleSpan && text.slice(titleSpan.start, titleSpan.end)),
    publisher: input.publisher ?? null,
    url: input.url ?? null,
    language: input.language ?? null,
    text,
    sha256,
    length: text.length,
    date: input.date ? publishedOn(input.date, 'given') : UNKNOWN_DATE,
    titleSpan,
  };
}

export const UNKNOWN_DATE: PublicationDate = Object.freeze({
  value: null,
  earliest: null,
  latest: null,
  basis: 'unknown',
});

/**
 * A publication date known to the day, from `2023-03-18` or an instant such as `2023-03-18T09:00:00+08:00`, whose
 * day is taken as written, not moved to another time zone.
 *
 * @throws BadInput where it is no such date.
 */
export function publishedOn(date: string, basis: 'given' | 'metadata'): PublicationDate {
  const day = /^(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(date.trim())?.[1];
  if (!day || !isDay(day))
    throw new BadInput(`"${date.replace(/\s/g, ' ').slice(0, 60)}" is not a date: give it as YYYY-MM-DD`);
  return { value: day, earliest: day, latest: day, basis };
}

/** SHA-256 of a text in UTF-8, or of bytes, in hexadecimal. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Is this a day of the calendar, written YYYY-MM-DD? */
export function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

/** The first line, where a blank line or a full paragraph follows it and it does not end like a sentence of prose. */
function headlineSpan(text: string): Span | null {
  const start = text.search(/\S/);
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd < 0) return null;
  const line = text.slice(start, lineEnd).trimEnd();
  if (line.length > LONGEST_HEADLINE || /[.!,;:][”"’')]*$/.test(line) || !/\S/.test(text.slice(lineEnd))) return null;
  const nextLine = /[^\r\n]+/.exec(text.slice(lineEnd))?.[0] ?? '';
  const standsAlone = /^\r?\n[ \t]*\r?\n/.test(text.slice(lineEnd)) || nextLine.length > line.length;
  return standsAlone ? { start, end: start + line.length } : null;
}

function spanOf(text: string, words: string): Span | null {
  const start = text.indexOf(words);
  return start < 0 ? null : { start, end: start + words.length };
}
