/** Whether a time dates the clause of a figure, by the parse. */
import type { Sentence, Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { datedWord, headOfSpan, markerOf } from '../time-attachment.js';
import { figureVocabulary } from './vocabulary.js';

/**
 * Tells whether a time dates a figure: the verb or noun that it dates stands over the figure in its own clause, or leads
 * up there ("2023 trade came to $5bn", "voted 93 to 24 to expel it on Monday"). It does not where it dates another clause ("Asked in 2021, he put ..."), the
 * verb that only reports ("said on Monday that ...") or a name ("the 2015 accord"). `null` where the parse does not show it.
 */
export function datingOf({ tokens }: Sentence, figure: Span): (time: Span) => boolean | null {
  const head = headOfSpan(tokens, figure);
  if (head === null) return () => null;
  const over = chainOf(tokens, head);
  return time => {
    const dated = datedWord(tokens, time, isName);
    if (dated === null) return null;
    if (isIn(tokens[dated]!, figure)) return true;
    return !isName(tokens[dated]!) && leadsTo(tokens, dated, over);
  };
}

/** What stands over a figure, up to the verb of its clause and on to those it shares a time with. */
function chainOf(tokens: Token[], head: number): Set<number> {
  const over = new Set([head]);
  for (let at = head, steps = 0; steps < 30; steps += 1) {
    const { head: above, deprel } = tokens[at]!;
    if (above < 0 || (OTHER_CLAUSE.test(deprel) && !isBehindSemicolon(tokens, above, at))) break;
    over.add(above);
    at = above;
  }
  return over;
}

/** Up from what a time dates to what stands over the figure, into no clause that has its own time. */
function leadsTo(tokens: Token[], dated: number, over: Set<number>): boolean {
  for (let at = dated, steps = 0; steps < 30; steps += 1) {
    if (over.has(at)) return true;
    const { head: above, deprel } = tokens[at]!;
    const marker = /^(?:advcl|acl)/.test(deprel) ? markerOf(tokens, at) : 'to';
    if (above < 0 || OTHER_CLAUSE.test(deprel) || !OPEN.has(marker ?? '')) return false;
    at = above;
  }
  return false;
}

/** Clauses that share the time of the one above or say from when it lasts: to expel, since he took office in 2013. */
const OPEN = new Set(['to', 'since']);

/** What is reported, and what is told of a noun, has its own time. */
const OTHER_CLAUSE = /^(?:ccomp|parataxis|acl:relcl)/;

/** "exports reached €13bn last year; Ukraine took €8bn": told in one breath. */
function isBehindSemicolon(tokens: Token[], above: number, at: number): boolean {
  return tokens[at]!.deprel === 'parataxis' && tokens.slice(above, at).some(({ form }) => form === ';');
}

/** Nouns whose year is part of their name or tells when they were made: the 2015 accord. */
function isName({ lemma }: Token): boolean {
  return figureVocabulary().datedNames.has(lemma.toLowerCase());
}

function isIn(token: Token, { start, end }: Span): boolean {
  return token.start < end && start < token.end;
}
