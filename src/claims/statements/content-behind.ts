import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { dependents, isVerb, type Tree } from '../actions/tree.js';
import {
  type Content,
  contentEnd,
  groupOf,
  isComma,
  isFiniteToken,
  isInfinitiveMark,
  isInTense,
  OPENERS,
  SPEECH,
  takesAny,
  throughQuotation,
} from './content.js';
import { type CueHere, cueAt } from './cues.js';
import { type Passage, spanOfTokens, trimmed } from './passage.js';
import { isNegated, type Run, subtree } from './phrase.js';
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
  if (between.trim() === '' && /^ [a-z]/.test(text.slice(quote.outer.end, quote.outer.end + 2))) {
    const inside = tokens.findIndex(token => token.start >= quote.outer.start);
    const end = contentEnd(tree, here.head, inside);
    const span = trimmed(text, { start: quote.outer.start, end: tokens[end - 1]!.end });
    if (span && span.end > quote.outer.end)
      return { takes: takesAny(here, 'clause', 'speech')!, content: [span], confidence: 0.7 };
  }
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

/** A clause behind its cue: "said (that) X", "asked whether X", with the pronoun before it in "which he said X". */
export function clauseBehind(passage: Passage, here: CueHere, speaker: Run | null): Content | null {
  if (!takesAny(here, 'clause')) return null;
  const { tree } = passage;
  const { tokens } = tree;
  const first = openedByThat(tokens, here) ?? parsedOpening(tree, here) ?? bareOpening(tree, here);
  if (first === null) return null;
  const end = contentEnd(tree, here.head, first);
  const holdsVerb = tokens.slice(first, end).some(token => isVerb(token) || token.upos === 'AUX');
  if (!holdsVerb && !isLongSpeech(tokens, here, first, end)) return null;
  const span = spanOfTokens(passage, first, end);
  if (!span) return null;
  const content = throughQuotation(passage, span);
  const pronoun = relativeBefore(tokens, here, speaker);
  return { takes: 'clause', content: pronoun ? [pronoun, content] : [content], confidence: 0.8 };
}

/** How far behind its cue a "that" may open the content, in words. */
const REACH_OF_THAT = 16;

/** "told an invited crowd at the club that X": the "that" behind addressee, place and time. */
function openedByThat(tokens: Token[], here: CueHere): number | null {
  const limit = Math.min(tokens.length - 1, here.end + REACH_OF_THAT);
  for (let at = here.end; at < limit; at++) {
    const token = tokens[at]!;
    if (token.form.toLowerCase() === 'that' && token.upos !== 'DET' && !/^W/.test(token.xpos)) {
      const isSubject = /^(?:VERB|AUX)$/.test(tokens[at + 1]!.upos) && tokens[at + 1]!.xpos !== 'VBG';
      const isJoined = tokens[at - 1]!.upos === 'CCONJ' || isNounOfSpeech(tokens, at - 1, here);
      return isSubject || isJoined ? null : at;
    }
    if (isFiniteToken(token) || /^[;:.?!“”"—–]$/.test(token.form)) return null;
    if (isInfinitiveMark(tokens, at)) return null;
    if (isVerb(token) && cueAt(tokens, at)) return null;
  }
  return null;
}

/** "rejected the claim that X": the clause is the noun's, unless a preposition makes the noun a mere manner or place. */
function isNounOfSpeech(tokens: Token[], at: number, here: CueHere): boolean {
  if (at < here.end || cueAt(tokens, at)?.cue.kind !== 'noun') return false;
  return !tokens.slice(here.end, at).some(token => /^(?:in|on|by|via|through|during|at|to)$/i.test(token.form));
}

/** Where the clause begins that the parse hangs under the cue. */
function parsedOpening(tree: Tree, here: CueHere): number | null {
  const { tokens } = tree;
  const clause = clauseChild(tree, here);
  if (clause < 0) return null;
  let first = Math.max(here.end, subtree(tree, clause).first);
  while (first < clause && (isComma(tokens[first]!) || tokens[first]!.form === ':')) first++;
  first = fromOpener(tokens, here.end, withoutDay(tokens, here.end, first));
  if (!takesAddressee(tokens[here.head]!) && isNominalRun(tokens, here.end, first))
    first = withoutDay(tokens, here.end, here.end);
  return /^(?:by|after|before|while|when|as)$/i.test(tokens[first]!.form) && first < clause ? null : first;
}

/** "told reporters X": the noun behind these verbs is who is told. */
function takesAddressee({ lemma }: Token): boolean {
  return /^(?:tell|inform|remind|assure|warn|notify|advise|convince|persuade|teach|show|promise|ask)$/.test(lemma);
}

/** "said the president [would]": a noun phrase that the parse left outside the clause it begins. */
function isNominalRun(tokens: Token[], from: number, to: number): boolean {
  const run = tokens.slice(from, to);
  return (
    run.length > 0 &&
    /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(run[0]!.upos) &&
    run.some(token => /^(?:NOUN|PROPN|PRON)$/.test(token.upos)) &&
    run.every(token => /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|PART|ADP|CCONJ|ADV)$/.test(token.upos))
  );
}

/** Words that a clause without a verb the tagger knows must have at least to count as what "said" says. */
const LONG_SPEECH = 5;

/** "critics say resources obscures the view": after plain speech a long stretch of words is a clause however tagged. */
function isLongSpeech(tokens: Token[], here: CueHere, first: number, end: number): boolean {
  const comma = tokens.findIndex((token, index) => index > first && isComma(token));
  const length = (comma < 0 ? end : Math.min(comma, end)) - first;
  return tokens[here.head]!.lemma === 'say' && first === here.end && length >= LONG_SPEECH;
}

/** "which he said were at his side": the relative pronoun right before the speaker belongs to what is said. */
function relativeBefore(tokens: Token[], here: CueHere, speaker: Run | null): Span | null {
  if (!speaker || speaker.end > here.head || speaker.first === 0) return null;
  const before = tokens[speaker.first - 1]!;
  return /^(?:which|what|that|whom)$/i.test(before.form) && /^W/.test(before.xpos)
    ? { start: before.start, end: before.end }
    : null;
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
    tree.children[verb]!.some(child => child < verb && isInfinitiveMark(tree.tokens, child)) &&
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

/** "Beijing said the talks went well", "would not say when": a clause right behind its cue that the parse hung elsewhere. */
function bareOpening(tree: Tree, here: CueHere): number | null {
  const { tokens } = tree;
  const { lemma, xpos } = tokens[here.head]!;
  const helpers = dependents(tree, here.head, 'aux').map(child => tokens[child]!);
  if (xpos === 'VBN' && !helpers.some(token => token.lemma === 'have')) return null;
  const asked = tokens[here.end]?.form ?? '';
  if (/^(?:whether|how|why|what|who)$/i.test(asked)) return isInTense(tree, here.head) ? here.end : null;
  if (/^(?:when|where|if)$/i.test(asked) && isNegated(tree, here.head)) return here.end;
  if (!SPEECH.has(lemma) || lemma === 'tell') return null;
  const first = withoutDay(tokens, here.end, here.end);
  const next = tokens[first];
  if (!next || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(next.upos)) return null;
  const stop = tokens.findIndex((token, index) => index > first && /^[,;:“”"]$/.test(token.form));
  return lemma === 'say' || tokens.slice(first, stop < 0 ? tokens.length : stop).some(isFiniteToken) ? first : null;
}

/** "As Merkel put it, X", "As Mr. Bown observed, X": the clause behind the comma. */
export function introducedByAs(passage: Passage, here: CueHere, speaker: Run | null): Content | null {
  const { tokens } = passage.tree;
  const as = (speaker?.first ?? 0) - 1;
  if (!takesAny(here, 'speech', 'clause') || as < 0 || tokens[as]!.form.toLowerCase() !== 'as' || as > 2) return null;
  const comma = tokens.findIndex((token, index) => index >= here.end && isComma(token));
  if (comma < 0 || comma - here.end > 12 || !tokens.slice(comma + 1).some(isFiniteToken)) return null;
  if (tokens.slice(here.end, comma).some(isFiniteToken)) return null;
  const before = spanOfTokens(passage, 0, as - 1);
  const behind = spanOfTokens(passage, comma + 1, tokens.length);
  if (!behind) return null;
  const isInside =
    before !== null &&
    as > 1 &&
    tokens[as - 1]!.form === ',' &&
    tokens[0]!.upos !== 'SCONJ' &&
    tokens[0]!.upos !== 'CCONJ';
  return {
    takes: takesAny(here, 'speech', 'clause')!,
    content: isInside ? [before, behind] : [behind],
    confidence: 0.75,
  };
}
