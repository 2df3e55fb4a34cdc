import type { Sentence, Token } from '../language/sentence.js';
import type { Country } from '../reading.js';
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
  const outsiders = outsidersOf(sentence, end - 1, discourse);
  const parties =
    ofPersons && form === 'the' && end === i + 2
      ? lastTwoLeaders(sentence, discourse)
      : twoParties(sentence, discourse, ofPersons, outsiders);
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

/**
 * Two that one sentence named together are meant in the next; where what was named last is no such pair, the two that the
 * text so far is about. Whoever speaks to or of both is neither: "China urged both sides".
 */
function twoParties(sentence: Sentence, discourse: Discourse, persons: boolean, outsiders: Country[]): ActorMention[] {
  const isInside = ({ countries }: ActorMention) => !countries.some(country => outsiders.includes(country));
  const found = recent(discourse, sentence.index, mention => isParty(mention) && isInside(mention));
  const ofPersons = persons ? found.filter(mention => mention.person !== null || mention.countries.length === 2) : [];
  const last = twoOf(spansTwo(ofPersons) ? ofPersons : found);
  const isTogether =
    last.length > 0 && last.every(({ sentence: at }) => at === last[0]!.sentence && at >= sentence.index - 1);
  return isTogether ? last : (twoOfStory(discourse, isInside) ?? last);
}

/** How many mentions back the two that a text is about are counted. */
const STORY = 400;

/** The countries that the text so far named, oftenest first, each with its count and its last mention as a party. */
function countriesOfStory(discourse: Discourse, fits: (mention: ActorMention) => boolean) {
  const story = new Map<Country, { count: number; last: ActorMention }>();
  for (const mention of discourse.mentions.slice(-STORY)) {
    if (mention.countries.length !== 1 || !isParty(mention) || !fits(mention)) continue;
    const country = mention.countries[0]!;
    story.set(country, { count: (story.get(country)?.count ?? 0) + 1, last: mention });
  }
  return [...story].sort(([, one], [, other]) => other.count - one.count);
}

/** The last mentions of the two countries that were named most, each more than once and oftener than any third. */
function twoOfStory(discourse: Discourse, fits: (mention: ActorMention) => boolean): ActorMention[] | null {
  const [first, second, third] = countriesOfStory(discourse, fits).map(([, named]) => named);
  if (!first || !second || second.count < 2 || third?.count === second.count) return null;
  return [first.last, second.last];
}

/** Longest way up from a phrase to those who say or ask something of it. */
const LONGEST_WAY = 8;

/**
 * The countries of the subjects over a phrase. Who urges or meets the two is none of them; who says something of them is
 * none where the text is about two others.
 */
function outsidersOf({ tokens, index }: Sentence, phrase: number, discourse: Discourse): Country[] {
  const { mentions } = discourse;
  const outsiders: Country[] = [];
  let at = phrase;
  let isDirect = true;
  for (let steps = 0; steps < LONGEST_WAY && tokens[at]!.head >= 0; steps++) {
    const isSubject = tokens[at]!.deprel.startsWith('nsubj');
    at = tokens[at]!.head;
    if (tokens[at]!.upos !== 'VERB') continue;
    for (let back = mentions.length - 1; !isSubject && back >= 0 && mentions[back]!.sentence === index; back--) {
      const { headToken, countries } = mentions[back]!;
      const { head, deprel } = tokens[headToken]!;
      if (head !== at || !deprel.startsWith('nsubj')) continue;
      const about = isDirect ? [] : countriesOfStory(discourse, () => true).slice(0, 2);
      outsiders.push(...countries.filter(country => !about.some(([named]) => named === country)));
    }
    isDirect = false;
  }
  return outsiders;
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
