/** "denied any role in the attack", "admitted a part in the raid": whose part in a deed is told of, and by which verb. */
import { isVerb, preposition, relation, type Tree } from './tree.js';
import { deedWords } from './words.js';

/** The verb that owns up to or denies a part in the deed that a noun names, or `null`. */
export function ownsUpTo(tree: Tree, deed: number): number | null {
  const marker = preposition(tree, deed);
  if (marker !== 'in' && marker !== 'for') return null;
  const part = partIn(tree, deed);
  const verb = part === null ? undefined : tree.tokens[part]!.head;
  if (verb === undefined || verb < 0) return null;
  // "denied having a hand in it", "denied that it played a role in it".
  const over = tree.tokens[verb]!.head;
  const isInner = /^(?:xcomp|ccomp)$/.test(relation(tree, verb)) && over >= 0;
  return [verb, ...(isInner ? [over] : [])].find(at => deedWords('owning-up').has(tree.tokens[at]!.lemma)) ?? null;
}

/** The noun that says somebody had a part: over the deed's noun, or beside it under one verb. */
function partIn(tree: Tree, deed: number): number | null {
  const { head } = tree.tokens[deed]!;
  if (head < 0) return null;
  const near = isVerb(tree.tokens[head]!) ? tree.children[head]!.filter(child => child < deed) : [head];
  return near.findLast(at => relation(tree, at) === 'obj' && deedWords('part').has(tree.tokens[at]!.lemma)) ?? null;
}
