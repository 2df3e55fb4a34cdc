/** The places around a deed where a frame looks for its parties: object, complement, a phrase by its preposition. */
import { clauseOf } from './clause.js';
import { NOBODY, type Parties, partiesOf, type Scene, union } from './parties.js';
import { dependents, isVerb, phrasesOfNoun, preposition } from './tree.js';
import type { Trigger } from './trigger.js';
import { deedWords } from './words.js';

/** Prepositions after which a mere place is a party: troops go into it, envoys are recalled from it. */
const PLACE_SLOTS = new Set([
  'between',
  'among',
  'to',
  'from',
  'into',
  'in',
  'at',
  'near',
  'on',
  'against',
  'over',
  'around',
  'off',
  'inside',
  'of',
  'out',
  'toward',
  'towards',
  'outside',
  'along',
  'through',
  'past',
  'by',
  'for',
  'with',
  'upon',
  'under',
  'across',
]);

/** The parties in one slot of a deed. */
export function slotParties(scene: Scene, trigger: Trigger, slot: string, placesToo = true, venuesToo = true): Parties {
  const heads = slotHeads(scene, trigger, slot);
  if (heads.length === 0) return NOBODY;
  if (slot === 'comp') return firstParties(scene, heads);
  const places = placesToo && (slot === 'obj' || slot === 'place' || slot === 'comp' || PLACE_SLOTS.has(slot));
  return union(heads.map(head => partiesOf(scene, head, places, venuesToo)));
}

/** The content of a promise may name many: the first who is named is the one it is about. */
function firstParties(scene: Scene, heads: number[]): Parties {
  for (const head of heads) {
    const parties = partiesOf(scene, head, true);
    if (parties.countries.length > 0) return parties;
  }
  return NOBODY;
}

/** The head words in one slot of a deed. */
export function slotHeads(scene: Scene, trigger: Trigger, slot: string): number[] {
  const { tree } = scene;
  const { clause, head, frame } = trigger;
  if (frame.pos !== 'verb') {
    if (slot === 'subj') return clause?.doers ?? [];
    if (slot === 'poss') {
      return tree.children[head]!.filter(child =>
        ['nmod:poss', 'amod', 'compound'].includes(tree.tokens[child]!.deprel),
      );
    }
    const own = phrasesOfNoun(tree, head, slot);
    return own.length > 0 ? own : (clause?.phrases.get(slot) ?? outerPhrases(scene, head, slot));
  }
  if (!clause) return [];
  switch (slot) {
    case 'subj':
      return clause.passive ? clause.objects : clause.doers;
    case 'obj':
      return clause.objects;
    case 'iobj':
      return clause.indirect;
    case 'that':
    case 'clause':
      // "voiced concern that China ...": the clause may hang on the noun.
      return [...clause.complements, ...clause.objects.flatMap(noun => thatClauses(scene, noun))].flatMap(child =>
        dependents(tree, child, 'nsubj'),
      );
    case 'comp':
      return clause.complements.flatMap(child => complementHeads(scene, child));
    case 'judged':
      return [...clause.objects, ...clause.complements];
    case 'protest-of':
      // "in defiance of the Chinese authorities", "in protest at the French tests"
      return (clause.phrases.get('in') ?? [])
        .filter(noun => deedWords('protesting').has(tree.tokens[noun]!.lemma))
        .flatMap(noun => dependents(tree, noun, 'nmod', 'obl').filter(child => preposition(tree, child) !== 'in'));
    case 'place':
      return ['in', 'at', 'near', 'outside'].flatMap(marker => clause.phrases.get(marker) ?? []);
    default:
      return clause.phrases.get(slot) ?? [];
  }
}

function thatClauses({ tree }: Scene, noun: number): number[] {
  return dependents(tree, noun, 'acl', 'ccomp').filter(child =>
    dependents(tree, child, 'mark').some(mark => tree.tokens[mark]!.form.toLowerCase() === 'that'),
  );
}

/** A phrase may hang on the verb over the noun: "carried out an attack on Friday on Syria". */
function outerPhrases(scene: Scene, noun: number, slot: string): number[] {
  const { tree } = scene;
  const verb = tree.tokens[noun]!.head;
  if (verb < 0 || !isVerb(tree.tokens[verb]!)) return [];
  if (!['between', 'with', 'against', 'on'].includes(slot)) return [];
  return tree.children[verb]!.filter(child => child > noun && preposition(tree, child) === slot);
}

/** Whom the content of a promise, threat or demand is about: objects first, then the phrases of its clause. */
export function complementHeads(scene: Scene, verb: number): number[] {
  const inner = clauseOf(scene, verb);
  const nested = inner.complements.flatMap(child => {
    const deeper = clauseOf(scene, child);
    return [...deeper.indirect, ...deeper.objects, ...[...deeper.phrases.values()].flat()];
  });
  return [...inner.indirect, ...inner.objects, ...[...inner.phrases.values()].flat(), ...nested];
}
