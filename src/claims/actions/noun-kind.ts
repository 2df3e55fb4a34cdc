/** Whether a noun phrase is of the kind that a frame asks for: by its words, or by the mention it is. */
import type { NounClass, NounCondition } from './frames.js';
import type { Scene } from './parties.js';
import { dependents, isVerb, preposition, type Tree } from './tree.js';
import { deedWords } from './words.js';

/**
 * Whether one of the phrases is of the kind a condition asks for.
 * `unknownPasses`: nothing to look at counts as fitting (the doer of a passive verb is often left out).
 */
export function nounConditionHolds(
  scene: Scene,
  condition: NounCondition | null,
  heads: number[],
  unknownPasses: boolean,
): boolean {
  if (!condition) return true;
  if (heads.length === 0) return unknownPasses || !condition.wanted;
  return heads.some(head => isOfKind(scene, condition, head)) === condition.wanted;
}

/** The words of a noun phrase that say what it is: the head, what stands before it, and what it is a number of. */
export function phraseWords(tree: Tree, head: number): string[] {
  const words: string[] = [];
  const first = Math.max(0, head - 5);
  for (let index = first; index <= head; index++) {
    const token = tree.tokens[index]!;
    if (
      index !== head &&
      token.head !== head &&
      !(token.head > index && token.head < head && tree.tokens[token.head]!.head === head)
    )
      continue;
    if (index !== head && (token.deprel === 'nmod:poss' || token.deprel === 'nsubj')) continue;
    words.push(token.lemma.toLowerCase());
  }
  return words;
}

function isOfKind(scene: Scene, condition: NounCondition, head: number): boolean {
  const { tree } = scene;
  const words = phraseWords(tree, head);
  if (wordsFit(condition, words) || condition.classes.some(kind => classFits(scene, kind, head, words))) return true;
  if (deedWords('counting').has(tree.tokens[head]!.lemma) || tree.tokens[head]!.upos === 'NUM') {
    const counted = tree.children[head]!.filter(child => preposition(tree, child) === 'of');
    if (counted.some(child => isOfKind(scene, condition, child))) return true;
  }
  return dependents(tree, head, 'conj').some(
    child => child > head && !isVerb(tree.tokens[child]!) && isOfKind(scene, condition, child),
  );
}

/** Whether a phrase holds a word or a run of words that a condition names. */
export function wordsFit(condition: { words: Set<string> }, phrase: string[]): boolean {
  return longestFit(condition, phrase) > 0;
}

/** Length of the longest run of words that a condition names; 0 where none is. */
export function longestFit({ words }: { words: Set<string> }, phrase: string[]): number {
  let longest = 0;
  for (let start = 0; start < phrase.length; start++) {
    let run = '';
    for (let end = start; end < phrase.length && end < start + 3; end++) {
      run = run ? `${run} ${phrase[end]}` : phrase[end]!;
      if (words.has(run)) longest = Math.max(longest, end - start + 1);
    }
  }
  return longest;
}

function classFits(scene: Scene, kind: NounClass, head: number, words: string[]): boolean {
  const token = scene.tree.tokens[head]!;
  if (wordsFit(kind, words)) return true;
  const mention = scene.mentionAt[head];
  if (mention) {
    if (kind.mentions.has('organisation') && mention.organisation) return true;
    if (kind.mentions.has('place') && mention.kind === 'place') return true;
    if (kind.mentions.has('place') && mention.kind === 'name' && !mention.person && !mention.organisation) return true;
    if (kind.mentions.has('state') && isStateMention(mention)) return true;
    if (mention.person && (kind.name === 'person' || kind.words.has('president') || kind.words.has('him'))) return true;
    if (mention.kind === 'demonym' && (kind.words.has('people') || kind.words.has('person')) && token.upos !== 'ADJ')
      return true;
  }
  // Persons carry no article: "the Europe Bridge" is none.
  const hasArticle = dependents(scene.tree, head, 'det').length > 0;
  if (!mention && token.upos === 'PROPN' && !hasArticle && kind.words.has('him')) return true;
  return kind.endings.some(ending => token.form.endsWith(ending) && token.upos !== 'VERB');
}

function isStateMention(mention: { countries: string[]; person: string | null; kind: string }): boolean {
  return (
    mention.countries.length > 0 && !mention.person && ['name', 'metonym', 'office', 'pronoun'].includes(mention.kind)
  );
}
