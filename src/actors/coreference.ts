import type { Sentence, Token } from '../language/sentence.js';
import type { Country, Day, MentionKind } from '../reading.js';
import type { ActorMention } from './actor-mention.js';
import { type Antecedent, carriedOver, type Discourse, recent } from './discourse.js';
import { leadsState } from './holders.js';
import { counterpartOf, holderOfPost, nounClass } from './offices.js';
import type { Sense } from './senses.js';

/** Words that point back, with what they were found to mean. */
export interface Pointer extends Antecedent {
  kind: MentionKind;
  first: number;
  end: number;
}

/**
 * Reads words that have their meaning from what stood before: pronouns, "the two leaders", "his Turkish counterpart",
 * "the kingdom". Gives `null` where the words are no such phrase or nothing before them fits; what follows is never
 * looked at, so a pronoun before its name stays open.
 */
export function pointsBack(
  sentence: Sentence,
  i: number,
  discourse: Discourse,
  date: Day | null,
  senseAt: (token: number) => Sense | null,
): Pointer | null {
  const { tokens } = sentence;
  const form = tokens[i]!.form.toLowerCase();
  return (
    possessiveNoun(sentence, i, form, discourse, date, senseAt) ??
    pairOfEarlier(sentence, i, form, discourse) ??
    kindOfEarlier(sentence, i, form, discourse) ??
    pronoun(sentence, i, form, discourse)
  );
}

/** "his Turkish counterpart", "its foreign minister", "his ally". */
function possessiveNoun(
  sentence: Sentence,
  i: number,
  form: string,
  discourse: Discourse,
  date: Day | null,
  senseAt: (token: number) => Sense | null,
): Pointer | null {
  if (!/^(?:his|her|its|their)$/.test(form)) return null;
  const { tokens } = sentence;
  const owner = antecedentOf(form, sentence, i, discourse);
  const nationality = senseAt(i + 1);
  if (!owner && nationality?.kind !== 'adjective') return null;
  let end = i + 1;
  while (end < tokens.length && end < i + 7 && /^(?:NN|NNS|JJ|CD|NNP|HYPH|VBN)$/.test(tokens[end]!.xpos)) end++;
  while (end > i + 1 && !nounAt(tokens, i + 1, end)) end--;
  if (end === i + 1) return null;
  const { words, kind } = nounAt(tokens, i + 1, end)!;
  if (/^(?:counterpart|opposite number)$/.test(words) && nationality && nationality.countries.length === 1) {
    const holder = owner?.person ? counterpartOf(owner.person, nationality.countries[0]!, date) : null;
    return pointer(
      i,
      end,
      'nominal',
      nationality.countries,
      holder?.person ?? null,
      `counterpart of ${owner?.name ?? 'somebody unnamed'}`,
      0.85,
    );
  }
  const countries = nationality?.kind === 'adjective' ? nationality.countries : owner!.countries;
  if (
    nationality?.kind === 'adjective' &&
    /^(?:host|friend|ally|rival|neighbour|neighbor|guest|colleague|partner)s?$/.test(words)
  ) {
    return pointer(i, end, 'nominal', countries, null, `the nationality is said`, 0.85);
  }
  const isRelation =
    /^(?:counterpart|host|friend|ally|rival|neighbour|neighbor|guest|colleague|partner|enemy|opponent|visitor)s?$/;
  if (!owner || isRelation.test(words)) return null;
  const holder = kind === 'office' && countries.length === 1 ? holderOfPost(countries[0]!, words, date) : null;
  return pointer(i, end, kind, countries, holder?.person ?? null, `"${form}" points back to "${owner.name}"`, 0.75);
}

function nounAt(tokens: Token[], from: number, end: number): { words: string; kind: 'office' | 'nominal' } | null {
  for (let length = Math.min(3, end - from); length > 0; length--) {
    const words = tokens
      .slice(end - length, end)
      .map(token => token.form.toLowerCase())
      .join(' ');
    if (words === 'opposite number') return { words, kind: 'nominal' };
    const found = nounClass(words);
    if (found) return { words, kind: found === 'office' ? 'office' : 'nominal' };
  }
  return null;
}

/**
 * "the two leaders", "both countries", "the pair", "the leaders": the two that were spoken of last, where the words
 * before name them; nobody where they do not.
 */
function pairOfEarlier(sentence: Sentence, i: number, form: string, discourse: Discourse): Pointer | null {
  const end = endOfPair(sentence.tokens, i, form);
  if (end === null) return null;
  const noun = sentence.tokens[end - 1]!.form.toLowerCase();
  const ofPersons = LEADING.test(noun);
  const parties =
    ofPersons && form === 'the' && end === i + 2
      ? lastTwoLeaders(sentence, discourse)
      : lastTwoParties(sentence, discourse, ofPersons);
  if (parties.length === 0) return null;
  const countries = [...new Set(parties.flatMap(mention => mention.countries))];
  return pointer(
    i,
    end,
    end - i === 1 ? 'pronoun' : 'nominal',
    countries,
    null,
    `the two named before: ${parties.map(({ name }) => name).join(' and ')}`,
    0.8,
  );
}

const LEADING = /^(?:leaders|presidents|men|women|ministers|premiers|diplomats|foreign)$/;

/** One past the last word of a phrase for two, or `null` where none starts here. */
function endOfPair(tokens: Token[], i: number, form: string): number | null {
  const words = tokens.slice(i, i + 4).map(token => token.form.toLowerCase());
  if (form === 'the' && (words[1] === 'pair' || words[1] === 'duo')) return i + 2;
  if (form === 'the' && words[1] === 'leaders' && !/^(?:of|in|from|who)$/.test(words[2] ?? '')) return i + 2;
  if (form === 'the' && words[1] === 'two') {
    if (isPairNoun(words[2])) return i + 3;
    if (isPairNoun(words[3])) return i + 4;
    return endsAfterTwo(tokens[i + 2]) ? i + 2 : null;
  }
  if ((form === 'both' || form === 'neither' || form === 'either') && isPairNoun(words[1])) return i + 2;
  if (form === 'both' && words[1] === 'the' && isPairNoun(words[2])) return i + 3;
  return form === 'both' && /^(?:VB|MD|,|\.)/.test(tokens[i + 1]?.xpos ?? '') ? i + 1 : null;
}

function isPairNoun(word: string | undefined): boolean {
  return /^(?:leaders?|presidents|men|women|ministers|country|countries|nations?|states?|sides?|governments?|party|parties|powers|neighbours|neighbors|allies|rivals|capitals|kingdoms|armies|premiers|koreas|foes|enemies|diplomats|republics|superpowers|giants)$/.test(
    word ?? '',
  );
}

function endsAfterTwo(token: Token | undefined): boolean {
  return token === undefined || /^(?:VB|MD|,|\.|:)/.test(token.xpos);
}

/** The two of two countries that were named last, in the order of the text; a phrase for both counts as the two. */
function lastTwoParties(sentence: Sentence, discourse: Discourse, persons: boolean): ActorMention[] {
  const found = recent(discourse, sentence.index, isParty);
  const ofPersons = persons ? found.filter(mention => mention.person !== null || mention.countries.length === 2) : [];
  const pool = spansTwo(ofPersons) ? ofPersons : found;
  return twoOf(pool);
}

/** Two persons at the head of a state who were spoken of last; nobody where a third stands between or only one is known. */
function lastTwoLeaders(sentence: Sentence, discourse: Discourse): ActorMention[] {
  const leaders = recent(
    discourse,
    sentence.index,
    mention => isParty(mention) && (mention.countries.length === 2 || leads(mention)),
  );
  return twoOf(leaders);
}

/** Whether a mention can be one of two parties: a party of its own, or a phrase for exactly two. */
function isParty(mention: ActorMention): boolean {
  if (mention.kind === 'place' || mention.countries.length === 0 || mention.countries.length > 2) return false;
  if (mention.countries.length === 2) return mention.kind !== 'demonym';
  return mention.kind !== 'pronoun' && (mention.kind !== 'nominal' || mention.confidence >= 0.8);
}

function leads(mention: ActorMention): boolean {
  return (
    mention.person !== null && (mention.kind === 'name' || mention.kind === 'office') && leadsState(mention.person)
  );
}

function spansTwo(pool: ActorMention[]): boolean {
  return twoOf(pool).length > 0;
}

function twoOf(pool: ActorMention[]): ActorMention[] {
  const last = pool[0];
  if (!last) return [];
  if (last.countries.length === 2) return [last];
  const other = pool.find(mention => mention.countries.some(country => country !== last.countries[0]));
  if (!other) return [];
  return other.countries.length === 2 ? (other.countries.includes(last.countries[0]!) ? [other] : []) : [other, last];
}

/** "the bloc", "the alliance", "the kingdom", "the island": the last party of that kind. */
function kindOfEarlier(sentence: Sentence, i: number, form: string, discourse: Discourse): Pointer | null {
  if (form !== 'the') return null;
  const { tokens } = sentence;
  const noun = tokens[i + 1]?.form.toLowerCase();
  const isInternational = (mention: ActorMention) =>
    mention.organisation !== null && mention.countries.length === 0 && mention.person === null;
  if (/^(?:bloc|alliance|union|cartel|organisation|organization)$/.test(noun ?? '')) {
    const earlier = recent(discourse, sentence.index, isInternational)[0];
    return earlier ? { ...carriedOver(earlier, `the ${noun}`, 0.8), kind: 'nominal', first: i, end: i + 2 } : null;
  }
  if (!/^(?:kingdom|island|emirate|republic|country|sultanate|federation|monarchy|nation)$/.test(noun ?? ''))
    return null;
  const isState = (mention: ActorMention) =>
    mention.countries.length === 1 && mention.person === null && /^(?:name|metonym)$/.test(mention.kind);
  const earlier = recent(discourse, sentence.index, isState)[0];
  return earlier ? { ...carriedOver(earlier, `the ${noun}`, 0.7), kind: 'nominal', first: i, end: i + 2 } : null;
}

function pronoun(sentence: Sentence, i: number, form: string, discourse: Discourse): Pointer | null {
  if (!/^(?:he|him|his|she|her|it|its|they|them|their)$/.test(form)) return null;
  if (form === 'it' && !isReferringIt(sentence.tokens, i)) return null;
  const earlier = antecedentOf(form, sentence, i, discourse);
  if (!earlier) return null;
  return {
    ...carriedOver(earlier, form, /^(?:he|him|his|she|her)$/.test(form) ? 0.85 : 0.75),
    kind: 'pronoun',
    first: i,
    end: i + 1,
  };
}

/** "it" as a subject of verbs that only states and organisations have, or as what such a verb is done to. */
function isReferringIt(tokens: Token[], i: number): boolean {
  const token = tokens[i]!;
  const verb = tokens[token.head];
  if (verb?.upos !== 'VERB') return false;
  return (
    token.deprel === 'nsubj' &&
    !/^(?:seem|appear|happen|rain|snow|matter|take|become|mean|remain|come)$/.test(verb.lemma)
  );
}

function antecedentOf(form: string, sentence: Sentence, i: number, discourse: Discourse): ActorMention | null {
  if (/^(?:he|him|his|she|her)$/.test(form)) return personBefore(sentence, discourse, /^(?:she|her)$/.test(form));
  if (/^(?:it|its)$/.test(form)) return stateBefore(sentence, i, discourse);
  return severalBefore(sentence, discourse);
}

/** The last person, subjects of the sentence before others; a person once called "she" is no "he". */
function personBefore(sentence: Sentence, discourse: Discourse, female: boolean): ActorMention | null {
  const genders = gendersOf(discourse);
  const fits = (mention: ActorMention) =>
    mention.person !== null && mention.countries.length <= 1 && (genders.get(mention.person) ?? female) === female;
  return preferSubject(recent(discourse, sentence.index, fits), sentence);
}

/** Who was called "he" (false) or "she" (true) so far. */
function gendersOf(discourse: Discourse): Map<string, boolean> {
  const genders = new Map<string, boolean>();
  for (const mention of discourse.mentions) {
    if (mention.kind !== 'pronoun' || !mention.person) continue;
    if (/"(?:he|him|his)"/.test(mention.reason)) genders.set(mention.person, false);
    if (/"(?:she|her)"/.test(mention.reason)) genders.set(mention.person, true);
  }
  return genders;
}

function stateBefore(sentence: Sentence, i: number, discourse: Discourse): ActorMention | null {
  const fits = (mention: ActorMention) =>
    mention.person === null &&
    (mention.countries.length === 1 || mention.organisation !== null) &&
    (/^(?:name|metonym|organisation)$/.test(mention.kind) ||
      (mention.kind === 'pronoun' && /"its?"/.test(mention.reason)));
  const found = recent(discourse, sentence.index, fits);
  void i;
  return preferSubject(found, sentence);
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

function pointer(
  first: number,
  end: number,
  kind: MentionKind,
  countries: Country[],
  person: string | null,
  reason: string,
  confidence: number,
): Pointer {
  return { first, end, kind, countries, person, organisation: null, name: person ?? '', confidence, reason };
}
