import type { Span } from '../../reading.js';
import type { Passage } from '../statements/passage.js';
import { namings } from './namings.js';
import { predicates } from './predicates.js';
import { kinNation, relations } from './relations.js';
import type { Scene, Term } from './scene.js';
import { isRelation, isTerm, isTitled, isVocative } from './term-words.js';
import { wordsOf } from './vocabulary.js';

/** Longest term of address, in words: what is longer is a sentence about somebody. */
const LONGEST_TERM = 10;
/** Longest stretch, in characters, that is looked at for the opening of a letter. */
const LONGEST_OPENING = 120;

/** The terms of address in a sentence, in the order of the text, of two that overlap the longer. */
export function termsIn(scene: Scene): Term[] {
  return withoutOverlap([
    ...namings(scene),
    ...quotedTerms(scene),
    ...vocatives(scene.passage),
    ...predicates(scene),
    ...letterOpenings(scene.passage),
    ...relations(scene.passage),
  ]).filter(term => term.way === 'vocative' || !isNoLongerSo(scene.passage, term));
}

/** "no longer calls Putin his friend": nobody is called so. */
function isNoLongerSo({ text, sentence }: Passage, { start }: Span): boolean {
  return /\b(?:no longer|never|stopped|ceased|refused to|declined to) (?:\p{L}+ ){1,2}[^.;:“"]{0,60}[“"‘']?$/iu.test(
    text.slice(Math.max(sentence.start, start - REACH_OF_NEGATION), start),
  );
}

/** Furthest, in characters, that a negation may stand before a term. */
const REACH_OF_NEGATION = 100;

function withoutOverlap(terms: Term[]): Term[] {
  const kept: Term[] = [];
  for (const term of [...terms].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(other => other.start < term.end && term.start < other.end)) kept.push(term);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Short quotations that are a form of address as a whole: “my old friend”, “dear president”, "Chairman Kim". */
function quotedTerms({ passage, quotations }: Scene): Term[] {
  const { text } = passage;
  const terms: Term[] = [];
  for (const quotation of quotations) {
    const span = inner(text, quotation);
    const words = wordsOf(text.slice(span.start, span.end));
    const kin = kinNation(text, quotation);
    if (kin) terms.push({ ...kin, way: 'epithet' });
    if (kin || words.length === 0 || words.length > LONGEST_TERM) continue;
    if (isRelation(words)) {
      terms.push({ ...span, way: 'relation' });
      continue;
    }
    if (hasFiniteVerb(passage, quotation)) continue;
    const parts = commaParts(text, span);
    const addressing = parts.filter(part => isTerm(wordsOf(text.slice(part.start, part.end))));
    if (parts.length > 1 && (addressing.length < parts.length || beginsSequence(text, parts))) {
      terms.push(...addressing.map(part => ({ ...part, way: 'epithet' as const })));
    } else if (isTerm(words)) terms.push({ ...span, way: 'epithet' });
  }
  return terms;
}

/** "dear Jacques, dear Bill": several addressees; "President Xi, my dear friend": a title, then a term of its own. */
function beginsSequence(text: string, parts: Span[]): boolean {
  const first = wordsOf(text.slice(parts[0]!.start, parts[0]!.end));
  return isTitled(first) || /^dear$/i.test(first[0] ?? '');
}

/** Parts between commas, at the start or the end of a sentence inside a quotation, that address somebody. */
function vocatives(passage: Passage): Term[] {
  const { text, sentence } = passage;
  const terms: Term[] = [];
  for (const quotation of passage.quotations) {
    const here = { start: Math.max(quotation.start, sentence.start), end: Math.min(quotation.end, sentence.end) };
    if (here.end <= here.start) continue;
    const parts = commaParts(text, here);
    for (const part of parts) {
      const words = wordsOf(text.slice(part.start, part.end));
      if (words.length === 0 || words.length > 5 || !isVocative(words)) continue;
      const isEdge = part === parts[0] || part === parts.at(-1);
      const previous = terms.at(-1);
      const follows =
        previous !== undefined && previous.end <= part.start && /^[\s,]*$/.test(text.slice(previous.end, part.start));
      if (isEdge || follows || /^(?:my|dear|our)$/i.test(words[0]!)) terms.push({ ...part, way: 'vocative' });
    }
  }
  return terms;
}

/** The opening of a letter or a headline that is no quotation: "Your Excellency, my dear brother: ...", "Dear friend Xi". */
function letterOpenings({ text, sentence }: Passage): Term[] {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_OPENING));
  if (
    !/^(?:To )?(?:Your (?:Excellenc(?:y|ies)|Majesty|(?:Royal |Imperial )?Highness)|Dear|My dear|Mr President|Madam President)\b/.test(
      opening,
    )
  )
    return [];
  const terms: Term[] = [];
  const start = opening.startsWith('To ') ? sentence.start + 3 : sentence.start;
  for (const part of commaParts(text, { start, end: sentence.start + opening.length }, /[,:;]/)) {
    const words = wordsOf(text.slice(part.start, part.end));
    const friend = /^Dear (?:friend|comrade|brother|colleague)\b/.exec(text.slice(part.start, part.end));
    if (words.length > 0 && words.length <= 6 && isVocative(words)) terms.push({ ...part, way: 'vocative' });
    else if (friend) terms.push({ start: part.start, end: part.start + friend[0].length, way: 'vocative' });
    else break;
  }
  return terms;
}

function hasFiniteVerb({ tree, sentence }: Passage, span: Span): boolean {
  if (span.end > sentence.end) return true;
  return tree.tokens.some(
    token =>
      token.start >= span.start &&
      token.end <= span.end &&
      /^(?:VB[DPZ]|MD)$/.test(token.xpos) &&
      (token.upos === 'VERB' || token.upos === 'AUX'),
  );
}

function inner(text: string, { start, end }: Span): Span {
  const first = text.startsWith('To ', start) ? start + 3 : start;
  let last = end;
  while (last > first && /[\s,.!?;:]/.test(text[last - 1]!)) last--;
  return { start: first, end: last };
}

/** The parts of a stretch between its separators, without marks and spaces around them. */
function commaParts(text: string, { start, end }: Span, separator = /,/): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !separator.test(text[at]!)) continue;
    let first = from;
    let last = at;
    while (first < last && /[\s“”"‘!?]/.test(text[first]!)) first++;
    while (last > first && /[\s“”".!?]/.test(text[last - 1]!)) last--;
    if (last > first) parts.push({ start: first, end: last });
    from = at + 1;
  }
  return parts;
}
