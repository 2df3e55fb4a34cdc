/** Type and modality of a deed once all that belongs to it is known, and whether it is a deed at all. */
import type { PloverType } from '../../reading.js';
import { typeOfContent } from './content-type.js';
import { countriesAt, type Deed, WEAK_PATHS } from './deed.js';
import type { Roles } from './roles.js';
import { trailingReporter, typeByStanding } from './standing.js';
import { isStillToCome } from './when.js';
import { deedWords } from './words.js';

const FRIENDLY: ReadonlySet<PloverType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);
const HOSTILE: ReadonlySet<PloverType> = new Set(['SANCTION', 'ASSAULT', 'COERCE', 'PROTEST', 'REJECT', 'ACCUSE']);

/** Type, modality and parties, once all that belongs to the deed is known. */
export function settle(deed: Deed): void {
  const { scene, standing, trigger, roles } = deed;
  deed.of ??= typeOfContent(scene, trigger);
  const verb = scene.tree.tokens[trigger.head]!;
  if (deed.of && deedWords('promising').has(verb.lemma)) {
    if (deed.type === 'THREATEN' && FRIENDLY.has(deed.of)) deed.type = 'AGREE';
    else if (deed.type === 'AGREE' && HOSTILE.has(deed.of)) deed.type = 'THREATEN';
  }
  if (trigger.frame.modality && standing.modality === 'happened') standing.modality = trigger.frame.modality;
  // "Xi arrives in Moscow next week"
  if (standing.modality === 'happened' && isStillToCome(scene, deed.when)) standing.modality = 'announced';
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
  applyQuestion(deed);
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

/** "Did Moscow jam the signals?" asks; "Britain expels Chinese attaché?" passes on what is said. */
function applyQuestion(deed: Deed): void {
  const { scene, standing } = deed;
  const { tokens } = scene.tree;
  const isQuestion = tokens.at(-1)?.form === '?' && !tokens.some(({ form }) => /^["“”‘’']$/.test(form));
  if (!isQuestion || standing.depth > 0.5 || tokens[0]!.xpos.startsWith('W')) return;
  if (tokens[0]!.upos === 'AUX') deed.dropped ??= 'question';
  if (standing.modality === 'happened') standing.modality = 'alleged';
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

/** Who tells it decides between announced and expected, and makes another party's word an allegation. */
function applyReporter(deed: Deed): void {
  const { scene, standing, roles } = deed;
  if (!standing.reporter) return;
  const tellers = countriesAt(scene, standing.reporter.subjects);
  const isOwnWord = tellers.some(country => roles.source.includes(country));
  if (standing.modality === 'announced' && tellers.length > 0 && !isOwnWord && roles.source.length > 0)
    standing.modality = 'expected';
  if (standing.modality === 'expected' && isOwnWord) standing.modality = 'announced';
  // "Armenia says Azerbaijan shelled Goris": where the text names nobody it was done to, it is who complains of it.
  const isDoneToTeller = (deed.type === 'ASSAULT' || deed.type === 'COERCE') && roles.targetPath === 'nearest';
  if (isDoneToTeller && tellers.length > 0 && !isOwnWord && roles.source.length > 0) roles.target = tellers;
  const isAccusation = ACCUSABLE.has(deed.type) && roles.source.length > 0 && !isOwnWord;
  if (standing.modality === 'happened' && isAccusation && tellers.length > 0) standing.modality = 'alleged';
}

/** Deeds that a country does not own up to: said by those they were done to, they are allegations. */
export const ACCUSABLE: ReadonlySet<PloverType> = new Set(['ASSAULT', 'COERCE', 'AID', 'MOBILIZE']);
