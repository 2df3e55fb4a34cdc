import type { Reading, ReadSentence } from '../reading.js';

/** How much of an article was understood at all. */
export interface SentencesRead {
  read: number;
  /** All sentences of the article; lines of the page around it are not counted. */
  of: number;
  /** Those in which nothing was read. */
  unread: ReadSentence[];
}

/** A sentence counts as read when at least one claim, or a mention of a country, was found in it. */
export function sentencesRead({ sentences, claims, mentions }: Reading): SentencesRead {
  const starts = [...claims, ...mentions.filter(({ countries }) => countries.length)]
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  const own = sentences.filter(({ boilerplate }) => !boilerplate);
  let next = 0;
  const unread = own.filter(({ start, end }) => {
    while (next < starts.length && starts[next]! < start) next++;
    return !(next < starts.length && starts[next]! < end);
  });
  return { read: own.length - unread.length, of: own.length, unread };
}
