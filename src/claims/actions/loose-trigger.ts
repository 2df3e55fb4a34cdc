/** Verbs that name a deed although the conditions of their frames do not hold. */
import { type Clause, clauseOf } from './clause.js';
import { type Frame, statusesOf } from './frames.js';
import { nounConditionHolds } from './noun-kind.js';
import type { Scene } from './parties.js';
import type { Trigger } from './trigger.js';
import { candidates, matchRest } from './wording.js';

/**
 * A verb whose every frame is of one type names that type even where subject or object are not of the kind asked for:
 * the lists of nouns are never complete.
 */
export function looseTrigger(scene: Scene, index: number): Trigger | null {
  const { tree } = scene;
  const token = tree.tokens[index]!;
  if (token.upos !== 'VERB' || EMPTY_STATUSES.some(status => statusesOf('verb', token.lemma).includes(status)))
    return null;
  const fitting = candidates('verb', token.lemma, token.form).flatMap(wording => {
    const last = wording.copular || wording.negated ? null : matchRest(tree, index, wording.pattern);
    return last === null ? [] : [{ wording, last }];
  });
  const longest = Math.max(0, ...fitting.map(({ wording }) => wording.pattern.length));
  const best = fitting.filter(({ wording }) => wording.pattern.length === longest);
  const first = best[0];
  if (!first || new Set(best.map(({ wording }) => wording.frame.type)).size > 1) return null;
  if (first.wording.frame.tests.length > 0 || !asksForEntity(first.wording.frame)) return null;
  const clause = clauseOf(scene, index);
  const { frame } = first.wording;
  if (best.some(({ wording }) => isForbidden(scene, wording.frame, clause))) return null;
  return {
    head: index,
    first: index,
    last: first.last,
    frame,
    clause,
    negationUsed: false,
    loose: true,
    weight: 0,
    runnersUp: [],
  };
}

/** Classes of persons and things one can point at; a frame that asks for an abstract noun means nothing without it. */
const ENTITIES = new Set(
  'person person-or-state people people-or-vessel captive captive-or-person envoy vessel property territory place-or-vessel place-or-state building leader leader-or-place official state crowd armed'.split(
    ' ',
  ),
);

function asksForEntity({ object }: Frame): boolean {
  return !object?.wanted || (object.words.size === 0 && object.classes.every(kind => ENTITIES.has(kind.name)));
}

/** What a frame excludes stays excluded, and nobody does to a whole state what is done to persons: "Brazil beat Germany". */
function isForbidden(scene: Scene, { subject, object }: Frame, clause: Clause): boolean {
  const excluded =
    (subject?.wanted === false && !nounConditionHolds(scene, subject, clause.doers, true)) ||
    (object?.wanted === false && !nounConditionHolds(scene, object, clause.objects, true));
  if (excluded) return true;
  const isOfPersons = object?.wanted === true && object.classes.some(({ name }) => PERSONS.has(name));
  return isOfPersons && clause.objects.some(head => !maybePerson(scene, head));
}

/** A state is no person, and neither is a thing that nobody mentions: "picked up oil". */
function maybePerson({ tree, mentionAt }: Scene, head: number): boolean {
  const mention = mentionAt[head];
  return mention ? mention.kind !== 'name' || mention.person !== null : tree.tokens[head]!.upos !== 'NOUN';
}

const PERSONS = new Set(['person', 'people', 'captive', 'captive-or-person']);

/** Verbs too common to mean one thing without their conditions. */
const EMPTY_STATUSES = ['support', 'plain', 'reporting', 'announced', 'expected'];
