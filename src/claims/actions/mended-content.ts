/** "voiced alarm that Ethiopia was massing troops": a clause in which nothing is missing says what the alarm is about. */
import type { Token } from '../../language/sentence.js';

/** What a verb that has it needs no further object for: "that" before it is no object. */
const FILLED = new Set(['obj', 'xcomp', 'ccomp']);

/**
 * A "that" which the parse took for the object of a verb that has its object, and its subject behind the "that", opens the
 * clause; where the noun before it is an object of the verb that the clause was hung on, the clause is that noun's.
 */
export function withContentClauses(tokens: Token[]): Token[] {
  let mended = tokens;
  for (const { index: that, lemma, deprel, head: verb } of tokens) {
    if (lemma !== 'that' || deprel !== 'obj' || verb < that) continue;
    const under = mended.filter(({ head, index }) => head === verb && index > that);
    if (!under.some(token => token.deprel === 'nsubj') || !under.some(token => FILLED.has(token.deprel))) continue;
    const noun = mended[that - 1];
    const over = mended[verb]!.head;
    if (noun?.upos !== 'NOUN' || (over !== noun.index && (over !== noun.head || noun.deprel !== 'obj'))) continue;
    mended = mended.map(token => {
      if (token.index === that) return { ...token, upos: 'SCONJ', deprel: 'mark' };
      return token.index === verb ? { ...token, head: noun.index, deprel: 'acl' } : token;
    });
  }
  return mended;
}
