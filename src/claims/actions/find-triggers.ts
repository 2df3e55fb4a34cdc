import { type Clause, clauseOf } from './clause.js';
import { nounConditionsHold, objectFit, verbConditionsHold } from './conditions.js';
import { statusesOf, type Wording } from './frames.js';
import { isHiddenVerb } from './hidden-verb.js';
import { looseTrigger } from './loose-trigger.js';
import { noDeedTokens } from './no-deeds.js';
import { partiesOf, type Scene } from './parties.js';
import { dependents, isVerb, preposition, relation, type Tree } from './tree.js';
import type { Trigger } from './trigger.js';
import { candidates, headAmong, matchContiguous, matchRest, weightOf } from './wording.js';
import { deedWords } from './words.js';

/** Verbs without endings are often tagged as nouns; a second word of the idiom shows what they are: "set free". */
const IRREGULAR_TAGS = new Set(['NOUN', 'ADJ']);
/** Finds the words of a sentence that name deeds, in order, each with its best frame. */
export function findTriggers(scene: Scene): Trigger[] {
  const found: Trigger[] = [];
  const none = noDeedTokens(scene.tree.tokens);
  for (const { index } of scene.tree.tokens) {
    const trigger = none.has(index) ? null : bestTrigger(scene, index);
    if (trigger && !none.has(trigger.head)) found.push(trigger);
  }
  return withoutConsumed(scene, longestByHead(found));
}

/** "cyber attack" and "attack" hang on the same word: the longer wording stays. */
function longestByHead(triggers: Trigger[]): Trigger[] {
  const best = new Map<number, Trigger>();
  for (const trigger of triggers) {
    const other = best.get(trigger.head);
    if (!other || trigger.last - trigger.first > other.last - other.first) best.set(trigger.head, trigger);
  }
  return triggers.filter(trigger => best.get(trigger.head) === trigger);
}

interface Match {
  wording: Wording;
  head: number;
  last: number;
  clause: Clause | null;
  weight: number;
}

function bestTrigger(scene: Scene, index: number): Trigger | null {
  const matches = [...verbMatches(scene, index), ...nounMatches(scene, index)];
  if (matches.length === 0) return looseTrigger(scene, index);
  matches.sort((a, b) => b.weight - a.weight);
  const { wording, last, clause } = matches[0]!;
  const head = matches[0]!.head;
  const runnersUp = runnersUpOf(matches);
  const noun = deedNoun(scene, wording, clause);
  // Words between a verb and its preposition are no part of the deed's name.
  const isWhole =
    last - index < wording.pattern.length || wording.pattern.includes('...') || wording.pattern.length > 2;
  const [from, to] = noun === null ? [index, isWhole ? last : index] : [noun, noun];
  return {
    head,
    first: from,
    last: to,
    frame: wording.frame,
    clause,
    negationUsed: wording.negated,
    loose: false,
    weight: matches[0]!.weight,
    runnersUp,
  };
}

/** Each other frame once, with its best wording. */
function runnersUpOf([first, ...others]: Match[]): Trigger['runnersUp'] {
  const weights = new Map<string, number>();
  for (const { wording, weight } of others) {
    const { id } = wording.frame;
    if (id !== first!.wording.frame.id && !weights.has(id)) weights.set(id, weight);
  }
  return [...weights].map(([frame, weight]) => ({ frame, weight }));
}

/** After a light verb the noun names the deed: "completed its pullout", "lodged a complaint". */
function deedNoun(scene: Scene, { frame, pattern }: Wording, clause: Clause | null): number | null {
  if (frame.pos !== 'verb' || !frame.object?.wanted || !clause || pattern.length > 1) return null;
  if (!statusesOf('verb', pattern[0]!).includes('light')) return null;
  const object = clause.objects.find(candidate => candidate !== clause.verb);
  if (object === undefined) return null;
  const { lemma, form } = scene.tree.tokens[object]!;
  const isDeed =
    candidates('noun', lemma, form).length > 0 ||
    (deedWords('event-light').has(pattern[0]!) && frame.object.words.has(lemma));
  return isDeed ? object : null;
}

/** "the Israeli-occupied West Bank", "Russian-backed rebels": how things stand, no deed of the day. */
function isStandingAttribute(tree: Tree, index: number): boolean {
  return tree.tokens[index - 1]?.form === '-' && deedWords('standing').has(tree.tokens[index]!.lemma);
}

function verbMatches(scene: Scene, index: number): Match[] {
  const { tree } = scene;
  const token = tree.tokens[index]!;
  const wordings = candidates('verb', token.lemma, token.form);
  if (wordings.length === 0 || isStandingAttribute(tree, index)) return [];
  // Asked at the first wording that depends on it: most words of a sentence have none.
  let verbal: boolean | null = null;
  const isVerbal = () => (verbal ??= token.upos === 'VERB' || isHiddenVerb(tree, index));
  let clause: Clause | null = null;
  const matches: Match[] = [];
  for (const wording of wordings) {
    const idiom = wording.pattern.length > 1 && IRREGULAR_TAGS.has(token.upos);
    if (wording.copular ? !hasCopula(tree, index) : !idiom && !isVerbal()) continue;
    if (wording.negated && !isNegatedHere(tree, index)) continue;
    const last = matchRest(tree, index, wording.pattern);
    if (last === null) continue;
    clause ??= clauseOf(scene, index);
    const own = withPrepositionalObject(tree, clause, last);
    if (!verbConditionsHold(scene, wording.frame, own)) continue;
    const weight = weightOf(wording) + objectFit(scene, wording.frame, own);
    matches.push({ wording, head: index, last, clause: own, weight });
  }
  return matches;
}

/** "called on the president": the noun behind the wording's own preposition is what the verb is done to. */
function withPrepositionalObject(tree: Tree, clause: Clause, last: number): Clause {
  const token = tree.tokens[last]!;
  const isOwn = last !== clause.verb && token.deprel === 'case' && token.head > last;
  if (!isOwn || clause.objects.includes(token.head)) return clause;
  return { ...clause, objects: [token.head, ...clause.objects] };
}

function nounMatches(scene: Scene, index: number): Match[] {
  const { tree } = scene;
  const token = tree.tokens[index]!;
  if (token.upos === 'VERB' || token.upos === 'PRON' || token.upos === 'PUNCT') return [];
  const matches: Match[] = [];
  for (const wording of candidates('noun', token.lemma, token.form)) {
    const last = matchContiguous(tree, index, wording.pattern);
    if (last === null) continue;
    const head = headAmong(tree, index, last);
    if (wording.pattern.length > 1 && tree.tokens[head]!.upos === 'VERB') continue;
    if (wording.pattern.length === 1 && token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
    if (token.upos === 'PROPN' && (scene.mentionAt[index] || tree.tokens[token.head]?.upos === 'PROPN')) continue;
    const isCut = wording.pattern.length === 1 && tree.tokens[index + 1]?.form === '-';
    if ((wording.pattern.length === 1 && token.deprel === 'compound') || isCut) continue;
    const carrier = carrierOf(scene, head);
    const clause = carrier === null ? null : clauseOf(scene, carrier);
    if (!nounConditionsHold(scene, wording.frame, head, clause)) continue;
    matches.push({ wording, head, last, clause, weight: weightOf(wording) });
  }
  return matches;
}

/** The light verb that carries a noun, so that its subject is the doer: "held talks", "a visit was paid". */
function carrierOf(scene: Scene, noun: number): number | null {
  const { tree } = scene;
  const head = tree.tokens[noun]!.head;
  if (head < 0) return null;
  const kind = relation(tree, noun);
  if (!isVerb(tree.tokens[head]!)) return null;
  const isCarried = kind === 'obj' || tree.tokens[noun]!.deprel === 'nsubj:pass';
  return isCarried && statusesOf('verb', tree.tokens[head]!.lemma).includes('support') ? head : null;
}

function hasCopula(tree: Tree, index: number): boolean {
  return tree.children[index]!.some(child => ['cop', 'aux', 'aux:pass'].includes(tree.tokens[child]!.deprel));
}

function isNegatedHere(tree: Tree, verb: number): boolean {
  return tree.children[verb]!.some(child => ['not', "n't", 'never', 'no'].includes(tree.tokens[child]!.lemma));
}

/** Drops triggers inside another's words, and nouns that a verb's frame already speaks of as its object. */
function withoutConsumed(scene: Scene, triggers: Trigger[]): Trigger[] {
  const consumed = new Set<number>();
  for (const { frame, clause, head, first, last } of triggers) {
    if (first >= head) for (let index = first + 1; index <= last; index++) consumed.add(index);
    if (first > head) consumed.add(first);
    if (frame.pos === 'verb' && clause && (frame.object?.wanted || frame.ofComplement || frame.mutual)) {
      for (const object of clause.objects) {
        if (object === head || hasOwnDoer(scene, object, clause)) continue;
        consumed.add(object);
        for (const joined of dependents(scene.tree, object, 'conj', 'compound'))
          if (joined !== head) consumed.add(joined);
      }
    }
  }
  return triggers.filter(({ head }) => !consumed.has(head));
}

/** "spurned a Portuguese request": the noun is a deed of its own, done by somebody else. */
function hasOwnDoer(scene: Scene, noun: number, clause: Clause): boolean {
  const { tokens, children } = scene.tree;
  const doers = clause.doers.flatMap(head => partiesOf(scene, head).countries);
  return children[noun]!.some(child => {
    const isBefore = child < noun && ['nmod:poss', 'amod', 'compound'].includes(tokens[child]!.deprel);
    const isAgent = preposition(scene.tree, child) === 'by';
    if (!isBefore && !isAgent) return false;
    const own = partiesOf(scene, child).countries;
    return tokens[child]!.xpos === 'PRP$' ? own.some(country => !doers.includes(country)) : own.length > 0;
  });
}
