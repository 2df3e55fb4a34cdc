import type { ActorMention } from '../../actors/actor-mention.js';
import type { Token } from '../../language/sentence.js';
import { dependents, type Tree } from '../actions/tree.js';
import type { MentionIndex } from '../statements/mention-index.js';
import { nounPhrase } from '../statements/phrase.js';
import type { Scene } from './scene.js';

/** Who an office claim is about. */
export interface Holder {
  name: string;
  country: string | null;
  start: number;
  end: number;
}

/** How many verbs a holder is looked for upwards. */
const LONGEST_CLIMB = 4;

/**
 * Whose office a verb speaks of: the subject (in "elected X president" the object), for a participle the subject of the
 * clause over it, else the name before it.
 */
export function holderOfVerb(scene: Scene, verb: number, isPassive: boolean): Holder | null {
  const { tree } = scene;
  const { tokens } = tree;
  if (tokens[verb]!.xpos === 'VBG' && !isClauseOf(tree, verb)) return null;
  const own = dependents(tree, verb, 'nsubj');
  const beside = own.length > 0 ? null : nounBefore(tokens, verb);
  let at = verb;
  for (let climbs = 0; climbs < LONGEST_CLIMB && at >= 0; climbs++) {
    const subjects = dependents(tree, at, 'nsubj');
    const objects = isPassive && at === verb ? dependents(tree, verb, 'obj', 'iobj') : [];
    for (const noun of [...(at === verb && beside !== null ? [beside] : []), ...subjects, ...objects]) {
      const holder = /^(?:who|whom|which)$/i.test(tokens[noun]!.form) ? nameBefore(scene, noun) : holderAt(scene, noun);
      if (holder) return holder;
    }
    if (subjects.length > 0 && at === verb) return null;
    at = tokens[at]!.head;
  }
  return firstSubject(scene);
}

/** "Xi came in 2013 and this visit comes after being handed a term": the person the sentence is about. */
function firstSubject(scene: Scene): Holder | null {
  const subject = scene.tree.tokens.find(({ deprel }) => deprel.startsWith('nsubj'));
  return subject ? holderAt(scene, subject.index) : null;
}

/** "Merkel, who was chancellor": the name before the comma. */
export function nameBefore(scene: Scene, at: number): Holder | null {
  const { tokens } = scene.tree;
  let noun = at - 1;
  while (noun >= 0 && tokens[noun]!.upos === 'PUNCT') noun--;
  if (noun < 0 || !/^(?:PROPN|NOUN|PRON)$/.test(tokens[noun]!.upos)) return null;
  return holderAt(scene, headOf(tokens, noun));
}

/** The head of the name that ends at a token. */
function headOf(tokens: Token[], last: number): number {
  let head = last;
  for (let steps = 0; steps < 4; steps++) {
    const over = tokens[head]!.head;
    if (over < 0 || over > last || last - over > 6 || !/^(?:flat|compound|nmod:desc)/.test(tokens[head]!.deprel)) break;
    head = over;
  }
  return head;
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
function holderAt(scene: Scene, noun: number): Holder | null {
  const { text, tree, mentions, sentence } = scene;
  const { tokens } = tree;
  const { first, end } = nounPhrase(tree, noun, 0, tokens.length);
  if (tokens.slice(first, end).some(token => token.upos === 'CCONJ')) return null;
  if (/^(?:no|nobody|none)$/i.test(tokens[first]!.form)) return null;
  const apposed = apposedName(scene, noun);
  if (apposed) return apposed;
  const span = { start: tokens[first]!.start, end: tokens[end - 1]!.end };
  const covers = (mention: ActorMention) => mention.start <= tokens[noun]!.start && tokens[noun]!.end <= mention.end;
  const inside = mentions
    .within(span)
    .filter(mention => covers(mention) || (mention.person && mention.kind === 'name'));
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

/** "The president of Peru, Pedro Castillo, was dismissed": the name between commas right behind the office. */
function apposedName(scene: Scene, noun: number): Holder | null {
  const { tokens } = scene.tree;
  if (tokens[noun]!.upos !== 'NOUN') return null;
  const comma = tokens.findIndex((token, index) => index > noun && index < noun + 6 && token.form === ',');
  const name = tokens[comma + 1];
  if (comma < 0 || name?.upos !== 'PROPN' || tokens.slice(noun, comma).some(token => token.upos === 'VERB'))
    return null;
  const close = tokens.findIndex((token, index) => index > comma && token.upos !== 'PROPN');
  if (close < comma + 3 || tokens[close]!.form !== ',') return null;
  const mention = scene.mentions.within(name).find(({ kind }) => kind === 'name');
  const beside = scene.mentions.within({ start: tokens[noun]!.start, end: tokens[comma]!.start });
  const country = beside.find(({ countries }) => countries.length === 1)?.countries[0] ?? null;
  const span = { start: name.start, end: tokens[close - 1]!.end };
  return {
    name: mention?.person ?? scene.text.slice(span.start, span.end),
    country: country ?? mention?.countries[0] ?? null,
    ...span,
  };
}

/** "Xi and Putin have met since the Chinese leader ...": the person of that country whom the sentence names. */
function samePersonNear(
  mentions: MentionIndex,
  sentence: Scene['sentence'],
  nominal: ActorMention | undefined,
  country: string | null,
) {
  if (!nominal || !country || (nominal.kind !== 'nominal' && nominal.kind !== 'office')) return undefined;
  const persons = mentions.within(sentence).filter(mention => mention.person && mention.countries.includes(country));
  return new Set(persons.map(mention => mention.person)).size === 1 ? persons[0] : undefined;
}
