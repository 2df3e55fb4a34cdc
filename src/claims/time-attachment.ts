/** Which word of its sentence a time belongs to: "in 2019" behind a verb dates the verb, "the 1923 treaty" the treaty alone. */
import type { Token } from '../language/sentence.js';
import type { Span } from '../reading.js';

/** Longest way from a time up to the word it dates. */
const LONGEST_WAY = 12;
/** Events take their time into the clause behind these: "rejected it at last year's summit". */
const SETTING = new Set(['at', 'during']);

/** Tells whether a noun names an event, so that a time behind it is when the event was: "the attacks in 2019". */
export type IsEvent = (noun: Token) => boolean;

/**
 * The index of the word that a time dates, or `null` where the parse does not show one.
 *
 * A time that stands before its noun as part of it ("the 1923 treaty", "next year's summit"), behind "of" or behind the noun
 * of an event dates that noun. Every other time goes up to the nearest verb: in "Moscow on Wednesday expelled" it is no
 * property of Moscow. A verb it never passes, so that the time of a clause is not that of the clause above it.
 */
export function datedWord(tokens: Token[], time: Span, isEvent: IsEvent): number | null {
  const head = headOfSpan(tokens, time);
  if (head === null) return null;
  let at = head;
  for (let steps = 0; steps < LONGEST_WAY; steps++) {
    const over = tokens[at]!.head;
    if (over < 0) return headsClause(tokens, at) ? at : firstVerbUnder(tokens, [at, head]);
    if (headsClause(tokens, over)) return over;
    if (isOfNoun(tokens, at, over, isEvent)) {
      const setting = tokens[over]!.head;
      const isSetting = SETTING.has(markerOf(tokens, over) ?? '') && isEvent(tokens[over]!);
      return isSetting && setting >= 0 && headsClause(tokens, setting) ? setting : over;
    }
    at = over;
  }
  return null;
}

/** The preposition or conjunction that leads a time or a clause, in dictionary form; `null` without one. */
export function markerOf(tokens: Token[], index: number): string | null {
  for (let at = 0; at < index; at++) {
    const { head, deprel, lemma, xpos } = tokens[at]!;
    if (head === index && (deprel === 'case' || deprel === 'mark') && xpos !== 'POS') return lemma.toLowerCase();
  }
  return null;
}

/** The token of a span that hangs outside it, or `null` where the span cuts through the sentence. */
export function headOfSpan(tokens: Token[], { start, end }: Span): number | null {
  const inside = tokens.filter(token => token.start >= start && token.end <= end);
  const first = inside[0]?.index ?? -1;
  const last = inside.at(-1)?.index ?? -1;
  return inside.find(({ head }) => head < first || head > last)?.index ?? null;
}

/** Whether a word heads a clause: a verb, or a noun or an adjective with a copula or a subject. */
export function headsClause(tokens: Token[], index: number): boolean {
  const { upos } = tokens[index]!;
  if (upos === 'VERB' || upos === 'AUX') return true;
  return tokens.some(({ head, deprel }) => head === index && (deprel === 'cop' || deprel.startsWith('nsubj')));
}

function isOfNoun(tokens: Token[], at: number, noun: number, isEvent: IsEvent): boolean {
  const { upos } = tokens[noun]!;
  if (upos !== 'NOUN' && upos !== 'PROPN') return false;
  const marker = markerOf(tokens, at);
  if (marker === null) return at < noun || isEvent(tokens[noun]!);
  return marker === 'of' || isEvent(tokens[noun]!);
}

/** Where a parse took a word beside the clause for its root ("Since 2022 Poland has given"), the clause under it. */
function firstVerbUnder(tokens: Token[], outside: number[]): number | null {
  return tokens.find(({ head, upos }) => outside.includes(head) && upos === 'VERB')?.index ?? null;
}
