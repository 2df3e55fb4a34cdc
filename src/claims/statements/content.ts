import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';
import { type CueHere, cueAt, type Takes } from './cues.js';
import { denialAsideAt } from './denial-aside.js';
import type { Passage } from './passage.js';
import { type Run, subtree, verbGroupStart } from './phrase.js';

/** Verbs after which a bare clause is speech even where the parse does not say so. */
export const SPEECH = new Set([
  'say',
  'add',
  'tell',
  'warn',
  'claim',
  'insist',
  'argue',
  'announce',
  'note',
  'suggest',
  'believe',
  'confirm',
  'think',
]);

/** Words that open a clause of content. */
export const OPENERS = /^(?:that|whether|if|how|why|what|when|where|who)$/i;

export interface Content {
  takes: Takes;
  content: Span[];
  confidence: number;
  /** `null` where the words name nobody who speaks: "is said to be". */
  speaker?: null;
}

export function takesAny(here: CueHere, ...ways: Takes[]): Takes | null {
  return ways.find(way => here.cue.stances.has(way)) ?? null;
}

/** Cue and speaker with what stands between: ", Xi said", "said the spokesman". */
export function groupOf(tree: Tree, here: CueHere, speaker: Run | null): { first: number; end: number } {
  let first = verbGroupStart(tree, here.head);
  let end = here.end;
  if (speaker && speaker.end <= here.head) first = Math.min(first, speaker.first);
  if (speaker && speaker.first >= here.end) end = Math.max(end, speaker.end);
  while (first > 0 && tree.tokens[first - 1]!.upos === 'ADV' && !isComma(tree.tokens[first - 1]!)) first--;
  return { first, end };
}

/** One past the last token of content that begins at `first`: up to where the cue's own clause goes on. */
export function contentEnd(tree: Tree, cue: number, first: number, isClause = true): number {
  const { tokens } = tree;
  let at = first;
  let quoted = false;
  let joinedAt = -1;
  for (; at < tokens.length; at++) {
    if ('“"'.includes(tokens[at]!.form)) quoted = tokens[at]!.form === '“' || !quoted;
    else if (tokens[at]!.form === '”') quoted = false;
    if (tokens[at]!.form === ';' || resumes(tree, at, cue)) break;
    if (!quoted && at > first && /^[,–—-]$/.test(tokens[at]!.form) && isAuthorAgain(tree, at + 1, cue)) break;
    if (!quoted && at > first && denialAsideAt(tree, at)) break;
    if (!quoted && !isClause && at > first && tokens[at]!.upos === 'CCONJ' && isNextDeed(tree, at + 1)) break;
    const isJoined = tokens[at]!.upos === 'CCONJ' && /^(?:that|whether)$/i.test(tokens[at + 1]?.form ?? '');
    if (isJoined) joinedAt = at;
    if (at > first && (!isSeam(tokens, at) || (joinedAt >= 0 && at <= joinedAt + 2))) continue;
    const branch = branchOf(tree, at, cue);
    if (branch === null) break;
    if (branch <= cue || (branch === at && tokens[at]!.upos === 'PUNCT')) continue;
    const { deprel } = tokens[branch]!;
    if (
      branch > first &&
      subtree(tree, branch).first > first &&
      /^(?:conj|advcl|parataxis)/.test(deprel) &&
      startsOwnClause(tree, branch, cue, first)
    )
      break;
  }
  while (
    at > first &&
    (tokens[at - 1]!.upos === 'PUNCT' || tokens[at - 1]!.upos === 'CCONJ') &&
    !'”"’\')'.includes(tokens[at - 1]!.form)
  )
    at--;
  return at;
}

/** A place where a clause may end: beside a mark or a conjunction. Elsewhere a break is the parse's fault. */
function isSeam(tokens: Token[], at: number): boolean {
  return [tokens[at - 1]!, tokens[at]!].some(({ upos }) => /^(?:PUNCT|CCONJ|SCONJ)$/.test(upos));
}

/** A "to" before an infinitive, however it is tagged. */
export function isInfinitiveMark(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.form.toLowerCase() !== 'to') return false;
  return token.xpos === 'TO' || token.deprel === 'mark' || tokens[at + 1]?.xpos === 'VB';
}

/** "calls it illegal and has gone to court": behind content without a verb of its own a finite verb is the speaker's next deed. */
function isNextDeed(tree: Tree, first: number): boolean {
  const { tokens } = tree;
  let at = first;
  while (tokens[at]?.upos === 'ADV') at++;
  const token = tokens[at];
  if (!token) return false;
  return isFiniteToken(token)
    ? token.xpos !== 'VBP' || token.upos === 'AUX'
    : /^VBN$/.test(token.xpos) && token.form.endsWith('ed');
}

/** Nouns by which an author sums up what was said: "..., a reversal that ...". Nouns of speech count too. */
const SUMMING_UP = new Set(['move', 'reversal', 'step', 'reply', 'decision', 'shift', 'reference', 'change', 'day']);

/**
 * Whether the words behind a comma are the author's again: a new main clause (", but the polls were ..."), a participle
 * of speech (", adding ..."), a doubt (", although ..."), a summing up (", a pledge that ...").
 */
function isAuthorAgain(tree: Tree, at: number, cue: number): boolean {
  const { tokens } = tree;
  const token = tokens[at];
  if (!token) return false;
  if (token.xpos === 'VBG') return cueAt(tokens, at)?.cue.stances.has('speech') === true;
  if (/^(?:although|though)$/i.test(token.form)) return true;
  if (/^(?:and|but|yet|nor)$/i.test(token.form)) return opensMainClause(tree, at + 1, cue);
  if (/^with$/i.test(token.form)) return opensAbsolute(tree, at + 1);
  if (!/^an?$/i.test(token.form)) return false;
  let noun = at + 1;
  while (tokens[noun]?.upos === 'ADJ') noun++;
  const summary = tokens[noun];
  return summary?.upos === 'NOUN' && (SUMMING_UP.has(summary.lemma) || cueAt(tokens, noun) !== null);
}

/** ", with the president appearing to sense ...": a noun phrase and its participle. */
function opensAbsolute({ tokens }: Tree, first: number): boolean {
  for (let at = first; at < Math.min(tokens.length, first + 8); at++) {
    if (tokens[at]!.xpos === 'VBG') return at > first;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|PART|NUM)$/.test(tokens[at]!.upos)) return false;
  }
  return false;
}

/** A clause with its own subject, without a "that" which would make it one more thing said. */
function opensMainClause(tree: Tree, first: number, cue: number): boolean {
  const { tokens } = tree;
  if (/^(?:that|whether|if|how|why|what)$/i.test(tokens[first]?.form ?? '')) return false;
  for (let at = first; at < tokens.length && !/^[,;:“”"]$/.test(tokens[at]!.form); at++) {
    if (tokens[at]!.upos === 'SCONJ' || /^W/.test(tokens[at]!.xpos)) return false;
    if (!isFiniteToken(tokens[at]!)) continue;
    const head = tokens[at]!.upos === 'AUX' && tokens[at]!.head > at ? tokens[at]!.head : at;
    return head !== cue && dependents(tree, head, 'nsubj').some(subject => subject >= first && subject < at);
  }
  return false;
}

/** "said it was opposed and warned the North to refrain": the speaker's next cue, in the tense of the first. */
function resumes(tree: Tree, at: number, cue: number): boolean {
  const { tokens } = tree;
  if (tokens[at]!.upos !== 'CCONJ' || !/^VB[DZP]$/.test(tokens[cue]!.xpos)) return false;
  let next = at + 1;
  while (tokens[next]?.upos === 'ADV') next++;
  const verb = tokens[next];
  return (
    verb !== undefined &&
    verb.xpos === tokens[cue]!.xpos &&
    cueAt(tokens, next) !== null &&
    dependents(tree, next, 'nsubj').length === 0
  );
}

/** The child of the cue over a token; the token's own top where it hangs elsewhere in the sentence before; null outside. */
function branchOf(tree: Tree, index: number, cue: number): number | null {
  let at = index;
  for (let steps = 0; steps < 24; steps++) {
    const { head } = tree.tokens[at]!;
    if (head === cue) return at;
    if (head < 0) return tree.tokens[cue]!.head < 0 ? cue : outsideOrInside(tree, at, cue);
    at = head;
  }
  return cue;
}

/** A cue inside another clause: what hangs over it is outside the content, unless it is mere punctuation. */
function outsideOrInside(tree: Tree, top: number, cue: number): number | null {
  return isUnder(tree, cue, top) && tree.tokens[cue]!.deprel.startsWith('parataxis')
    ? cue
    : isUnder(tree, cue, top)
      ? null
      : cue;
}

/** Whether a clause beside the content is the article's again: the speaker's next deed, or another cue. */
function startsOwnClause(tree: Tree, branch: number, cue: number, contentFirst: number): boolean {
  const { tokens } = tree;
  if (cueAt(tokens, branch) && isVerb(tokens[branch]!)) return true;
  const { deprel } = tokens[branch]!;
  if (deprel.startsWith('conj')) return !goesOnAsContent(tree, branch, contentFirst);
  if (deprel.startsWith('advcl'))
    return (
      tokens[branch]!.xpos === 'VBG' &&
      !tree.children[branch]!.some(child => tokens[child]!.upos === 'SCONJ' || tokens[child]!.upos === 'ADP')
    );
  return deprel.startsWith('parataxis') && branch > cue && dependents(tree, branch, 'nsubj').length > 0;
}

/** "... and that X", "... but could not bear Y": a second clause of the content, not the speaker's next deed. */
function goesOnAsContent(tree: Tree, branch: number, contentFirst: number): boolean {
  const { tokens } = tree;
  const { first } = subtree(tree, branch);
  const opener = tokens[tokens[first]?.upos === 'CCONJ' ? first + 1 : first];
  if (opener?.form.toLowerCase() === 'that') return true;
  if (dependents(tree, branch, 'nsubj').length > 0) return false;
  const opensAgain = tokens
    .slice(contentFirst + 1, branch)
    .some((token, index) => token.form === 'that' && tokens[contentFirst + index]!.upos === 'CCONJ');
  return opensAgain || dependents(tree, branch, 'aux').some(child => tokens[child]!.xpos === 'MD');
}

/** Content that ends inside a quotation goes on to its end. */
export function throughQuotation({ quotations }: Passage, span: Span): Span {
  const cut = quotations.find(({ start, end }) => start < span.end && span.end < end && start >= span.start);
  return cut ? { start: span.start, end: cut.end } : span;
}

export function hasVerb(tree: Tree, index: number): boolean {
  return isVerb(tree.tokens[index]!) || dependents(tree, index, 'cop', 'nsubj', 'aux').length > 0;
}

export function isFiniteToken(token: Token): boolean {
  return /^(?:VB[DPZ]|MD)$/.test(token.xpos) || (/^['’](?:s|re|m|ve|ll|d)$/i.test(token.form) && token.upos === 'AUX');
}

/** A verb in a tense: "said", "has said", "would say", not "to say" or "saying". */
export function isInTense(tree: Tree, verb: number): boolean {
  const { xpos } = tree.tokens[verb]!;
  return /^VB[DZP]$/.test(xpos) || dependents(tree, verb, 'aux').length > 0;
}

export function isPassive(tree: Tree, verb: number): boolean {
  return tree.children[verb]!.some(child => tree.tokens[child]!.deprel === 'aux:pass');
}

export function isComma(token: Token): boolean {
  return token.form === ',';
}
