/** What a figure is about, in the words of its sentence. */
import type { Sentence, Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { knownNameParts } from '../statements/name-parts.js';

const LONGEST = 80;

/** A figure in its sentence, as its subject is looked for. */
export interface Measured {
  /** The last word of the figure. */
  token: Token | null;
  span: Span;
  /** Whether the noun of the figure is what is counted, "40 meetings", and no unit. */
  isCount: boolean;
  /** States, persons and organisations of the sentence: they own and do what is measured and are not it. */
  actors: Span[];
}

/**
 * The phrase a figure measures, in this order: the subject of its verb, unless that is an actor; what is counted; the noun
 * it belongs to ("a loan of $5bn"), the noun it is a part of ("40 percent of its gas"), the object of its verb ("raised
 * tariffs to 35 percent"); else the actor. `null` where only a pronoun stands there. A dateline is never part of it.
 */
export function subjectOf(
  { token: figure, span, isCount, actors }: Measured,
  sentence: Sentence,
  text: string,
): string | null {
  if (!figure) return null;
  const from = datelineEnd(sentence);
  const isActor = (token: Token) =>
    token.upos === 'PROPN' ||
    knownNameParts().organisations.has(token.lemma.toLowerCase()) ||
    knownNameParts().titles.has(token.lemma.toLowerCase()) ||
    actors.some(({ start, end }) => start <= token.start && token.end <= end);
  const verb = climb(figure, sentence, token => token.upos === 'VERB' || token.upos === 'AUX' || token.head < 0);
  const subject = subjectToken(verb, sentence);
  const isOwn = subject && subject.index >= from && subject.index !== figure.index;
  const phrase = (noun: Token) => phraseOf(noun, span, sentence, text, from);
  const own = ofMeasure(figure, span, isCount, sentence, from);
  // The designation of "12 F-16s" is no noun.
  if (own) return /^\d/.test(own.form) ? null : phrase(own);
  if (isOwn && subject.upos === 'NOUN' && !isActor(subject)) return phrase(subject);
  const noun = measuredNoun(figure, span, isCount, verb, sentence, token => token.index >= from && !isActor(token));
  if (noun) return phrase(from > 0 ? outermost(noun, from, sentence) : noun);
  if (isOwn) return subject.upos === 'PRON' ? null : phrase(subject);
  return null;
}

/** What is counted, "40 meetings", or measured by its unit, "3,800 tonnes of zinc": nothing in the clause says it better. */
function ofMeasure(figure: Token, span: Span, isCount: boolean, { tokens }: Sentence, from: number): Token | null {
  let head = figure;
  while (head.head >= 0 && isIn(tokens[head.head]!, span)) head = tokens[head.head]!;
  if (isCount) return head.upos === 'NOUN' && head.index >= from && !isTime(head) ? head : null;
  if (head.upos !== 'NOUN') return null;
  const of = tokens.find(({ start }) => start >= span.end);
  const part = of?.form.toLowerCase() === 'of' ? tokens[of.head] : undefined;
  return part && part.head === head.index && part.upos === 'NOUN' && !isTime(part) ? part : null;
}

/** What a figure measures by the nouns around it, its unit apart. */
function measuredNoun(
  figure: Token,
  span: Span,
  isCount: boolean,
  verb: Token | null,
  { tokens }: Sentence,
  fits: (token: Token) => boolean,
): Token | null {
  let head = figure;
  while (head.head >= 0 && isIn(tokens[head.head]!, span)) head = tokens[head.head]!;
  const isNoun = (token: Token | undefined): token is Token => token?.upos === 'NOUN' && fits(token);
  if (isCount && isNoun(head) && !isTime(head)) return head;
  const over: Token | undefined = tokens[head.head];
  if (isNoun(over) && !isTime(over)) return over;
  const around = verb === null ? [] : tokens.filter(token => token.head === verb.index && !isIn(token, span));
  const behind = tokens.findIndex(token => token.start >= span.end);
  const part = /^(?:of|in)$/i.test(tokens[behind]?.form ?? '') ? tokens[tokens[behind]!.head] : undefined;
  if (part && part.index > behind && isNoun(part) && !isTime(part)) return part;
  const owner: Token | undefined = tokens[over?.head ?? -1];
  if (over && /^(?:acl|amod)/.test(over.deprel) && isNoun(owner)) return owner;
  return around.find(token => token.deprel === 'obj' && isNoun(token)) ?? null;
}

/** "40 times", "in recent years": how often and when, not what. */
function isTime({ lemma }: Token): boolean {
  return /^(?:time|year|month|week|day|decade|century|quarter|half|period)$/i.test(lemma);
}

/** Behind a dateline the parse often takes the clause for a noun that hangs on the place: its first noun is the subject. */
function outermost(noun: Token, from: number, { tokens }: Sentence): Token {
  let at = noun;
  while (at.head >= from && at.head < at.index && tokens[at.head]!.upos === 'NOUN') at = tokens[at.head]!;
  return at;
}

/** Longest dateline, in words: "NEW DELHI, March 3, 2024 (Reuters) -". */
const LONGEST_DATELINE = 14;

/** The first word behind the dateline of a sentence: a place in capitals up to a dash. */
function datelineEnd({ tokens }: Sentence): number {
  if (!/^\p{Lu}{3,}$/u.test(tokens[0]?.form ?? '')) return 0;
  const dash = tokens.slice(0, LONGEST_DATELINE).findIndex(({ form }) => /^(?:-|--|–|—)$/.test(form));
  const hasVerb = tokens.slice(0, dash).some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  return dash < 0 || hasVerb ? 0 : dash + 1;
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

/** The words of a noun and what hangs on it, without the figure and what leads up to them: article, preposition. */
function phraseOf(noun: Token, span: Span, { tokens }: Sentence, text: string, from: number): string | null {
  const isPhrase = (at: number) => belongsTo(tokens[at]!, noun, tokens) && !isOfFigure(tokens[at]!, noun, span, tokens);
  let first = noun.index;
  let last = noun.index;
  for (let at = noun.index - 1; at >= from && isPhrase(at); at -= 1) first = at;
  for (let at = noun.index + 1; at < tokens.length && isPhrase(at); at += 1) last = at;
  while (first < noun.index && /^(?:ADP|DET|PUNCT)$|PRP\$/.test(leading(tokens[first]!))) first += 1;
  // "nurses in Kyiv, the census shows": a phrase ends at its comma; "F-16s to Turkey" begins before the hyphen.
  const comma = tokens.findIndex(({ index, form }) => index > noun.index && index <= last && /^[,;:“”"]$/.test(form));
  if (comma > 0) last = comma - 1;
  while (first > from && tokens[first - 1]!.end === tokens[first]!.start && tokens[first - 1]!.upos !== 'PUNCT')
    first -= 1;
  while (first > from + 1 && /^[-–]$/.test(tokens[first - 1]!.form) && tokens[first - 1]!.end === tokens[first]!.start)
    first -= 2;
  while (first < noun.index && (isIn(tokens[first]!, span) || isHedge(tokens[first]!))) first += 1;
  while (last > first && tokens[last]!.upos === 'PUNCT') last -= 1;
  const words = text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ');
  return words.length <= LONGEST ? words : noun.form;
}

/** "least 26 civilians", "of collapse": what is left of a hedge or a preposition. */
function isHedge({ form, upos }: Token): boolean {
  return (
    upos === 'NUM' ||
    /^(?:of|at|in|to|for|least|most|more|less|than|about|around|some|nearly|almost|over|up|only|just)$/i.test(form)
  );
}

/** The word class that tells whether a phrase may begin with the word: not with "of", "the", "its". */
function leading({ upos, xpos }: Token): string {
  return xpos === 'PRP$' ? xpos : upos;
}

/** The number and unit themselves, and the preposition that leads to them: "a loan of $5bn" measures a loan. */
function isOfFigure(token: Token, noun: Token, span: Span, tokens: Token[]): boolean {
  let at: Token | undefined = token;
  for (let steps = 0; at && at.index !== noun.index && steps < 12; steps += 1) {
    if (isIn(at, span)) return true;
    at = at.head < 0 ? undefined : tokens[at.head];
  }
  return false;
}

function isIn(token: Token, { start, end }: Span): boolean {
  return token.start < end && start < token.end;
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
