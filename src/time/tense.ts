/** Whether a bare weekday or month looks back or ahead: by the tense of the verb it hangs on. */
import type { Sentence, Token } from '../language/sentence.js';
import type { Direction } from './reader.js';
import { meaningOf, wordsOf } from './vocabulary.js';

/** Helping verbs, words of planning, and verbs whose infinitive is still to come: "will", "scheduled", "agreed to". */
const ahead = new Set(wordsOf('future'));
const plans = new Set(wordsOf('plan'));
const intents = new Set(wordsOf('intent'));
/** Verbs whose present tense with a day speaks of what is arranged: "they meet Monday". */
const appointed = new Set(wordsOf('appointed'));

const BETWEEN = /^(?:on|in|early|late|earlier|later|last|this|the|,)$/i;
const PAST_HELPER = /^(?:was|were|had|has|have|did|been|'ve|’ve)$/;
const LIMIT = /^(?:by|until|till)$/i;

/**
 * The direction of the words between two offsets of a sentence. A past tense right before them decides ("said
 * Friday"), then "since", "by" or "until"; else the tree is climbed to the first verb that shows a direction.
 *
 * @returns `null` where nothing shows one
 */
export function directionAt(sentence: Sentence, start: number, end: number): Direction | null {
  const tokens = sentence.tokens;
  const first = tokens.findIndex(token => token.end > start);
  return (first < 0 ? null : signBefore(tokens, first)) ?? signAbove(tokens, start, end);
}

function signBefore(tokens: Token[], first: number): Direction | null {
  const preposition = tokens[first - 1]?.form.toLowerCase() ?? '';
  if (preposition === 'since' || /^ended$/i.test(preposition)) return 'past';
  if (/^as soon as$/i.test(formsBefore(tokens, first, 3))) return 'future';
  if (LIMIT.test(preposition) && !tellsOfThePast(tokens, first - 1)) return 'future';
  let index = first - 1;
  while (index > first - 4 && index > 0 && BETWEEN.test(tokens[index]!.form)) index--;
  return tokens[index]?.xpos === 'VBD' && !plans.has(tokens[index]!.form) ? 'past' : null;
}

/**
 * "By Monday officials had agreed", "Until Thursday they refused", "it was not until Tuesday that he left": the limit
 * lies in what is told. Behind a verb it is one still to be reached: "gave them until Friday".
 */
function tellsOfThePast(tokens: Token[], limit: number): boolean {
  const words = tokens.slice(0, limit);
  if (/^(?:not|only|up)$/i.test(words.at(-1)?.form ?? '')) return true;
  return (
    words.every(({ upos }) => /^(?:CCONJ|PUNCT|ADV)$/.test(upos)) ||
    words.some(({ form }, index) => form === 'had' && /^(?:VBN|RB)$/.test(tokens[index + 1]!.xpos))
  );
}

function formsBefore(tokens: Token[], first: number, count: number): string {
  return tokens
    .slice(Math.max(0, first - count), first)
    .map(({ form }) => form)
    .join(' ');
}

function signAbove(tokens: Token[], start: number, end: number): Direction | null {
  const inside = (token: Token | undefined) => token !== undefined && token.start < end && start < token.end;
  const own = tokens.find(token => inside(token) && !inside(tokens[token.head]));
  if (!own || (own.deprel === 'compound' && meaningOf('month', own.form))) return null;
  const verb = tokens[own.head];
  if (verb && isBarePresent(verb, tokens) && appointed.has(verb.lemma)) return 'future';
  const possessive = /^['’]s$/.test(tokens.find(token => token.start >= end)?.form ?? '');
  let infinitive = false;
  let index = own.head;
  for (let steps = 0; index >= 0 && steps < 8; steps++) {
    const token = tokens[index]!;
    const direction = directionOf(token, tokens, infinitive, possessive);
    if (direction) return direction;
    infinitive = token.xpos === 'VB';
    index = token.head;
  }
  return null;
}

function directionOf(token: Token, tokens: Token[], infinitiveBelow: boolean, possessive: boolean): Direction | null {
  const word = token.form.toLowerCase();
  if (token.upos === 'NOUN' && ((infinitiveBelow && intents.has(word)) || isPlanned(token, tokens))) return 'future';
  if (/^(?:NOUN|PROPN|PRON|NUM)$/.test(token.upos)) return null;
  const helpers = helpersOf(token, tokens);
  if (token.xpos === 'VB' && helpers.some(helper => /^(?:is|are|am)$/.test(helper))) return 'future';
  if (helpers.includes('had')) return 'past';
  if (helpers.some(helper => ahead.has(helper)))
    return helpers.includes('have') || (possessive && !helpers.includes('will')) ? 'past' : 'future';
  if (plans.has(word) || (infinitiveBelow && intents.has(word))) return 'future';
  if (token.xpos === 'VBD' || helpers.some(helper => PAST_HELPER.test(helper))) return 'past';
  if (token.xpos === 'VBN') return helpers.some(helper => /^(?:is|are|be|['’]s|['’]re)$/.test(helper)) ? null : 'past';
  if (token.xpos === 'VBG')
    return helpers.some(helper => /^(?:is|are|am|['’]s|['’]re|['’]m)$/.test(helper)) && !possessive ? 'future' : null;
  return null;
}

/** "They meet", which taggers may take for the infinitive; not "to meet", "did meet". */
function isBarePresent(verb: Token, tokens: Token[]): boolean {
  const marked = tokens.some(({ head, deprel }) => head === verb.index && /^(?:mark|aux)/.test(deprel));
  return /^VB[PZ]?$/.test(verb.xpos) && verb.deprel !== 'xcomp' && !marked;
}

/** "The planned visit", "an upcoming vote". */
function isPlanned(noun: Token, tokens: Token[]): boolean {
  return tokens.some(
    ({ head, deprel, form }) => head === noun.index && deprel === 'amod' && plans.has(form.toLowerCase()),
  );
}

/** Auxiliaries and copula of a verb, in small letters. */
function helpersOf({ index }: Token, tokens: Token[]): string[] {
  return tokens
    .filter(({ head, deprel }) => head === index && /^(?:aux|cop)/.test(deprel))
    .map(({ form }) => form.toLowerCase());
}
