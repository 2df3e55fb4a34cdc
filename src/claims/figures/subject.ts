/** What a figure is about, in the words of its sentence. */
import type { Sentence, Token } from '../../language/sentence.js';

const LONGEST = 80;

/** The phrase a figure measures: the subject of its verb, else the noun it belongs to; `null` where only a pronoun stands there. */
export function subjectOf(figure: Token | null, sentence: Sentence, text: string): string | null {
  if (!figure) return null;
  const verb = climb(figure, sentence, token => token.upos === 'VERB' || token.upos === 'AUX' || token.head < 0);
  const subject = subjectToken(verb, sentence);
  if (subject && subject.upos !== 'PRON' && subject.index !== figure.index)
    return phraseOf(subject, figure, sentence, text);
  if (subject?.upos === 'PRON') return null;
  const noun = climb(figure, sentence, token => token.upos === 'NOUN' && token.index !== figure.index);
  return noun && noun.upos === 'NOUN' ? phraseOf(noun, figure, sentence, text) : null;
}

/** Whether the figure's clause has nothing but "that", "this" or "it" for a subject, so that it speaks of what stood before. */
export function speaksOfBefore(figure: Token | null, sentence: Sentence): boolean {
  if (!figure) return false;
  const verb = climb(figure, sentence, token => token.upos === 'VERB' || token.upos === 'AUX' || token.head < 0);
  const subject = subjectToken(verb, sentence);
  return /^(?:that|this|it|which|they|these|those)$/.test(subject?.form.toLowerCase() ?? '');
}

function climb(from: Token, { tokens }: Sentence, stop: (token: Token) => boolean): Token | null {
  let token: Token | undefined = from;
  for (let steps = 0; token && steps < 40; steps += 1) {
    if (stop(token) && token !== from) return token;
    token = token.head < 0 ? undefined : tokens[token.head];
  }
  return null;
}

function subjectToken(verb: Token | null, { tokens }: Sentence): Token | null {
  let at = verb;
  for (let steps = 0; at && steps < 4; steps += 1) {
    const subject = tokens.find(({ head, deprel }) => head === at!.index && deprel.startsWith('nsubj'));
    if (subject) return subject;
    if (!/^(?:conj|xcomp|advcl|cop|aux)/.test(at.deprel) || at.head < 0) return null;
    at = tokens[at.head] ?? null;
  }
  return null;
}

/** The words of a noun and what hangs on it, up to the figure, without a leading article. */
function phraseOf(noun: Token, figure: Token, { tokens }: Sentence, text: string): string | null {
  let first = noun.index;
  let last = noun.index;
  for (let at = noun.index - 1; at >= 0 && belongsTo(tokens[at]!, noun, tokens); at -= 1) first = at;
  for (
    let at = noun.index + 1;
    at < tokens.length && at !== figure.index && belongsTo(tokens[at]!, noun, tokens);
    at += 1
  )
    last = at;
  if (/^(?:a|an|the)$/i.test(tokens[first]!.form) && first < last) first += 1;
  while (last > first && tokens[last]!.upos === 'PUNCT') last -= 1;
  const words = text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ');
  return words.length <= LONGEST ? words : noun.form;
}

function belongsTo(token: Token, noun: Token, tokens: Token[]): boolean {
  let at: Token | undefined = token;
  for (let steps = 0; at && steps < 12; steps += 1) {
    if (at.index === noun.index) return true;
    if (/^(?:acl|advcl|conj|parataxis|appos)/.test(at.deprel) && at.head === noun.index && at.deprel !== 'conj')
      return false;
    at = at.head < 0 ? undefined : tokens[at.head];
  }
  return false;
}
