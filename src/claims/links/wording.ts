/** Whether two stretches of text speak of the same thing, by the weighty words they share. */
import type { Span } from '../../reading.js';

/** Words of four letters and more that say nothing of what is spoken about. */
const EMPTY = new Set(
  'that this with from have will would been were they their there which about could should into than also when what said never ever your ours'.split(
    ' ',
  ),
);

/** The beginnings of the weighty words of a text: "attacked" and "attack" are one. */
export function weightyWords(text: string, spans: Span[]): Set<string> {
  const words = spans.flatMap(
    ({ start, end }) =>
      text
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\d]{4,}/gu) ?? [],
  );
  return new Set(words.filter(word => !EMPTY.has(word)).map(beginning));
}

/** "killed" and "killing", "shells" and "shelling": the word without its ending, cut to six letters. */
function beginning(word: string): string {
  const bare = word.replace(/(?:ings?|ed|es|s)$/, '');
  return (bare.length < 4 ? word : bare).slice(0, 6);
}

/** The part of the shorter one's words that the other has too, 0 to 1. */
export function shared(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / Math.min(one.size, other.size);
}
