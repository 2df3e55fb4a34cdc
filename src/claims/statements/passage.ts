import type { Sentence } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { type Tree, treeOf } from '../actions/tree.js';
import type { Quotation } from './quotations.js';

/** A sentence with what the statement readers look at: its tree, and the quotations that touch it. */
export interface Passage {
  text: string;
  sentence: Sentence;
  tree: Tree;
  /** Quotations of the article (not nested ones) that begin or end in this sentence, in order. */
  quotations: Quotation[];
  /** The quotation that ends right before this sentence. */
  preceding: Quotation | null;
  /** The quotation that the next sentence begins with. */
  following: Quotation | null;
  /** Quotations inside those. */
  nested: Quotation[];
}

/** Makes a passage of every sentence of the article that is not boilerplate. Linear in sentences and quotations. */
export function passagesOf(text: string, sentences: Sentence[], quotations: Quotation[]): Passage[] {
  let first = 0;
  return sentences
    .filter(sentence => !sentence.boilerplate)
    .map(sentence => {
      while (first < quotations.length && quotations[first]!.outer.end <= sentence.start) first++;
      const here: Quotation[] = [];
      for (let at = first; at < quotations.length && quotations[at]!.outer.start < sentence.end; at++) {
        if (quotations[at]!.outer.end > sentence.start) here.push(quotations[at]!);
      }
      return {
        text,
        sentence,
        tree: treeOf(sentence),
        quotations: here.filter(({ depth }) => depth === 0),
        preceding: precedingQuotation(text, sentence, quotations, first),
        following: followingQuotation(text, sentence, quotations, first + here.length),
        nested: here.filter(({ depth }) => depth > 0),
      };
    });
}

/** The quotation that ends right before a sentence, with nothing but white space between. */
function precedingQuotation(
  text: string,
  { start }: Sentence,
  quotations: Quotation[],
  from: number,
): Quotation | null {
  const before = quotations
    .slice(Math.max(0, from - 3), from)
    .findLast(({ depth, outer }) => depth === 0 && outer.end <= start);
  return before && start - before.outer.end < 8 && /^\s*$/.test(text.slice(before.outer.end, start)) ? before : null;
}

/** The quotation that begins right behind a sentence, with nothing but white space between. */
function followingQuotation(text: string, { end }: Sentence, quotations: Quotation[], from: number): Quotation | null {
  for (let at = from; at < quotations.length; at++) {
    const quotation = quotations[at]!;
    if (quotation.depth > 0 || quotation.outer.start < end) continue;
    return quotation.outer.start - end < 8 && /^\s*$/.test(text.slice(end, quotation.outer.start)) ? quotation : null;
  }
  return null;
}

/** The span of a run of tokens, without spaces, quotation marks around the whole, and final comma or stop. */
export function spanOfTokens({ text, sentence: { tokens } }: Passage, first: number, end: number): Span | null {
  if (first >= end || !tokens[first] || !tokens[end - 1]) return null;
  return trimmed(text, { start: tokens[first]!.start, end: tokens[end - 1]!.end });
}

/** A span without what only surrounds its words; `null` where nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  while (start < end && /[\s,;:.–—-]/.test(text[start]!)) start++;
  while (end > start && /[\s,;:–—-]/.test(text[end - 1]!)) end--;
  if (/["“”'’]/.test(text[end - 1] ?? '') && /[,.]/.test(text[end - 2] ?? '')) end -= 2;
  if (
    text[end - 1] === '.' &&
    !/\b(?:[A-Z]|[a-z]\.[a-z]|Mr|Mrs|Dr|Inc|Corp|Jr|Sr)\.$/.test(text.slice(Math.max(start, end - 6), end))
  )
    end--;
  const opening = text[start] ?? '';
  const inner = text.slice(start + 1, end);
  if ('“"'.includes(opening) && opening !== '' && !/["“”]/.test(inner)) start++;
  else if ('“"'.includes(opening) && opening !== '' && /^[^"“”]*["”]$/.test(inner)) {
    start++;
    end--;
  }
  if (/["”]/.test(text[end - 1] ?? '') && !/["“]/.test(text.slice(start, end - 1))) end--;
  while (end > start && /[\s,;:]/.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}
