/** Whether a bare weekday or month looks back or ahead: by the tense of the verb it hangs on. */
import type { Sentence, Token } from '../language/sentence.js';
import type { Direction } from './reader.js';
import { wordsOf } from './vocabulary.js';

/** Helping verbs, words of planning, and verbs whose infinitive is still to come: "will", "scheduled", "agreed to". */
const ahead = new Set(wordsOf('future'));
const plans = new Set(wordsOf('plan'));
const intents = new Set(wordsOf('intent'));

const BETWEEN = /^(?:on|in|early|late|earlier|later|last|this|the|,)$/i;
const PAST_HELPER = /^(?:was|were|had|has|have|did|been|'ve|’ve)$/;

/**
 * The direction of the words between two offsets of a sentence. A past tense right before them decides ("said
 * Friday"), then "since", "by" or "until"; else the tree is climbed to the first verb that shows a direction. News
 * tells what happened: words without any sign look back.
 */
export function directionAt(sentence: Sentence, start: number, end: number): Direction {
  const tokens = sentence.tokens;
  const first = tokens.findIndex(token => token.end > start);
  return (first < 0 ? null : signBefore(tokens, first)) ?? signAbove(tokens, start, end) ?? 'past';
}

function signBefore(tokens: Token[], first: number): Direction | null {
  const preposition = tokens[first - 1]?.form.toLowerCase();
  if (preposition === 'since') return 'past';
  if (/^(?:by|until|till)$/.test(preposition ?? '') && first > 1) return 'future';
  let index = first - 1;
  while (index > first - 4 && index > 0 && BETWEEN.test(tokens[index]!.form)) index--;
  return tokens[index]?.xpos === 'VBD' && !plans.has(tokens[index]!.form) ? 'past' : null;
}

function signAbove(tokens: Token[], start: number, end: number): Direction | null {
  const inside = (token: Token | undefined) => token !== undefined && token.start < end && start < token.end;
  const own = tokens.find(token => inside(token) && !inside(tokens[token.head]));
  if (!own) return null;
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
  if (/^(?:NOUN|PROPN|PRON|NUM)$/.test(token.upos)) return null;
  const word = token.form.toLowerCase();
  const helpers = tokens
    .filter(other => other.head === token.index && /^(?:aux|cop)/.test(other.deprel))
    .map(helper => helper.form.toLowerCase());
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
