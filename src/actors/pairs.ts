import type { Sentence, Token } from '../language/sentence.js';
import type { ActorMention } from './actor-mention.js';
import { type Discourse, recent } from './discourse.js';
import { leadsState } from './holders.js';
import { type Pointer, pointer } from './pointer.js';

/**
 * "the two leaders", "both countries", "the pair", "the leaders": the two that were spoken of last, where the words
 * before name them; nobody where they do not.
 */
export function pairOfEarlier(sentence: Sentence, i: number, form: string, discourse: Discourse): Pointer | null {
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
  if (/^(?:both|neither|either|each)$/.test(form) && isPairNoun(words[1])) return i + 2;
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
