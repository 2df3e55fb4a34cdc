import { articleFromText } from '../article/article.js';
import { parseSentences } from '../language/parse.js';
import type { Country, Day, MentionKind } from '../reading.js';
import { findMentions } from './mentions.js';

/** How a phrase was resolved on a day. */
export interface ActorExplanation {
  phrase: string;
  date: Day | null;
  mentions: {
    words: string;
    countries: Country[];
    person: string | null;
    organisation: string | null;
    kind: MentionKind;
    confidence: number;
    /** Why, in words. */
    reason: string;
  }[];
}

/**
 * Which country, person or organisation a phrase leads to, and why.
 *
 * @param date the day it is asked for, `YYYY-MM-DD`; without one, any holder of an office will do.
 * @throws BadInput where the phrase is empty or the date is none.
 */
export function explainActor(phrase: string, date: Day | null): ActorExplanation {
  const article = articleFromText({ text: phrase, date });
  const mentions = findMentions(article, parseSentences(phrase)).map(
    ({ start, end, countries, person, organisation, kind, confidence, reason }) => ({
      words: phrase.slice(start, end),
      ...{ countries, person, organisation, kind, confidence, reason },
    }),
  );
  return { phrase, date: article.date.value, mentions };
}
