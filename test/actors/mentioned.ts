import type { ActorMention } from '../../src/actors/actor-mention.js';
import { findMentions } from '../../src/actors/mentions.js';
import { articleFromText } from '../../src/article/article.js';
import { parseSentences } from '../../src/language/parse.js';

/** The mentions of a text, as of a day. */
export function mentionsIn(text: string, date: string | null = '2023-03-18'): ActorMention[] {
  return findMentions(articleFromText({ text, date }), parseSentences(text));
}

/** `words = COUNTRY+COUNTRY` for each mention, `-` for none, in the order of the text. */
export function toldIn(text: string, date?: string | null): string[] {
  return mentionsIn(text, date).map(
    ({ start, end, countries }) => `${text.slice(start, end)} = ${countries.join('+') || '-'}`,
  );
}

/** The mention of some words, or `null`; of several the last. */
export function mentionOf(words: string, text: string, date?: string | null): ActorMention | null {
  return mentionsIn(text, date).findLast(({ start, end }) => text.slice(start, end) === words) ?? null;
}
