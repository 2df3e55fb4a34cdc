import type { ActorMention } from '../actors/actor-mention.js';
import type { ActionClaim, Country, Found, Modality, PloverType } from '../reading.js';
import { type CameoCode, cameoOf } from './actions/cameo.js';
import { subjectsOf } from './actions/clause.js';
import { type ActionTraits, confidenceOf } from './actions/confidence.js';
import { otherSubjects } from './actions/frames.js';
import { type MainCandidate, markMain } from './actions/main-action.js';
import { type Dealing, NOBODY, partiesOf, type Scene, sceneOf } from './actions/parties.js';
import { type Roles, rolesOf } from './actions/roles.js';
import { type Standing, standingOf, trailingReporter, typeByStanding } from './actions/standing.js';
import { thirdOf } from './actions/third.js';
import { ancestors, dependents, relation } from './actions/tree.js';
import { findTriggers, type Trigger, typeOfContent } from './actions/trigger.js';
import { isBackground, placeOf, saidOf, whenOf } from './actions/when.js';
import type { AnnotatedArticle } from './annotated.js';

/** Why an action was read as it was: for `--explain`, and for whoever mends a frame. */
export interface ActionReason {
  start: number;
  end: number;
  /** The row of data/frames/ that decided. */
  frame: string;
  type: PloverType;
  /** How doer and counterpart were found: `subject`, `by`, `obj`, `nearest` ... */
  sourcePath: string;
  targetPath: string;
  /** Clauses between the deed and the main clause. */
  depth: number;
  /** Why it is no action of its own, or `null` where it became one. */
  dropped: string | null;
  /** The action in CAMEO with its Goldstein value; `null` where it is no action of its own. */
  cameo: CameoCode | null;
  /** How well the frame fits: more words and more conditions weigh more. */
  weight: number;
  /** Frames that fitted less well, best first. */
  runnersUp: { frame: string; weight: number }[];
}

/** Reads the deeds between states and inside them, in the order of the text (docs/coding.md, "Actions"). */
export function readActions(page: AnnotatedArticle): Found<ActionClaim>[] {
  return deedsOf(page).flatMap(({ claim }) => (claim ? [claim] : []));
}

/** The same reading with its reasons, and with the words that were weighed and dropped. */
export function explainActions(page: AnnotatedArticle): { claim: Found<ActionClaim> | null; reason: ActionReason }[] {
  return deedsOf(page).map(({ claim, deed }) => ({ claim, reason: reasonOf(deed, claim) }));
}

/** A trigger with all that was read about it. */
interface Deed {
  scene: Scene;
  trigger: Trigger;
  standing: Standing;
  roles: Roles;
  type: PloverType;
  of: PloverType | null;
  dropped: string | null;
}

interface ReadDeed {
  deed: Deed;
  claim: Found<ActionClaim> | null;
}

function deedsOf(page: AnnotatedArticle): ReadDeed[] {
  const mentions = bySentence(page);
  let recent = NOBODY;
  const dealings: Dealing[] = [];
  const known = new Map<string, Country[]>();
  const all = page.sentences.flatMap(sentence => {
    if (sentence.boilerplate) return [];
    const scene = sceneOf(page, sentence, mentions.get(sentence.index) ?? [], recent, known, dealings);
    const deeds = isAboutSomethingElse(scene) ? [] : deedsOfSentence(scene);
    for (const { claim } of deeds) {
      const isKnown = claim && claim.source.length > 0 && claim.source.join() !== claim.target.join();
      if (!isKnown || !AT_HOME.has(claim.type)) continue;
      known.set(deedKey(claim.type, claim.target), claim.source);
      known.set(`by ${deedKey(claim.type, claim.source)}`, claim.target);
      known.set(`last by ${claim.type}`, claim.source);
      known.set(`last on ${claim.type}`, claim.target);
    }
    for (const { claim } of deeds) if (claim) dealings.push({ source: claim.source, target: claim.target });
    const main = deeds.find(({ claim }) => claim?.main)?.claim;
    if (main) recent = { countries: [...new Set([...main.source, ...main.target])], names: [] };
    return deeds;
  });
  applyDenials(all);
  return all;
}

/**
 * The deeds of one sentence:
 *
 * 1. words that name a deed;
 * 2. how each stands: told by whom, done or not, content of another;
 * 3. who did it to whom;
 * 4. what belongs to another deed goes to its `of`;
 * 5. the main one.
 */
function deedsOfSentence(scene: Scene): ReadDeed[] {
  const triggers = findTriggers(scene);
  if (triggers.length === 0) return [];
  const byHead = new Map(triggers.map(trigger => [trigger.head, trigger]));
  const deeds = triggers.map(trigger => deedOf(scene, trigger, byHead));
  for (const deed of deeds) fileContent(deed, deeds);
  for (const deed of deeds) answerPartner(deed, deeds);
  for (const deed of deeds) borrowParties(deed, deeds);
  for (const deed of deeds) aimAtDoer(deed, deeds);
  for (const deed of deeds) settle(deed);
  dropRepeats(deeds);
  const read = deeds.map(deed => ({ deed, claim: deed.dropped ? null : claimOf(deed) }));
  const articleDay = scene.page.article.date.latest;
  markMain(
    read.flatMap(({ deed, claim }): MainCandidate[] =>
      claim ? [{ claim, depth: deed.standing.depth, background: isBackground(claim.when, articleDay) }] : [],
    ),
  );
  const inSentence = read.filter(({ claim }) => claim !== null).length;
  for (const { deed, claim } of read) if (claim) claim.confidence = confidenceOf(traitsOf(deed, claim, inSentence));
  return read;
}

function deedOf(scene: Scene, trigger: Trigger, byHead: Map<number, Trigger>): Deed {
  const standing = standingOf(scene, trigger, byHead);
  const roles = rolesOf(scene, trigger);
  return {
    scene,
    trigger,
    standing,
    roles,
    type: trigger.frame.type,
    of: trigger.frame.ofType,
    dropped: standing.dropped,
  };
}

/** Puts what is agreed, asked, refused or threatened into the `of` of the deed it belongs to; keeps what is alleged. */
function fileContent(deed: Deed, deeds: Deed[]): void {
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
  const isWrapped = deed.of !== null && (deed.type === 'AGREE' || deed.type === 'REQUEST');
  if (owner.of === null || owner.of === owner.trigger.frame.ofType) owner.of = isWrapped ? deed.of : deed.type;
  // "rejected a Portuguese request": somebody else's deed, recorded beside the refusal.
  if (deed.trigger.frame.pos === 'noun' && OWN_DOER.has(deed.roles.sourcePath)) return;
  deed.dropped ??= `content of ${owner.trigger.frame.id}`;
}

/** "declined to condemn" is a condemnation that did not take place, not a refusal. */
function isDeclined(owner: Deed, content: Deed): boolean {
  const verb = owner.scene.tree.tokens[owner.trigger.head]!.lemma;
  return owner.type === 'REJECT' && verb === 'decline' && ['ACCUSE', 'SUPPORT', 'CONCEDE'].includes(content.type);
}

const WEAK_PATHS = new Set(['none', 'home', 'nearest', 'partner']);

/**
 * "Addis Ababa thanked Khartoum but declined": whoever is not named again is the one dealt with before, in this sentence
 * or, failing that, in the article so far.
 */
function answerPartner(deed: Deed, deeds: Deed[]): void {
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
  for (const { source, target } of [...inSentence.reverse(), ...[...scene.dealings].reverse().slice(0, 3)]) {
    const partner = source.includes(doer) ? target : target.includes(doer) ? source : [];
    const others = partner.filter(country => country !== doer);
    if (others.length === 0) continue;
    roles.target = others;
    roles.targetPath = 'partner';
    return;
  }
}

/** Parties that a deed leaves to another of its sentence: "rallied at the embassy and burned flags", "over the arrest of". */
function borrowParties(deed: Deed, deeds: Deed[]): void {
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
function aimAtDoer(deed: Deed, deeds: Deed[]): void {
  if (deed.type !== 'ACCUSE' && deed.type !== 'SUPPORT' && deed.type !== 'PROTEST') return;
  const objects = deed.trigger.clause?.objects ?? [];
  const about = deeds.find(
    other => other !== deed && objects.includes(other.trigger.head) && other.roles.source.length > 0,
  );
  if (about && !about.roles.source.some(country => deed.roles.source.includes(country)))
    deed.roles.target = about.roles.source;
}

/** How a deed is remembered within its article: what was done, and to whom. */
function deedKey(type: PloverType, target: Country[]): string {
  return `${type} ${[...target].sort().join('+')}`;
}

/** Who apologises or gives way did what it is about; whoever is accused or warned did what that is about. */
const SORRY: ReadonlySet<PloverType> = new Set(['CONCEDE', 'RETREAT', 'AGREE']);
const AT_HOME: ReadonlySet<PloverType> = new Set(['COERCE', 'ASSAULT', 'PROTEST']);
const OWN_DOER = new Set(['possessor', 'nationality', 'by']);
const FRIENDLY: ReadonlySet<PloverType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);
const HOSTILE: ReadonlySet<PloverType> = new Set(['SANCTION', 'ASSAULT', 'COERCE', 'PROTEST', 'REJECT', 'ACCUSE']);
const PROMISING = new Set(['vow', 'swear', 'promise', 'pledge']);

/** Type, modality and parties, once all that belongs to the deed is known. */
function settle(deed: Deed): void {
  const { scene, standing, trigger, roles } = deed;
  deed.of ??= typeOfContent(scene, trigger);
  const verb = scene.tree.tokens[trigger.head]!;
  if (deed.of && PROMISING.has(verb.lemma)) {
    if (deed.type === 'THREATEN' && FRIENDLY.has(deed.of)) deed.type = 'AGREE';
    else if (deed.type === 'AGREE' && HOSTILE.has(deed.of)) deed.type = 'THREATEN';
  }
  if (trigger.frame.modality && standing.modality === 'happened') standing.modality = trigger.frame.modality;
  standing.reporter ??= trailingReporter(scene.tree, trigger.clause?.verb ?? trigger.head);
  applyReporter(deed);
  if (isThreat(deed)) {
    deed.of = deed.type;
    deed.type = 'THREATEN';
  }
  const typed = typeByStanding(deed.type, standing.modality);
  if (typed.of) {
    deed.type = typed.type;
    deed.of = typed.of;
  }
  if (roles.source.length === 0 && roles.target.length === 0) deed.dropped ??= 'no party';
  if (
    deed.of === null &&
    scene.tree.tokens[trigger.head]!.upos === 'ADJ' &&
    deed.type === 'AGREE' &&
    WEAK_PATHS.has(roles.targetPath)
  )
    deed.dropped ??= 'readiness for nothing named';
  const isPublicProtest =
    deed.type === 'PROTEST' && roles.source.length > 0 && trigger.frame.subject?.classes[0]?.name === 'people';
  if (trigger.loose && !isPublicProtest && !isBetweenStates(roles)) deed.dropped ??= 'conditions of the frame not met';
}

/** "will boycott the vote unless": a hostile deed that hangs on what another does is a threat. */
function isThreat({ scene, standing, type }: Deed): boolean {
  const isAhead = standing.modality === 'announced' || standing.modality === 'conditional';
  return isAhead && THREATENING.has(type) && scene.tree.tokens.some(({ lemma }) => lemma === 'unless');
}

const THREATENING: ReadonlySet<PloverType> = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST']);

function isBetweenStates({ source, target, sourcePath, targetPath }: Roles): boolean {
  const isRead = sourcePath !== 'nearest' && targetPath !== 'nearest';
  return isRead && source.length > 0 && target.some(country => !source.includes(country));
}

/** "flew to Jakarta, his first trip": a noun that only names an earlier deed of the sentence again. */
function dropRepeats(deeds: Deed[]): void {
  deeds.forEach((deed, index) => {
    if (deed.trigger.frame.pos !== 'noun' || deed.dropped) return;
    const isRepeat = deeds.some(
      (other, place) =>
        place !== index &&
        !other.dropped &&
        (place < index || other.trigger.frame.pos === 'verb') &&
        other.trigger.frame.type === deed.trigger.frame.type &&
        deed.roles.source.every(
          country => other.roles.source.includes(country) || other.roles.target.includes(country),
        ) &&
        deed.roles.target.every(
          country => other.roles.target.includes(country) || other.roles.source.includes(country),
        ),
    );
    if (isRepeat) deed.dropped = 'named before';
    else if (deed.trigger.frame.mutual && deed.roles.source.length < 2 && deed.type !== 'ASSAULT')
      deed.dropped = 'one party';
  });
}

/** Who tells it decides between announced and expected, and makes another party's word an allegation. */
function applyReporter(deed: Deed): void {
  const { scene, standing, roles } = deed;
  if (!standing.reporter) return;
  const tellers = partiesAt(scene, standing.reporter.subjects);
  const isOwnWord = tellers.some(country => roles.source.includes(country));
  if (standing.modality === 'announced' && tellers.length > 0 && !isOwnWord && roles.source.length > 0)
    standing.modality = 'expected';
  if (standing.modality === 'expected' && isOwnWord) standing.modality = 'announced';
  const isAccusation = ACCUSABLE.has(deed.type) && roles.source.length > 0 && !isOwnWord;
  if (standing.modality === 'happened' && isAccusation && tellers.length > 0) standing.modality = 'alleged';
}

/** Deeds that a country does not own up to: said by those they were done to, they are allegations. */
const ACCUSABLE: ReadonlySet<PloverType> = new Set(['ASSAULT', 'COERCE', 'AID', 'MOBILIZE']);

/** A later "denied it" by the doer turns an allegation before it into a denied deed. */
function applyDenials(deeds: ReadDeed[]): void {
  const seen = new Set<number>();
  for (const { deed } of deeds) {
    const { scene } = deed;
    if (seen.has(scene.sentence.index)) continue;
    seen.add(scene.sentence.index);
    for (const token of scene.tree.tokens) {
      if (token.upos !== 'VERB' || !DENYING.has(token.lemma)) continue;
      const deniers = partiesAt(scene, subjectsOf(scene.tree, token.index));
      for (const { claim, deed: other } of deeds) {
        if (!claim || claim.start > token.start || scene.sentence.index - other.scene.sentence.index > 1) continue;
        const isTold =
          claim.modality === 'alleged' ||
          (other.standing.reporter !== null && claim.modality === 'happened' && ACCUSABLE.has(claim.type));
        if (isTold && claim.source.some(country => deniers.includes(country))) claim.modality = 'denied';
      }
    }
  }
}

const DENYING = new Set(['deny', 'dismiss', 'reject', 'refute', 'disclaim']);

function claimOf(deed: Deed): Found<ActionClaim> {
  const { scene, trigger, standing, roles } = deed;
  const { tokens } = scene.tree;
  const start = tokens[trigger.first]!.start;
  const end = tokens[trigger.last - trigger.first < 6 ? trigger.last : trigger.first]!.end;
  return {
    kind: 'action',
    start,
    end,
    confidence: 0,
    type: deed.type,
    of: deed.of,
    mode: trigger.frame.mode,
    trigger: { start, end },
    source: roles.source,
    target: roles.target,
    third: thirdOf(scene, trigger, roles),
    names: roles.names,
    when: whenOf(scene, trigger, standing.reporter?.verb ?? null),
    said: saidOf(scene, standing.reporter?.verb ?? null),
    place: placeOf(scene, trigger),
    modality: standing.modality as Modality,
    negated: standing.negated,
    main: false,
  };
}

/** What the confidence of an action is weighed by. */
function traitsOf({ trigger, standing, roles }: Deed, claim: Found<ActionClaim>, inSentence: number): ActionTraits {
  return {
    type: claim.type,
    modality: claim.modality,
    main: claim.main,
    sourcePath: roles.sourcePath,
    targetPath: roles.targetPath,
    sources: claim.source.length,
    targets: claim.target.length,
    weight: trigger.weight,
    depth: standing.depth,
    inSentence,
    hasRivals: trigger.runnersUp.length > 0,
  };
}

function partiesAt(scene: Scene, heads: number[]): Country[] {
  return heads.flatMap(head => partiesOf(scene, head).countries);
}

/** Sport, markets, weather and the arts use the same verbs; a head of state in the sentence speaks against them. */
function isAboutSomethingElse(scene: Scene): boolean {
  const cues = otherSubjects();
  const words = scene.tree.tokens.map(token => token.form.toLowerCase());
  return words.some(
    (word, index) =>
      cues.has(word) || cues.has(scene.tree.tokens[index]!.lemma) || cues.has(`${word} ${words[index + 1] ?? ''}`),
  );
}

function bySentence(page: AnnotatedArticle): Map<number, ActorMention[]> {
  const groups = new Map<number, ActorMention[]>();
  for (const mention of page.mentions) groups.set(mention.sentence, [...(groups.get(mention.sentence) ?? []), mention]);
  return groups;
}

function reasonOf(
  { scene, trigger, standing, roles, type, dropped }: Deed,
  claim: Found<ActionClaim> | null,
): ActionReason {
  const { tokens } = scene.tree;
  return {
    start: tokens[trigger.first]!.start,
    end: tokens[trigger.last]!.end,
    frame: trigger.frame.id,
    type,
    sourcePath: roles.sourcePath,
    targetPath: roles.targetPath,
    depth: standing.depth,
    dropped,
    cameo: claim && cameoOf(claim),
    weight: trigger.weight,
    runnersUp: trigger.runnersUp,
  };
}
