import type { ActorMention } from '../../actors/actor-mention.js';
import { knownTable } from '../../knowledge.js';
import type { Sentence } from '../../language/sentence.js';
import type { Country, TimeExpression } from '../../reading.js';
import type { AnnotatedArticle } from '../annotated.js';
import { ancestors, dependents, isVerb, preposition, relation, type Tree, treeOf } from './tree.js';
import { deedWords } from './words.js';

/** A sentence with its parse and the mention each word belongs to. */
export interface Scene extends Before {
  page: AnnotatedArticle;
  sentence: Sentence;
  tree: Tree;
  mentionAt: (ActorMention | null)[];
  /** The dates and times of the sentence. */
  times: TimeExpression[];
  /** Mentions joined by commas and "and" on the surface: "Biden, Kishida and Yoon". */
  joinedTo: Map<ActorMention, ActorMention[]>;
}

/** What the article told before a sentence, for deeds that leave a party out. */
export interface Before {
  /** The parties of the sentence before. */
  recent: Parties;
  /** Who did what to whom earlier in the article: "the invasion" has the doer it had before. */
  known: Map<string, Country[]>;
  /** Who dealt with whom in the sentences before, in the order of the text. */
  dealings: Dealing[];
}

/** Source and target of a deed that was read before. */
export interface Dealing {
  source: Country[];
  target: Country[];
}

/** The countries behind a noun phrase, with the names of organisations and armed groups among them. */
export interface Parties {
  countries: Country[];
  names: string[];
}

export const NOBODY: Parties = Object.freeze({ countries: [], names: [] });

/** Inside a phrase without a country of its own, a modifier's country is looked for this deep: "jets of the army of Chad". */
const DEEPEST_MODIFIER = 4;
/** The places in a phrase where its country may stand, likeliest first. */
const MODIFIERS = ['nmod:poss', 'amod', 'compound', 'flat', 'appos', 'nmod', 'det', 'nummod', 'acl', 'obl'];
/** "troops from Chad" are Chad's, "talks on Chad" are not. */
const OWNING_PREPOSITIONS = new Set([
  'of',
  'from',
  'in',
  'for',
  'by',
  'at',
  'to',
  'with',
  'inside',
  'near',
  'against',
  'on',
  'between',
  'throughout',
  'across',
  'around',
]);

/** The same for what a deed is done about: "a declaration in Washington" names a venue, "a treaty with Peru" a party. */
const WITHOUT_VENUES = new Set(['of', 'from', 'for', 'by', 'to', 'with', 'against', 'between']);

/** How a phrase without a country of its own is searched. */
interface Search {
  /** Whether mere places count. */
  placesToo: boolean;
  /** The prepositions behind which its owner may stand. */
  owning: ReadonlySet<string>;
}

/** Prepares a sentence for its actions: `mentions` and `times` are those of the sentence. */
export function sceneOf(
  page: AnnotatedArticle,
  sentence: Sentence,
  { mentions, times }: { mentions: ActorMention[]; times: TimeExpression[] },
  before: Before,
): Scene {
  const mentionAt: (ActorMention | null)[] = sentence.tokens.map(() => null);
  const actors = mentions.filter(mention => !isPlaceOnly(sentence, mention)).map(mention => asUnion(page, mention));
  for (const mention of actors) {
    for (let index = mention.firstToken; index < mention.endToken; index++) mentionAt[index] = mention;
  }
  const { recent, known, dealings } = before;
  const joinedTo = joinedMentions(sentence, actors);
  return { page, sentence, tree: treeOf(sentence), mentionAt, times, joinedTo, recent, known, dealings };
}

/** "near Masisi": behind such a preposition one word is a place, whoever else is called so. */
function isPlaceOnly({ tokens }: Sentence, { person, firstToken, endToken }: ActorMention): boolean {
  const before = tokens[firstToken - 1]?.lemma.toLowerCase() ?? '';
  return person !== null && endToken - firstToken === 1 && deedWords('around').has(before);
}

/** "Brussels warned Tbilisi": a capital that acts for a union of states, where the article is not about its country. */
function asUnion(page: AnnotatedArticle, mention: ActorMention): ActorMention {
  if (mention.kind !== 'metonym') return mention;
  const seat = unionSeats().get(mention.name);
  if (!seat || !mention.countries.includes(seat.iso3)) return mention;
  const isAboutCountry = page.mentions.some(
    ({ countries, kind, name }) =>
      countries.includes(seat.iso3) && kind !== 'metonym' && kind !== 'pronoun' && name !== mention.name,
  );
  return isAboutCountry ? mention : { ...mention, countries: [], organisation: seat.organisation };
}

let seats: Map<string, { iso3: Country; organisation: string }> | null = null;

function unionSeats(): Map<string, { iso3: Country; organisation: string }> {
  seats ??= new Map(
    knownTable('actors/union-seats.csv').map(({ name, iso3, organisation }) => [
      name!,
      { iso3: iso3!, organisation: organisation! },
    ]),
  );
  return seats;
}

/**
 * Lists of parties by word order, for where the parse lost one: "A and B", "A, B and C", and in headlines "A, B" before
 * the first verb. A comma before the "and" of two alone begins a new clause.
 */
function joinedMentions(sentence: Sentence, mentions: ActorMention[]): Map<ActorMention, ActorMention[]> {
  const joined = new Map<ActorMention, ActorMention[]>();
  let chain: ActorMention[] = [];
  let complete = false;
  const close = (): void => {
    const atStart = chain[0]?.firstToken === 0;
    if (chain.length > 1 && (complete || atStart)) for (const mention of chain) joined.set(mention, chain);
    chain = [];
    complete = false;
  };
  const ordered = [...mentions].sort((a, b) => a.firstToken - b.firstToken);
  for (const mention of ordered) {
    const last = chain.at(-1);
    const between = last
      ? sentence.tokens
          .slice(last.endToken, mention.firstToken)
          .map(token => token.form.toLowerCase())
          .filter(word => word !== 'the')
          .join(' ')
      : null;
    const follows =
      between === ',' || between === 'and' || between === '&' || (between === ', and' && chain.length > 1);
    if (!follows || complete || opensClause(sentence, chain.at(-1), mention)) close();
    chain.push(mention);
    if (follows && between !== ',' && chain.length > 1) complete = true;
  }
  close();
  return joined;
}

/** "recalled its envoy and Madrid declined": a subject behind what is no subject begins a clause, it ends no list. */
function opensClause({ tokens }: Sentence, before: ActorMention | undefined, next: ActorMention): boolean {
  if (!before) return false;
  const [last, first] = [tokens[before.headToken]!, tokens[next.headToken]!];
  const hangsBefore = last.head >= 0 && last.head < last.index && last.deprel !== 'conj';
  return first.deprel.startsWith('nsubj') && !last.deprel.startsWith('nsubj') && hangsBefore;
}

/** What a mention stands for; `null` where it is a mere place, unless places count here. */
export function partiesOfMention(mention: ActorMention, placesToo: boolean): Parties | null {
  const isPlace = mention.kind === 'place';
  if (isPlace && !placesToo) return null;
  const names = mention.organisation ? [mention.organisation] : [];
  if (mention.countries.length > 0) return { countries: mention.countries, names };
  return mention.organisation ? { countries: ['IGO'], names } : null;
}

/** The parties of a mention and of those it is listed with: "Niamey, Bamako"; `null` where they name none. */
export function partiesOfList(scene: Scene, mention: ActorMention, placesToo: boolean): Parties | null {
  const list = scene.joinedTo.get(mention) ?? [mention];
  const found = union([NOBODY, ...list.map(one => partiesOfMention(one, placesToo) ?? NOBODY)]);
  return found.countries.length > 0 ? found : null;
}

/** The parties a noun phrase names: its own, and those joined to it by "and". */
export function partiesOf(scene: Scene, head: number, placesToo = false, venuesToo = true): Parties {
  return searchedParties(scene, head, { placesToo, owning: venuesToo ? OWNING_PREPOSITIONS : WITHOUT_VENUES });
}

function searchedParties(scene: Scene, head: number, search: Search): Parties {
  const own = ownParties(scene, head, search, 0);
  const list = scene.joinedTo.get(scene.mentionAt[head]!);
  if (list) return union([own, ...list.map(mention => partiesOfMention(mention, search.placesToo) ?? NOBODY)]);
  const joined = dependents(scene.tree, head, 'conj')
    .filter(child => !isVerb(scene.tree.tokens[child]!) || scene.mentionAt[child])
    .map(child => searchedParties(scene, child, search));
  return union([own, ...joined]);
}

/** All parties of several phrases, each once, in order. */
export function union(parties: Parties[]): Parties {
  if (parties.length === 1) return parties[0]!;
  return {
    countries: [...new Set(parties.flatMap(({ countries }) => countries))],
    names: [...new Set(parties.flatMap(({ names }) => names))],
  };
}

function ownParties(scene: Scene, head: number, search: Search, depth: number): Parties {
  const { tree, mentionAt } = scene;
  const mention = mentionAt[head];
  // The whole phrase speaks for its head, but a name inside a phrase that is no mention does not.
  const named = mention && partiesOfMention(mention, search.placesToo);
  if (named) return named;
  if (depth < DEEPEST_MODIFIER && deedWords('speaking-for-all').has(tree.tokens[head]!.lemma.toLowerCase()))
    return speakersParties(scene, depth);
  const antecedent = antecedentOf(scene, head);
  if (antecedent !== null && depth < DEEPEST_MODIFIER) return ownParties(scene, antecedent, search, depth + 1);
  if (depth >= DEEPEST_MODIFIER) return NOBODY;
  for (const kind of MODIFIERS) {
    const found = tree.children[head]!.filter(child => isOwner(tree, head, child, kind, search.owning)).map(child =>
      joinedParties(scene, child, search, depth + 1),
    );
    const parties = union(found.length > 0 ? found : [NOBODY]);
    if (parties.countries.length > 0) return parties;
  }
  return NOBODY;
}

/** "We had a good talk," the premier wrote: whoever is quoted speaks for his country. */
function speakersParties(scene: Scene, depth: number): Parties {
  const { tree } = scene;
  for (const { index, lemma } of tree.tokens) {
    if (!deedWords('reporting').has(lemma)) continue;
    for (const subject of dependents(tree, index, 'nsubj')) {
      if (deedWords('speaking-for-all').has(tree.tokens[subject]!.lemma.toLowerCase())) continue;
      const speaker = ownParties(scene, subject, { placesToo: false, owning: OWNING_PREPOSITIONS }, depth + 1);
      if (speaker.countries.length > 0) return speaker;
    }
  }
  return NOBODY;
}

/** Whether a modifier of one kind may tell whose a phrase is. */
function isOwner(tree: Tree, head: number, child: number, kind: string, owning: ReadonlySet<string>): boolean {
  const { deprel, lemma } = tree.tokens[child]!;
  if (deprel !== kind && relation(tree, child) !== kind) return false;
  if (kind === 'nmod:poss') return !deedWords('others').has(tree.tokens[head]!.lemma);
  if (kind !== 'nmod' && kind !== 'obl') return true;
  const marker = preposition(tree, child);
  if (marker === null || deprel === 'nmod:poss' || !owning.has(marker)) return false;
  return !deedWords('borders').has(lemma) || marker === 'of' || marker === 'from';
}

/** Inside a phrase a place tells whose it is: "the mayor of Lyon", "protesters in Kyiv". */
function joinedParties(scene: Scene, head: number, { owning }: Search, depth: number): Parties {
  const search = { placesToo: true, owning };
  const own = ownParties(scene, head, search, depth);
  const joined = dependents(scene.tree, head, 'conj').map(child => ownParties(scene, child, search, depth));
  return union([own, ...joined]);
}

/** What a relative pronoun, or a pronoun nobody resolved, stands for. */
export function antecedentOf(scene: Scene, index: number): number | null {
  const { tree } = scene;
  const token = tree.tokens[index]!;
  if (token.upos !== 'PRON') return null;
  if (token.xpos.startsWith('W') || (token.lemma === 'that' && token.deprel.startsWith('nsubj'))) {
    const clause = ancestors(tree, index).find(
      over => relation(tree, over) === 'acl' || relation(tree, over) === 'advcl',
    );
    const noun = clause === undefined ? -1 : tree.tokens[clause]!.head;
    if (noun >= 0 && noun < index && !isVerb(tree.tokens[noun]!)) return noun;
    for (let before = index - 1; before >= 0 && before >= index - 6; before--) {
      const upos = tree.tokens[before]!.upos;
      if (upos === 'NOUN' || upos === 'PROPN') return before;
    }
    return null;
  }
  return null;
}
