import { nounClass } from '../../actors/offices.js';
import type { Token } from '../../language/sentence.js';
import type { Country } from '../../reading.js';
import { dependents, type Tree } from '../actions/tree.js';
import { judgementWords, type Match, type Place } from './patterns.js';

/** Conjunctions that leave open whether what follows is so: "if it had wanted a war", "asked whether it had backed down". */
const OPEN_QUESTION = /^(?:if|whether|unless)$/;

const NEGATION = /^(?:not|n['’]t|never)$/i;

/** Words by which a row itself says that something is not so. */
const DENYING = /^(?:not|n['’]t|never|no|nothing|nobody|neither|can(?:not)?|less|little|few|hardly|unlikely)$/;

const QUOTATION_MARK = /^(?:["“”]|``|'')$/;

/** How a row of words stands in its sentence: as it reads, the other way round, or not as a judgement at all. */
export type Standing = 'so' | 'not so' | 'none';

/**
 * Tests a match on the parse. It is none where its words belong to different clauses or to two sides of a quotation's
 * edge, where they are a question or a condition, a measured amount or a rank, or where somebody who is not a state, its
 * government or its forces loses, owes or wants something. A negated verb and "it is not A that ..." turn it round.
 */
export function standingOf(match: Match, places: Place[], tree: Tree): Standing {
  const { pattern, first, end, fixed } = match;
  const span = places.slice(first, end).map(({ token }) => token);
  const verbs = fixed.map(at => places[at]!.token).filter(({ upos }) => upos === 'VERB' || upos === 'AUX');
  if (crossesQuotation(span) || crossesClause(match, places, tree)) return 'none';
  if (isMeasured(span) || (pattern.form !== 'dependence' && isRank(places.map(({ token }) => token)))) return 'none';
  if (pattern.form !== 'forecast' && verbs.some(verb => isOpenQuestion(tree, verb))) return 'none';
  if (verbs.some(verb => judgementWords('needStates').has(verb.lemma) && !isStateDoing(tree, verb, places)))
    return 'none';
  const denies = pattern.words.flat().some(word => DENYING.test(word));
  const isTurned = isDeniedCleft(places, first) !== (!denies && verbs.some(verb => isNegated(tree, verb)));
  return isTurned ? 'not so' : 'so';
}

/** Whether just one mark of a quotation stands inside: half of the words are somebody else's. */
function crossesQuotation(span: Token[]): boolean {
  return span.filter(({ form }) => QUOTATION_MARK.test(form)).length % 2 === 1;
}

/** Whether a gap runs over a verb in a tense with a subject of its own, in whose clause no word of the row stands. */
function crossesClause({ first, end, fixed, slotsAt }: Match, places: Place[], tree: Tree): boolean {
  const own = new Set([...fixed, ...slotsAt].map(at => clauseOver(tree, places[at]!.token.index)));
  for (let at = first; at < end; at++) {
    const { token } = places[at]!;
    if (fixed.includes(at) || slotsAt.includes(at) || !isInTense(tree, token.index)) continue;
    if (dependents(tree, token.index, 'nsubj').length > 0 && !own.has(token.index)) return true;
  }
  return false;
}

function isInTense(tree: Tree, index: number): boolean {
  const { xpos } = tree.tokens[index]!;
  return /^VB[DPZ]$/.test(xpos) || dependents(tree, index, 'aux', 'cop').length > 0;
}

/** The nearest token, from this one upwards, that has a subject. */
function clauseOver(tree: Tree, index: number): number {
  let at = index;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    if (dependents(tree, at, 'nsubj').length > 0) return at;
    const { head } = tree.tokens[at]!;
    if (head < 0) return at;
    at = head;
  }
  return at;
}

/** Whether the words hold a share or an amount that can be looked up. */
function isMeasured(span: Token[]): boolean {
  const units = judgementWords('measures');
  return span.some(({ upos, form }, at) => upos === 'NUM' && /\d/.test(form) && units.has(span[at + 1]?.lemma ?? ''));
}

/** "The largest trading partner", "second-biggest supplier": a rank that can be looked up. */
function isRank(tokens: Token[]): boolean {
  return tokens.some(
    ({ form }, at) =>
      /(?:largest|biggest)$/i.test(form) &&
      tokens.slice(at + 1, at + 4).some(({ lemma }) => judgementWords('ranked').has(lemma)),
  );
}

function isOpenQuestion(tree: Tree, verb: Token): boolean {
  return dependents(tree, verb.index, 'mark').some(mark => OPEN_QUESTION.test(tree.tokens[mark]!.form.toLowerCase()));
}

function isNegated(tree: Tree, verb: Token): boolean {
  const children = tree.children[verb.index]!;
  return children.some(
    child => NEGATION.test(tree.tokens[child]!.form) && !/^(?:only|just)$/.test(tree.tokens[child + 1]?.form ?? ''),
  );
}

/** "It is not A that needs B": the denial stands before the row. */
function isDeniedCleft(places: Place[], first: number): boolean {
  const [it, be, not] = places.slice(Math.max(0, first - 3), first).map(({ token }) => token);
  return it?.lemma.toLowerCase() === 'it' && be?.lemma === 'be' && NEGATION.test(not?.form ?? '');
}

/** Whether who does it is a country, a leader or a body of its state; a verb whose subject is not read passes. */
function isStateDoing(tree: Tree, verb: Token, places: Place[]): boolean {
  const [subject] = dependents(tree, verb.index, 'nsubj');
  if (subject === undefined) return true;
  const { upos, form, lemma } = tree.tokens[subject]!;
  if (upos !== 'NOUN') return true;
  const countryOf = (index: number): Country | null =>
    places.find(({ token }) => token.index === index)?.country ?? null;
  const isOfCountry = countryOf(subject) !== null || tree.children[subject]!.some(child => countryOf(child) !== null);
  if (!isOfCountry) return true;
  return nounClass(form.toLowerCase()) === 'office' || judgementWords('states').has(lemma.toLowerCase());
}
