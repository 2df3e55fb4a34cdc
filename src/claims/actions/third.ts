/** Third parties of a deed: whom its content is about, for whom it is done, and who stood between the parties. */
import type { Country } from '../../reading.js';
import type { Clause } from './clause.js';
import { partiesOf, type Scene } from './parties.js';
import type { Roles } from './roles.js';
import { complementHeads } from './slots.js';
import { dependents, isUnder, preposition } from './tree.js';
import type { Trigger } from './trigger.js';
import { deedWords } from './words.js';

/** Where the counterpart is named beside the content, so that others in the content are third parties. */
const BESIDE_CONTENT = new Set(['obj', 'iobj', 'on', 'to', 'with', 'from', 'of', 'against']);

/**
 * The countries that a deed concerns besides source and target, in the order of the text; none where none is named.
 */
export function thirdOf(scene: Scene, trigger: Trigger, roles: Roles): Country[] {
  const heads = [...contentHeads(scene, trigger, roles), ...goBetweens(scene, trigger), ...mediators(scene, trigger)];
  const named = heads.sort((a, b) => a - b).flatMap(head => partiesOf(scene, head, true).countries);
  return [...new Set(named)].filter(country => !roles.source.includes(country) && !roles.target.includes(country));
}

function contentHeads(scene: Scene, { frame, clause }: Trigger, { targetPath }: Roles): number[] {
  if (!frame.ofComplement || !clause || !BESIDE_CONTENT.has(targetPath)) return [];
  return clause.complements.flatMap(child => complementHeads(scene, child));
}

/** "at Washington's request", "on behalf of Bhutan": the possessor of the noun, or what stands after "of". */
function goBetweens(scene: Scene, { clause }: Trigger): number[] {
  const { tree } = scene;
  const nouns = clauseNouns(scene, clause).filter(noun => deedWords('go-between').has(tree.tokens[noun]!.lemma));
  return nouns.flatMap(noun =>
    tree.children[noun]!.filter(
      child =>
        tree.tokens[child]!.deprel.startsWith('nmod:poss') ||
        preposition(tree, child) === 'of' ||
        isNationality(scene, child),
    ),
  );
}

function clauseNouns(scene: Scene, clause: Clause | null): number[] {
  return clause ? dependents(scene.tree, clause.verb, 'obl', 'nmod') : [];
}

function isNationality(scene: Scene, index: number): boolean {
  return scene.tree.tokens[index]!.deprel === 'amod' && scene.mentionAt[index] !== null;
}

function mediators(scene: Scene, { head, frame }: Trigger): number[] {
  const { tree } = scene;
  if (!frame.mutual) return [];
  return tree.tokens
    .filter(
      ({ index, lemma, xpos }) => xpos === 'VBN' && deedWords('mediating').has(lemma) && isUnder(tree, index, head),
    )
    .flatMap(({ index }) => dependents(tree, index, 'obl').filter(agent => preposition(tree, agent) === 'by'));
}
