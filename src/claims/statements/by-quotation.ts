import type { Token } from '../../language/sentence.js';
import { isVerb, type Tree } from '../actions/tree.js';
import { isComma, isFiniteToken } from './content.js';
import { speechCueAt } from './cues.js';
import type { Draft } from './draft.js';
import type { Passage } from './passage.js';
import { nounPhrase, type Run } from './phrase.js';
import type { Quotation } from './quotations.js';
import { speakerOfVerb } from './speaker.js';

/** Furthest that the verb may stand from the quotation it tags, in words. */
const REACH = 14;

/**
 * Who speaks a quotation, by the look of the words around it: '"...," Ms. Moore said', '"...," read a statement',
 * 'a friend commented: "..."', 'Said Ellis: "..."'. For quotations the parse of which went astray.
 */
export function statementByQuotation(passage: Passage, quotation: Quotation): Draft | null {
  return taggedBehind(passage, quotation) ?? taggedBefore(passage, quotation);
}

/** The tag behind a quotation: '"...," Ms. Moore said', '"...," said the spokesman'. */
function taggedBehind({ tree, sentence }: Passage, quotation: Quotation): Draft | null {
  const { tokens } = tree;
  if (quotation.outer.end > sentence.end) return null;
  let first = tokens.findIndex(token => token.start >= quotation.outer.end);
  if (first >= 0 && isComma(tokens[first]!)) first++;
  if (first < 0 || first >= tokens.length) return null;
  for (let at = first; at < Math.min(tokens.length, first + REACH); at++) {
    if (/^[.;:?!“”"—–]$/.test(tokens[at]!.form)) return null;
    const cue = speechCueAt(tokens, at);
    if (cue === null) {
      if (isFiniteToken(tokens[at]!) && tokens[at]!.upos !== 'AUX') return null;
      continue;
    }
    const speaker = at === first ? behindVerb(tokens, cue) : beforeVerb(tokens, first, at);
    return speaker && draftOf(speaker, at, cue, quotation, 0.85);
  }
  return null;
}

/** The tag before a quotation, with a comma or colon: 'a friend commented: "..."'. */
function taggedBefore({ tree, text }: Passage, quotation: Quotation): Draft | null {
  const { tokens } = tree;
  const mark = tokens.findLastIndex(token => token.end <= quotation.outer.start);
  if (mark < 1 || !/^[,:]$/.test(tokens[mark]!.form)) return null;
  if (text.slice(tokens[mark]!.end, quotation.outer.start).trim() !== '') return null;
  for (let at = mark - 1; at >= Math.max(0, mark - REACH); at--) {
    if (/^[;.?!“”"]$/.test(tokens[at]!.form)) return null;
    const end = speechCueAt(tokens, at);
    if (end !== null && isVerbLike(tokens[at]!)) {
      const speaker = speakerBefore(tree, at) ?? (at === 0 ? behindVerb(tokens, end) : null);
      return speaker && draftOf(speaker, at, end, quotation, 0.8);
    }
    if (isFiniteToken(tokens[at]!) && tokens[at]!.upos === 'VERB') break;
  }
  return tokens[mark]!.form === ':' ? introducedByColon(tree, mark, quotation) : null;
}

/** 'The president has a new message: "..."': the subject of the sentence speaks. */
function introducedByColon(tree: Tree, colon: number, quotation: Quotation): Draft | null {
  const { tokens } = tree;
  const verb = tokens.findLastIndex((token, index) => index < colon && isVerb(token) && isFiniteToken(token));
  const subject = tokens.findIndex((token, index) => index < verb && token.deprel.startsWith('nsubj'));
  if (verb < 0 || subject < 0 || tokens[subject]!.xpos === 'EX') return null;
  return draftOf(nounPhrase(tree, subject, 0, verb), verb, verb + 1, quotation, 0.5);
}

function draftOf(speaker: Run, cue: number, end: number, quotation: Quotation, confidence: number): Draft {
  return { speaker, cue: { first: cue, end }, content: [...quotation.parts], stance: 'assert', confidence };
}

function isVerbLike(token: Token): boolean {
  return isVerb(token) || /^(?:NNS|NN|VBN)$/.test(token.xpos);
}

/** The subject by the parse, outside quotations and calendars; else the noun phrase the sentence opens with. */
function speakerBefore(tree: Tree, verb: number): Run | null {
  const { tokens } = tree;
  const isBehindAside = tokens[verb - 1] !== undefined && isComma(tokens[verb - 1]!) && tokens[verb]!.xpos === 'VBN';
  const parsed = isVerb(tokens[verb]!) && !isBehindAside ? speakerOfVerb(tree, verb) : null;
  if (parsed && parsed.end <= verb && !/^W/.test(tokens[parsed.head]!.xpos)) return parsed;
  let first = verb - 1;
  while (first >= 0 && !/^[,;:“”"]$/.test(tokens[first]!.form) && !isFiniteToken(tokens[first]!)) first--;
  const beside = beforeVerb(tokens, first + 1, verb);
  if (beside) return beside;
  const opening = tokens.findIndex(token => isComma(token));
  return opening > 0 && opening < verb ? beforeVerb(tokens, 0, opening) : null;
}

/** A noun phrase from `first` up to the verb: without what stands behind its first comma or bracket. */
export function beforeVerb(tokens: Token[], first: number, verb: number): Run | null {
  const opening = tokens[first];
  if (!opening || !/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(opening.upos) || opening.xpos.startsWith('W')) return null;
  const stop = tokens.findIndex((token, index) => index > first && /^[,(]$/.test(token.form));
  let end = stop > 0 && stop < verb ? stop : verb;
  while (end > first + 1 && /^(?:ADV|AUX|PART)$/.test(tokens[end - 1]!.upos)) end--;
  return nounsIn(tokens, first, end);
}

/** The noun phrase behind the verb: up to a comma, a verb, or where another clause begins. */
function behindVerb(tokens: Token[], from: number): Run | null {
  let end = from;
  while (
    end < tokens.length &&
    (/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM|PART)$/.test(tokens[end]!.upos) || isInsideName(tokens, from, end))
  )
    end++;
  return nounsIn(tokens, from, end);
}

function isInsideName(tokens: Token[], from: number, at: number): boolean {
  const { form, upos } = tokens[at]!;
  if (at === from) return false;
  if (/^(?:of|for|by|from|at)$/i.test(form)) return /^(?:DET|PROPN|NOUN|ADJ)$/.test(tokens[at + 1]?.upos ?? '');
  return form === '-' || (upos === 'PUNCT' && form === '.');
}

function nounsIn(tokens: Token[], first: number, end: number): Run | null {
  const nouns = tokens.slice(first, end).filter(token => /^(?:NOUN|PROPN|PRON)$/.test(token.upos));
  const ofAt = tokens.slice(first, end).find(token => token.upos === 'ADP')?.index ?? end;
  const head = nouns.findLast(token => token.index < ofAt) ?? nouns.at(-1);
  return head && !/^(?:there|it)$/i.test(head.form) ? { first, end, head: head.index } : null;
}
