import type { Token } from '../../language/sentence.js';
import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';

/** A run of tokens, end exclusive, and the token it hangs on. */
export interface Run {
  first: number;
  end: number;
  head: number;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'SYM', 'X']);
/** What a noun phrase leaves out when it names a speaker: appositions, relative clauses, asides. */
const ASIDE = ['appos', 'acl:relcl', 'parataxis', 'advcl', 'discourse', 'ccomp', 'orphan', 'dislocated', 'vocative'];

/**
 * The noun phrase of a head, with title and complements, without apposition. Where the head is a common noun and
 * its apposition a name ("the spokesman, Dmitry Peskov,"), the name.
 *
 * @param from first token it may reach to the left
 * @param to one past the last it may reach to the right
 */
export function nounPhrase(tree: Tree, head: number, from: number, to: number): Run {
  const named = nameInApposition(tree, head, from, to);
  if (named >= 0) return nounPhrase(tree, named, from, to);
  let first = head;
  while (first > from && reaches(tree, head, first - 1)) first--;
  let end = head + 1;
  while (end < to && reaches(tree, head, end)) end++;
  while (first < head && isEdge(tree.tokens[first]!)) first++;
  while (end > head + 1 && isEdge(tree.tokens[end - 1]!)) end--;
  return { first, end, head };
}

/** Whether a token belongs to the noun phrase of the head: hangs under it, and under no aside of it. */
function reaches(tree: Tree, head: number, index: number): boolean {
  const token = tree.tokens[index]!;
  if (/^[;:?!.–—]$/.test(token.form) || '“”"'.includes(token.form)) return false;
  if (token.form === ',' && !joins(tree, head, index)) return false;
  if (!isUnder(tree, index, head)) return false;
  for (let at = index, steps = 0; at !== head && at >= 0 && steps < 12; at = tree.tokens[at]!.head, steps++) {
    const { deprel } = tree.tokens[at]!;
    if (ASIDE.includes(deprel)) return false;
    if (deprel === 'conj' && isVerb(tree.tokens[at]!)) return false;
  }
  return true;
}

/** A comma inside a list of names ("Biden, Kishida and Yoon") or a place name, not one before an apposition. */
function joins(tree: Tree, head: number, comma: number): boolean {
  const over = tree.tokens[comma]!.head;
  return over >= 0 && over !== head && tree.tokens[over]!.deprel === 'conj' && isUnder(tree, over, head);
}

function isEdge(token: Token): boolean {
  return token.upos === 'PUNCT' || token.upos === 'CCONJ' || token.upos === 'SCONJ';
}

function nameInApposition(tree: Tree, head: number, from: number, to: number): number {
  if (tree.tokens[head]!.upos !== 'NOUN') return -1;
  const name = tree.children[head]!.find(
    child =>
      child >= from && child < to && tree.tokens[child]!.deprel === 'appos' && tree.tokens[child]!.upos === 'PROPN',
  );
  return name ?? -1;
}

/** The leftmost and one past the rightmost token under a token. */
export function subtree(tree: Tree, index: number): { first: number; end: number } {
  let first = index;
  let end = index + 1;
  const waiting = [...tree.children[index]!];
  const seen = new Set([index]);
  while (waiting.length > 0) {
    const at = waiting.pop()!;
    if (seen.has(at)) continue;
    seen.add(at);
    first = Math.min(first, at);
    end = Math.max(end, at + 1);
    waiting.push(...tree.children[at]!);
  }
  return { first, end };
}

export function isNominal(token: Token): boolean {
  return NOMINAL.has(token.upos);
}

/** The verb group of a verb: where its auxiliaries begin, and one past the verb. */
export function verbGroupStart(tree: Tree, verb: number): number {
  const helpers = dependents(tree, verb, 'aux', 'cop').filter(helper => helper < verb);
  return Math.min(verb, ...helpers);
}

/** Whether the verb is negated, by "not", "never", "n't" or "no". */
export function isNegated(tree: Tree, verb: number): boolean {
  return tree.children[verb]!.some(child => /^(?:not|n['’]t|never|neither|nor)$/i.test(tree.tokens[child]!.form));
}
