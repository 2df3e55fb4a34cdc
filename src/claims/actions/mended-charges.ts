/** "accused Egypt of arming rebels and of erecting roadblocks": the gerunds are what somebody is charged with, no kind of rebels. */
import type { Token } from '../../language/sentence.js';
import { deedWords } from './words.js';

/** What somebody is charged with begins at most so many words behind the verb. */
const FURTHEST_CHARGE = 24;
/** What a charge may be hung on where the parse missed it. */
const MISREAD = new Set(['amod', 'compound', 'acl', 'nmod', 'obl']);

/** Hangs each gerund behind "of" or "for" on the verb that charges somebody with it, and what it is done to on the gerund. */
export function withCharges(tokens: Token[]): Token[] {
  let mended = tokens;
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || !deedWords('charging').has(verb.lemma)) continue;
    const object = tokens.find(
      ({ head, deprel, index }) => head === verb.index && deprel === 'obj' && index > verb.index,
    );
    if (!object) continue;
    let first: number | null = null;
    const end = Math.min(tokens.length - 1, verb.index + FURTHEST_CHARGE);
    for (let at = object.index + 1; at < end; at++) {
      const [mark, gerund] = [tokens[at]!, tokens[at + 1]!];
      if (mark.form === ';' || (mark.upos === 'VERB' && mark.xpos !== 'VBG')) break;
      if ((mark.lemma !== 'of' && mark.lemma !== 'for') || gerund.xpos !== 'VBG') continue;
      if (!MISREAD.has(gerund.deprel)) continue;
      mended = withCharge(mended, mark.index, gerund.index, first === null ? verb.index : first, first !== null);
      first ??= gerund.index;
    }
  }
  return mended;
}

function withCharge(tokens: Token[], mark: number, gerund: number, over: number, isFurther: boolean): Token[] {
  const { head: noun, deprel } = tokens[gerund]!;
  const isBefore = (deprel === 'amod' || deprel === 'compound') && noun > gerund;
  return tokens.map(token => {
    if (token.index === gerund) return { ...token, head: over, deprel: isFurther ? 'conj' : 'advcl' };
    if (token.index === mark) return { ...token, head: gerund, deprel: 'mark' };
    if (!isBefore) return token;
    if (token.index === noun) return { ...token, head: gerund, deprel: 'obj' };
    const isOfCharge =
      token.head === noun && (token.index < gerund || (token.xpos === 'VBG' && token.deprel === 'conj'));
    return isOfCharge ? { ...token, head: gerund } : token;
  });
}
