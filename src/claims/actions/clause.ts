import { antecedentOf, type Scene } from './parties.js';
import { dependents, isUnder, isVerb, preposition, relation, type Tree } from './tree.js';
import { deedWords } from './words.js';

/** Who and what stands in the clause of a verb, as tokens: the heads of the phrases. */
export interface Clause {
  verb: number;
  passive: boolean;
  /** The doers: subject of an active verb, by-agent of a passive one; none where the text names none. */
  doers: number[];
  /** What it is done to: object of an active verb, subject of a passive one. */
  objects: number[];
  indirect: number[];
  /** Prepositional phrases of the verb and of its object, by preposition. */
  phrases: Map<string, number[]>;
  /** Complement clauses and infinitives. */
  complements: number[];
}

/** How far a verb's subject is looked for along "and", infinitives and participles. */
const LONGEST_BORROWING = 5;

/** Reads the clause that a verb heads. */
export function clauseOf(scene: Scene, verb: number): Clause {
  const { tree } = scene;
  const passive = isPassive(tree, verb);
  const subjects = subjectsOf(tree, verb, LONGEST_BORROWING);
  const governor = tree.tokens[verb]!.head;
  const objects = objectsOf(scene, verb).map(object => antecedentOf(scene, object) ?? object);
  const indirect = dependents(tree, verb, 'iobj');
  const phrases = new Map<string, number[]>();
  gatherPhrases(tree, verb, phrases, 0);
  for (const object of objects) gatherPhrases(tree, object, phrases, 1);
  if (passive) for (const subject of subjects) gatherPhrases(tree, subject, phrases, 2);
  gatherByOrder(scene, verb, phrases);
  const byAgents = passive ? [...dependents(tree, verb, 'obl').filter(child => preposition(tree, child) === 'by')] : [];
  if (
    !passive &&
    objects.length === 0 &&
    governor >= 0 &&
    relation(tree, verb) === 'acl' &&
    isObjectRelative(tree, verb)
  ) {
    objects.push(governor);
  }
  return {
    verb,
    passive,
    doers: passive ? byAgents : subjects,
    objects: passive ? [...subjects, ...objects] : objects,
    indirect,
    phrases,
    complements: tree.children[verb]!.filter(child => isComplement(tree, child)),
  };
}

/** A clause that a verb takes; one with "that" is one whatever the parse calls it. */
function isComplement(tree: Tree, child: number): boolean {
  const kind = relation(tree, child);
  if (kind === 'xcomp' || kind === 'ccomp') return true;
  return kind === 'advcl' && dependents(tree, child, 'mark').some(mark => tree.tokens[mark]!.lemma === 'that');
}

/** Whether a verb form is passive: "was seized", "seized by", a participle after its noun. */
export function isPassive(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  const children = tree.children[verb]!;
  if (children.some(child => /:pass$/.test(tree.tokens[child]!.deprel))) return true;
  if (token.xpos !== 'VBN' && token.xpos !== 'VBD') return false;
  if (children.some(child => tree.tokens[child]!.deprel === 'aux' && tree.tokens[child]!.lemma === 'have'))
    return false;
  if (children.some(child => tree.tokens[child]!.deprel === 'obl:agent')) return true;
  if (token.xpos !== 'VBN' || dependents(tree, verb, 'nsubj').length > 0) return false;
  if (dependents(tree, verb, 'aux').length > 0 || dependents(tree, verb, 'obj').length > 0) return false;
  return relation(tree, verb) === 'acl' || (relation(tree, verb) === 'conj' && passiveHead(tree, verb));
}

/** The subjects of a verb, borrowed from the verb it is joined to or depends on where it has none of its own. */
export function subjectsOf(tree: Tree, verb: number, budget = LONGEST_BORROWING): number[] {
  const own = dependents(tree, verb, 'nsubj', 'csubj').flatMap(subject => withoutTime(tree, subject));
  const ahead = ownAhead(tree, own, verb);
  if (own.length > 0) return ahead.length > 0 ? ahead : own;
  const head = tree.tokens[verb]!.head;
  if (head < 0 || budget === 0) return nearbySubject(tree, verb);
  const over = tree.tokens[head]!;
  switch (relation(tree, verb)) {
    case 'conj':
    case 'parataxis':
      return isVerb(over) || hasSubject(tree, head) ? subjectsOf(tree, head, budget - 1) : [];
    case 'xcomp':
      // "asked Israel to stop": the object of the verb above does it.
      return controlledBy(tree, head) ?? subjectsOf(tree, head, budget - 1);
    case 'advcl': {
      // "thanked Romania for sheltering them": who is thanked or blamed did it.
      const objects = dependents(tree, head, 'obj');
      if (objects.length > 0 && isChargedWith(tree, verb)) return objects;
      return isVerb(over) || hasSubject(tree, head) ? subjectsOf(tree, head, budget - 1) : [];
    }
    case 'ccomp':
    case 'obl':
    case 'obj':
      return isVerb(over) || hasSubject(tree, head) ? subjectsOf(tree, head, budget - 1) : [];
    case 'acl':
      // "plans to visit" are somebody's plans, "a declaration demanding" is who made it, "ships carrying grain" carry it.
      return tree.tokens[verb]!.xpos === 'VB' || deedWords('saying').has(over.lemma)
        ? ownersOf(tree, head, budget)
        : [head];
    default:
      // A verb that the tagger took for a noun hangs anywhere; its subject stands before it.
      return isVerb(tree.tokens[verb]!) ? [] : nearbySubject(tree, verb);
  }
}

/** The subjects before a verb: of two that a clause or a semicolon parts, the nearer one. */
function ownAhead(tree: Tree, subjects: number[], verb: number): number[] {
  const ahead = subjects.filter(subject => subject < verb);
  const last = ahead.at(-1);
  const isParted = (subject: number) =>
    tree.tokens
      .slice(subject, last)
      .some(({ upos, form, index }) => form === ';' || (upos === 'VERB' && !isUnder(tree, index, subject)));
  return ahead.filter(subject => subject === last || !isParted(subject));
}

/** "Israel Friday reimposed": of a subject that the parse ended with a time, what stands before the time. */
function withoutTime(tree: Tree, subject: number): number[] {
  if (!isTimeWord(tree.tokens[subject]!.lemma)) return [subject];
  return tree.children[subject]!.filter(
    child =>
      child < subject &&
      ['compound', 'nmod', 'flat', 'amod'].includes(relation(tree, child)) &&
      tree.tokens[child]!.upos === 'PROPN' &&
      !isTimeWord(tree.tokens[child]!.lemma),
  );
}

/**
 * The objects of a verb. Where the parse shows none, or stops at a number, the noun phrase right after the verb counts
 * as one: word order says more than a doubtful parse.
 */
function objectsOf(scene: Scene, verb: number): number[] {
  const { tree } = scene;
  // A second subject, behind the verb, is its object.
  const objects = [...dependents(tree, verb, 'obj'), ...subjectsBehind(tree, verb)];
  if (objects.some(object => tree.tokens[object]!.upos !== 'NUM')) return objects;
  const indirect = dependents(tree, verb, 'iobj');
  if (objects.length === 0 && indirect.length > 0) return indirect;
  const next = phraseAfter(scene, PARTICLES.has(tree.tokens[verb + 1]?.lemma ?? '') ? verb + 1 : verb);
  if (next === null) return objects;
  const deprel = tree.tokens[next]!.deprel;
  const isTaken = tree.tokens[next]!.head === verb && ['iobj', 'nsubj', 'nsubj:pass'].includes(deprel);
  return isTaken ? objects : [next];
}

function subjectsBehind(tree: Tree, verb: number): number[] {
  const subjects = dependents(tree, verb, 'nsubj');
  return subjects.some(subject => subject < verb) ? subjects.filter(subject => subject > verb) : [];
}

/** Particles that the tagger takes for prepositions: "handed over a suspect". */
const PARTICLES = new Set(['over', 'up', 'out', 'off', 'down', 'back', 'away']);
const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|dozen|hundred|thousand)s?$/i;
const IN_PHRASE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PART', 'SYM']);

/** The phrases that follow a verb word by word, where the parse hung them elsewhere; none that it has is replaced. */
function gatherByOrder(scene: Scene, verb: number, into: Map<string, number[]>): void {
  const { tokens } = scene.tree;
  let at = verb + 1;
  for (let steps = 0; steps < 20 && at < tokens.length; steps++) {
    const token = tokens[at]!;
    if (
      token.upos === 'VERB' ||
      token.upos === 'AUX' ||
      token.upos === 'PUNCT' ||
      token.upos === 'SCONJ' ||
      token.xpos === 'TO'
    )
      return;
    if (token.upos !== 'ADP') {
      at++;
      continue;
    }
    const head = phraseAfter(scene, at);
    const marker = token.lemma.toLowerCase();
    if (head === null) return;
    if (marker !== 'of' && !into.has(marker) && !isTimeWord(tokens[head]!.lemma)) into.set(marker, [head]);
    at = head + 1;
  }
}

/** The head of the noun phrase that begins right after a word, or `null` where a preposition or clause stands there. */
function phraseAfter(scene: Scene, index: number): number | null {
  const { tokens } = scene.tree;
  let at = index + 1;
  while (tokens[at]?.upos === 'ADV' || tokens[at]?.deprel === 'compound:prt') at++;
  if (tokens[at]?.upos === 'PRON' && tokens[at]!.xpos === 'PRP') return at;
  let head: number | null = null;
  for (let steps = 0; steps < 12 && at < tokens.length; steps++, at++) {
    const token = tokens[at]!;
    const isPossessive = token.xpos === 'PRP$' || token.xpos === 'POS' || token.form === '-';
    if (
      !isPossessive &&
      !NUMBER_WORD.test(token.form) &&
      (!IN_PHRASE.has(token.upos) || token.lemma === 'to' || token.lemma === 'not')
    )
      break;
    if (isTimeWord(token.lemma) && token.upos !== 'ADJ') break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'NUM') head = at;
  }
  return head;
}

/** The head of the noun phrase that ends right before a verb and its auxiliaries, or `null`. */
export function phraseBefore(tree: Tree, verb: number): number | null {
  let at = verb - 1;
  while (
    at >= 0 &&
    (tree.tokens[at]!.upos === 'AUX' || tree.tokens[at]!.upos === 'ADV' || isTimeWord(tree.tokens[at]!.lemma))
  )
    at--;
  const token = tree.tokens[at];
  return token &&
    (token.upos === 'NOUN' || token.upos === 'PROPN' || token.xpos === 'PRP' || token.xpos.startsWith('W'))
    ? at
    : null;
}

const TIME_WORDS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow day night week month year hour ' +
    'minute morning evening time january february march april may june july august september october november december'
  ).split(' '),
);

/** Whether a noun tells a time: such phrases stand beside a verb without being done to. */
export function isTimeWord(lemma: string): boolean {
  return TIME_WORDS.has(lemma.toLowerCase());
}

function controlledBy(tree: Tree, verb: number): number[] | null {
  const objects = [...dependents(tree, verb, 'iobj'), ...dependents(tree, verb, 'obj')];
  if (objects.length > 0) return objects;
  if (isPassive(tree, verb)) return dependents(tree, verb, 'nsubj');
  const persuaded = dependents(tree, verb, 'obl').filter(child =>
    ['on', 'to', 'for'].includes(preposition(tree, child) ?? ''),
  );
  const { lemma } = tree.tokens[verb]!;
  return persuaded.length > 0 && ['call', 'appeal', 'plead', 'press', 'push'].includes(lemma) ? persuaded : null;
}

function isChargedWith(tree: Tree, verb: number): boolean {
  if (tree.tokens[verb]!.xpos !== 'VBG') return false;
  return dependents(tree, verb, 'mark', 'case').some(mark => ['for', 'of'].includes(tree.tokens[mark]!.lemma));
}

function ownersOf(tree: Tree, noun: number, budget: number): number[] {
  const owners = tree.children[noun]!.filter(child => tree.tokens[child]!.deprel === 'nmod:poss');
  if (owners.length > 0) return owners;
  const head = tree.tokens[noun]!.head;
  return head >= 0 && isVerb(tree.tokens[head]!) && budget > 0 ? subjectsOf(tree, head, budget - 1) : [];
}

/** A finite verb without a subject in the parse: the phrase right before it, unless a preposition leads it. */
function nearbySubject(tree: Tree, verb: number): number[] {
  const { xpos } = tree.tokens[verb]!;
  if (xpos === 'VBG' || xpos === 'VB') return [];
  const before = phraseBefore(tree, verb);
  if (before === null) return [];
  const marker = preposition(tree, before);
  return marker === null || CLAUSE_OPENERS.has(marker) ? [before] : [];
}

/** Prepositions that also open clauses: "weeks before troops invaded". */
const CLAUSE_OPENERS = new Set(['before', 'after', 'since', 'until', 'as', 'than', 'because']);

function hasSubject(tree: Tree, head: number): boolean {
  return dependents(tree, head, 'nsubj').length > 0;
}

function passiveHead(tree: Tree, verb: number): boolean {
  const head = tree.tokens[verb]!.head;
  return head >= 0 && tree.tokens[head]!.xpos === 'VBN' && isPassive(tree, head);
}

/** "the sailors whom Iran seized": the noun before a clause with its own subject is its object. */
function isObjectRelative(tree: Tree, verb: number): boolean {
  const subjects = dependents(tree, verb, 'nsubj');
  return (
    subjects.length > 0 &&
    !subjects.some(subject => tree.tokens[subject]!.xpos.startsWith('W') || tree.tokens[subject]!.lemma === 'that')
  );
}

function gatherPhrases(tree: Tree, head: number, into: Map<string, number[]>, depth: number, inPhrase = false): void {
  for (const child of tree.children[head]!) {
    const kind = relation(tree, child);
    if (kind !== 'obl' && kind !== 'nmod' && kind !== 'advcl' && kind !== 'advmod') continue;
    const marker = preposition(tree, child);
    if (!marker) continue;
    // Whose a phrase inside a phrase is does not concern the verb: "after the deaths of two Israelis".
    if (!(inPhrase && marker === 'of')) into.set(marker, [...(into.get(marker) ?? []), child]);
    if (depth < 2) gatherPhrases(tree, child, into, depth + 1, true);
  }
}
