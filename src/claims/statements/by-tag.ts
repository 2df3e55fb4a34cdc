import type { Token } from '../../language/sentence.js';
import { isVerb } from '../actions/tree.js';
import { beforeVerb } from './by-quotation.js';
import { isComma, isFiniteToken } from './content.js';
import type { CueHere } from './cues.js';
import type { Draft } from './draft.js';
import { type Passage, spanOfTokens } from './passage.js';
import { CALENDAR } from './speaker.js';

/** Longest name of a speaker between the comma and the verb, in words. */
const LONGEST_SPEAKER = 10;

/**
 * A clause, a comma, and who says it: "Haiti will ask for troops, the ministry in Seoul reported on Friday", by the look
 * of the words, for tags that the parse hung into the clause.
 */
export function statementByTag(passage: Passage, here: CueHere): Draft | null {
  const { tokens } = passage.tree;
  const { stances } = here.cue;
  if (!stances.has('speech') || !stances.has('clause') || !/^VB[DZPN]$/.test(tokens[here.head]!.xpos)) return null;
  const comma = tokens.findLastIndex((token, index) => index < here.head && isComma(token));
  if (comma < 2 || here.head - comma - 1 > LONGEST_SPEAKER || !isNamePhrase(tokens, comma + 1, here.head)) return null;
  if (!endsTag(tokens, here.end)) return null;
  const first = tokens.findLastIndex((token, index) => index < comma && /^[;:“”"]$/.test(token.form)) + 1;
  const clause = tokens.slice(first, comma);
  if (
    !clause.some(isFiniteToken) ||
    /^(?:if|when|while|as|after|although|though|because|but|and)$/i.test(clause[0]!.form)
  )
    return null;
  const speaker = beforeVerb(tokens, comma + 1, here.head);
  const before = spanOfTokens(passage, first, comma);
  if (!speaker || !before) return null;
  const rest = goingOn(tokens, here.end);
  const behind = rest === null ? null : spanOfTokens(passage, rest, tokens.length);
  return {
    speaker,
    cue: { first: here.head, end: here.end },
    content: behind ? [before, behind] : [before],
    stance: stances.get('clause')!,
    confidence: 0.7,
  };
}

function isNamePhrase(tokens: Token[], first: number, end: number): boolean {
  const run = tokens.slice(first, end);
  return (
    run.some(({ upos }) => upos === 'NOUN' || upos === 'PROPN') &&
    run.every(token => /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|ADP|PART|CCONJ)$/.test(token.upos) || token.form === '-') &&
    /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(run[0]!.upos) &&
    !run[0]!.xpos.startsWith('W')
  );
}

/** Behind the verb the sentence ends or goes on with a mark, a time, a place: nothing that would be its object. */
function endsTag(tokens: Token[], end: number): boolean {
  const next = tokens[end];
  return (
    next === undefined ||
    /^[.,;!?”"]$/.test(next.form) ||
    CALENDAR.test(next.form) ||
    /^(?:on|in|at|after|during|last|this|to|from|by|via|while)$/i.test(next.form)
  );
}

/** Where the interrupted clause goes on: ", and is feared to be readying ...". */
function goingOn(tokens: Token[], end: number): number | null {
  const comma = tokens.findIndex((token, index) => index >= end && isComma(token));
  if (comma < 0 || comma - end > 5 || tokens.slice(end, comma).some(isVerb)) return null;
  const next = tokens[comma + 1];
  const verb = next?.upos === 'CCONJ' ? tokens[comma + 2] : next;
  return verb && (isFiniteToken(verb) || verb.upos === 'AUX') ? comma + 1 : null;
}
