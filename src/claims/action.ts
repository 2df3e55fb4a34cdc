import type { ActorMention } from '../actors/actor-mention.js';
import type { Sentence } from '../language/sentence.js';
import type { ActionClaim, Found, Modality, PloverType, TimeExpression } from '../reading.js';
import { remember } from './actions/before.js';
import { aimAtDoer, answerPartner, askDoer, borrowParties } from './actions/borrowed-parties.js';
import { type CameoCode, cameoOf } from './actions/cameo.js';
import { type ActionTraits, confidenceOf } from './actions/confidence.js';
import { fileContent } from './actions/content.js';
import type { Deed, ReadDeed } from './actions/deed.js';
import { applyDenials } from './actions/denials.js';
import { findTriggers } from './actions/find-triggers.js';
import { otherSubjects } from './actions/frames.js';
import { type MainCandidate, markMain } from './actions/main-action.js';
import { type Before, NOBODY, type Scene, sceneOf } from './actions/parties.js';
import { dropRepeats } from './actions/repeats.js';
import { rolesOf } from './actions/roles.js';
import { settle } from './actions/settle.js';
import { standingOf } from './actions/standing.js';
import { thirdOf } from './actions/third.js';
import type { Trigger } from './actions/trigger.js';
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

function deedsOf(page: AnnotatedArticle): ReadDeed[] {
  const inSentence = bySentence(page);
  const before: Before = { recent: NOBODY, known: new Map(), dealings: [] };
  const all = page.sentences.flatMap(sentence => {
    if (sentence.boilerplate) return [];
    const scene = sceneOf(page, sentence, inSentence(sentence), before);
    const deeds = isAboutSomethingElse(scene) ? [] : deedsOfSentence(scene);
    remember(before, deeds);
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
  for (const deed of deeds) askDoer(deed, deeds);
  for (const deed of deeds) settle(deed);
  dropRepeats(deeds);
  const read = deeds.map(deed => ({ deed, claim: deed.dropped ? null : claimOf(deed) }));
  markMain(
    read.flatMap(({ deed, claim }): MainCandidate[] =>
      claim ? [{ claim, depth: deed.standing.depth, background: isBackground(scene, deed.trigger, claim.when) }] : [],
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
    when: whenOf(scene, trigger),
    type: trigger.frame.type,
    of: trigger.frame.ofType,
    dropped: standing.dropped,
  };
}

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
    when: deed.when,
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

/** Sport, markets, weather and the arts use the same verbs; a head of state in the sentence speaks against them. */
function isAboutSomethingElse(scene: Scene): boolean {
  const cues = otherSubjects();
  const words = scene.tree.tokens.map(token => token.form.toLowerCase());
  return words.some(
    (word, index) =>
      cues.has(word) || cues.has(scene.tree.tokens[index]!.lemma) || cues.has(`${word} ${words[index + 1] ?? ''}`),
  );
}

/** The mentions of each sentence and its dates, found in one pass over the article. */
function bySentence(
  page: AnnotatedArticle,
): (sentence: Sentence) => { mentions: ActorMention[]; times: TimeExpression[] } {
  const groups = new Map<number, ActorMention[]>();
  for (const mention of page.mentions) {
    const group = groups.get(mention.sentence);
    if (group) group.push(mention);
    else groups.set(mention.sentence, [mention]);
  }
  const dated = page.times.filter(({ type }) => type === 'DATE' || type === 'TIME').sort((a, b) => a.start - b.start);
  let next = 0;
  return sentence => {
    while (next < dated.length && dated[next]!.start < sentence.start) next++;
    const times: TimeExpression[] = [];
    for (let at = next; at < dated.length && dated[at]!.start < sentence.end; at++)
      if (dated[at]!.end <= sentence.end) times.push(dated[at]!);
    return { mentions: groups.get(sentence.index) ?? [], times };
  };
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
