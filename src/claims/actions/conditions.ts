import type { Clause } from './clause.js';
import type { Frame, NounClass, NounCondition } from './frames.js';
import { partiesOf, type Scene } from './parties.js';
import { dependents, isVerb, preposition, type Tree } from './tree.js';

/** Whether the subject, the object and the further conditions of a frame hold in the clause of a verb. */
export function verbConditionsHold(scene: Scene, frame: Frame, clause: Clause): boolean {
  const subjects = clause.passive ? clause.doers : subjectTokens(clause);
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

/**
 * Whether one of the phrases is of the kind a condition asks for.
 * `unknownPasses`: nothing to look at counts as fitting (the doer of a passive verb is often left out).
 */
export function nounConditionHolds(
  scene: Scene,
  condition: NounCondition | null,
  heads: number[],
  unknownPasses: boolean,
): boolean {
  if (!condition) return true;
  if (heads.length === 0) return unknownPasses || !condition.wanted;
  return heads.some(head => isOfKind(scene, condition, head)) === condition.wanted;
}

/** The words of a noun phrase that say what it is: the head, what stands before it, and what it is a number of. */
export function phraseWords(tree: Tree, head: number): string[] {
  const words: string[] = [];
  const first = Math.max(0, head - 5);
  for (let index = first; index <= head; index++) {
    const token = tree.tokens[index]!;
    if (
      index !== head &&
      token.head !== head &&
      !(token.head > index && token.head < head && tree.tokens[token.head]!.head === head)
    )
      continue;
    if (index !== head && (token.deprel === 'nmod:poss' || token.deprel === 'nsubj')) continue;
    words.push(token.lemma.toLowerCase());
  }
  return words;
}

/** Nouns that only count others: the others say what is meant ("a shipment of arms"). */
const COUNTING = new Set(
  'number group package shipment ton tonne piece couple consignment batch load lot series set range dozen hundred thousand million billion kilo kg pair contingent force team round kind sort member bulk rest part half third quarter crate cargo planeload boatload fleet supply wave barrage volley salvo string worth'.split(
    ' ',
  ),
);

function isOfKind(scene: Scene, condition: NounCondition, head: number): boolean {
  const { tree } = scene;
  const words = phraseWords(tree, head);
  if (wordsFit(condition, words) || condition.classes.some(kind => classFits(scene, kind, head, words))) return true;
  if (COUNTING.has(tree.tokens[head]!.lemma) || tree.tokens[head]!.upos === 'NUM') {
    const counted = tree.children[head]!.filter(child => preposition(tree, child) === 'of');
    if (counted.some(child => isOfKind(scene, condition, child))) return true;
  }
  return dependents(tree, head, 'conj').some(
    child => child > head && !isVerb(tree.tokens[child]!) && isOfKind(scene, condition, child),
  );
}

function wordsFit(condition: { words: Set<string> }, phrase: string[]): boolean {
  return longestFit(condition, phrase) > 0;
}

/** Length of the longest run of words that a condition names; 0 where none is. */
function longestFit({ words }: { words: Set<string> }, phrase: string[]): number {
  let longest = 0;
  for (let start = 0; start < phrase.length; start++) {
    let run = '';
    for (let end = start; end < phrase.length && end < start + 3; end++) {
      run = run ? `${run} ${phrase[end]}` : phrase[end]!;
      if (words.has(run)) longest = Math.max(longest, end - start + 1);
    }
  }
  return longest;
}

function classFits(scene: Scene, kind: NounClass, head: number, words: string[]): boolean {
  const token = scene.tree.tokens[head]!;
  if (wordsFit(kind, words)) return true;
  const mention = scene.mentionAt[head];
  if (mention) {
    if (kind.mentions.has('organisation') && mention.organisation) return true;
    if (kind.mentions.has('place') && mention.kind === 'place') return true;
    if (kind.mentions.has('place') && mention.kind === 'name' && !mention.person && !mention.organisation) return true;
    if (kind.mentions.has('state') && isStateMention(mention)) return true;
    if (mention.person && (kind.name === 'person' || kind.words.has('president') || kind.words.has('him'))) return true;
    if (mention.kind === 'demonym' && (kind.words.has('people') || kind.words.has('person')) && token.upos !== 'ADJ')
      return true;
  }
  // Persons carry no article: "the Europe Bridge" is none.
  const hasArticle = dependents(scene.tree, head, 'det').length > 0;
  if (!mention && token.upos === 'PROPN' && !hasArticle && kind.words.has('him')) return true;
  return kind.endings.some(ending => token.form.endsWith(ending) && token.upos !== 'VERB');
}

function isStateMention(mention: { countries: string[]; person: string | null; kind: string }): boolean {
  return (
    mention.countries.length > 0 && !mention.person && ['name', 'metonym', 'office', 'pronoun'].includes(mention.kind)
  );
}

function subjectTokens(clause: Clause): number[] {
  return clause.doers;
}

/** A further condition of a verb frame: a preposition that must follow, or one of the tests below. */
function testHolds(scene: Scene, test: string, clause: Clause): boolean {
  if (test.startsWith('!')) return !testHolds(scene, test.slice(1), clause);
  const named = VERB_TESTS[test];
  return named ? named(scene, clause) : clause.phrases.has(test) || isNear(scene.tree, clause.verb, test);
}

/** "barred him from entering": the word stands before a clause, not a noun. */
function isNear(tree: Tree, verb: number, word: string): boolean {
  return tree.tokens
    .slice(verb + 1, verb + 12)
    .some(token => token.lemma === word && (token.upos === 'SCONJ' || token.deprel === 'mark'));
}

function nounTestHolds(scene: Scene, test: string, noun: number, support: Clause | null): boolean {
  if (test.startsWith('!')) return !nounTestHolds(scene, test.slice(1), noun, support);
  const named = NOUN_TESTS[test];
  if (named) return named(scene, noun, support);
  return scene.tree.children[noun]!.some(child => preposition(scene.tree, child) === test);
}

const VERB_TESTS: Record<string, (scene: Scene, clause: Clause) => boolean> = {
  /** "said that Sudan must return it": somebody else is told what to do. */
  must: (scene, clause) => {
    const speakers = clause.doers.flatMap(head => partiesOf(scene, head).countries);
    const modal = scene.tree.tokens.find(
      token => token.index > clause.verb && OBLIGING.has(token.lemma) && token.index < clause.verb + 16,
    );
    if (modal && scene.tree.tokens.slice(clause.verb, modal.index).some(token => token.lemma === 'that')) {
      const obliged = scene.mentionAt.slice(clause.verb, modal.index).find(mention => mention !== null);
      if (obliged && obliged.kind !== 'pronoun' && obliged.countries.length > 0) return true;
    }
    return clause.complements.some(child => {
      if (!scene.tree.children[child]!.some(aux => OBLIGING.has(scene.tree.tokens[aux]!.lemma))) return false;
      const subjects = dependents(scene.tree, child, 'nsubj');
      const obliged = subjects.flatMap(head => partiesOf(scene, head).countries);
      const isNamed = subjects.some(head => scene.tree.tokens[head]!.upos !== 'PRON');
      return obliged.length > 0 && (isNamed || !obliged.some(country => speakers.includes(country)));
    });
  },
  /** "jointly surveyed", "mapped together". */
  jointly: (scene, { verb }) =>
    scene.tree.tokens
      .slice(Math.max(0, verb - 2), verb + 8)
      .some(({ lemma, upos }) => upos === 'ADV' && (lemma === 'jointly' || lemma === 'together')),
  /** Where somebody is sent to is a state, not a border or a sea. */
  'to-state': (scene, { phrases, doers }) => {
    const senders = doers.flatMap(head => partiesOf(scene, head).countries);
    return (phrases.get('to') ?? []).some(head => {
      const mention = scene.mentionAt[head];
      return mention?.headToken === head && mention.countries.some(country => !senders.includes(country));
    });
  },
  active: (_, clause) => !clause.passive,
  /** A clause follows, not only a noun. */
  clause: (_, clause) => clause.complements.length > 0,
  /** "called the raid a crime": an object and what it is called, unless that is a compliment. */
  judged: (scene, clause) => isJudged(scene.tree, clause) && !isPraised(scene.tree, clause.verb),
  predicate: (scene, clause) => isJudged(scene.tree, clause),
  /** "suggested that Iran withdraw": not told as a fact. */
  subjunctive: (scene, clause) =>
    clause.complements.some(child => {
      const { xpos } = scene.tree.tokens[child]!;
      const auxiliaries = dependents(scene.tree, child, 'aux');
      return auxiliaries.length === 0
        ? xpos === 'VB' || xpos === 'VBG'
        : auxiliaries.some(aux => scene.tree.tokens[aux]!.lemma === 'should');
    }),
  /** What is hinted at is a hostile act. */
  hostile: (scene, clause) =>
    scene.tree.tokens.slice(clause.verb + 1, clause.verb + 12).some(token => HOSTILE_WORDS.has(token.lemma)),
  /** "told it to leave", not "told it that it had left". */
  infinitive: (scene, clause) =>
    clause.complements.some(child =>
      dependents(scene.tree, child, 'mark').some(mark => scene.tree.tokens[mark]!.lemma === 'to'),
    ),
  /** Something is asked: an infinitive follows. */
  asking: (scene, clause) =>
    clause.complements.length > 0 ||
    scene.tree.tokens.slice(clause.verb + 1, clause.verb + 14).some(token => token.xpos === 'TO'),
  telephone: (scene, clause) =>
    scene.tree.tokens.some(token => token.index > clause.verb && TELEPHONE.has(token.lemma)),
  /** Several parties stand as the subject, or one with another. */
  plural: (scene, clause) =>
    new Set([...clause.doers, ...(clause.phrases.get('with') ?? [])].flatMap(head => partiesOf(scene, head).countries))
      .size > 1,
  /** The guest is from another country than the host. */
  hosted: (scene, clause) => {
    const hosts = clause.doers.flatMap(head => partiesOf(scene, head).countries);
    const guests = clause.objects.flatMap(head => partiesOf(scene, head).countries);
    return guests.length > 0 && guests.some(guest => !hosts.includes(guest));
  },
  /** The place is abroad for the one who is there. */
  abroad: (scene, clause) => {
    const own = clause.doers.flatMap(head => partiesOf(scene, head).countries);
    const there = (clause.phrases.get('in') ?? []).flatMap(head => partiesOf(scene, head, true).countries);
    return own.length > 0 && there.some(country => !own.includes(country));
  },
  /** Something violent is named in the clause: "died in a raid". */
  violent: (scene, clause) =>
    [...clause.phrases.values()].flat().some(head => phraseWords(scene.tree, head).some(word => VIOLENT.has(word))),
  'with-sanction': (scene, clause) =>
    (clause.phrases.get('with') ?? []).some(head => phraseWords(scene.tree, head).some(word => SANCTIONING.has(word))),
  sanctioning: (scene, clause) =>
    scene.tree.tokens.some(token => token.index > clause.verb && SANCTIONING.has(token.lemma)),
  /** "let them use its base" */
  use: (scene, clause) =>
    scene.tree.tokens.slice(clause.verb + 1, clause.verb + 9).some(token => USING.has(token.lemma)),
  /** What is bought names where it comes from: "Israeli radar", "gas from Qatar". */
  foreign: (scene, clause) =>
    clause.phrases.has('from') || clause.objects.some(head => partiesOf(scene, head, true).countries.length > 0),
  help: (scene, clause) => scene.tree.tokens.some(token => token.index > clause.verb && HELPING.has(token.lemma)),
};

const NOUN_TESTS: Record<string, (scene: Scene, noun: number, support: Clause | null) => boolean> = {
  /** The noun names a party, or is done by one: a bare "sanctions" is a topic. */
  parties: (scene, noun, support) => support !== null || partiesOf(scene, noun).countries.length > 0,
  /** Only as the object of a light verb. */
  light: (_, __, support) => support !== null,
  lodged: (scene, noun, support) => support !== null || partiesOf(scene, noun).countries.length > 0,
};

const FRIENDLY = new Set(
  'friend partner ally brother welcome success historic historical milestone step good great best excellent important legitimate hero triumph strategic wonderful productive constructive positive key sister neighbour breakthrough victory'.split(
    ' ',
  ),
);
const HOSTILE_WORDS = new Set(
  'sanction tariff duty force strike retaliation retaliate war attack punish punishment cut expel expulsion ban embargo withdraw suspend halt block blockade levy quota invade consequence revenge suffer pull limit'.split(
    ' ',
  ),
);
const OBLIGING = new Set(['must', 'should', 'ought']);
const USING = new Set(['use', 'fly', 'land', 'base', 'station', 'refuel', 'operate', 'dock']);
const TELEPHONE = new Set(['telephone', 'phone', 'video', 'call', 'hotline']);
const VIOLENT = new Set(
  'attack bombing raid strike shooting clash fighting blast explosion shelling airstrike ambush assault torture fire crossfire bomb violence massacre custody war battle offensive police'.split(
    ' ',
  ),
);
const SANCTIONING = new Set('tariff duty sanction ban expulsion embargo expel levy curb kind freeze'.split(' '));
const HELPING = new Set('help assist support protect defend aid rebuild relief peacekeeping fight mission'.split(' '));

/** Whether something is called something: by the parse, or by an article or quotation mark right after a pronoun. */
function isJudged(tree: Tree, clause: Clause): boolean {
  if (judgement(tree, clause).length > 0) return true;
  const next = tree.tokens[clause.verb + 1];
  const after = tree.tokens[clause.verb + 2];
  if (next?.upos !== 'PRON') {
    // "called the Turkish raid a stab in the back": a second noun phrase begins behind the first.
    const behind = tree.tokens.slice(clause.verb + 2, clause.verb + 9);
    const stop = behind.findIndex(token => token.upos === 'PUNCT' || token.upos === 'ADP' || token.upos === 'CCONJ');
    return behind.slice(0, stop < 0 ? behind.length : stop).some(token => /^an?$/i.test(token.form));
  }
  if (!after) return false;
  return after.upos === 'ADJ' || /^(?:an?|the|["“‘'`]+)$/i.test(after.form);
}

/** Whether the words after a verb are a compliment: "called him my friend". */
function isPraised(tree: Tree, verb: number): boolean {
  return tree.tokens.slice(verb + 1, verb + 14).some(token => FRIENDLY.has(token.lemma.toLowerCase()));
}

function judgement(tree: Tree, clause: Clause): number[] {
  if (clause.objects.length === 0) return [];
  const named = clause.complements.filter(child => !isVerb(tree.tokens[child]!) || tree.tokens[child]!.xpos === 'VBN');
  const second = dependents(tree, clause.verb, 'obj').slice(1);
  return [
    ...named,
    ...second,
    ...(clause.phrases.get('as') ?? []),
    ...dependents(tree, clause.verb, 'obl').filter(
      child =>
        preposition(tree, child) === null &&
        tree.tokens[child]!.upos === 'NOUN' &&
        !/day|week|month|year/.test(tree.tokens[child]!.lemma),
    ),
  ];
}
