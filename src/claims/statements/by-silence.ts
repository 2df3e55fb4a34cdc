import { knownList } from '../../knowledge.js';
import { isVerb } from '../actions/tree.js';
import type { Draft } from './draft.js';
import { type Passage, spanOfTokens } from './passage.js';
import { isNegated, nounPhrase, type Run, verbGroupStart } from './phrase.js';
import { speakerOfVerb } from './speaker.js';

/** Verbs that open what is passed over in silence: "on the report", "to a request for comment". */
const MATTER = /^(?:on|about|to|regarding|concerning|over|of)$/i;

/** Silences that have no cue of speech: "has not commented on the report", "said nothing about the raid", "remained silent". */
export function silencesIn(passage: Passage): Draft[] {
  const { tree, quotations } = passage;
  const { tokens } = tree;
  return tokens.flatMap(token => {
    if (!isVerb(token) && token.upos !== 'AUX') return [];
    if (quotations.some(({ outer }) => outer.start <= token.start && token.start < outer.end)) return [];
    const end = silenceEnd(passage, token.index);
    const speaker = end === null ? null : speakerOfVerb(tree, token.index);
    if (end === null || !speaker || !isWhole(speaker)) return [];
    const content =
      gerundOf(passage, end) ??
      objectPassedOver(passage, token.index) ??
      matterBehind(passage, end) ??
      spanOfTokens(passage, token.index, end);
    if (!content) return [];
    const first = isNegated(tree, token.index) ? verbGroupStart(tree, token.index) : token.index;
    return [{ speaker, cue: { first, end }, content: [content], stance: 'silence', confidence: 0.75 }];
  });
}

function isWhole({ first, end }: Run): boolean {
  return end > first;
}

/** One past the words of silence that begin with a verb, or `null`. */
function silenceEnd(passage: Passage, verb: number): number | null {
  const { tree } = passage;
  const { tokens } = tree;
  const { negated, passedOver, unanswered, phrases } = silences();
  const lemma = tokens[verb]!.lemma.toLowerCase();
  const isAble = tree.children[verb]!.some(child =>
    /^(?:can|could|ca|should|must|may|might)$/i.test(tokens[child]!.form),
  );
  if (isNegated(tree, verb) && !isAble) {
    if (negated.includes(lemma) && !/^(?:that|whether)$/i.test(tokens[verb + 1]?.form ?? '')) return verb + 1;
    if (passedOver.includes(lemma) && isNotDone(passage, verb) && objectPassedOver(passage, verb)) return verb + 1;
    if (unanswered.includes(lemma) && isAsked(passage, verb + 1)) return verb + 1;
  }
  const behind = tokens[verb + 1]?.upos === 'ADV' ? verb + 2 : verb + 1;
  const found = phrases.find(
    ([own, words]) =>
      own === lemma && words!.split(' ').every((word, at) => tokens[behind + at]?.form.toLowerCase() === word),
  );
  return found ? behind + found[1]!.split(' ').length : null;
}

/** "has not", "did not", "never": it was left undone. "Will not condemn" refuses. */
function isNotDone({ tree: { tokens } }: Passage, verb: number): boolean {
  return tokens
    .slice(Math.max(0, verb - 4), verb)
    .some(({ form }) => /^(?:has|have|had|having|did|never)$/i.test(form));
}

/** What a verb that was left undone would have had for its object: "the invasion". */
function objectPassedOver(passage: Passage, verb: number) {
  const { tree } = passage;
  const { tokens } = tree;
  if (!silences().passedOver.includes(tokens[verb]!.lemma.toLowerCase())) return null;
  const object = tree.children[verb]!.find(child => child > verb && tokens[child]!.deprel === 'obj');
  if (object === undefined) return null;
  const { end } = nounPhrase(tree, object, verb + 1, tokens.length);
  return spanOfTokens(passage, verb + 1, end);
}

/** "stopped short of criticising Moscow": the deed that was not done. */
function gerundOf(passage: Passage, at: number) {
  const { tokens } = passage.tree;
  if (tokens[at - 1]?.form !== 'of' || tokens[at]?.xpos !== 'VBG') return null;
  const stop = tokens.findIndex(({ form, index }) => index > at && /^(?:[,;:.–—]|but|and|while)$/i.test(form));
  return spanOfTokens(passage, at, stop < 0 ? tokens.length : stop);
}

/** "did not respond to a request", while "did not respond to the attack" is no silence. */
function isAsked({ tree: { tokens } }: Passage, at: number): boolean {
  const { questions } = silences();
  if (tokens[at]?.form.toLowerCase() !== 'to') return false;
  return tokens.slice(at + 1, at + 6).some(({ lemma }) => questions.includes(lemma.toLowerCase()));
}

/** "on the report", "to a request for comment": what nothing is said of. */
function matterBehind(passage: Passage, at: number) {
  const { tree } = passage;
  const { tokens } = tree;
  if (!MATTER.test(tokens[at]?.form ?? '')) return null;
  const head = tokens.findIndex(({ upos, index }) => index > at && /^(?:NOUN|PROPN|PRON)$/.test(upos));
  if (head < 0) return null;
  let noun = head;
  while (tokens[noun + 1] && /^(?:NOUN|PROPN)$/.test(tokens[noun + 1]!.upos)) noun++;
  const { end } = nounPhrase(tree, noun, at + 1, tokens.length);
  // "to a request for comment"
  const isFor = tokens[end]?.form === 'for' && tokens[end + 1]?.upos === 'NOUN';
  return spanOfTokens(passage, at, isFor ? end + 2 : end);
}

interface Silences {
  negated: string[];
  passedOver: string[];
  unanswered: string[];
  questions: string[];
  phrases: [string, string][];
}

let known: Silences | null = null;

function silences(): Silences {
  known ??= knownList<Silences>('statements/silences.yaml');
  return known;
}
