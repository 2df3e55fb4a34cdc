/** A later "denied it" by the doer turns an allegation before it into a denied deed. */
import { subjectsOf } from './clause.js';
import { countriesAt, type ReadDeed } from './deed.js';
import { ACCUSABLE } from './settle.js';
import { deedWords } from './words.js';

/** Marks what is denied in the same sentence or the next; `deeds` are all of the article, in the order of the text. */
export function applyDenials(deeds: ReadDeed[]): void {
  const bySentence = new Map<number, ReadDeed[]>();
  for (const read of deeds) {
    const { index } = read.deed.scene.sentence;
    const group = bySentence.get(index);
    if (group) group.push(read);
    else bySentence.set(index, [read]);
  }
  for (const [index, own] of bySentence) {
    const { scene } = own[0]!.deed;
    const deniable = [...(bySentence.get(index - 1) ?? []), ...own];
    for (const token of scene.tree.tokens) {
      if (token.upos !== 'VERB' || !deedWords('denying').has(token.lemma)) continue;
      const deniers = countriesAt(scene, subjectsOf(scene.tree, token.index));
      for (const { claim, deed } of deniable) {
        if (!claim || claim.start > token.start) continue;
        const isTold =
          claim.modality === 'alleged' ||
          (deed.standing.reporter !== null && claim.modality === 'happened' && ACCUSABLE.has(claim.type));
        if (isTold && claim.source.some(country => deniers.includes(country))) claim.modality = 'denied';
      }
    }
  }
}
