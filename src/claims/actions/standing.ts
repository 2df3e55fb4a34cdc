import type { Modality, PloverType } from '../../reading.js';
import { subjectsOf } from './clause.js';
import { statusesOf } from './frames.js';
import { ownsUpTo } from './involvement.js';
import type { Scene } from './parties.js';
import { dependents, isVerb, preposition, relation, type Tree } from './tree.js';
import type { Trigger } from './trigger.js';
import { deedWords } from './words.js';

/** How a deed stands in its sentence: whether it took place, by whom it is told, and how deep it is tucked away. */
export interface Standing {
  modality: Modality;
  negated: boolean;
  /** The verb that reports the deed, and the words of who does the reporting. */
  reporter: { verb: number; subjects: number[] } | null;
  /** Why it is no deed of its own, or `null` where it is one. */
  dropped: string | null;
  /** The trigger whose content this deed is. */
  contentOf: Trigger | null;
  /** 0 for the deed of the main clause, more for every clause between. */
  depth: number;
}

const CONDITION_MARKS = new Set(['if', 'unless', 'whether', 'lest', 'provided']);
const TOPIC_PREPOSITIONS = new Set(['about', 'regarding', 'concerning']);
/** After these the topic of a talk, a book or a law stands, not a deed. */
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'nor', 'neither', 'nowhere', 'hardly']);
const NOBODY_WORDS = new Set(['nobody', 'none', 'no one', 'nothing']);

/** Reads how a deed stands from the words over it. `byHead` finds the trigger at a token. */
export function standingOf(scene: Scene, trigger: Trigger, byHead: Map<number, Trigger>): Standing {
  const { tree } = scene;
  const standing: Standing = {
    modality: 'happened',
    negated: false,
    reporter: null,
    dropped: null,
    contentOf: null,
    depth: 0,
  };
  const verb = trigger.frame.pos === 'verb' ? trigger.head : trigger.clause?.verb;
  if (verb !== undefined) applyAuxiliaries(tree, verb, standing);
  if (
    !trigger.negationUsed &&
    (isNegated(tree, trigger.head, trigger) || (verb !== undefined && isNegated(tree, verb, trigger)))
  ) {
    standing.negated = true;
  }
  climb(scene, trigger, byHead, standing);
  const owning = trigger.frame.pos === 'noun' ? ownsUpTo(tree, trigger.head) : null;
  if (owning !== null && statusesOf('verb', tree.tokens[owning]!.lemma).includes('denied')) raise(standing, 'denied');
  applyAdverbs(tree, trigger, standing);
  return standing;
}

/** Follows the words over the trigger to the root, one step a relation. */
function climb(scene: Scene, trigger: Trigger, byHead: Map<number, Trigger>, standing: Standing): void {
  const { tree } = scene;
  let at = trigger.clause && trigger.frame.pos !== 'verb' ? trigger.clause.verb : trigger.head;
  let embedded = false;
  let nominal = at === trigger.head && trigger.frame.pos !== 'verb';
  for (let steps = 0; steps < 12; steps++) {
    const over = tree.tokens[at]!.head;
    if (over < 0) return;
    const kind = relation(tree, at);
    const marks = dependents(tree, at, 'mark').map(child => tree.tokens[child]!.lemma.toLowerCase());
    if ((kind === 'advcl' || kind === 'ccomp' || kind === 'acl') && marks.some(mark => CONDITION_MARKS.has(mark))) {
      standing.dropped ??= 'condition';
    }
    const content = embedded ? null : (byHead.get(over) ?? null);
    const isContent =
      content !== null &&
      (content.frame.ofComplement || content.frame.claims) &&
      (kind === 'xcomp' ||
        kind === 'ccomp' ||
        (kind === 'acl' && content.frame.pos !== 'verb') ||
        (kind === 'advcl' && isContentClause(tree, at, content)) ||
        (kind === 'obj' && content.frame.ofComplement) ||
        ((kind === 'obl' || kind === 'nmod') && !isCause(tree, at)));
    if (isContent && standing.contentOf === null) {
      standing.contentOf = content;
      return;
    }
    const overVerb = isVerb(tree.tokens[over]!) || dependents(tree, over, 'cop').length > 0;
    const statuses = embedded ? [] : isOwnClaim(tree, at, over) ? OWN_CLAIM : statusesFor(tree, over);
    if (nominal) {
      const marker = preposition(tree, at);
      if (marker && TOPIC_PREPOSITIONS.has(marker)) standing.dropped ??= 'topic';
      if (marker === 'on' && (!overVerb || byHead.get(over)?.frame.type === 'CONSULT')) standing.dropped ??= 'topic';
      if (kind === 'obj' || tree.tokens[at]!.deprel === 'nsubj:pass')
        applyStatuses(
          statuses.filter(status => status !== 'reporting'),
          standing,
        );
      else if (marker === 'of' || marker === 'for')
        applyStatuses(
          statuses.filter(status => status !== 'reporting' && status !== 'plain'),
          standing,
        );
      if (kind === 'nsubj' && !overVerb) standing.depth += 0.5;
    } else if (
      kind === 'xcomp' ||
      kind === 'ccomp' ||
      (kind === 'advcl' && isGerund(tree, at) && statuses.length > 0) ||
      (kind === 'acl' && !overVerb) ||
      kind === 'obl'
    ) {
      applyStatuses(statuses, standing);
      if (statuses.includes('reporting') && kind === 'ccomp') setReporter(tree, over, standing);
      else if (kind === 'xcomp' && statuses.length === 0 && !embedded && marks.includes('to') && !byHead.has(over))
        standing.dropped ??= 'infinitive';
      else if (kind === 'acl' && statuses.length === 0 && !embedded && marks.includes('to') && !byHead.has(over))
        standing.dropped ??= 'purpose';
      if (statuses.length > 0 && overVerb) {
        if (isNegated(tree, over, null) && !isYetTo(tree, at) && !statuses.includes('reporting'))
          standing.negated = !standing.negated;
        applyAuxiliaries(tree, over, standing);
      }
    } else if (kind === 'advcl' && isGerund(tree, at) && !embedded) {
      applyAuxiliaries(tree, over, standing);
    } else if (kind === 'advcl' && !embedded && marks.includes('to') && marks.length === 1) {
      standing.dropped ??= 'purpose';
    }
    if (
      kind !== 'conj' &&
      !(statuses.length > 0 && (kind === 'ccomp' || kind === 'xcomp')) &&
      !(nominal && kind === 'obj')
    )
      standing.depth += depthOf(kind);
    if (kind === 'conj' && !embedded && tree.tokens[at]!.xpos === 'VB' && isVerb(tree.tokens[over]!)) {
      applyAuxiliaries(tree, over, standing);
    }
    // "let a vessel dock despite objections": what a cause hangs on says nothing of the cause.
    if (nominal && CAUSES.has(preposition(tree, at) ?? '')) embedded = true;
    if (tree.tokens[at]!.deprel === 'acl:relcl' || (kind === 'advcl' && !isGerund(tree, at) && !marks.includes('to')))
      embedded = true;
    if (kind === 'conj' && nominal && isVerb(tree.tokens[over]!)) nominal = false;
    if (overVerb) nominal = false;
    at = over;
  }
}

const OWN_CLAIM: readonly string[] = ['plain'];

/** "claims to have shot it down": what somebody tells of himself is no allegation of another. */
function isOwnClaim(tree: Tree, at: number, over: number): boolean {
  const isActive = dependents(tree, over, 'aux').every(aux => tree.tokens[aux]!.deprel !== 'aux:pass');
  return relation(tree, at) === 'xcomp' && tree.tokens[over]!.lemma === 'claim' && isActive;
}

/** "..., a Russian official said": the reporting verb may hang on the deed instead of standing over it. */
export function trailingReporter(tree: Tree, verb: number): { verb: number; subjects: number[] } | null {
  for (const child of tree.children[verb]!) {
    const token = tree.tokens[child]!;
    if (!isVerb(token) || !['parataxis', 'ccomp', 'conj', 'advcl', 'dep'].includes(relation(tree, child))) continue;
    if (!statusesOf('verb', token.lemma).some(status => status === 'reporting' || status === 'alleged')) continue;
    const subjects = subjectsOf(tree, child, 0);
    if (subjects.length > 0 && child > verb && dependents(tree, child, 'ccomp', 'obj', 'xcomp').length === 0)
      return { verb: child, subjects };
  }
  return null;
}

function statusesFor(tree: Tree, over: number): readonly string[] {
  const token = tree.tokens[over]!;
  const pos = isVerb(token) ? 'verb' : 'noun';
  const copular = tree.children[over]!.some(
    child => ['cop', 'aux', 'aux:pass'].includes(tree.tokens[child]!.deprel) && tree.tokens[child]!.lemma === 'be',
  );
  const complements = tree.children[over]!.filter(child => child === over + 1);
  const idiom = complements.flatMap(child => statusesOf(pos, `${token.lemma} ${tree.tokens[child]!.lemma}`));
  if (idiom.length > 0) return idiom;
  const own = statusesOf(pos, token.lemma.toLowerCase());
  if (!copular) return token.upos === 'ADJ' ? statusesOf('verb', `be ${token.lemma}`) : own;
  const withBe = statusesOf('verb', `be ${token.form.toLowerCase()}`);
  return withBe.length > 0
    ? withBe
    : statusesOf('verb', `be ${token.lemma}`).length > 0
      ? statusesOf('verb', `be ${token.lemma}`)
      : own;
}

/** The strongest status wins: denied over alleged over what has not happened yet. */
const STRENGTH: Modality[] = ['happened', 'announced', 'expected', 'proposed', 'conditional', 'alleged', 'denied'];

function applyStatuses(statuses: readonly string[], standing: Standing): void {
  if (statuses.includes('undone')) standing.negated = true;
  for (const status of statuses) {
    if ((STRENGTH as string[]).includes(status)) raise(standing, status as Modality);
    if (status !== 'reporting') return;
  }
}

function raise(standing: Standing, modality: Modality): void {
  if (STRENGTH.indexOf(modality) > STRENGTH.indexOf(standing.modality)) standing.modality = modality;
}

function setReporter(tree: Tree, verb: number, standing: Standing): void {
  standing.reporter ??= { verb, subjects: subjectsOf(tree, verb) };
}

function applyAuxiliaries(tree: Tree, verb: number, standing: Standing): void {
  for (const child of tree.children[verb]!) {
    const token = tree.tokens[child]!;
    if (!token.deprel.startsWith('aux') && token.deprel !== 'mark') continue;
    const word = token.form.toLowerCase();
    if (token.deprel === 'mark') {
      // Headlines: "Xi to visit Moscow".
      if (word === 'to' && (tree.tokens[verb]!.head < 0 || dependents(tree, verb, 'nsubj').length > 0))
        raise(standing, 'announced');
    } else if (
      word === 'will' ||
      word === "'ll" ||
      word === '’ll' ||
      word === 'shall' ||
      word === 'wo' ||
      word === 'sha'
    ) {
      raise(standing, 'announced');
    } else if (/^(?:would|could|should|might)$/.test(word) && hasPerfect(tree, verb)) {
      standing.dropped ??= 'counterfactual';
    } else if (word === 'would' || word === 'could' || word === "'d") {
      raise(
        standing,
        tree.tokens.some(other => CONDITION_MARKS.has(other.lemma)) || word === 'could' ? 'conditional' : 'announced',
      );
    } else if (word === 'may' || word === 'might') {
      raise(standing, 'expected');
    } else if (word === 'must' || word === 'should') {
      raise(standing, 'proposed');
    }
  }
}

/** "would have expelled": what did not come about. */
function hasPerfect(tree: Tree, verb: number): boolean {
  return dependents(tree, verb, 'aux').some(child => tree.tokens[child]!.form.toLowerCase() === 'have');
}

function applyAdverbs(tree: Tree, trigger: Trigger, standing: Standing): void {
  const verb = trigger.clause?.verb ?? trigger.head;
  for (const child of [...tree.children[verb]!, ...tree.children[trigger.head]!]) {
    const { lemma } = tree.tokens[child]!;
    if (
      lemma === 'reportedly' ||
      lemma === 'allegedly' ||
      lemma === 'supposedly' ||
      lemma === 'purportedly' ||
      lemma === 'alleged'
    )
      raise(standing, 'alleged');
  }
}

function isNegated(tree: Tree, index: number, trigger: Trigger | null): boolean {
  for (const child of tree.children[index]!) {
    const token = tree.tokens[child]!;
    const word = token.lemma.toLowerCase();
    if (NEGATIONS.has(word)) return true;
    if (word === 'yet' && tree.tokens[child + 1]?.lemma === 'to') return true;
    if (word === 'no' && token.deprel === 'det') return true;
    if (isNearMiss(tree, child, index)) return true;
    const kind = relation(tree, child);
    if (
      kind === 'nsubj' &&
      (NOBODY_WORDS.has(word) ||
        dependents(tree, child, 'det').some(det => ['no', 'neither'].includes(tree.tokens[det]!.lemma)))
    )
      return true;
    if (trigger && kind === 'obj' && dependents(tree, child, 'det').some(det => tree.tokens[det]!.lemma === 'no'))
      return true;
  }
  if (isYetTo(tree, index)) return true;
  if (preposition(tree, index) === 'without') return true;
  return tree.children[index]!.some(
    child => tree.tokens[child]!.deprel === 'mark' && tree.tokens[child]!.lemma === 'without',
  );
}

/** "almost went to war", "all but expelled": it did not come about; "almost immediately" and "nearly 20" are no such thing. */
function isNearMiss(tree: Tree, adverb: number, verb: number): boolean {
  if (adverb > verb || !isVerb(tree.tokens[verb]!)) return false;
  const isNear = deedWords('nearly').has(tree.tokens[adverb]!.lemma.toLowerCase());
  const isAllBut = tree.tokens[adverb]!.lemma === 'but' && tree.tokens[adverb - 1]?.lemma === 'all';
  return (isNear || isAllBut) && isVerb(tree.tokens[adverb + 1]!);
}

/** "has yet to sign". */
function isYetTo(tree: Tree, verb: number): boolean {
  return tree.tokens[verb - 1]?.lemma === 'to' && tree.tokens[verb - 2]?.lemma === 'yet';
}

function isGerund(tree: Tree, index: number): boolean {
  return tree.tokens[index]!.xpos === 'VBG';
}

function isContentClause(tree: Tree, at: number, content: Trigger): boolean {
  const marker = dependents(tree, at, 'mark', 'case').map(child => tree.tokens[child]!.lemma);
  if (content.frame.claims)
    return isGerund(tree, at) && marker.some(word => ['of', 'for', 'with', 'over'].includes(word));
  return marker.some(word => word === 'to' || word === 'from' || word === 'of' || word === 'that');
}

const CAUSES = new Set(['after', 'despite', 'following', 'amid', 'since', 'because']);

/** "over the arrest", "after the raid": why something is said, a deed of its own. */
function isCause(tree: Tree, at: number): boolean {
  const marker = preposition(tree, at);
  return (
    marker !== null &&
    [
      'over',
      'after',
      'since',
      'following',
      'because',
      'before',
      'during',
      'despite',
      'in',
      'at',
      'amid',
      'by',
    ].includes(marker)
  );
}

function depthOf(kind: string): number {
  switch (kind) {
    case 'conj':
    case 'flat':
    case 'compound':
      return 0;
    case 'xcomp':
    case 'obj':
    case 'ccomp':
      return 0.5;
    case 'parataxis':
    case 'nsubj':
      return 0.7;
    case 'obl':
      return 1.2;
    default:
      return 1;
  }
}

/** The type a deed is recorded under when it has not been done yet, with what was promised (docs/coding.md, "Type"). */
export function typeByStanding(type: PloverType, modality: Modality): { type: PloverType; of: PloverType | null } {
  const ahead =
    modality === 'announced' || modality === 'expected' || modality === 'proposed' || modality === 'conditional';
  if (ahead && (type === 'CONSULT' || type === 'SUPPORT' || type === 'COOPERATE' || type === 'AID'))
    return { type: 'AGREE', of: type };
  if (ahead && type === 'RETREAT') return { type: 'CONCEDE', of: 'RETREAT' };
  return { type, of: null };
}
