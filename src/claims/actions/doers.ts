/** Who did a deed. */
import { type Clause, clauseOf } from './clause.js';
import { statusesOf } from './frames.js';
import { ownsUpTo } from './involvement.js';
import { NOBODY, type Parties, partiesOf, type Scene, union } from './parties.js';
import { provokerOf } from './provoked.js';
import { slotParties } from './slots.js';
import { dependents, isVerb, phrasesOfNoun, preposition, relation } from './tree.js';
import type { Trigger } from './trigger.js';
import { deedWords } from './words.js';

/** Who did a deed: head words, parties, and the path by which they were found. */
export interface Doers {
  heads: number[];
  parties: Parties;
  path: string;
}

/** The doers of a deed: its subject or by-agent, or whoever a noun of a deed belongs to. */
export function doersOf(scene: Scene, trigger: Trigger): Doers {
  const { frame, clause, head } = trigger;
  if (frame.agentOnly) return fromHeads(scene, clause?.phrases.get('by') ?? [], 'by');
  if (frame.source.length > 0) {
    const parties = union([NOBODY, ...frame.source.map(slot => slotParties(scene, trigger, slot, slot === 'from'))]);
    return { heads: clause?.objects ?? [], parties, path: frame.source[0]! };
  }
  if (frame.pos === 'verb' && clause) return fromHeads(scene, clause.doers, clause.passive ? 'by' : 'subject');
  const provoked = provokerOf(scene, head);
  if (provoked) return fromHeads(scene, provoked.reacting, 'from', true);
  const doers = nounDoers(scene, head, clause, frame.target[0] === 'self');
  return doers.path === 'none' && frame.type === 'CONSULT' && !frame.mutual
    ? fromHeads(scene, travellersOf(scene, head), 'traveller')
    : doers;
}

/** "On a trip to Bishkek, the president opened": who does something on a visit is the visitor. */
function travellersOf(scene: Scene, visit: number): number[] {
  const { tree } = scene;
  const verb = tree.tokens[visit]!.head;
  const isOnVisit = deedWords('travelling').has(preposition(tree, visit) ?? '') && isVerb(tree.tokens[verb]!);
  if (!isOnVisit) return [];
  const { passive, doers } = clauseOf(scene, verb);
  return passive ? [] : doers;
}

/** The doer of a deed named by a noun: its possessor, its nationality, its by-agent, or the subject of its light verb. */
function nounDoers(scene: Scene, noun: number, support: Clause | null, isAlone: boolean): Doers {
  const { tree } = scene;
  const children = tree.children[noun]!;
  const tries: [string, number[]][] = [
    [
      'subject',
      tree.children[noun]!.some(child => tree.tokens[child]!.deprel === 'cop') ? dependents(tree, noun, 'nsubj') : [],
    ],
    ['possessor', children.filter(child => tree.tokens[child]!.deprel === 'nmod:poss')],
    ['nationality', children.filter(child => ['amod', 'compound', 'flat'].includes(relation(tree, child)))],
    ['by', children.filter(child => preposition(tree, child) === 'by')],
    ['light verb', support && !support.passive ? support.doers : (support?.phrases.get('by') ?? [])],
    ['owned up', ownersUp(scene, noun)],
    ['engaged', engagedIn(scene, noun)],
    ['planner', plannersOf(scene, noun)],
    // "at the request of Kenya": there the one who asks stands after "of".
    [
      'of',
      isAlone || preposition(tree, noun) === 'at' ? children.filter(child => preposition(tree, child) === 'of') : [],
    ],
    ['from', phrasesOfNoun(tree, noun, 'from')],
  ];
  for (const [path, heads] of tries) {
    const found = fromHeads(scene, heads, path);
    if (found.parties.countries.length > 0) return found;
  }
  const carrier = carryingNoun(scene, noun);
  if (carrier !== null) {
    const found = nounDoers(scene, carrier, support, false);
    if (found.parties.countries.length > 0) return found;
  }
  // "the Turkish jets' raid" may be one mention, nationality and deed together.
  const whole = partiesOf(scene, noun);
  const mention = scene.mentionAt[noun];
  if (mention && whole.countries.length > 0) return { heads: [noun], parties: whole, path: 'phrase' };
  return { heads: [], parties: NOBODY, path: 'none' };
}

/** "the Swedish imposition of sanctions": the noun over a deed that only says that it is done. */
function carryingNoun({ tree }: Scene, noun: number): number | null {
  const { head } = tree.tokens[noun]!;
  const carries = head >= 0 && head < noun && deedWords('carrying').has(tree.tokens[head]!.lemma);
  return carries && preposition(tree, noun) === 'of' ? head : null;
}

/** "denied any role in the attack": if it was anybody told of, it was they. */
function ownersUp(scene: Scene, noun: number): number[] {
  const verb = ownsUpTo(scene.tree, noun);
  return verb === null ? [] : clauseOf(scene, verb).doers;
}

/** "is considering new sanctions": who announces or weighs a deed is who would do it. */
function plannersOf(scene: Scene, noun: number): number[] {
  const { tree } = scene;
  const verb = tree.tokens[noun]!.head;
  if (verb < 0 || relation(tree, noun) !== 'obj') return [];
  const statuses = statusesOf('verb', tree.tokens[verb]!.lemma);
  const { passive, doers } = clauseOf(scene, verb);
  return !passive && statuses.some(status => status === 'announced' || status === 'proposed') ? doers : [];
}

/** "were engaged in ethnic cleansing", "responded with air strikes": the deed of whoever takes part in it. */
function engagedIn(scene: Scene, noun: number): number[] {
  const { tree } = scene;
  const verb = tree.tokens[noun]!.head;
  if (verb < 0 || !deedWords('engaging').has(tree.tokens[verb]!.lemma)) return [];
  const marker = preposition(tree, noun);
  if (marker !== 'in' && marker !== 'with' && marker !== 'to') return [];
  const { passive, doers, objects } = clauseOf(scene, verb);
  return passive ? objects : doers;
}

function fromHeads(scene: Scene, heads: number[], path: string, placesToo = false): Doers {
  if (heads.length === 0) return { heads, parties: NOBODY, path: 'none' };
  return { heads, parties: union(heads.map(head => partiesOf(scene, head, placesToo))), path };
}
