import type { PloverType } from '../../reading.js';
import { type Clause, clauseOf, isTimeWord } from './clause.js';
import { nounConditionHolds, nounConditionsHold, objectFit, verbConditionsHold } from './conditions.js';
import { contents, type Frame, inflections, isIrregularPast, statusesOf, type Wording, wordingsOf } from './frames.js';
import { partiesOf, type Scene } from './parties.js';
import { dependents, isVerb, preposition, relation, type Tree } from './tree.js';

/** Words that name a deed, and the frame they were read by. */
export interface Trigger {
  /** The word the deed hangs on. */
  head: number;
  first: number;
  last: number;
  frame: Frame;
  /** The verb's own clause, or the clause of the verb that carries a noun ("hold talks"); `null` for a bare noun. */
  clause: Clause | null;
  /** The negation belongs to the wording: "not tolerate". */
  negationUsed: boolean;
  /** The words fit the frame, its conditions do not: kept only between two states. */
  loose: boolean;
  /** Other frames that fitted, best first. */
  runnersUp: { frame: string; weight: number }[];
  /** How well the frame fits. */
  weight: number;
}

/** Verbs without endings are often tagged as nouns; a second word of the idiom shows what they are: "set free". */
const IRREGULAR_TAGS = new Set(['NOUN', 'ADJ']);
/** A particle or a second word may stand this far behind its verb: "called the ambassador in". */
const LONGEST_GAP = 7;
/** The same where the wording leaves room: \"declared the ambassador, a retired general, persona non grata\". */
const LONGEST_FREE_GAP = 14;
/** What may stand between a light verb and its noun without breaking an idiom: "opened heavy fire". */
const TRANSPARENT = new Set(['DET', 'ADJ', 'ADV', 'NUM', 'PART']);

/** Finds the words of a sentence that name deeds, in order, each with its best frame. */
export function findTriggers(scene: Scene): Trigger[] {
  const found: Trigger[] = [];
  for (const { index } of scene.tree.tokens) {
    const trigger = bestTrigger(scene, index);
    if (trigger) found.push(trigger);
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

/**
 * A verb whose every frame is of one type names that type even where subject or object are not of the kind asked for:
 * the lists of nouns are never complete.
 */
function looseTrigger(scene: Scene, index: number): Trigger | null {
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

/** After a light verb the noun names the deed: "completed its pullout", "lodged a complaint". */
function deedNoun(scene: Scene, { frame, pattern }: Wording, clause: Clause | null): number | null {
  if (frame.pos !== 'verb' || !frame.object?.wanted || !clause || pattern.length > 1) return null;
  if (!statusesOf('verb', pattern[0]!).includes('light')) return null;
  const object = clause.objects.find(candidate => candidate !== clause.verb);
  if (object === undefined) return null;
  const { lemma, form } = scene.tree.tokens[object]!;
  const isDeed =
    candidates('noun', lemma, form).length > 0 || (EVENT_LIGHT.has(pattern[0]!) && frame.object.words.has(lemma));
  return isDeed ? object : null;
}

/** Verbs so empty that whatever their frame names as their object is the deed: "held an exercise". */
const EVENT_LIGHT = new Set(['hold', 'have', 'pay', 'make', 'conduct', 'stage', 'undertake', 'mount', 'wage']);

/** "the Israeli-occupied West Bank", "Russian-backed rebels": how things stand, no deed of the day. */
function isStandingAttribute(tree: Tree, index: number): boolean {
  return tree.tokens[index - 1]?.form === '-' && STANDING.has(tree.tokens[index]!.lemma);
}

const STANDING = new Set(
  'occupy lead back control hold support administer dominate rule run arm fund finance train equip sponsor'.split(' '),
);

function verbMatches(scene: Scene, index: number): Match[] {
  const { tree } = scene;
  const token = tree.tokens[index]!;
  const wordings = candidates('verb', token.lemma, token.form);
  if (wordings.length === 0 || isStandingAttribute(tree, index)) return [];
  const verbal = token.upos === 'VERB' || isHiddenVerb(tree, index);
  let clause: Clause | null = null;
  const matches: Match[] = [];
  for (const wording of wordings) {
    const idiom = wording.pattern.length > 1 && IRREGULAR_TAGS.has(token.upos);
    if (wording.copular ? !hasCopula(tree, index) : !verbal && !idiom) continue;
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

function candidates(pos: 'verb' | 'noun', lemma: string, form: string): Wording[] {
  const lower = form.toLowerCase();
  // A plural noun tagged as a verb gets a verb's lemma: "aides" is no form of "aid".
  const isForm = pos === 'noun' || !lower.endsWith('s') || inflections(lemma.toLowerCase()).includes(lower);
  const byLemma = isForm ? wordingsOf(pos, lemma.toLowerCase()) : [];
  return lower === lemma.toLowerCase() ? byLemma : [...byLemma, ...wordingsOf(pos, lower)];
}

/** More words, and more that had to hold, make a better fit. */
function weightOf({ frame, pattern, negated }: Wording): number {
  return (
    (negated ? 3 : 0) +
    // Who demonstrates decides more than what is stormed.
    (frame.type === 'PROTEST' && frame.subject ? 3 : 0) +
    pattern.length * 3 +
    (frame.subject ? (frame.subject.wanted ? 1.5 : 0.5) : 0) +
    (frame.object ? (frame.object.wanted ? 2.5 : 0.5) : 0) +
    frame.tests.filter(test => !test.startsWith('!')).length * 2.5
  );
}

function matchRest(tree: Tree, index: number, pattern: string[]): number | null {
  let at = index;
  let free = false;
  for (const word of pattern.slice(1)) {
    if (word === '...') {
      free = true;
      continue;
    }
    const next = nextMatch(tree, index, at, word, free);
    if (next === null) return null;
    at = next;
    free = false;
  }
  return at;
}

function nextMatch(tree: Tree, verb: number, after: number, word: string, free: boolean): number | null {
  const end = Math.min(tree.tokens.length, after + (free ? LONGEST_FREE_GAP : LONGEST_GAP));
  let clear = true;
  for (let index = after + 1; index < end; index++) {
    const token = tree.tokens[index]!;
    if (token.lemma === word || token.form.toLowerCase() === word) {
      if (clear || free) return index;
      const isParticle = token.head === verb && (token.deprel === 'compound:prt' || token.upos === 'ADV');
      const led = tree.tokens[token.head];
      const leadsPhrase =
        token.deprel === 'case' &&
        led?.head === verb &&
        !isTimeWord(led.lemma) &&
        dependents(tree, verb, 'obj', 'iobj').length === 0;
      const isObject = token.head === verb && relation(tree, index) === 'obj';
      if (isParticle || leadsPhrase || isObject) return index;
    }
    // "called Thursday on": a day may stand between a verb and its preposition.
    if (!TRANSPARENT.has(token.upos) && token.deprel !== 'nmod:poss' && !isTimeWord(token.lemma)) clear = false;
  }
  return null;
}

function matchContiguous(tree: Tree, index: number, pattern: string[]): number | null {
  for (let step = 1; step < pattern.length; step++) {
    const token = tree.tokens[index + step];
    if (!token || (token.lemma !== pattern[step] && token.form.toLowerCase() !== pattern[step])) return null;
  }
  return index + pattern.length - 1;
}

function headAmong(tree: Tree, first: number, last: number): number {
  for (let index = first; index <= last; index++) {
    const { head } = tree.tokens[index]!;
    if ((head < first || head > last) && tree.tokens[index]!.upos !== 'ADP') return index;
  }
  return last;
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

/**
 * A verb the tagger took for a noun still has an object or a particle ("a jet shot down a bomber"), or stands in a
 * headline between its subject and its object, before any other verb ("Canada expels six diplomats").
 */
function isHiddenVerb(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  if (!['NOUN', 'ADJ', 'ADV', 'PROPN'].includes(token.upos)) return false;
  const hasObject = tree.children[index]!.some(
    child => child > index && (tree.tokens[child]!.deprel === 'obj' || tree.tokens[child]!.deprel === 'compound:prt'),
  );
  return hasObject || isHeadlineVerb(tree, index);
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** "Hanoi and Seoul upgrade ties": after two names a headline's verb has no ending. */
function isBehindPair({ tokens }: Tree, index: number): boolean {
  const [first, link, second] = tokens.slice(Math.max(0, index - 3), index);
  return (
    first?.upos === 'PROPN' &&
    second?.upos === 'PROPN' &&
    /^(?:and|,|&)$/.test(link!.form) &&
    tokens[index]!.upos === 'NOUN'
  );
}

function isHeadlineVerb(tree: Tree, index: number): boolean {
  const { tokens } = tree;
  const token = tokens[index]!;
  if (
    !(/^[a-z]+(s|ed)$/.test(token.form) || isIrregularPast(token.form) || isBehindPair(tree, index)) ||
    candidates('noun', token.lemma, token.form).some(({ pattern }) => pattern.length === 1)
  )
    return false;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!before || !after || (before.upos !== 'PROPN' && before.upos !== 'NOUN')) return false;
  if (after.upos === 'PUNCT' || after.upos === 'VERB' || after.upos === 'AUX') return false;
  for (let other = index - 1; other >= 0 && !/^[:;.•|]$/.test(tokens[other]!.form); other--) {
    if (FINITE.has(tokens[other]!.xpos)) return false;
  }
  return true;
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

/**
 * The type of what is promised, asked or threatened where it was no trigger of its own: by its words alone, if all
 * frames of the word are of one type ("asked Germany for aid").
 */
export function typeOfContent(scene: Scene, { frame, clause, head }: Trigger): PloverType | null {
  const { tokens, children } = scene.tree;
  const nouns = clause
    ? [
        ...clause.objects,
        ...['for', 'of', 'to', 'on', 'at', 'with'].flatMap(marker => clause.phrases.get(marker) ?? []),
      ]
    : children[head]!.filter(child => ['NOUN', 'PROPN'].includes(tokens[child]!.upos));
  const verbs = clause?.complements ?? children[head]!.filter(child => tokens[child]!.deprel === 'acl');
  if (!frame.ofComplement) return null;
  for (const index of [...verbs, ...nouns]) {
    const { lemma, form, upos } = tokens[index]!;
    const pos = upos === 'VERB' ? 'verb' : 'noun';
    const types = new Set(
      candidates(pos, lemma, form)
        .filter(({ pattern }) => pattern.length === 1)
        .map(wording => wording.frame.type),
    );
    if (types.size === 1) return [...types][0]!;
  }
  return (
    contents().find(({ nouns: condition }) => nouns.some(noun => nounConditionHolds(scene, condition, [noun], false)))
      ?.type ?? null
  );
}
