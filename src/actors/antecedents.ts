import type { Sentence } from '../language/sentence.js';
import type { ActorMention } from './actor-mention.js';
import { type Discourse, recent } from './discourse.js';
import { isWoman } from './holders.js';

/** What a pronoun points back to, or `null` where nothing before it fits. */
export function antecedentOf(form: string, sentence: Sentence, i: number, discourse: Discourse): ActorMention | null {
  if (/^(?:he|him|his|she|her)$/.test(form)) return personBefore(sentence, i, form, discourse);
  if (/^(?:it|its)$/.test(form)) return stateBefore(sentence, discourse);
  return coordinatedBefore(sentence, discourse) ?? severalBefore(sentence, discourse);
}

/**
 * The last person, subjects of the sentence before others; a person once called "she" is no "he", and the object of a
 * verb is not its subject: in "Kim met Moon and thanked him" he is Moon.
 */
function personBefore(sentence: Sentence, i: number, form: string, discourse: Discourse): ActorMention | null {
  const female = /^(?:she|her)$/.test(form);
  const genders = gendersOf(discourse);
  const subject = subjectOfObject(sentence, i);
  const fits = (mention: ActorMention) =>
    mention.person !== null &&
    mention.countries.length <= 1 &&
    (genders.get(mention.person) ?? (isNamedWoman(mention) || female)) === female &&
    !(subject !== null && mention.sentence === sentence.index && mention.headToken === subject);
  const found = recent(discourse, sentence.index, fits);
  const women = female ? found.filter(isNamedWoman) : [];
  return preferSubject(women.length > 0 ? women : found, sentence);
}

/** A woman by the name that stands there; the holder of a post is inferred and may be another than the text means. */
function isNamedWoman({ kind, person }: ActorMention): boolean {
  return kind === 'name' && person !== null && isWoman(person);
}

/** A subject is looked for at most so many words before. */
const CLAUSE = 60;

/** The subject of the verb that a pronoun is the object of, or `null` where it is no object. */
function subjectOfObject({ tokens }: Sentence, i: number): number | null {
  const { deprel, head } = tokens[i]!;
  if (!/^(?:obj|iobj|obl)$/.test(deprel)) return null;
  const near = tokens.slice(Math.max(0, i - CLAUSE), i);
  const subjectOf = (verb: number) => near.find(token => token.head === verb && /^nsubj/.test(token.deprel));
  const verb = tokens[head];
  const own = subjectOf(head);
  const shared = verb?.deprel === 'conj' ? subjectOf(verb.head) : undefined;
  return (own ?? shared)?.index ?? null;
}

/** How many mentions back a person's "he" or "she" is remembered. */
const LAST_MENTIONS = 300;

/** Who was called "he" (false) or "she" (true) so far. */
function gendersOf(discourse: Discourse): Map<string, boolean> {
  const genders = new Map<string, boolean>();
  for (const mention of discourse.mentions.slice(-LAST_MENTIONS)) {
    if (mention.kind !== 'pronoun' || !mention.person) continue;
    if (/"(?:he|him|his)"/.test(mention.reason)) genders.set(mention.person, false);
    if (/"(?:she|her)"/.test(mention.reason)) genders.set(mention.person, true);
  }
  return genders;
}

function stateBefore(sentence: Sentence, discourse: Discourse): ActorMention | null {
  const fits = (mention: ActorMention) =>
    mention.person === null &&
    (mention.countries.length === 1 || mention.organisation !== null) &&
    (/^(?:name|metonym|organisation)$/.test(mention.kind) ||
      (mention.kind === 'pronoun' && /"its?"/.test(mention.reason)));
  const found = recent(discourse, sentence.index, fits);
  return preferSubject(found, sentence);
}

/** "A and B ... their": the parties that are joined as a subject, in this sentence or the one before. */
function coordinatedBefore(sentence: Sentence, discourse: Discourse): ActorMention | null {
  const isHere = (mention: ActorMention) => mention.sentence === sentence.index && mention.countries.length === 1;
  const here = recent(discourse, sentence.index, isHere).reverse();
  const { tokens } = sentence;
  const subject = here.find(mention => /^nsubj/.test(tokens[mention.headToken]!.deprel));
  if (!subject) return null;
  const joined = here.filter(mention => {
    const token = tokens[mention.headToken]!;
    return mention === subject || (token.deprel === 'conj' && token.head === subject.headToken);
  });
  if (joined.length < 2) return null;
  return {
    ...subject,
    countries: [...new Set(joined.flatMap(({ countries }) => countries))],
    person: null,
    organisation: null,
    name: joined.map(({ name }) => name).join(' and '),
  };
}

function severalBefore(sentence: Sentence, discourse: Discourse): ActorMention | null {
  const fits = (mention: ActorMention) =>
    mention.countries.length > 0 &&
    ((mention.kind === 'nominal' && mention.person === null) ||
      mention.kind === 'demonym' ||
      (mention.kind === 'pronoun' && /"the[a-z]+"/.test(mention.reason)));
  const plural = recent(discourse, sentence.index, fits).find(
    mention => /s$|men$|people$|police$/.test(mention.name) || mention.countries.length > 1,
  );
  return plural ?? null;
}

/** Of the mentions of the nearest sentence that has any, a subject goes before what stands nearer. */
function preferSubject(found: ActorMention[], sentence: Sentence): ActorMention | null {
  const nearest = found[0];
  if (!nearest) return null;
  if (nearest.sentence !== sentence.index) return found.filter(({ sentence: at }) => at === nearest.sentence).at(-1)!;
  const here = found.filter(mention => mention.sentence === sentence.index);
  return here.find(mention => /^nsubj/.test(sentence.tokens[mention.headToken]!.deprel)) ?? nearest;
}
