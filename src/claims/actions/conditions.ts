import type { Clause } from './clause.js';
import { nounTestHolds, testHolds } from './frame-tests.js';
import type { Frame, NounCondition } from './frames.js';
import { longestFit, nounConditionHolds, phraseWords, wordsFit } from './noun-kind.js';
import type { Scene } from './parties.js';
import { preposition, type Tree } from './tree.js';

/** Whether the subject, the object and the further conditions of a frame hold in the clause of a verb. */
export function verbConditionsHold(scene: Scene, frame: Frame, clause: Clause): boolean {
  const subjects = clause.doers;
  return (
    nounConditionHolds(
      scene,
      frame.subject,
      subjects,
      frame.subject?.wanted === true &&
        frame.subject.words.size === 0 &&
        subjects.length === 0 &&
        mayLackSubject(scene, clause),
    ) &&
    objectConditionHolds(scene, frame.object, clause) &&
    frame.tests.every(test => testHolds(scene, test, clause))
  );
}

/**
 * How closely an object fits a frame: named in the frame itself beats a class, two words beat one ("hunger strike" is
 * not a strike from the air).
 */
export function objectFit(scene: Scene, { object }: Frame, clause: Clause): number {
  if (!object?.wanted || object.words.size === 0) return 0;
  const words = clause.objects.map(head => phraseWords(scene.tree, head));
  const longest = Math.max(0, ...words.map(phrase => longestFit(object, phrase)));
  return longest === 0 ? 0 : 2 * longest - 1;
}

/** A passive or an infinitive may leave its doer out; a finite verb without one is misread. */
function mayLackSubject(scene: Scene, { verb, passive }: Clause): boolean {
  const { xpos } = scene.tree.tokens[verb]!;
  const isInfinitive = scene.tree.tokens[verb - 1]?.xpos === 'TO';
  return passive || isInfinitive || xpos === 'VBG' || xpos === 'VBN';
}

/** The object as parsed, or, where the tagger broke the phrase apart, the words that follow an active verb. */
function objectConditionHolds(scene: Scene, condition: NounCondition | null, clause: Clause): boolean {
  if (nounConditionHolds(scene, condition, clause.objects, false)) return true;
  if (!condition?.wanted) return false;
  // "impounded it", "detonated two": what the words before speak of.
  const isBare = clause.objects.some(head =>
    ['it', 'they', 'one', 'two', 'three', 'them'].includes(scene.tree.tokens[head]!.lemma),
  );
  if (isBare && condition.words.size === 0) return true;
  if (clause.passive) return false;
  const words = wordsAfter(scene.tree, clause.verb);
  return wordsFit(condition, words) || condition.classes.some(kind => wordsFit(kind, words));
}

const LONGEST_OBJECT = 9;

/** The words after a verb, up to a preposition, a comma or another clause. */
function wordsAfter(tree: Tree, verb: number): string[] {
  const words: string[] = [];
  for (let index = verb + 1; index < tree.tokens.length && index <= verb + LONGEST_OBJECT; index++) {
    const token = tree.tokens[index]!;
    if (token.deprel === 'compound:prt') continue;
    if (token.upos === 'PUNCT' && token.form !== '-') break;
    if (token.upos === 'CCONJ' || token.upos === 'SCONJ' || token.upos === 'AUX' || token.xpos === 'TO') break;
    if (token.upos === 'ADP' && token.lemma !== 'of') break;
    // "talks brokered by": a participle after a noun begins something else.
    if (token.upos === 'VERB' && words.length > 0) break;
    if (token.xpos === 'PRP$' || token.upos === 'DET' || token.upos === 'PRON') continue;
    words.push(token.lemma.toLowerCase());
  }
  return words;
}

/** Whether the further conditions of a noun frame hold. */
export function nounConditionsHold(scene: Scene, frame: Frame, noun: number, support: Clause | null): boolean {
  const children = scene.tree.children[noun]!;
  // An "attack on inflation" is none: what must not stand there stands behind "on" and "against" too.
  const behind = frame.object?.wanted === false ? ['of', 'on', 'against'] : ['of'];
  const related = [
    noun,
    ...children.filter(child => behind.includes(preposition(scene.tree, child) ?? '')),
    ...children.filter(child => scene.tree.tokens[child]!.deprel === 'compound'),
  ];
  return (
    nounConditionHolds(scene, frame.object, related, false) &&
    frame.tests.every(test => nounTestHolds(scene, test, noun, support))
  );
}
