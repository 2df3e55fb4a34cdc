import type { Token } from '../../language/sentence.js';
import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';
import { type Content, contentEnd, isInfinitiveMark, takesAny, throughQuotation } from './content.js';
import { type CueHere, cueAt, type Takes } from './cues.js';
import { deniedThings } from './denied-things.js';
import { type Passage, spanOfTokens, trimmed } from './passage.js';
import { nounPhrase, subtree } from './phrase.js';
import { CALENDAR } from './speaker.js';

/** "accused X of Y", "urged X to Y", "called X Y", "described X as Y", "called for X to Y". */
export function objectFrames(passage: Passage, here: CueHere): Content | null {
  const { tree } = passage;
  const { tokens } = tree;
  const next = tokens[here.end];
  if (!next || /^[.,;:?!]$/.test(next.form)) return null;
  const limit = Math.min(tokens.length, here.end + 25);
  const words = tokens.slice(here.end, limit);
  const until = words.findIndex(
    token => /^[;:.?!]$/.test(token.form) || (token.form === ',' && token.index - here.end > 12),
  );
  const reach = until < 0 ? words : words.slice(0, until);
  const has = (pattern: RegExp, below = 14) =>
    reach.slice(1, below).find(token => pattern.test(token.form) && isUnder(tree, token.index, here.head));
  const whole = (takes: Takes, marker?: Token): Content | null => {
    const first = here.end;
    const own = contentEnd(tree, here.head, first, false);
    const reached = marker && own <= marker.index + 1 ? contentEnd(tree, here.head, marker.index + 1, false) : own;
    const end = atQuotationEnd(passage, marker?.index ?? first, reached);
    const span = spanOfTokens(passage, first, end);
    return span && end - first > 1 ? { takes, content: [throughQuotation(passage, span)], confidence: 0.75 } : null;
  };
  const stances = here.cue.stances;
  const object =
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|PUNCT)$/.test(next.upos) || next.xpos === 'VBG' || next.xpos === 'PRP$';
  const of = has(/^of$/i) ?? reach.slice(1, 7).find(token => /^of$/i.test(token.form));
  if (stances.has('who-of') && object && of) return whole('who-of', of);
  const as = has(/^as$/i);
  if (stances.has('as') && (object || next.form === 'to') && as) return whole('as', as);
  const to = has(/^(?:to|with)$/i);
  if (stances.has('as-to') && object && to) return whole('as-to', to);
  const cause = has(/^for$/i);
  if (stances.has('who-for') && object && cause) return whole('who-for', cause);
  if (stances.has('who-to') && object && askedToAct(tree, here)) return whole('who-to');
  if (stances.has('for-to') && here.cue.words.at(-1) === 'for' && askedToAct(tree, here)) {
    const span = spanOfTokens(passage, here.end - 1, contentEnd(tree, here.head, here.end, false));
    return span && { takes: 'for-to', content: [span], confidence: 0.75 };
  }
  if (
    stances.has('for-to') &&
    next.form.toLowerCase() === 'for' &&
    isInfinitiveMark(tokens, has(/^to$/i, 12)?.index ?? -1)
  )
    return whole('for-to');
  if (stances.has('call') && object && isNaming(passage, here)) return whole('call');
  return null;
}

/** '"a liar", while ...', '"a disgrace" during a visit': what stands behind the quoted name says when it was said. */
function atQuotationEnd({ tree: { tokens }, quotations }: Passage, first: number, end: number): number {
  const quote = quotations.find(({ outer }) => outer.start >= tokens[first]!.start);
  if (!quote || quote.outer.end >= tokens[end - 1]!.end) return end;
  const behind = tokens.findIndex(token => token.start >= quote.outer.end);
  const isOccasion = /^(?:,|during|on|in|at|after|before|when|while|because|as|since|when|following|over)$/i;
  return behind > first && behind < end && isOccasion.test(tokens[behind]!.form) ? behind : end;
}

/** Verbs of saying and thinking that may be said of a subject: "is said to be", "is accused of". */
const SAID_OF =
  /^(?:say|believe|think|know|expect|report|understand|consider|allege|rumou?r|accuse|blame|suspect|reckon|hold|deem)$/;

/** "Karimov is said to be weighing X", "is accused of poisoning Y": the whole clause, said by nobody who is named. */
export function saidOfSubject(passage: Passage, here: CueHere): (Content & { speaker?: null }) | null {
  const { tree } = passage;
  const { tokens } = tree;
  const { lemma, xpos } = tokens[here.head]!;
  const helpers = dependents(tree, here.head, 'aux').filter(child => tokens[child]!.lemma === 'be');
  if (xpos !== 'VBN' || helpers.length === 0 || !SAID_OF.test(lemma)) return null;
  const next = tokens[here.end]?.form.toLowerCase() ?? '';
  const isOf = /^(?:accuse|suspect)$/.test(lemma) && next === 'of';
  const isFor = lemma === 'blame' && next === 'for';
  if (next !== 'to' && !isOf && !isFor) return null;
  const subject = dependents(tree, here.head, 'nsubj').find(child => child < here.head);
  if (subject === undefined || /^(?:who|which|that)$/i.test(tokens[subject]!.form)) return null;
  const { first } = nounPhrase(tree, subject, 0, here.head);
  const span = spanOfTokens(passage, first, contentEnd(tree, here.head, here.end));
  const takes = takesAny(here, isOf ? 'who-of' : isFor ? 'who-for' : 'clause', 'clause', 'to', 'call') ?? 'clause';
  return span && { takes, content: [span], confidence: 0.7, speaker: null };
}

/** "urged X to Y": an object, then an infinitive of the cue or of its object. */
function askedToAct(tree: Tree, here: CueHere): boolean {
  const { tokens } = tree;
  for (let at = here.end + 1; at < Math.min(tokens.length - 1, here.end + 14); at++) {
    const token = tokens[at]!;
    if (/^[;:.?!]$/.test(token.form) || token.form.toLowerCase() === 'that') return false;
    if (isVerb(token) && token.xpos !== 'VB' && cueAt(tokens, at)) return false;
    if (
      isInfinitiveMark(tokens, at) &&
      tokens[token.head]?.xpos === 'VB' &&
      token.head > at &&
      isUnder(tree, token.head, here.head) &&
      (tokens[token.head]!.head === here.head || /^(?:acl|xcomp|advcl|ccomp)/.test(tokens[token.head]!.deprel))
    )
      return true;
  }
  return false;
}

/** "called X Y": two things behind the verb, of which the second names the first. */
function isNaming(passage: Passage, here: CueHere): boolean {
  const { tree } = passage;
  const { tokens } = tree;
  const complement = dependents(tree, here.head, 'xcomp').find(
    child => child > here.end && tokens[child]!.xpos !== 'VB',
  );
  const objects = dependents(tree, here.head, 'obj', 'iobj').filter(child => child >= here.end);
  if (complement !== undefined && objects.length > 0 && objects[0]! < complement) return true;
  if (objects.length > 1) return true;
  return isNamingByWords(passage, here);
}

/** "called it a fake", "calls the seizure illegal", 'branded him "a liar"', where the parse made one phrase of two. */
function isNamingByWords({ tree, quotations }: Passage, here: CueHere): boolean {
  const { tokens } = tree;
  const next = tokens[here.end]!;
  const second = tokens[here.end + 1];
  if (/^(?:PRP|EX)$/.test(next.xpos) || /^(?:this|that|these|those)$/i.test(next.form)) {
    return second !== undefined && /^(?:DET|ADJ|NOUN|PUNCT|NUM)$/.test(second.upos) && !/^[.,;:?!]$/.test(second.form);
  }
  const quote = quotations.find(({ outer }) => outer.start >= next.end);
  if (quote) {
    const between = tokens.filter(token => token.start >= next.start && token.end <= quote.outer.start);
    return (
      between.length > 0 &&
      between.length < 12 &&
      !between.some(token => /^[,;:]$/.test(token.form) || isVerb(token)) &&
      !/^(?:ADP|DET)$/.test(between.at(-1)!.upos)
    );
  }
  return endsInAdjectiveOrNewPhrase(tokens, here.end);
}

/** A noun phrase, then an adjective that ends the clause or a phrase of its own with an article. */
function endsInAdjectiveOrNewPhrase(tokens: Token[], first: number): boolean {
  let seenNoun = false;
  for (let at = first; at < Math.min(tokens.length, first + 14); at++) {
    const { upos, form } = tokens[at]!;
    if (seenNoun && upos === 'ADJ') return !/^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.upos ?? '');
    if (seenNoun && /^(?:a|an)$/i.test(form) && !/^(?:ADP|CCONJ)$/.test(tokens[at - 1]!.upos)) return true;
    if (/^[.,;:?!“”"]$/.test(form) || isVerb(tokens[at]!) || upos === 'SCONJ' || isInfinitiveMark(tokens, at))
      return false;
    seenNoun ||= /^(?:NOUN|PROPN)$/.test(upos);
  }
  return false;
}

/** "promised to X", "wants to X". */
export function infinitiveBehind(passage: Passage, here: CueHere): Content | null {
  if (!here.cue.stances.has('to')) return null;
  const { tree } = passage;
  if (dependents(tree, here.head, 'aux').some(child => tree.tokens[child]!.deprel === 'aux:pass')) return null;
  const { tokens } = tree;
  const mark = tokens.findIndex(
    (_, index) => index >= here.end && index < here.end + 3 && isInfinitiveMark(tokens, index),
  );
  if (mark < 0) return null;
  const first = tokens[mark - 1] && /^not$/i.test(tokens[mark - 1]!.form) ? mark - 1 : mark;
  if (tokens.slice(here.end, first).some(token => token.upos !== 'ADV')) return null;
  const refused = refusedVerb(tree, here, mark);
  const from = refused ?? first;
  const span = spanOfTokens(passage, from, contentEnd(tree, here.head, from, false));
  return span ? { takes: 'to', content: [throughQuotation(passage, span)], confidence: 0.75 } : null;
}

/** "refuses to exclude X", "declined to rule out X": what is not excluded is the content, and the cue both verbs. */
function refusedVerb({ tokens }: Tree, here: CueHere, mark: number): number | null {
  if (!/^(?:refuse|decline)$/.test(tokens[here.head]!.lemma)) return null;
  const verb = tokens[mark + 1];
  if (verb?.lemma === 'exclude') return mark + 2;
  return verb?.lemma === 'rule' && tokens[mark + 2]?.lemma === 'out' ? mark + 3 : null;
}

/** "denied blocking the package": a deed as the object of a cue that denies or admits. */
export function gerundBehind(passage: Passage, here: CueHere): Content | null {
  if (!here.cue.stances.has('doing') || passage.tree.tokens[here.end]?.xpos !== 'VBG') return null;
  const span = spanOfTokens(passage, here.end, contentEnd(passage.tree, here.head, here.end, false));
  return span ? { takes: 'doing', content: [throughQuotation(passage, span)], confidence: 0.75 } : null;
}

/** "denied the allegation", "denies this", "denies any part in the raid": what was told before, as the object of a denial. */
export function deniedObject(passage: Passage, here: CueHere): Content | null {
  const isRejection = here.cue.stances.get('as') === 'reject';
  if (here.cue.stances.get('doing') !== 'deny' && here.cue.stances.get('who') !== 'deny' && !isRejection) return null;
  const { tree } = passage;
  const object = dependents(tree, here.head, 'obj').find(child => child >= here.end);
  if (object === undefined) return null;
  const { form, lemma } = tree.tokens[object]!;
  if (!POINTS_BACK.test(form) && !deniedThings().has(lemma.toLowerCase())) return null;
  const { first, end } = nounPhrase(tree, object, here.end, tree.tokens.length);
  const isOfDeed = /^(?:in|of|for|with|to)$/i.test(tree.tokens[object + 1]?.form ?? '') && !isDay(tree, object + 2);
  const span = spanOfTokens(passage, first, isOfDeed ? contentEnd(tree, here.head, first, false) : end);
  return span && { takes: isRejection ? 'as' : 'who', content: [throughQuotation(passage, span)], confidence: 0.65 };
}

/** What stands for all that was told before. */
const POINTS_BACK = /^(?:this|that|it)$/i;

function isDay({ tokens }: Tree, at: number): boolean {
  return tokens[at] !== undefined && (CALENDAR.test(tokens[at].form) || tokens[at].upos === 'NUM');
}

/** An object with quoted words: "spoke of his 'deep friendship' with the guest". */
export function quotedObject(passage: Passage, here: CueHere): Content | null {
  const takes = takesAny(here, 'who', 'speech', 'clause', 'as', 'who-for', 'who-of');
  if (!takes) return null;
  const { tree, quotations } = passage;
  const { tokens } = tree;
  const from = tokens[here.end - 1]!.end;
  const quote = quotations.find(({ outer }) => outer.start >= from);
  if (!quote) return null;
  const between = tokens.filter(token => token.start >= from && token.end <= quote.outer.start);
  if (between.length > 6 || between.some(token => isVerb(token) || /^[,;:—–]$/.test(token.form))) return null;
  const inside = tokens.findIndex(token => token.start >= quote.start);
  if (inside < 0) return null;
  const first =
    between.find(token => token.upos !== 'ADP' && token.upos !== 'ADV' && token.upos !== 'PUNCT')?.index ?? inside;
  const start = between.length === 0 || first === inside ? quote.start : tokens[first]!.start;
  const object = tokens.find(
    token => token.start >= quote.start && token.end <= quote.end && (token.head < first || token.head === here.head),
  );
  const phraseEnd = object ? nounPhrase(tree, object.index, first, tokens.length).end : first;
  const end = Math.max(quote.end, relativeEnd(tree, object?.index ?? -1, tokens[phraseEnd - 1]!.end));
  const span =
    end <= quote.outer.end
      ? { start, end: quote.end }
      : trimmed(passage.text, { start: start === quote.start ? quote.outer.start : start, end });
  return span
    ? { takes, content: start === quote.start && end <= quote.outer.end ? quote.parts : [span], confidence: 0.75 }
    : null;
}

/** A that-clause on the quoted noun belongs to the content: '"deep concern" that China could try'. */
function relativeEnd(tree: Tree, noun: number, end: number): number {
  if (noun < 0) return end;
  const clause = dependents(tree, noun, 'acl', 'ccomp').find(child => child > noun);
  if (clause === undefined) return end;
  return Math.max(end, tree.tokens[subtree(tree, clause).end - 1]!.end);
}
