import type { Sentence, Token } from '../language/sentence.js';
import type { Day } from '../reading.js';
import type { ActorMention } from './actor-mention.js';
import { antecedentOf } from './antecedents.js';
import { carriedOver, type Discourse, recent } from './discourse.js';
import { counterpartOf, holderOfPost, nounClass } from './offices.js';
import { pairOfEarlier } from './pairs.js';
import { type Pointer, pointer } from './pointer.js';
import type { Sense } from './senses.js';

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
    if (/^(?:country|homeland|nation|people|countrymen|capital)$/.test(words)) return { words, kind: 'nominal' };
    const found = nounClass(words);
    if (found) return { words, kind: found === 'office' ? 'office' : 'nominal' };
  }
  return null;
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
