import { articleFromText } from '../../src/article/article.js';
import { parseSentences } from '../../src/language/parse.js';
import { findTimes } from '../../src/time/find.js';

/** A sentence, the words in it, and their type, value, first and last day. */
export type Case = [string, string, string, string, string | null, string | null];

/** The times of a text written on a day, between two days, or nobody knows when. */
export function readTimes(text: string, date: string | { earliest: string; latest: string } | null) {
  const article = articleFromText({ text, date: typeof date === 'string' ? date : null });
  if (date && typeof date !== 'string') article.date = { value: null, ...date, basis: 'inferred' };
  return findTimes(article, parseSentences(text)).map(({ start, end, type, value, from, to }) => ({
    words: text.slice(start, end),
    type,
    value,
    from,
    to,
  }));
}
