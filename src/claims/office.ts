import type { ActorMention } from '../actors/actor-mention.js';
import { knownList } from '../knowledge.js';
import type { Sentence, Token } from '../language/sentence.js';
import type { Found, OfficeClaim, TimeExpression } from '../reading.js';
import { dependents, isVerb, type Tree, treeOf } from './actions/tree.js';
import type { AnnotatedArticle } from './annotated.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';
import { nounPhrase, subtree } from './statements/phrase.js';

/** Furthest that an office's name may stand behind its verb, in words. */
const REACH = 12;

/**
 * Reads who came to an office, holds it or left it, as the text claims: "since the Chinese leader assumed the
 * presidency in 2012", "became prime minister in 2018", "after being handed a third term as president".
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

interface Scene {
  text: string;
  sentence: Sentence;
  tree: Tree;
  mentions: MentionIndex;
  times: TimeExpression[];
}

interface Change {
  kind: 'begin' | 'end' | 'hold';
  passive: boolean;
  /** The verb says it all: "took office", "resigned". */
  whole: boolean;
  /** One past the last token of the verb and its particles. */
  end: number;
}

function officesIn(scene: Scene): Found<OfficeClaim>[] {
  const claims: Found<OfficeClaim>[] = [];
  for (const token of scene.sentence.tokens) {
    if (!isVerb(token)) continue;
    const change = changeAt(scene.tree, token.index);
    const claim = change && officeClaim(scene, token.index, change);
    if (claim) claims.push(claim);
  }
  return claims;
}

/** The change that a verb states: the longest phrase of data/office-verbs.yaml that stands here. */
function changeAt(tree: Tree, verb: number): Change | null {
  const { tokens } = tree;
  const passive =
    tokens[verb]!.xpos === 'VBN' &&
    dependents(tree, verb, 'aux').some(aux => tokens[aux]!.deprel === 'aux:pass' || tokens[aux]!.lemma === 'be');
  for (const { words, kind, whole, passive: needsPassive } of phrases()) {
    if (needsPassive && !passive) continue;
    const end = phraseEnd(tokens, verb, words);
    if (end !== null) return { kind, whole, passive: needsPassive, end };
  }
  return null;
}

function phraseEnd(tokens: Token[], at: number, words: string[]): number | null {
  const fits = words.every((word, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && (token.lemma.toLowerCase() === word || token.form.toLowerCase() === word);
  });
  return fits ? at + words.length : null;
}

function officeClaim(scene: Scene, verb: number, change: Change): Found<OfficeClaim> | null {
  const { tree, text } = scene;
  const { tokens } = tree;
  if (isNotClaimed(tree, verb)) return null;
  const named = change.whole && tokens[change.end]?.form.toLowerCase() !== 'as' ? null : officeBehind(scene, change);
  if (!named && !change.whole) return null;
  const holder = holderOf(scene, verb, change);
  if (!holder) return null;
  const time = timeOf(scene, verb);
  const last = Math.max(named?.end ?? change.end, change.end);
  const country = holder.country ?? named?.country ?? null;
  const end = Math.max(tokens[last - 1]!.end, time ? time.end : 0);
  const start = Math.min(holder.start, tokens[verb]!.start);
  return {
    kind: 'office',
    start,
    end: end - start > 300 ? tokens[last - 1]!.end : end,
    confidence: named ? 0.75 : 0.6,
    person: holder.name,
    office: named?.office ?? officeOfMention(text, holder) ?? 'office',
    country,
    from: change.kind === 'end' ? null : (time?.from ?? null),
    to: change.kind === 'end' ? (time?.to ?? null) : null,
  };
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

interface NamedOffice {
  office: string;
  country: string | null;
  end: number;
}

/** The office behind the verb: "the presidency", "prime minister of India", "a third term as president". */
function officeBehind({ tree, mentions }: Scene, change: Change): NamedOffice | null {
  const { tokens } = tree;
  const limit = Math.min(tokens.length, change.end + REACH);
  let term: string | null = null;
  let power: NamedOffice | null = null;
  for (let at = change.end; at < limit; at++) {
    if (/^[,;:.]$/.test(tokens[at]!.form) || (isVerb(tokens[at]!) && !/^VB[NG]$/.test(tokens[at]!.xpos))) break;
    const title = titleAt(tokens, at);
    if (title) {
      const country =
        mentions
          .within({ start: tokens[change.end]!.start, end: tokens[Math.min(limit, title.end + 3) - 1]!.end })
          .find(m => m.countries.length === 1)?.countries[0] ?? null;
      return { office: term ? `${title.office}, ${term}` : title.office, country, end: title.end };
    }
    const form = tokens[at]!.form.toLowerCase();
    if (form === 'term') {
      term = `${ordinalBefore(tokens, at)}term`;
      power = { office: term, country: null, end: at + 1 };
    } else if (knowledge().power.includes(form))
      power ??= { office: form === 'office' ? 'office' : form, country: null, end: at + 1 };
  }
  return power;
}

function ordinalBefore(tokens: Token[], term: number): string {
  for (let at = term - 1; at >= Math.max(0, term - 3); at--) {
    if (/^(?:first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th))$/i.test(tokens[at]!.form))
      return `${tokens[at]!.form.toLowerCase()} `;
  }
  return '';
}

function titleAt(tokens: Token[], at: number): { office: string; end: number } | null {
  const noun = knowledge().nouns[tokens[at]!.form.toLowerCase()];
  if (noun) return { office: noun, end: at + 1 };
  for (const title of titles()) {
    const end = phraseEnd(tokens, at, title);
    if (end !== null) return { office: title.join(' '), end };
  }
  return null;
}

/** Who an office claim is about. */
interface Holder {
  name: string;
  country: string | null;
  start: number;
  end: number;
}

/** Whose office it is: the subject, for a participle the subject of the clause over it, else the name before it. */
function holderOf(scene: Scene, verb: number, change: Change): Holder | null {
  const { tree } = scene;
  const { tokens } = tree;
  if (tokens[verb]!.xpos === 'VBG' && !isClauseOf(tree, verb)) return null;
  const own = dependents(tree, verb, 'nsubj');
  const beside = own.length > 0 ? null : nounBefore(tokens, verb);
  let at = verb;
  for (let climbs = 0; climbs < 4 && at >= 0; climbs++) {
    const subjects = dependents(tree, at, 'nsubj');
    const objects = change.passive && at === verb ? dependents(tree, verb, 'obj', 'iobj') : [];
    for (const noun of [...(at === verb && beside !== null ? [beside] : []), ...subjects, ...objects]) {
      const holder = holderAt(scene, noun);
      if (holder) return holder;
    }
    if (subjects.length > 0 && at === verb) return null;
    at = tokens[at]!.head;
  }
  return null;
}

/** "after taking office", "since becoming president": a participle whose subject is that of the clause over it. */
function isClauseOf(tree: Tree, verb: number): boolean {
  const marks = tree.children[verb]!.filter(child => child < verb && /^(?:mark|case)/.test(tree.tokens[child]!.deprel));
  return marks.every(mark => /^(?:after|since|before|on|upon|by|while|when)$/i.test(tree.tokens[mark]!.form));
}

/** The noun right before the verb and its auxiliaries, where the parse gives the verb no subject. */
function nounBefore(tokens: Token[], verb: number): number | null {
  let at = verb - 1;
  while (at >= 0 && /^(?:AUX|ADV|PART)$/.test(tokens[at]!.upos)) at--;
  return at >= 0 && /^(?:NOUN|PROPN|PRON)$/.test(tokens[at]!.upos) ? at : null;
}

/** The person that a noun stands for: as the mentions have it, else a name by the look of it. */
function holderAt({ text, tree, mentions, sentence }: Scene, noun: number): Holder | null {
  const { tokens } = tree;
  const { first, end } = nounPhrase(tree, noun, 0, tokens.length);
  if (tokens.slice(first, end).some(token => token.upos === 'CCONJ')) return null;
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  const inside = mentions.within(span).filter(mention => mention.start <= tokens[noun]!.start || mention.person);
  const country = inside.find(mention => mention.countries.length === 1)?.countries[0] ?? null;
  const named = inside.find(mention => mention.person) ?? samePersonNear(mentions, sentence, inside[0], country);
  if (named) return { name: named.person!, country: country ?? named.countries[0] ?? null, ...span };
  const name = tokens.slice(first, end).filter(token => token.upos === 'PROPN');
  if (name.length === 0 || tokens[noun]!.upos !== 'PROPN' || inside.some(mention => mention.kind === 'organisation'))
    return null;
  if (inside.some(mention => mention.person === null && mention.kind === 'name' && mention.countries.length > 0))
    return null;
  return { name: text.slice(name[0]!.start, name.at(-1)!.end), country, ...span };
}

/** "Xi and Putin have met since the Chinese leader ...": the person of that country whom the sentence names. */
function samePersonNear(
  mentions: MentionIndex,
  sentence: Sentence,
  nominal: ActorMention | undefined,
  country: string | null,
) {
  if (!nominal || !country || (nominal.kind !== 'nominal' && nominal.kind !== 'office')) return undefined;
  const persons = mentions.within(sentence).filter(mention => mention.person && mention.countries.includes(country));
  return new Set(persons.map(mention => mention.person)).size === 1 ? persons[0] : undefined;
}

/** The title that stands with the name: "President Hosni Mubarak stepped down". */
function officeOfMention(text: string, { start, end }: Holder): string | null {
  const words = text.slice(start, end).toLowerCase();
  const title = titles().find(parts => words.includes(`${parts.join(' ')} `) || words.endsWith(parts.join(' ')));
  return title ? title.join(' ') : null;
}

/** The time of the change: in the verb's own clause, behind the verb rather than before it. */
function timeOf({ tree, times }: Scene, verb: number): TimeExpression | null {
  const { tokens } = tree;
  const { first, end } = subtree(tree, verb);
  const from = tokens[first]!.start;
  const to = tokens[end - 1]!.end;
  const own = times.filter(time => time.type === 'DATE' && time.from !== null && time.start >= from && time.end <= to);
  return own.find(time => time.start > tokens[verb]!.start) ?? own[0] ?? null;
}

function timesIn(times: TimeExpression[], { start, end }: Sentence): TimeExpression[] {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: TimeExpression[] = [];
  for (let at = low; at < times.length && times[at]!.start < end; at++) found.push(times[at]!);
  return found;
}

interface OfficeVerbs {
  begin: Record<string, string[]>;
  end: Record<string, string[]>;
  hold: Record<string, string[]>;
  power: string[];
  nouns: Record<string, string>;
  titles: string[];
}

interface Phrase {
  words: string[];
  kind: Change['kind'];
  whole: boolean;
  passive: boolean;
}

let known: OfficeVerbs | null = null;
let knownPhrases: Phrase[] | null = null;
let knownTitles: string[][] | null = null;

function knowledge(): OfficeVerbs {
  known ??= knownList<OfficeVerbs>('office-verbs.yaml');
  return known;
}

/** All phrases, the longest first, so that "step down as" comes before "step down". */
function phrases(): Phrase[] {
  knownPhrases ??= (['begin', 'end', 'hold'] as const)
    .flatMap(kind =>
      Object.entries(knowledge()[kind]).flatMap(([way, list]) =>
        list.map(phrase => ({ words: phrase.split(' '), kind, whole: way === 'whole', passive: way === 'passive' })),
      ),
    )
    .sort((a, b) => b.words.length - a.words.length);
  return knownPhrases;
}

function titles(): string[][] {
  knownTitles ??= knowledge()
    .titles.map(title => title.split(' '))
    .sort((a, b) => b.length - a.length);
  return knownTitles;
}
