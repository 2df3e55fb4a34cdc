/** Who did it where a passive names no agent: "a missionary was arrested in Lebanon", "denied that tankers were seized". */
import type { Country } from '../../reading.js';
import { subjectsOf } from './clause.js';
import { NOBODY, type Parties, partiesOf, type Scene, union } from './parties.js';
import { ancestors, isVerb, relation } from './tree.js';
import type { Trigger } from './trigger.js';
import { deedWords } from './words.js';

/** Deeds of an authority: they are done by the country they happen in. */
const BY_AUTHORITY = new Set(['COERCE', 'REJECT']);
/** A sentence that was passed: it is passed where it is served. */
const SENTENCES = new Set(['convict']);
/** Longest way up from a passive to the verb that denies or admits it. */
const NEAREST_VERBS = 3;

/** The doer of a passive without agent and by which path it was read; nobody where the sentence does not show it. */
export function agentlessDoer(scene: Scene, trigger: Trigger, target: Country[]): { parties: Parties; path: string } {
  const { frame, clause } = trigger;
  if (!clause?.passive) return { parties: NOBODY, path: 'none' };
  const owned = whoOwnsUp(scene, clause.verb);
  if (owned.countries.length > 0) return { parties: owned, path: 'owned up' };
  if (frame.type === 'MOBILIZE')
    return { parties: union(clause.objects.map(head => partiesOf(scene, head))), path: 'object' };
  if (!BY_AUTHORITY.has(frame.type) && !SENTENCES.has(frame.mode ?? '')) return { parties: NOBODY, path: 'none' };
  const captor = whoHolds(scene, clause.verb, target);
  if (captor.countries.length > 0) return { parties: captor, path: 'captor' };
  const places = ['in', 'at', 'near'].flatMap(marker => clause.phrases.get(marker) ?? []);
  const there = union([NOBODY, ...places.map(head => partiesOf(scene, head, true))]);
  return there.countries.length === 1 ? { parties: there, path: 'place' } : { parties: NOBODY, path: 'none' };
}

function whoOwnsUp(scene: Scene, verb: number): Parties {
  const { tree } = scene;
  const above = ancestors(tree, verb).slice(0, NEAREST_VERBS);
  const owning = above.find(over => isVerb(tree.tokens[over]!) && deedWords('owning-up').has(tree.tokens[over]!.lemma));
  return owning === undefined
    ? NOBODY
    : union([NOBODY, ...subjectsOf(tree, owning).map(head => partiesOf(scene, head))]);
}

/** "Chad freed four soldiers held since last week": who does something to the held is who held them. */
function whoHolds(scene: Scene, verb: number, target: Country[]): Parties {
  const { tree } = scene;
  const noun = tree.tokens[verb]!.head;
  if (relation(tree, verb) !== 'acl' || noun < 0) return NOBODY;
  const over = tree.tokens[noun]!.head;
  if (over < 0 || !isVerb(tree.tokens[over]!) || relation(tree, noun) !== 'obj') return NOBODY;
  const holders = union([NOBODY, ...subjectsOf(tree, over).map(head => partiesOf(scene, head))]);
  return holders.countries.some(country => target.includes(country)) ? NOBODY : holders;
}
