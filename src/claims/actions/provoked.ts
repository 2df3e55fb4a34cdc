/** What somebody brought upon himself: "drawing condemnation from Belgrade", "sparked outrage in Manila". */
import { clauseOf } from './clause.js';
import type { Scene } from './parties.js';
import { phrasesOfNoun, relation } from './tree.js';
import { deedWords } from './words.js';

/** Head words of who brought a reaction about, and of who reacted. */
export interface Provoker {
  causers: number[];
  reacting: number[];
}

/** Who brought about what a noun names, and whose it is; `null` where no verb says that it was brought about. */
export function provokerOf(scene: Scene, noun: number): Provoker | null {
  const { tree } = scene;
  let first = noun;
  while (relation(tree, first) === 'conj') first = tree.tokens[first]!.head;
  const verb = tree.tokens[first]!.head;
  if (verb < 0 || relation(tree, first) !== 'obj' || !deedWords('provoking').has(tree.tokens[verb]!.lemma)) return null;
  const { passive, doers } = clauseOf(scene, verb);
  if (passive) return null;
  const causers = doers.flatMap(head => [head, ...attributes(scene, head)]);
  const froms = phrasesOfNoun(tree, noun, 'from');
  const own = froms.length > 0 ? froms : attributes(scene, noun);
  return { causers, reacting: own.length > 0 ? own : phrasesOfNoun(tree, noun, 'in') };
}

/** "Washington's decision", "the Russian visit": whose a thing is. */
function attributes({ tree }: Scene, noun: number): number[] {
  return tree.children[noun]!.filter(
    child => ['nmod', 'amod', 'compound'].includes(relation(tree, child)) && child < noun,
  );
}
