/** What is agreed, asked, refused or threatened belongs to the deed that does so. */
import type { Deed } from './deed.js';
import { relation } from './tree.js';

/** Doers that a noun names itself. */
const OWN_DOER = new Set(['possessor', 'nationality', 'by']);

/** Puts what is agreed, asked, refused or threatened into the `of` of the deed it belongs to; keeps what is alleged. */
export function fileContent(deed: Deed, deeds: Deed[]): void {
  const owner = deeds.find(other => other.trigger === deed.standing.contentOf);
  if (!owner) return;
  if (owner.trigger.frame.claims) {
    if (deed.roles.source.length === 0 || deed.roles.sourcePath === 'nearest') deed.roles.source = owner.roles.target;
    if (deed.roles.target.length === 0) deed.roles.target = owner.roles.source;
    deed.standing.modality = 'alleged';
    deed.standing.depth = owner.standing.depth + 1;
    return;
  }
  if (isDeclined(owner, deed)) {
    owner.dropped ??= 'declined';
    deed.standing.negated = true;
    deed.standing.depth = owner.standing.depth;
    return;
  }
  // "agreed to pause his threatened tariffs": what was threatened before is no part of what is agreed.
  if (isAttribute(deed)) {
    deed.dropped ??= `attribute in the content of ${owner.trigger.frame.id}`;
    return;
  }
  const isWrapped = deed.of !== null && (deed.type === 'AGREE' || deed.type === 'REQUEST');
  if (owner.of === null || owner.of === owner.trigger.frame.ofType) owner.of = isWrapped ? deed.of : deed.type;
  // "rejected a Portuguese request": somebody else's deed, recorded beside the refusal.
  const isOfAnother = !deed.roles.source.some(country => owner.roles.source.includes(country));
  if (deed.trigger.frame.pos === 'noun' && OWN_DOER.has(deed.roles.sourcePath) && isOfAnother) return;
  deed.dropped ??= `content of ${owner.trigger.frame.id}`;
}

function isAttribute({ scene: { tree }, trigger: { head } }: Deed): boolean {
  return tree.tokens[head]!.xpos === 'VBN' && relation(tree, head) === 'amod';
}

/** "declined to condemn" is a condemnation that did not take place, not a refusal. */
function isDeclined(owner: Deed, content: Deed): boolean {
  const verb = owner.scene.tree.tokens[owner.trigger.head]!.lemma;
  return owner.type === 'REJECT' && verb === 'decline' && ['ACCUSE', 'SUPPORT', 'CONCEDE'].includes(content.type);
}
