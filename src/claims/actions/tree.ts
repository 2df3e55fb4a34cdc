import type { Sentence, Token } from '../../language/sentence.js';

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
  const tokens = withGerunds(withMainVerb(withFrontedParticiple(withActiveVoice(sentence.tokens))));
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

/**
 * A past tense read as a participle makes a passive of an active clause: without "by" there is no agent, and a verb with
 * an object and without "be" is active.
 */
function withActiveVoice(tokens: Token[]): Token[] {
  const suspicious = tokens.some(({ deprel }) => deprel === 'obl:agent' || deprel === 'nsubj:pass');
  if (!suspicious) return tokens;
  const has = (head: number, ...deprels: string[]) =>
    tokens.some(token => token.head === head && deprels.includes(token.deprel));
  return tokens.map(token => {
    if (token.deprel === 'obl:agent' && !has(token.index, 'case')) return { ...token, deprel: 'obj' };
    const isActive = token.deprel === 'nsubj:pass' && has(token.head, 'obj') && !has(token.head, 'aux:pass', 'aux');
    return isActive ? { ...token, deprel: 'nsubj' } : token;
  });
}

/** "Having expelled the envoy, it closed the mission": the main clause is the later one, which has a subject. */
function withFrontedParticiple(tokens: Token[]): Token[] {
  const root = tokens.find(token => token.head < 0);
  const isFronted = tokens[0]?.xpos === 'VBG' && root !== undefined && root.index <= 1 && root.upos === 'VERB';
  if (!isFronted) return tokens;
  const main = tokens.find(
    token =>
      token.head === root.index &&
      token.index > root.index &&
      token.upos === 'VERB' &&
      tokens.some(other => other.head === token.index && other.deprel.startsWith('nsubj')),
  );
  if (!main) return tokens;
  return tokens.map(token => {
    if (token.index === main.index) return { ...token, head: -1, deprel: 'root' };
    return token.index === root.index ? { ...token, head: main.index, deprel: 'advcl' } : token;
  });
}

/** "denied arming rebels": a gerund right behind a verb is what is denied, not a kind of rebel. */
function withGerunds(tokens: Token[]): Token[] {
  const gerund = tokens.find(token => {
    const verb = tokens[token.index - 1];
    const noun = tokens[token.head];
    return (
      token.xpos === 'VBG' &&
      (token.deprel === 'compound' || token.deprel === 'amod') &&
      verb?.upos === 'VERB' &&
      noun?.head === verb.index &&
      noun.index > token.index
    );
  });
  if (!gerund) return tokens;
  const noun = gerund.head;
  return tokens.map(token => {
    if (token.index === gerund.index) return { ...token, head: gerund.index - 1, deprel: 'xcomp' };
    return token.index === noun ? { ...token, head: gerund.index, deprel: 'obj' } : token;
  });
}

/** Relations under which a finite verb hides when the parse took its sentence for a noun phrase. */
const HIDING = new Set(['acl', 'acl:relcl', 'amod', 'dep', 'conj']);

/**
 * Mends the commonest fault of a parse of news: the past tense read as a participle, so that "prosecutors detained a
 * singer" becomes a noun with a clause. A sentence whose root is a noun gets its first such verb for a root.
 */
function withMainVerb(tokens: Token[]): Token[] {
  const root = tokens.find(token => token.head < 0);
  if (!root || (root.upos !== 'NOUN' && root.upos !== 'PROPN' && root.upos !== 'NUM' && root.upos !== 'ADJ'))
    return tokens;
  if (
    tokens.some(
      token => token.head === root.index && ['cop', 'nsubj', 'obj', 'compound:prt', 'aux'].includes(token.deprel),
    )
  )
    return tokens;
  const verb = tokens.find(
    token =>
      token.index > root.index &&
      (token.xpos === 'VBD' || token.xpos === 'VBN' || token.xpos === 'VBZ' || token.xpos === 'VBP') &&
      HIDING.has(token.deprel) &&
      leadsTo(tokens, token, root.index) &&
      !tokens.some(other => other.head === token.index && ['nsubj', 'nsubj:pass', 'aux:pass'].includes(other.deprel)),
  );
  if (!verb || hasByAgent(tokens, verb)) return tokens;
  return tokens.map(token => {
    if (token.index === verb.index)
      return { ...token, head: -1, deprel: 'root', xpos: token.xpos === 'VBN' ? 'VBD' : token.xpos };
    if (token.index === root.index) return { ...token, head: verb.index, deprel: 'nsubj' };
    if (token.head === root.index && token.index > verb.index) return { ...token, head: verb.index };
    return token;
  });
}

function leadsTo(tokens: Token[], from: Token, root: number): boolean {
  let at = from.head;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (at === root) return true;
    if (tokens[at]!.upos === 'VERB') return false;
    at = tokens[at]!.head;
  }
  return false;
}

function hasByAgent(tokens: Token[], verb: Token): boolean {
  return tokens.some(
    token => token.form === 'by' && token.deprel === 'case' && tokens[token.head]?.head === verb.index,
  );
}
