/** Parties that a deed leaves to another one, of its sentence or earlier in the article. */
import type { PloverType } from '../../reading.js';
import { AT_HOME, type Deed, deedKey, WEAK_PATHS } from './deed.js';
import { ancestors, dependents, preposition, relation } from './tree.js';

/** Who apologises or gives way did what it is about; whoever is accused or warned did what that is about. */
const SORRY: ReadonlySet<PloverType> = new Set(['CONCEDE', 'RETREAT', 'AGREE']);

/**
 * "Addis Ababa thanked Khartoum but declined": whoever is not named again is the one dealt with before, in this sentence
 * or, failing that, in the article so far.
 */
export function answerPartner(deed: Deed, deeds: Deed[]): void {
  const { roles, scene, trigger } = deed;
  const isOpen =
    roles.targetPath === 'nearest' ||
    roles.targetPath === 'none' ||
    (roles.targetPath === 'home' && !AT_HOME.has(trigger.frame.type));
  if (!isOpen || roles.source.length !== 1 || trigger.frame.mutual) return;
  const place = deeds.indexOf(deed);
  const inSentence = deeds
    .filter((other, index) => index < place && !WEAK_PATHS.has(other.roles.targetPath) && !other.dropped)
    .map(other => other.roles);
  const doer = roles.source[0]!;
  for (const { source, target } of [...inSentence.reverse(), ...scene.dealings.slice(-3).reverse()]) {
    const partner = source.includes(doer) ? target : target.includes(doer) ? source : [];
    const others = partner.filter(country => country !== doer);
    if (others.length === 0) continue;
    roles.target = others;
    roles.targetPath = 'partner';
    return;
  }
}

/** Parties that a deed leaves to another of its sentence: "rallied at the embassy and burned flags", "over the arrest of". */
export function borrowParties(deed: Deed, deeds: Deed[]): void {
  const { scene, trigger, roles } = deed;
  const verb = trigger.clause?.verb ?? trigger.head;
  const over = ancestors(scene.tree, verb);
  if (trigger.frame.pos === 'verb' && WEAK_PATHS.has(roles.targetPath)) {
    const partner = deeds.find(
      other =>
        other !== deed &&
        over.includes(other.trigger.head) &&
        relation(scene.tree, verb) === 'conj' &&
        !WEAK_PATHS.has(other.roles.targetPath) &&
        other.roles.targetPath !== 'mutual' &&
        other.roles.source.join() === roles.source.join(),
    );
    if (partner) roles.target = partner.roles.target;
  }
  followResult(deed, deeds, over[0]);
  if (trigger.frame.pos === 'noun' && WEAK_PATHS.has(roles.targetPath)) {
    roles.target = scene.known.get(`by ${deedKey(trigger.frame.type, roles.source)}`) ?? roles.target;
  }
  if (trigger.frame.pos === 'noun' && !roles.source.length && !roles.target.length && isPointedAt(deed)) {
    // "the invasion", with nobody beside it, is the one that was told of before.
    roles.source = scene.known.get(`last by ${trigger.frame.type}`) ?? [];
    roles.target = scene.known.get(`last on ${trigger.frame.type}`) ?? [];
  }
  if (trigger.frame.pos === 'noun' && roles.source.length === 0 && roles.target.length > 0) {
    const owner = deeds.find(
      other => other !== deed && over.includes(other.trigger.head) && !other.trigger.frame.mutual,
    );
    if (owner) {
      const doer = SORRY.has(owner.type) ? owner.roles.source : owner.roles.target;
      if (!(doer.length === 1 && doer[0] === roles.target[0])) roles.source = doer;
    }
    if (roles.source.length === 0) roles.source = scene.known.get(deedKey(trigger.frame.type, roles.target)) ?? [];
    const isStrike = trigger.frame.mode === 'heavy-weapons';
    if (roles.source.length === 0 && AT_HOME.has(trigger.frame.type) && !isStrike) roles.source = roles.target;
  }
}

/** "bombers attacked a destroyer, killing 17": what a participle adds is done by the same to the same. */
function followResult({ scene: { tree }, trigger, roles }: Deed, deeds: Deed[], over: number | undefined): void {
  const token = tree.tokens[trigger.head]!;
  if (token.xpos !== 'VBG' || relation(tree, token.index) !== 'advcl' || token.index < (over ?? -1)) return;
  const cause = deeds.find(other => other.trigger.head === over && other.trigger.frame.type === trigger.frame.type);
  if (!cause || cause.trigger.frame.mutual) return;
  if (roles.sourcePath === 'nearest') roles.source = cause.roles.source;
  if (WEAK_PATHS.has(roles.targetPath) || roles.target.join() === roles.source.join())
    roles.target = cause.roles.target;
}

/** "the invasion", "that attack": the reader knows which. */
function isPointedAt({ scene: { tree }, trigger: { head } }: Deed): boolean {
  return dependents(tree, head, 'det').some(det => /^(?:the|this|that|these|those)$/.test(tree.tokens[det]!.lemma));
}

/** Condemning a deed accuses its doer; praising one praises the doer too. */
export function aimAtDoer(deed: Deed, deeds: Deed[]): void {
  if (deed.type !== 'ACCUSE' && deed.type !== 'SUPPORT' && deed.type !== 'PROTEST') return;
  const objects = deed.trigger.clause?.objects ?? [];
  const about = deeds.find(
    other => other !== deed && objects.includes(other.trigger.head) && other.roles.source.length > 0,
  );
  if (about && !about.roles.source.some(country => deed.roles.source.includes(country)))
    deed.roles.target = about.roles.source;
}

/** "arrested an engineer at the request of Bhutan": who was asked is who did what was asked. */
export function askDoer(deed: Deed, deeds: Deed[]): void {
  const { scene, trigger, roles } = deed;
  const isAtRequest = trigger.frame.pos === 'noun' && preposition(scene.tree, trigger.head) === 'at';
  if (deed.type !== 'REQUEST' || !isAtRequest || !WEAK_PATHS.has(roles.targetPath)) return;
  const over = ancestors(scene.tree, trigger.head);
  const done = deeds.find(other => other !== deed && over.includes(other.trigger.head));
  const asked = done?.roles.source.filter(country => !roles.source.includes(country)) ?? [];
  if (asked.length > 0) roles.target = asked;
}
