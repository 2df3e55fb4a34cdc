import type { Token } from '../../language/sentence.js';
import { dependents, isVerb, type Tree } from '../actions/tree.js';
import {
  type Content,
  contentEnd,
  groupOf,
  isComma,
  isFiniteToken,
  OPENERS,
  SPEECH,
  takesAny,
  throughQuotation,
} from './content.js';
import { type CueHere, cueAt } from './cues.js';
import { type Passage, spanOfTokens } from './passage.js';
import { type Run, subtree } from './phrase.js';
import type { Quotation } from './quotations.js';
import { CALENDAR } from './speaker.js';

/** A quotation right behind its cue: 'Xi said: "..."', 'told reporters that "..."'. */
export function quotedBehind(passage: Passage, here: CueHere, speaker: Run | null): Content | null {
  if (!takesAny(here, 'speech', 'clause')) return null;
  const { tree, text, quotations } = passage;
  const { tokens } = tree;
  const group = groupOf(tree, here, speaker);
  const from = tokens[group.end - 1]!.end;
  const quote = quotations.find(({ outer }) => outer.start >= from);
  if (!quote) return colonBehind(passage, here);
  const between = text.slice(from, quote.outer.start);
  const isOpen = /(?:[,:]|^)\s*$/.test(between) && between.length < 160;
  if (!isOpen) return null;
  const betweenTokens = tokens.filter(token => token.start >= from && token.end <= quote.outer.start);
  if (betweenTokens.some(token => isVerb(token) && cueAt(tokens, token.index) !== null)) return null;
  if (betweenTokens.some(token => OPENERS.test(token.form) || isFiniteToken(token))) return null;
  if (between.trim() === '' && !/^[A-Z“]/.test(text[quote.start] ?? '') && !isWholeClause(passage, quote)) return null;
  return { takes: takesAny(here, 'speech', 'clause')!, content: quote.parts, confidence: 0.9 };
}

/** 'He said: the talks went on', without quotation marks. */
function colonBehind(passage: Passage, here: CueHere): Content | null {
  const { tokens } = passage.tree;
  const colon = tokens.findIndex((token, index) => index >= here.end && token.form === ':');
  if (colon === tokens.length - 1 && colon >= 0 && passage.following) {
    return { takes: takesAny(here, 'speech', 'clause')!, content: [...passage.following.parts], confidence: 0.85 };
  }
  if (colon < 0 || colon - here.end > 6 || tokens.slice(here.end, colon).some(token => isVerb(token) || isComma(token)))
    return null;
  const span = spanOfTokens(passage, colon + 1, tokens.length);
  return span ? { takes: takesAny(here, 'speech', 'clause')!, content: [span], confidence: 0.7 } : null;
}

/** A quotation that runs to the end of its sentence, or holds a finite verb with its subject. */
function isWholeClause({ tree, sentence }: Passage, quote: Quotation): boolean {
  const inside = tree.tokens.filter(token => token.start >= quote.start && token.end <= quote.end);
  return (
    quote.end > sentence.end ||
    inside.some(token => isFiniteToken(token) && dependents(tree, token.index, 'nsubj').length > 0)
  );
}

/** A clause behind its cue: "said (that) X", "asked whether X". */
export function clauseBehind(passage: Passage, here: CueHere): Content | null {
  if (!takesAny(here, 'clause')) return null;
  const { tree, text } = passage;
  const { tokens } = tree;
  const clause = clauseChild(tree, here);
  let first: number;
  if (clause >= 0) {
    first = Math.max(here.end, subtree(tree, clause).first);
    while (first < clause && (isComma(tokens[first]!) || tokens[first]!.form === ':')) first++;
    first = fromOpener(tokens, here.end, withoutDay(tokens, here.end, first));
    if (/^(?:by|after|before|while|when|as)$/i.test(tokens[first]!.form) && first < clause) return null;
  } else {
    const opener = surfaceOpener(tokens, here);
    if (opener === null) return null;
    first = opener;
  }
  const end = contentEnd(tree, here.head, first);
  if (!tokens.slice(first, end).some(token => isVerb(token) || token.upos === 'AUX')) return null;
  const span = spanOfTokens(passage, first, end);
  if (!span || text.length === 0) return null;
  return { takes: 'clause', content: [throughQuotation(passage, span)], confidence: 0.8 };
}

/** The clause that the cue governs, to its right; -1 without one. */
export function clauseChild(tree: Tree, here: CueHere): number {
  const { tokens } = tree;
  const clause = dependents(tree, here.head, 'ccomp').find(child => child >= here.end);
  if (clause !== undefined && !isBareInfinitive(tree, clause)) return clause;
  return (
    dependents(tree, here.head, 'parataxis').find(child => child >= here.end && tokens[here.end]?.form === ':') ?? -1
  );
}

function isBareInfinitive(tree: Tree, verb: number): boolean {
  return (
    tree.children[verb]!.some(child => child < verb && tree.tokens[child]!.xpos === 'TO') &&
    !isFiniteToken(tree.tokens[verb]!)
  );
}

/** "said Wednesday night his refusal": the day belongs to the cue. */
function withoutDay(tokens: Token[], from: number, first: number): number {
  if (first !== from) return first;
  let at = first;
  while (
    at < tokens.length &&
    (CALENDAR.test(tokens[at]!.form) ||
      (/^(?:on|in|last|this|late|early)$/i.test(tokens[at]!.form) && CALENDAR.test(tokens[at + 1]?.form ?? '')))
  )
    at++;
  return at < tokens.length ? at : first;
}

/** Takes along a "that" which the parse left outside. */
function fromOpener(tokens: Token[], from: number, first: number): number {
  return first > from && OPENERS.test(tokens[first - 1]!.form) ? first - 1 : first;
}

/** Where content begins by the look of the words, for a cue that the parse gave no clause. */
function surfaceOpener(tokens: Token[], here: CueHere): number | null {
  const limit = Math.min(tokens.length, here.end + 7);
  for (let at = here.end; at < limit; at++) {
    const { form } = tokens[at]!;
    if (/^[,;.!?—–]$/.test(form) && at > here.end) break;
    if (form.toLowerCase() === 'that' && tokens.slice(at + 1).some(isFiniteToken)) {
      return /^(?:VERB|AUX)$/.test(tokens[at + 1]?.upos ?? 'VERB') ? null : at;
    }
    if (isVerb(tokens[at]!)) break;
  }
  const next = tokens[here.end];
  if (!next || !SPEECH.has(tokens[here.head]!.lemma) || tokens[here.head]!.xpos === 'VBN') return null;
  if (!/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(next.upos) || tokens[here.head]!.lemma === 'tell') return null;
  return tokens.slice(here.end).some(isFiniteToken) ? here.end : null;
}
