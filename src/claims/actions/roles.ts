import type { Country, PloverType } from '../../reading.js';
import { agentlessDoer } from './agentless.js';
import { doersOf } from './doers.js';
import { isNamelessGroup } from './frames.js';
import { nearestBefore, nearestOther } from './nearest.js';
import { NOBODY, type Parties, partiesOf, type Scene, union } from './parties.js';
import { slotHeads, slotParties } from './slots.js';
import type { Trigger } from './trigger.js';

/** Who did it and to whom, and by which path that was read. */
export interface Roles {
  source: Country[];
  target: Country[];
  names: string[];
  /** The head words of the doers, for the deeds that borrow them. */
  doers: number[];
  /** `subject`, `by`, `possessor`, `nearest` ...: how the doer was found; the same for the counterpart. */
  sourcePath: string;
  targetPath: string;
}

/** Deeds that are as often done at home: without another party they stay inside the country. */
const OFTEN_DOMESTIC: ReadonlySet<PloverType> = new Set(['PROTEST', 'COERCE', 'ASSAULT']);
/** A deployment or a test names nobody more often than it is aimed at home. */
const SELDOM_AT_HOME: ReadonlySet<PloverType> = new Set(['MOBILIZE']);
/** Deeds of a state towards others: without a counterpart in the sentence it is unknown, not the country itself. */
const AIMED_ABROAD: ReadonlySet<PloverType> = new Set([
  'ACCUSE',
  'REQUEST',
  'SANCTION',
  'SUPPORT',
  'AGREE',
  'REJECT',
  'CONCEDE',
]);
/** Deeds that need another party: where the parse shows none, the nearest one in the sentence is taken. */
const NEEDS_COUNTERPART: ReadonlySet<PloverType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'COERCE',
  'ASSAULT',
]);
/** Reads source and target of a deed from the clause of its trigger. */
export function rolesOf(scene: Scene, trigger: Trigger): Roles {
  return trigger.frame.mutual ? mutualRoles(scene, trigger) : directedRoles(scene, trigger);
}

function mutualRoles(scene: Scene, trigger: Trigger): Roles {
  const found: Parties[] = [];
  const between = slotParties(scene, trigger, 'between');
  if (between.countries.length > 1) found.push(between);
  const doers = doersOf(scene, trigger);
  found.push(doers.parties);
  for (const slot of trigger.frame.target)
    if (slot !== 'subj') found.push(slotParties(scene, trigger, slot, slot === 'between' || slot === 'with', false));
  let all = union(found);
  let path = doers.path;
  if (all.countries.length === 1) {
    const other = nearestOther({ ...scene, recent: NOBODY }, trigger, all.countries, trigger.frame.type !== 'ASSAULT');
    if (other) {
      all = union([all, other.parties]);
      path = `${path}+nearest`;
    }
  }
  return {
    source: all.countries,
    target: all.countries,
    names: all.names,
    doers: doers.heads,
    sourcePath: path,
    targetPath: 'mutual',
  };
}

function directedRoles(scene: Scene, trigger: Trigger): Roles {
  const { frame } = trigger;
  const doers = doersOf(scene, trigger);
  let source = doers.parties;
  let sourcePath = doers.path;
  let target = NOBODY;
  let targetPath = 'none';
  let atHome = false;
  const isOwnHead = (head: number) => scene.mentionAt[head]?.headToken === head;
  for (const slot of frame.target) {
    if (slot === 'self') {
      atHome = true;
      continue;
    }
    const parties = slotParties(scene, trigger, slot);
    const others = parties.countries.filter(country => !source.countries.includes(country));
    if (others.length > 0) {
      target = { countries: others, names: parties.names };
      targetPath = slot;
      break;
    }
    // "in the Palestinian uprising" is no place at home, "in Hebron" is; "them" are others than the doers.
    const isOther = slot === 'obj' && isObjectPronoun(scene, slotHeads(scene, trigger, slot));
    if (parties.countries.length > 0 && !isOther && (slot === 'obj' || slotHeads(scene, trigger, slot).some(isOwnHead)))
      atHome = true;
  }
  const hasDoer = doers.heads.length > 0;
  // "Students throughout Indonesia marched": a place tells whose people they are.
  if (source.countries.length === 0 && hasDoer && OFTEN_DOMESTIC.has(frame.type)) {
    const there = union(doers.heads.map(head => partiesOf(scene, head, true)));
    if (there.countries.length > 0) {
      source = there;
      sourcePath = 'place';
    }
  }
  const isDoerNameless = source.countries.length === 0 && isNameless(scene, doers.heads);
  if (source.countries.length === 0 && !isDoerNameless && !frame.agentOnly && !(trigger.clause?.passive && !hasDoer)) {
    const before =
      trigger.frame.pos === 'verb' || trigger.clause ? nearestBefore(scene, trigger, target.countries) : null;
    if (before) {
      source = before;
      sourcePath = 'nearest';
    }
  }
  if (source.countries.length === 0 && !frame.agentOnly) {
    const doer = agentlessDoer(scene, trigger, target.countries);
    source = doer.parties;
    sourcePath = doer.path;
    if (target.countries.some(country => !source.countries.includes(country)))
      target = { ...target, countries: target.countries.filter(country => !source.countries.includes(country)) };
    else if (source.countries.length > 0) target = { ...target, countries: [] };
  }
  const isTargetNameless =
    target.countries.length === 0 &&
    isNameless(
      scene,
      frame.target.flatMap(slot => slotHeads(scene, trigger, slot)),
    );
  if (isTargetNameless) targetPath = 'nameless';
  if (
    target.countries.length === 0 &&
    !isTargetNameless &&
    NEEDS_COUNTERPART.has(frame.type) &&
    !(atHome && OFTEN_DOMESTIC.has(frame.type))
  ) {
    const other = nearestOther(scene, trigger, source.countries, frame.type === 'REQUEST' || frame.type === 'ACCUSE');
    if (other && source.countries.length > 0) {
      target = other.parties;
      targetPath = other.path;
    }
  }
  if (isTargetNameless) targetPath = 'nameless';
  if (
    target.countries.length === 0 &&
    !isTargetNameless &&
    source.countries.length > 0 &&
    sourcePath !== 'owned up' &&
    (atHome || source.countries.length > 1 || staysAtHome(scene, frame.type, doers.heads))
  ) {
    target = { countries: source.countries, names: [] };
    targetPath = 'home';
  }
  // Whoever is in the streets, the country that is named is theirs.
  if (source.countries.length === 0 && frame.type === 'PROTEST') {
    const named = target.countries.length > 0 ? target : nearestOther(scene, trigger, [], false)?.parties;
    if (named) {
      source = named;
      target = named;
      sourcePath = 'home';
      targetPath = 'home';
    }
  }
  // "Rwandan troops were pulled back": who is withdrawn belongs to who withdraws.
  if (
    source.countries.length === 0 &&
    frame.type === 'RETREAT' &&
    frame.mode === 'withdraw' &&
    target.countries.length > 0
  ) {
    source = target;
    sourcePath = 'object';
  }
  if (source.countries.length === 0 && target.countries.length > 0 && OFTEN_DOMESTIC.has(frame.type) && hasDoer) {
    source = target;
    sourcePath = 'home';
  }
  return {
    source: source.countries,
    target: target.countries,
    names: [...new Set([...source.names, ...target.names])],
    doers: doers.heads,
    sourcePath,
    targetPath,
  };
}

/**
 * Whether a deed without another party is one inside the country: what a whole state says or withholds is aimed at
 * somebody the sentence leaves out, what its police or its opposition do is not.
 */
function staysAtHome({ mentionAt }: Scene, type: PloverType, doers: number[]): boolean {
  if (SELDOM_AT_HOME.has(type)) return false;
  if (!AIMED_ABROAD.has(type)) return true;
  return !doers.some(head => {
    const mention = mentionAt[head];
    return mention?.headToken === head && (mention.kind === 'metonym' || (mention.kind === 'name' && !mention.person));
  });
}

function isObjectPronoun({ tree }: Scene, heads: number[]): boolean {
  return heads.length > 0 && heads.every(head => /^(?:him|her|them|it|us|me)$/i.test(tree.tokens[head]!.form));
}

/** "European allies", "the West": a party that is there and has no country, so no other may take its place. */
function isNameless({ tree }: Scene, heads: number[]): boolean {
  return heads.some(head => isNamelessGroup(tree.tokens[head]!));
}
