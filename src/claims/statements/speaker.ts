import type { Token } from '../../language/sentence.js';
import { dependents, isVerb, type Tree } from '../actions/tree.js';
import { isNominal, nounPhrase, type Run } from './phrase.js';

/** Names of days and months, which the parser at times takes for the subject: "Kirby said Friday". */
export const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:today|yesterday|tomorrow|tonight|week|month|year|morning|evening|afternoon|night|earlier|later)$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/** How many verbs a speaker is looked for upwards: "declined to say", "went on, saying". */
const LONGEST_CLIMB = 4;

/**
 * The noun phrase that speaks, for a verb of speech: its subject, the agent of a passive, the subject of the verb it
 * depends on ("Xi arrived, saying ..."), the noun that a participle or relative clause describes ("a letter saying").
 */
export function speakerOfVerb(tree: Tree, verb: number): Run | null {
  const speaker = speakerAround(tree, verb);
  return speaker && withoutOccasion(tree, speaker);
}

/** "On Monday Mr Erdogan", "At Camp David, Biden": a time or place in front of the name is no part of it. */
function withoutOccasion({ tokens }: Tree, { first, end, head }: Run): Run {
  let start = first;
  if (tokens[start]!.upos === 'ADP') {
    const comma = tokens.findIndex((token, index) => index > start && index < head && token.form === ',');
    if (comma > 0) start = comma + 1;
    else start++;
  }
  while (start < head && (CALENDAR.test(tokens[start]!.form) || /^(?:last|this|next|•|-)$/i.test(tokens[start]!.form)))
    start++;
  return { first: start, end, head: Math.max(head, start) };
}

function speakerAround(tree: Tree, verb: number): Run | null {
  const overAside = subjectOverAside(tree, verb);
  if (overAside) return overAside;
  let at = verb;
  for (let climbs = 0; climbs < LONGEST_CLIMB && at >= 0; climbs++) {
    const own = ownSubject(tree, at, at === verb);
    if (own) return own;
    const { head, deprel } = tree.tokens[at]!;
    if (head < 0) break;
    if (isVerbOfSeries(tree.tokens, at)) return firstSubjectBefore(tree, at);
    if (/^acl/.test(deprel) && isNominal(tree.tokens[head]!)) return nounPhrase(tree, head, 0, at);
    if (!/^(?:conj|xcomp|advcl|parataxis|ccomp|aux|cop|dep|appos|obl|csubj)/.test(deprel)) break;
    if (deprel === 'ccomp' && isFiniteVerb(tree, at)) break;
    if (deprel === 'parataxis') break;
    at = head;
  }
  return besideVerb(tree, verb);
}

/**
 * "Trump, elected president in 2012, called ...": the noun phrase before the aside, where the aside opens with a participle,
 * a relative or an apposition and the sentence has no verb in a tense before it.
 */
export function subjectOverAside(tree: Tree, verb: number): Run | null {
  const { tokens } = tree;
  if (tokens[verb - 1]?.form !== ',' || !/^VB[DZP]$/.test(tokens[verb]!.xpos) || isTag(tree, verb)) return null;
  const open = tokens.findLastIndex((token, index) => index < verb - 1 && token.form === ',');
  const head = topNoun(tree, open);
  if (head === null || tokens.slice(0, open).some(token => isVerb(token) || token.upos === 'AUX')) return null;
  const [opener, ...aside] = tokens.slice(open + 1, verb - 1);
  if (!opener || aside.length === 0) return null;
  const isRelative = /^(?:who|whose|which)$/i.test(opener.form);
  if (!isRelative && aside.some(token => /^(?:VB[DPZ]|MD)$/.test(token.xpos))) return null;
  if (!isRelative && !/^VB[NDG]$/.test(opener.xpos) && !/^(?:DET|NOUN|PROPN)$/.test(opener.upos)) return null;
  return nounPhrase(tree, head, 0, open);
}

/** "..., said Lula.", "..., said the spokesman, who ...": who stands behind the verb speaks, and nothing else follows him. */
function isTag({ tokens }: Tree, verb: number): boolean {
  let end = verb + 1;
  while (end < tokens.length && /^(?:DET|ADJ|NOUN|PROPN|PART|ADP)$/.test(tokens[end]!.upos)) end++;
  return end > verb + 1 && (end === tokens.length || /^[.,;!?]$/.test(tokens[end]!.form));
}

/** The noun that the words before the comma turn on. */
function topNoun({ tokens }: Tree, comma: number): number | null {
  if (comma < 1) return null;
  let head = comma - 1;
  while (tokens[head]!.head >= 0 && tokens[head]!.head < comma && isHead(tokens[tokens[head]!.head]!))
    head = tokens[head]!.head;
  return isHead(tokens[head]!) ? head : null;
}

/** "They signed five points, promised to meet and ...": a past tense behind a comma that the tagger took for a participle. */
export function isVerbOfSeries(tokens: Token[], verb: number): boolean {
  return (
    tokens[verb]!.xpos === 'VBN' &&
    tokens[verb - 1]?.form === ',' &&
    /^(?:to|that)$/.test(tokens[verb + 1]?.form ?? '') &&
    tokens.slice(0, verb).some(token => token.xpos === 'VBD')
  );
}

function firstSubjectBefore(tree: Tree, verb: number): Run | null {
  const subject = tree.tokens.find(token => token.index < verb && token.deprel.startsWith('nsubj'));
  return subject ? nounPhrase(tree, subject.index, 0, verb) : null;
}

/** The subject of this very verb, or the agent of its passive. */
function ownSubject(tree: Tree, verb: number, isCue: boolean): Run | null {
  const { tokens } = tree;
  const passive = dependents(tree, verb, 'aux').some(child => tokens[child]!.deprel === 'aux:pass');
  if (passive && isCue) {
    const agent = dependents(tree, verb, 'obl').find(
      child => child > verb && tree.children[child]!.some(mark => tokens[mark]!.form.toLowerCase() === 'by'),
    );
    return agent === undefined ? null : withoutCase(tree, nounPhrase(tree, agent, verb + 1, tokens.length));
  }
  const subjects = dependents(tree, verb, 'nsubj').filter(child => !CALENDAR.test(tokens[child]!.form));
  if (subjects.length === 0) return null;
  const left = subjects.filter(child => child < verb).at(-1);
  const right = subjects.find(child => child > verb);
  if (right !== undefined && (left === undefined || isInverted(tokens, verb))) {
    return nounPhrase(tree, right, verb + 1, tokens.length);
  }
  if (left === undefined) return null;
  return withSource(tree, nounPhrase(tree, left, 0, verb));
}

/** "..., said Wang": a quotation mark or comma stands right before the verb. */
function isInverted(tokens: Token[], verb: number): boolean {
  return verb > 0 && /^[,”"’'?!—–-]+$/.test(tokens[verb - 1]!.form);
}

/** The noun phrase right before or behind the verb, where the parse names no subject. */
export function besideVerb(tree: Tree, verb: number): Run | null {
  const { tokens } = tree;
  let left = verb - 1;
  while (left >= 0 && /^(?:AUX|ADV|PART)$/.test(tokens[left]!.upos)) left--;
  if (tokens[verb]!.xpos === 'VBG') return null;
  if (left >= 0 && isHead(tokens[left]!) && !CALENDAR.test(tokens[left]!.form)) {
    let head = left;
    while (tokens[head]!.head >= 0 && tokens[head]!.head < verb && isHead(tokens[tokens[head]!.head]!)) {
      head = tokens[head]!.head;
    }
    const phrase = nounPhrase(tree, head, 0, verb);
    return phrase.end > left ? withSource(tree, phrase) : { first: phrase.first, end: left + 1, head };
  }
  const right = tokens[verb + 1];
  if (right && isInverted(tokens, verb) && (isHead(right) || right.upos === 'DET' || right.upos === 'ADJ')) {
    let head = verb + 1;
    while (tokens[head]!.head > head && isNominal(tokens[tokens[head]!.head]!)) head = tokens[head]!.head;
    return nounPhrase(tree, head, verb + 1, tokens.length);
  }
  return null;
}

/** "The readout from Beijing said": a name behind a preposition takes the noun before it along. */
function withSource(tree: Tree, phrase: Run): Run {
  const { tokens } = tree;
  const before = tokens[phrase.first];
  const preposition = before?.upos === 'ADP' ? phrase.first : phrase.first - 1;
  if (tokens[preposition]?.upos !== 'ADP' || preposition < 1) return phrase;
  const noun = tokens[preposition - 1]!;
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') return before?.upos === 'ADP' ? withoutCase(tree, phrase) : phrase;
  return { ...nounPhrase(tree, preposition - 1, 0, preposition), end: phrase.end };
}

function withoutCase(tree: Tree, phrase: Run): Run {
  let { first } = phrase;
  while (first < phrase.head && tree.tokens[first]!.upos === 'ADP') first++;
  return { ...phrase, first };
}

function isHead(token: Token): boolean {
  return token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON';
}

function isFiniteVerb(tree: Tree, verb: number): boolean {
  const { xpos } = tree.tokens[verb]!;
  return isVerb(tree.tokens[verb]!) && /^VB[DPZ]$/.test(xpos);
}
