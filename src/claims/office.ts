import type { Token } from '../language/sentence.js';
import type { Found, OfficeClaim, TimeExpression } from '../reading.js';
import { dependents, isVerb, type Tree, treeOf } from './actions/tree.js';
import type { AnnotatedArticle } from './annotated.js';
import { type Holder, holderOfVerb, nameBefore } from './offices/holder.js';
import { type NamedOffice, officeBehind } from './offices/named-office.js';
import { periodOf, timeBehind, timeOf, timesIn } from './offices/period.js';
import type { Scene } from './offices/scene.js';
import {
  type ChangeKind,
  isPower,
  isSuccession,
  type OfficePhrase,
  officePhrasesFrom,
  phraseEnd,
  titleAt,
  titleIn,
} from './offices/vocabulary.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';

/** Longest claim, in characters: beyond it the words of time belong elsewhere. */
const LONGEST_CLAIM = 300;

/**
 * Reads who came to an office, holds it or left it, as the text claims: "since the Chinese leader assumed the
 * presidency in 2012", "became prime minister in 2018", "was chancellor until 2021", "in power since 2013".
 *
 * `from` and `to` are the first and the last day of the period that the text names for the change; a text that names
 * none leaves them `null`. A term is known by its words in `office`: `president, third term`.
 */
export function readOffices(page: AnnotatedArticle): Found<OfficeClaim>[] {
  const mentions = mentionIndex(page.mentions);
  const times = [...page.times].sort((a, b) => a.start - b.start);
  return page.sentences
    .filter(sentence => !sentence.boilerplate)
    .flatMap(sentence =>
      officesIn({
        text: page.article.text,
        sentence,
        tree: treeOf(sentence),
        mentions,
        times: timesIn(times, sentence),
      }),
    );
}

function officesIn(scene: Scene): Found<OfficeClaim>[] {
  const { tokens } = scene.tree;
  const claims: Found<OfficeClaim>[] = [];
  for (const { index } of tokens) {
    const claim = byVerb(scene, index) ?? byCopula(scene, index) ?? byApposition(scene, index);
    if (
      claim &&
      !claims.some(other => other.person === claim.person && other.start < claim.end && claim.start < other.end)
    )
      claims.push(claim);
  }
  return claims;
}

/** What a phrase says where it stands: one past its last token. */
interface Change extends Pick<OfficePhrase, 'kind' | 'whole' | 'passive' | 'timed'> {
  end: number;
}

/** "took office", "was elected president", "replaced Li Keqiang as premier". */
function byVerb(scene: Scene, verb: number): Found<OfficeClaim> | null {
  const { tree } = scene;
  const { tokens } = tree;
  if (!isVerb(tokens[verb]!) || isNotClaimed(tree, verb)) return null;
  const stated = statedAt(scene, verb);
  if (!stated) return null;
  const { change, named } = stated;
  const holder = holderOfVerb(scene, verb, change.passive);
  const time = timeOf(scene, verb) ?? timeBehind(scene, verb);
  if (!holder || (change.timed && !time)) return null;
  return claimOf(scene, { holder, named, kind: change.kind, first: verb, end: change.end, time });
}

/** The change that a verb states and the office it names: of several wordings the first that has what it needs. */
function statedAt(scene: Scene, verb: number): { change: Change; named: NamedOffice | null } | null {
  const { tree } = scene;
  const succession = successionAt(tree, verb);
  for (const change of [...changesAt(scene, verb), ...(succession ? [succession] : [])]) {
    const saysAll = change.whole && tree.tokens[change.end]?.form.toLowerCase() !== 'as';
    const named = saysAll ? null : officeBehind(scene, change.end);
    if (named || change.whole) return { change, named };
  }
  return null;
}

/** "was chancellor until 2021", "has been prime minister since October": only with a time, which makes it a claim. */
function byCopula(scene: Scene, title: number): Found<OfficeClaim> | null {
  const { tokens } = scene.tree;
  const named = titleAt(tokens, title);
  if (!named) return null;
  const at = copulaBefore(tokens, title);
  if (at === null || isNotClaimed(scene.tree, at)) return null;
  const time = timeBehind(scene, named.end - 1);
  if (!time) return null;
  let subject = at - 1;
  while (subject >= 0 && /^(?:AUX|ADV)$/.test(tokens[subject]!.upos)) subject--;
  if (subject < 0) return null;
  const holder = /^who$/i.test(tokens[subject]!.form) ? nameBefore(scene, subject) : nameBefore(scene, subject + 1);
  const office = officeBehind(scene, title);
  return holder && office && claimOf(scene, { holder, named: office, kind: 'hold', first: at, end: office.end, time });
}

/** The "was" or "been" right before a title, past its article and adjectives; `null` without one. */
function copulaBefore(tokens: Token[], title: number): number | null {
  let at = title - 1;
  while (at > 0 && (/^(?:DET|ADJ)$/.test(tokens[at]!.upos) || isOwner(tokens, at))) at--;
  return at > 0 && tokens[at]!.lemma === 'be' ? at : null;
}

/** "been Russia's prime minister": the country between. */
function isOwner(tokens: Token[], at: number): boolean {
  return /^[’']s?$/.test(tokens[at]!.form) || (tokens[at]!.upos === 'PROPN' && /^[’']s?$/.test(tokens[at + 1]!.form));
}

/** "Yoon, president of South Korea since May 2022, ...", "Maduro, in power since 2013, ...". */
function byApposition(scene: Scene, comma: number): Found<OfficeClaim> | null {
  const { tokens } = scene.tree;
  if (tokens[comma]!.form !== ',' || comma === 0) return null;
  const first = tokens[comma + 1]?.form.toLowerCase() === 'the' ? comma + 2 : comma + 1;
  const isPower =
    tokens[first]?.form.toLowerCase() === 'in' && /^(?:power|office)$/i.test(tokens[first + 1]?.form ?? '');
  if (!tokens[first] || (!isPower && !titleAt(tokens, first))) return null;
  const named = officeBehind(scene, isPower ? first + 1 : first);
  const time = timeBehind(scene, first);
  const holder = named && time ? nameBefore(scene, comma) : null;
  return holder && named && time ? claimOf(scene, { holder, named, kind: 'hold', first, end: named.end, time }) : null;
}

interface Parts {
  holder: Holder;
  named: NamedOffice | null;
  kind: ChangeKind;
  /** First token of the words that state it, and one past the last. */
  first: number;
  end: number;
  time: TimeExpression | null;
}

function claimOf(scene: Scene, { holder, named, kind, first, end, time }: Parts): Found<OfficeClaim> {
  const { text, tree, mentions } = scene;
  const last = Math.max(named?.end ?? end, end);
  const start = Math.min(holder.start, tree.tokens[first]!.start);
  const stop = Math.max(tree.tokens[last - 1]!.end, time ? time.end : 0);
  const country = holder.country ?? named?.country ?? null;
  const word = tree.tokens
    .slice(first, end)
    .find(({ form }) => isPower(form.toLowerCase()))
    ?.form.toLowerCase();
  const ownTitle = mentions.within(holder).find(mention => mention.kind === 'office');
  return {
    kind: 'office',
    start,
    end: stop - start > LONGEST_CLAIM ? tree.tokens[last - 1]!.end : stop,
    confidence: named ? 0.75 : 0.6,
    person: holder.name,
    office: named?.office ?? titleIn(text.slice(holder.start, holder.end)) ?? ownTitle?.name ?? word ?? 'office',
    country,
    ...periodOf(scene, kind, time),
  };
}

/** The changes that a verb may state by data/office-verbs.yaml, the longest wording first. */
function changesAt({ tree, mentions }: Scene, verb: number): Change[] {
  const { tokens } = tree;
  const objects = dependents(tree, verb, 'obj');
  // "Ruto, elected president in August, ...": the parse may take it for the past tense.
  const isApposed =
    tokens[verb - 1]?.form === ',' &&
    /^VB[DN]$/.test(tokens[verb]!.xpos) &&
    objects.every(object => titleAt(tokens, object) !== null);
  const isPassive = isApposed || isPassiveAt(tree, verb);
  return officePhrasesFrom(tokens[verb]!).flatMap(phrase => {
    if (phrase.passive && !isPassive && !isObjectNamed(tree, verb, phrase)) return [];
    const end = phraseEnd(tokens, verb, phrase.words);
    if (end === null) return [];
    const isOfCountry = phrase.ofCountry && objects.some(object => isCountry(mentions, tokens[object]!));
    return [{ ...phrase, whole: phrase.whole || isOfCountry, end }];
  });
}

function isCountry(mentions: MentionIndex, token: Token): boolean {
  return mentions
    .within(token)
    .some(({ kind, person, countries }) => /^(?:name|place)$/.test(kind) && person === null && countries.length === 1);
}

function isPassiveAt(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  return (
    tokens[verb]!.xpos === 'VBN' &&
    dependents(tree, verb, 'aux').some(aux => tokens[aux]!.deprel === 'aux:pass' || tokens[aux]!.lemma === 'be')
  );
}

/** "The Duma confirmed Mikhail Mishustin as prime minister": the object comes to the office. */
function isObjectNamed(tree: Tree, verb: number, { kind, whole }: OfficePhrase): boolean {
  const object = dependents(tree, verb, 'obj').find(child => child > verb);
  return kind === 'begin' && !whole && object !== undefined && tree.tokens[object]!.upos === 'PROPN';
}

/** "replaced Li Keqiang as premier": the subject comes to the office; "was replaced as premier": he leaves it. */
function successionAt(tree: Tree, verb: number): Change | null {
  const { tokens } = tree;
  if (!isSuccession(tokens[verb]!.lemma)) return null;
  const as = tokens.findIndex((token, index) => index > verb && index < verb + 8 && token.form.toLowerCase() === 'as');
  const passive = isPassiveAt(tree, verb);
  // "succeeded Rodrigo Duterte in June": of two persons, the office is known.
  const object = dependents(tree, verb, 'obj').find(child => child > verb && tokens[child]!.upos === 'PROPN');
  const subject = dependents(tree, verb, 'nsubj').find(child => child < verb && tokens[child]!.upos === 'PROPN');
  if (as < 0 && !passive && tokens[verb]!.lemma !== 'follow' && object !== undefined && subject !== undefined)
    return { kind: 'begin', whole: true, passive, timed: true, end: verb + 1 };
  if (as < 0) return null;
  return { kind: passive ? 'end' : 'begin', whole: false, passive, timed: false, end: as + 1 };
}

/** "if elected", "vowed to resign", "would become": nobody came to an office yet. */
function isNotClaimed(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  const helpers = tree.children[verb]!.map(child => tokens[child]!);
  if (
    helpers.some(
      token =>
        token.index < verb &&
        /^(?:would|could|might|may|should|if|unless|not|never|n['’]t|will|to|wo)$/i.test(token.form),
    )
  )
    return true;
  return tokens[verb]!.xpos === 'VB' && !helpers.some(token => token.lemma === 'do');
}
