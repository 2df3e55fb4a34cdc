/** The further conditions of a frame, by the names they have in data/frames (column `with`). */
import type { Clause } from './clause.js';
import { phraseWords } from './noun-kind.js';
import { partiesOf, type Scene } from './parties.js';
import { provokerOf } from './provoked.js';
import { dependents, isVerb, phrasesOfNoun, preposition, type Tree } from './tree.js';
import { deedWords } from './words.js';

/** A further condition of a verb frame: a preposition that must follow, or one of the tests below. */
export function testHolds(scene: Scene, test: string, clause: Clause): boolean {
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

/** The same for a noun frame; `support` is the clause of the light verb that carries the noun. */
export function nounTestHolds(scene: Scene, test: string, noun: number, support: Clause | null): boolean {
  if (test.startsWith('!')) return !nounTestHolds(scene, test.slice(1), noun, support);
  const named = NOUN_TESTS[test];
  if (named) return named(scene, noun, support);
  return phrasesOfNoun(scene.tree, noun, test).length > 0;
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
    scene.tree.tokens.slice(clause.verb + 1, clause.verb + 12).some(token => deedWords('hostile').has(token.lemma)),
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
    scene.tree.tokens.some(token => token.index > clause.verb && deedWords('telephone').has(token.lemma)),
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
    [...clause.phrases.values()]
      .flat()
      .some(head => phraseWords(scene.tree, head).some(word => deedWords('violent').has(word))),
  'with-sanction': (scene, clause) =>
    (clause.phrases.get('with') ?? []).some(head =>
      phraseWords(scene.tree, head).some(word => deedWords('sanctioning').has(word)),
    ),
  sanctioning: (scene, clause) =>
    scene.tree.tokens.some(token => token.index > clause.verb && deedWords('sanctioning').has(token.lemma)),
  /** "let them use its base" */
  use: (scene, clause) =>
    scene.tree.tokens.slice(clause.verb + 1, clause.verb + 9).some(token => deedWords('using').has(token.lemma)),
  /** What is bought names where it comes from: "Israeli radar", "gas from Qatar". */
  foreign: (scene, clause) =>
    clause.phrases.has('from') || clause.objects.some(head => partiesOf(scene, head, true).countries.length > 0),
  help: (scene, clause) =>
    scene.tree.tokens.some(token => token.index > clause.verb && deedWords('helping').has(token.lemma)),
};

const NOUN_TESTS: Record<string, (scene: Scene, noun: number, support: Clause | null) => boolean> = {
  /** The noun names a party, or is done by one: a bare "sanctions" is a topic. */
  parties: (scene, noun, support) => support !== null || partiesOf(scene, noun).countries.length > 0,
  /** Only as the object of a light verb. */
  light: (_, __, support) => support !== null,
  /** A verb says who brought it about: "drew a protest from". */
  provoked: (scene, noun) => provokerOf(scene, noun) !== null,
  lodged: (scene, noun, support) => support !== null || partiesOf(scene, noun).countries.length > 0,
};

const OBLIGING = new Set(['must', 'should', 'ought']);

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
  return tree.tokens.slice(verb + 1, verb + 14).some(token => deedWords('compliments').has(token.lemma.toLowerCase()));
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
