/** A deed that was announced, agreed or expected in the article, and done: the deed fulfils the announcement. */
import { type Deed, partiesKey, REMEMBERED } from './deeds.js';
import { claimsOf, type Identified, type Linker } from './linker.js';

export function linkFulfilments(ordered: Identified[], link: Linker): void {
  const announced = new Map<string, { id: string; claim: Deed }[]>();
  const deeds = claimsOf(ordered, 'action');
  for (const deed of deeds) {
    const key = isAnnounced(deed.claim) ? partiesKey(deed.claim, deed.claim.of ?? deed.claim.type) : null;
    if (key && (announced.get(key)?.length ?? 0) < REMEMBERED)
      announced.set(key, [...(announced.get(key) ?? []), deed]);
  }
  for (const deed of deeds) {
    if (deed.claim.modality !== 'happened' || deed.claim.negated || deed.claim.type === 'AGREE') continue;
    const key = partiesKey(deed.claim);
    const before =
      key && announced.get(key)?.find(({ claim }) => claim !== deed.claim && comesAfter(deed.claim, claim));
    if (before) link(deed.id, 'fulfils', before.id);
  }
}

/** Announced or expected, or an agreement on what will be done. */
function isAnnounced({ modality, negated, type, of }: Deed): boolean {
  if (negated) return false;
  return (
    /^(?:announced|expected|proposed)$/.test(modality) || (type === 'AGREE' && of !== null && modality === 'happened')
  );
}

/** A deed without a date fulfils nothing: it may have been done before. */
function comesAfter(done: Deed, announced: Deed): boolean {
  const day = done.when.from;
  const since = announced.modality === 'happened' ? announced.when.from : (announced.said.from ?? announced.when.from);
  if (!day || !since || day < since) return false;
  return announced.modality === 'happened' || !announced.when.to || day <= announced.when.to;
}
