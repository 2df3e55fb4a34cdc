import type { Sentence, Token } from '../../language/sentence.js';
import { mendedTokens } from './mended-parse.js';

/** A sentence's parse, ready to be walked in both directions. */
export interface Tree {
  tokens: Token[];
  /** The dependents of each token, in the order of the text. */
  children: number[][];
}

/** Longest chain followed upwards: deeper ones are parse errors more often than prose. */
const LONGEST_CHAIN = 12;

/** Makes the tree of a sentence. */
export function treeOf(sentence: Sentence): Tree {
  const tokens = mendedTokens(sentence.tokens);
  const children: number[][] = tokens.map(() => []);
  for (const token of tokens)
    if (token.head >= 0 && token.head !== token.index) children[token.head]?.push(token.index);
  return { tokens, children };
}

/** The relation of a token to its head, without its subtype. */
export function relation(tree: Tree, index: number): string {
  const { deprel } = tree.tokens[index]!;
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** The dependents of a token in one of the relations (without subtypes). */
export function dependents(tree: Tree, index: number, ...relations: string[]): number[] {
  return tree.children[index]!.filter(child => relations.includes(relation(tree, child)));
}

/** The tokens over this one, nearest first, at most `LONGEST_CHAIN` of them. */
export function ancestors(tree: Tree, index: number): number[] {
  const chain: number[] = [];
  let head = tree.tokens[index]!.head;
  while (head >= 0 && chain.length < LONGEST_CHAIN && !chain.includes(head)) {
    chain.push(head);
    head = tree.tokens[head]!.head;
  }
  return chain;
}

/** Whether `over` is the token itself or stands over it. */
export function isUnder(tree: Tree, index: number, over: number): boolean {
  return index === over || ancestors(tree, index).includes(over);
}

/** The preposition of a noun: the lemma of its case word, `null` without one; possessive marks are none. */
export function preposition(tree: Tree, index: number): string | null {
  const marks = tree.children[index]!.filter(child => {
    const token = tree.tokens[child]!;
    return token.deprel === 'case' && token.xpos !== 'POS' && child < index;
  });
  const last = marks.at(-1);
  return last === undefined ? null : tree.tokens[last]!.lemma.toLowerCase();
}

/**
 * The phrases of a noun behind a preposition; where it has none, the one that stands right behind it and that the parse
 * hung on the verb over it: "drew a protest from Beijing".
 */
export function phrasesOfNoun(tree: Tree, noun: number, marker: string): number[] {
  const own = tree.children[noun]!.filter(child => preposition(tree, child) === marker);
  if (own.length > 0) return own;
  const [verb, next] = [tree.tokens[noun]!.head, tree.tokens[noun + 1]];
  if (verb < 0 || next?.deprel !== 'case' || next.lemma !== marker) return own;
  return next.head > noun && tree.tokens[next.head]!.head === verb ? [next.head] : own;
}

/** Whether a token can head a clause here: a verb, or a noun or adjective with a copula. */
export function isVerb(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX';
}

/** The nearest token over this one that heads a clause, or -1. */
export function clauseHead(tree: Tree, index: number): number {
  for (const over of ancestors(tree, index)) {
    if (isVerb(tree.tokens[over]!) || dependents(tree, over, 'cop', 'nsubj').length > 0) return over;
  }
  return -1;
}
