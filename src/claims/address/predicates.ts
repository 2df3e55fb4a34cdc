import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import type { Scene, Term } from './scene.js';
import { opensTerm } from './term-words.js';
import { adjectives, nouns } from './vocabulary.js';

/** "... is my best friend and colleague", "welcome as an old friend": what a quoted speaker calls the other. */
export function predicates({ passage }: Scene): Term[] {
  const { tokens } = passage.tree;
  const terms: Term[] = [];
  for (const quotation of passage.quotations) {
    for (const token of tokens) {
      if (token.start < quotation.start || token.end > quotation.end) continue;
      if (!nouns().has(token.form.toLowerCase())) continue;
      const term = phraseAround(tokens, token.index, quotation);
      if (term && !terms.some(other => other.start <= term.start && term.end <= other.end))
        terms.push({ ...term, way: 'predicate' });
    }
  }
  return terms;
}

/** The words around a noun of address: possessive or article, adjectives, "and colleague", the name or "of X" behind. */
function phraseAround(tokens: Token[], noun: number, quotation: Span): Span | null {
  const isInside = (at: number) => tokens[at] !== undefined && tokens[at]!.start >= quotation.start;
  let first = noun;
  while (isInside(first - 1) && (opensTerm(tokens[first - 1]!.form) || isNational(tokens, first - 1))) first--;
  const lead = tokens[first]!.form.toLowerCase();
  const before = isInside(first - 1) ? tokens[first - 1]!.form.toLowerCase() : '';
  if (tokens[noun]!.form.toLowerCase() === 'family' && first === noun) {
    return /^(?:is|are|like|as)$/.test(before)
      ? phraseSpan(tokens, before === 'like' ? first - 1 : first, noun + 1)
      : null;
  }
  // "We are brothers."
  if (first === noun && /^(?:brothers|sisters|friends|comrades|neighbours|neighbors|partners|allies)$/.test(lead)) {
    const isOurs = before === 'are' && /^we$/i.test(tokens[first - 2]?.form ?? '');
    return isOurs ? phraseSpan(tokens, first, endOfOwner(tokens, noun + 1, quotation)) : null;
  }
  const isPersonal = /^(?:my|our)$/.test(lead);
  const isWarm = first < noun && adjectives().has(tokens[noun - 1]!.form.toLowerCase());
  const isNamed = /^(?:as|are|is|been|two)$/.test(before) || lead === 'two';
  if (!isPersonal && !(isWarm && (isNamed || /^(?:an?|dear)$/.test(lead)))) return null;
  return phraseSpan(tokens, first, endOf(tokens, noun, quotation, isPersonal));
}

/** "our Chinese friends": a nation's adjective between possessive and noun. */
function isNational(tokens: Token[], at: number): boolean {
  const { upos, form } = tokens[at]!;
  return (
    (upos === 'ADJ' || upos === 'PROPN') && /^\p{Lu}/u.test(form) && /^(?:my|our)$/i.test(tokens[at - 1]?.form ?? '')
  );
}

function endOf(tokens: Token[], noun: number, quotation: Span, isPersonal: boolean): number {
  let end = noun + 1;
  while (end < tokens.length && tokens[end]!.end <= quotation.end) {
    const next = tokens[end + 1];
    const joins = /^and$/i.test(tokens[end]!.form) && next && next.end <= quotation.end;
    if (joins && nouns().has(next.form.toLowerCase())) end += 2;
    else if (joins && opensTerm(next.form) && nouns().has(tokens[end + 2]?.form.toLowerCase() ?? '')) end += 3;
    else if (tokens[end]!.upos === 'PROPN' && isPersonal) end++;
    else break;
  }
  return endOfOwner(tokens, end, quotation);
}

/** "a true friend of Japan", "an old friend of the Chinese people": whose friend it is belongs to the term. */
function endOfOwner(tokens: Token[], end: number, quotation: Span): number {
  if (tokens[end]?.form.toLowerCase() !== 'of') return end;
  let at = end + 1;
  while (at < tokens.length && tokens[at]!.end <= quotation.end && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[at]!.upos))
    at++;
  return at > end + 1 ? at : end;
}

function phraseSpan(tokens: Token[], first: number, end: number): Span {
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end };
}
