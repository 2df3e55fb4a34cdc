/** What a promise, a request or a threat is about. */
import type { PloverType } from '../../reading.js';
import { contents } from './frames.js';
import { nounConditionHolds } from './noun-kind.js';
import type { Scene } from './parties.js';
import type { Trigger } from './trigger.js';
import { candidates } from './wording.js';

/**
 * The type of what is promised, asked or threatened where it was no trigger of its own: by its words alone, if all
 * frames of the word are of one type ("asked Germany for aid").
 */
export function typeOfContent(scene: Scene, { frame, clause, head }: Trigger): PloverType | null {
  const { tokens, children } = scene.tree;
  const nouns = clause
    ? [
        ...clause.objects,
        ...['for', 'of', 'to', 'on', 'at', 'with'].flatMap(marker => clause.phrases.get(marker) ?? []),
      ]
    : children[head]!.filter(child => ['NOUN', 'PROPN'].includes(tokens[child]!.upos));
  const verbs = clause?.complements ?? children[head]!.filter(child => tokens[child]!.deprel === 'acl');
  if (!frame.ofComplement) return null;
  for (const index of [...verbs, ...nouns]) {
    const { lemma, form, upos } = tokens[index]!;
    const pos = upos === 'VERB' ? 'verb' : 'noun';
    const types = new Set(
      candidates(pos, lemma, form)
        .filter(({ pattern }) => pattern.length === 1)
        .map(wording => wording.frame.type),
    );
    if (types.size === 1) return [...types][0]!;
  }
  return (
    contents().find(({ nouns: condition }) => nouns.some(noun => nounConditionHolds(scene, condition, [noun], false)))
      ?.type ?? null
  );
}
