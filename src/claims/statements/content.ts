import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';
import { type CueHere, cueAt, type Takes } from './cues.js';
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
export function contentEnd(tree: Tree, cue: number, first: number): number {
  const { tokens } = tree;
  let at = first;
  for (; at < tokens.length; at++) {
    if (tokens[at]!.form === ';' || resumes(tree, at, cue)) break;
    const branch = branchOf(tree, at, cue);
    if (branch === null) break;
    if (branch <= cue || (branch === at && tokens[at]!.upos === 'PUNCT')) continue;
    const { deprel } = tokens[branch]!;
    if (
      branch > first &&
      subtree(tree, branch).first > first &&
      /^(?:conj|advcl|parataxis)/.test(deprel) &&
      startsOwnClause(tree, branch, cue)
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
function startsOwnClause(tree: Tree, branch: number, cue: number): boolean {
  const { tokens } = tree;
  if (cueAt(tokens, branch) && isVerb(tokens[branch]!)) return true;
  const { deprel } = tokens[branch]!;
  if (deprel.startsWith('conj')) {
    const that = tree.children[branch]!.some(child => child < branch && tokens[child]!.form.toLowerCase() === 'that');
    return !that;
  }
  if (deprel.startsWith('advcl'))
    return (
      tokens[branch]!.xpos === 'VBG' &&
      !tree.children[branch]!.some(child => tokens[child]!.upos === 'SCONJ' || tokens[child]!.upos === 'ADP')
    );
  return deprel.startsWith('parataxis') && branch > cue;
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

export function isComma(token: Token): boolean {
  return token.form === ',';
}
