/**
 * Who did a deed to whom, where it has a direction. The ways in which a party is found are a list, tried in order: each
 * sees what those before it found, and names the path by which it found something, which `--explain` shows and the
 * confidence is weighed by.
 */
import type { PloverType } from '../../reading.js';
import { agentlessDoer } from './agentless.js';
import type { Doers } from './doers.js';
import { isNamelessGroup } from './frames.js';
import { nearestBefore, nearestOther } from './nearest.js';
import { NOBODY, type Parties, partiesOf, type Scene, union } from './parties.js';
import { provokerOf } from './provoked.js';
import { slotHeads, slotParties } from './slots.js';
import { dependents, type Tree } from './tree.js';
import type { Trigger } from './trigger.js';

/** Doer and counterpart while they are looked for. */
export interface Draft {
  source: Parties;
  sourcePath: string;
  target: Parties;
  targetPath: string;
  /** The words where the counterpart would stand name the doer's own country. */
  atHome: boolean;
}

/** One way to find a party; it changes the draft where it finds one. */
type Way = (draft: Draft, scene: Scene, trigger: Trigger, doers: Doers) => void;

const WAYS: readonly Way[] = [
  counterpartWhoProvoked,
  counterpartInItsPlace,
  ownLeader,
  doerByPlace,
  doerBefore,
  doerOfPassive,
  counterpartWithoutName,
  counterpartNear,
  counterpartAtHome,
  protestersOfTheNamed,
  withdrawnByTheirOwn,
  doerAtHome,
];

/** Source and target of a deed, each with the path by which it was found; `doers` are its doers by the parse. */
export function directedParties(scene: Scene, trigger: Trigger, doers: Doers): Draft {
  const draft: Draft = {
    source: doers.parties,
    sourcePath: doers.path,
    target: NOBODY,
    targetPath: 'none',
    atHome: false,
  };
  for (const way of WAYS) way(draft, scene, trigger, doers);
  return draft;
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
/** A protest alone names whom it is against or nobody: no other party takes that place. */
const NEEDS_NO_COUNTERPART: ReadonlySet<PloverType> = new Set(['PROTEST']);

/** "drawing condemnation from Belgrade": it is aimed at who drew it. */
function counterpartWhoProvoked(draft: Draft, scene: Scene, trigger: Trigger): void {
  if (trigger.frame.pos === 'verb') return;
  const causers = provokerOf(scene, trigger.head)?.causers ?? [];
  const { countries, names } = union([NOBODY, ...causers.map(head => partiesOf(scene, head))]);
  const others = countries.filter(country => !draft.source.countries.includes(country));
  if (others.length === 0) return;
  draft.target = { countries: others, names };
  draft.targetPath = 'provoker';
}

/** The places that the frame names, first choice first. */
function counterpartInItsPlace(draft: Draft, scene: Scene, trigger: Trigger): void {
  if (draft.target.countries.length > 0) return;
  const isOwnHead = (head: number) => scene.mentionAt[head]?.headToken === head;
  for (const slot of trigger.frame.target) {
    if (slot === 'self') {
      draft.atHome = true;
      continue;
    }
    const { countries, names } = slotParties(scene, trigger, slot);
    const others = countries.filter(country => !draft.source.countries.includes(country));
    if (others.length > 0) {
      draft.target = { countries: others, names };
      draft.targetPath = slot;
      return;
    }
    // "in the Palestinian uprising" is no place at home, "in Hebron" is; "them" are others than the doers.
    const heads = slotHeads(scene, trigger, slot);
    const isOther = slot === 'obj' && isObjectPronoun(scene, heads);
    if (countries.length > 0 && !isOther && (slot === 'obj' || heads.some(isOwnHead))) draft.atHome = true;
  }
}

/** "the opposition leader criticised the president": people of one country about one of their own. */
function ownLeader(draft: Draft, { mentionAt }: Scene, { frame, clause }: Trigger, { heads }: Doers): void {
  if (draft.target.countries.length > 0 || !draft.atHome || frame.type !== 'ACCUSE') return;
  const isPerson = (head: number) => {
    const mention = mentionAt[head];
    return mention?.headToken === head && (mention.person !== null || mention.kind === 'office');
  };
  if (!clause?.objects.some(isPerson) || heads.some(head => mentionAt[head]?.kind === 'metonym')) return;
  draft.target = { countries: draft.source.countries, names: [] };
  draft.targetPath = 'own';
}

/** "Students throughout Indonesia marched": a place tells whose people they are. */
function doerByPlace(draft: Draft, scene: Scene, { frame }: Trigger, { heads }: Doers): void {
  if (isDoerFound(draft) || heads.length === 0 || !OFTEN_DOMESTIC.has(frame.type)) return;
  const there = union(heads.map(head => partiesOf(scene, head, true)));
  if (there.countries.length === 0) return;
  draft.source = there;
  draft.sourcePath = 'place';
}

/** The nearest party before the deed, where the parse shows no doer and no unnamed group is the doer. */
function doerBefore(draft: Draft, scene: Scene, trigger: Trigger, { heads }: Doers): void {
  const { frame, clause } = trigger;
  if (isDoerFound(draft) || isNameless(scene, heads) || frame.agentOnly) return;
  if ((clause?.passive && heads.length === 0) || (frame.pos !== 'verb' && !clause)) return;
  const before = nearestBefore(scene, trigger, draft.target.countries);
  if (!before) return;
  draft.source = before;
  draft.sourcePath = 'nearest';
}

/** Who did it where a passive names no agent; whoever it was is not who it was done to. */
function doerOfPassive(draft: Draft, scene: Scene, trigger: Trigger): void {
  if (isDoerFound(draft) || trigger.frame.agentOnly) return;
  const doer = agentlessDoer(scene, trigger, draft.target.countries);
  draft.source = doer.parties;
  draft.sourcePath = doer.path;
  const { countries } = doer.parties;
  const others = draft.target.countries.filter(country => !countries.includes(country));
  if (countries.length > 0 || others.length > 0) draft.target = { ...draft.target, countries: others };
}

/** "European allies", "the West": a counterpart that is there and has no country, so no other may take its place. */
function counterpartWithoutName(draft: Draft, scene: Scene, trigger: Trigger): void {
  if (draft.target.countries.length > 0) return;
  const heads = trigger.frame.target.flatMap(slot => slotHeads(scene, trigger, slot));
  if (isNameless(scene, heads)) draft.targetPath = 'nameless';
}

/** A party behind the deed in its clause, or the nearest one, for deeds that need another. */
function counterpartNear(draft: Draft, scene: Scene, trigger: Trigger): void {
  const { type } = trigger.frame;
  if (isCounterpartSettled(draft) || !isDoerFound(draft) || NEEDS_NO_COUNTERPART.has(type)) return;
  if (draft.atHome && OFTEN_DOMESTIC.has(type)) return;
  const onlyActors = type === 'REQUEST' || type === 'ACCUSE';
  const other = nearestOther(scene, trigger, draft.source.countries, onlyActors);
  if (!other) return;
  draft.target = other.parties;
  draft.targetPath = other.path;
}

/** What the police of a country, its crowds or its people among themselves do stays inside it. */
function counterpartAtHome(draft: Draft, scene: Scene, { frame }: Trigger, { heads }: Doers): void {
  if (isCounterpartSettled(draft) || !isDoerFound(draft) || draft.sourcePath === 'owned up') return;
  if (!draft.atHome && draft.source.countries.length === 1 && !staysAtHome(scene, frame.type, heads)) return;
  draft.target = { countries: draft.source.countries, names: [] };
  draft.targetPath = 'home';
}

/** Whoever is in the streets, the country that is named is theirs. */
function protestersOfTheNamed(draft: Draft, scene: Scene, trigger: Trigger): void {
  if (isDoerFound(draft) || trigger.frame.type !== 'PROTEST') return;
  const isNamed = draft.target.countries.length > 0;
  const named = isNamed ? draft.target : nearestOther(scene, trigger, [], false)?.parties;
  if (!named) return;
  draft.source = named;
  draft.target = named;
  draft.sourcePath = 'home';
  draft.targetPath = 'home';
}

/** "Rwandan troops were pulled back": who is withdrawn belongs to who withdraws. */
function withdrawnByTheirOwn(draft: Draft, _: Scene, { frame }: Trigger): void {
  const isWithdrawal = frame.type === 'RETREAT' && frame.mode === 'withdraw';
  if (isDoerFound(draft) || !isWithdrawal || draft.target.countries.length === 0) return;
  draft.source = draft.target;
  draft.sourcePath = 'object';
}

/** "gunmen killed two Kenyans": a doer of no country, of a deed often done at home, is of the country it was done in. */
function doerAtHome(draft: Draft, _: Scene, { frame }: Trigger, { heads }: Doers): void {
  if (isDoerFound(draft) || draft.target.countries.length === 0) return;
  if (!OFTEN_DOMESTIC.has(frame.type) || heads.length === 0) return;
  draft.source = draft.target;
  draft.sourcePath = 'home';
}

function isDoerFound({ source }: Draft): boolean {
  return source.countries.length > 0;
}

function isCounterpartSettled({ target, targetPath }: Draft): boolean {
  return target.countries.length > 0 || targetPath === 'nameless';
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

function isNameless({ tree }: Scene, heads: number[]): boolean {
  return heads.some(head => isNamelessGroup(tree.tokens[head]!) && !isOfSomeGroup(tree, head));
}

/** "crew members", "family members": the noun before says of what. */
function isOfSomeGroup(tree: Tree, head: number): boolean {
  return dependents(tree, head, 'compound').some(child => tree.tokens[child]!.upos === 'NOUN');
}
