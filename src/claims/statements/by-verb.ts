import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { isVerb, type Tree } from '../actions/tree.js';
import { SPEECH } from './content.js';
import { beforeCue } from './content-before.js';
import { clauseBehind, introducedByAs, quotedBehind } from './content-behind.js';
import {
  deniedObject,
  gerundBehind,
  infinitiveBehind,
  objectFrames,
  quotedObject,
  saidOfSubject,
} from './content-object.js';
import { type CueHere, cueAt } from './cues.js';
import type { Draft } from './draft.js';
import { type Passage, trimmed } from './passage.js';
import { isNegated, nounPhrase, type Run, verbGroupStart } from './phrase.js';
import type { Quotation } from './quotations.js';
import { besideVerb, isVerbOfSeries, speakerOfVerb } from './speaker.js';

/** The statement that a verb of speech, belief or intention makes, if it has content here. */
export function statementByVerb(passage: Passage, here: CueHere): Draft | null {
  const { tree } = passage;
  const verb = here.head;
  if (
    isAttributive(passage, verb) ||
    isAskedOf(tree, verb) ||
    isImperative(tree, verb) ||
    tree.tokens[verb - 1]?.form === 'without'
  )
    return null;
  const around = passage.quotations.find(
    ({ outer }) => outer.start <= tree.tokens[verb]!.start && tree.tokens[verb]!.end <= outer.end,
  );
  const speaker =
    behindQuotation(passage, here) ??
    outsideQuotations(passage, speakerOfVerb(tree, verb), around) ??
    outsideQuotations(passage, besideVerb(tree, verb), around) ??
    firstSubject(passage, verb, around);
  if (isOwnReport(tree, here, speaker)) return null;
  const found =
    saidOfSubject(passage, here) ??
    introducedByAs(passage, here, speaker) ??
    beforeCue(passage, here, speaker) ??
    quotedBehind(passage, here, speaker) ??
    clauseBehind(passage, here, speaker) ??
    objectFrames(passage, here) ??
    infinitiveBehind(passage, here) ??
    gerundBehind(passage, here) ??
    quotedObject(passage, here) ??
    deniedObject(passage, here);
  if (!found) return null;
  if (around && isOwnVoice(tree, speaker)) return null;
  const content = around ? clipped(passage, found.content, around) : found.content;
  if (content.length === 0) return null;
  const starts = tree.tokens.findIndex(token => token.end > content[0]!.start);
  const end = starts > here.head && starts < here.end ? starts : here.end;
  const stance = here.cue.stances.get(found.takes) ?? [...here.cue.stances.values()][0]!;
  return {
    speaker: found.speaker === null ? null : speaker,
    cue: widened(tree, { first: here.head, end }, stance),
    content,
    stance,
    isNaming: /^(?:call|as)$/.test(found.takes),
    confidence: found.confidence,
  };
}

/** "I think" and "you know" inside a quotation are the quoted speaker's own words, no statement of another. */
function isOwnVoice({ tokens }: Tree, speaker: Run | null): boolean {
  return speaker === null || /^(?:I|me|we|us|you)$/i.test(tokens[speaker.head]!.form);
}

/**
 * '"...," Rep. John Mica (R-Fla.), a member of the panel, said': between the closing mark and the verb there is nothing
 * but the speaker, of whom the words up to the first comma or bracket are the name.
 */
function behindQuotation({ tree, quotations }: Passage, here: CueHere): Run | null {
  const { tokens } = tree;
  if (!here.cue.stances.has('speech') || !/^VB[DZPN]$/.test(tokens[here.head]!.xpos)) return null;
  const { start } = tokens[here.head]!;
  const quote = quotations.findLast(({ outer }) => outer.end <= start);
  if (!quote || quotations.some(({ outer }) => outer.start <= start && start < outer.end)) return null;
  const first = tokens.findIndex(token => token.start >= quote.outer.end);
  if (first < 0 || first >= here.head || here.head - first > 25) return null;
  const between = tokens.slice(first, here.head);
  if (between.some(token => isVerb(token) || /^(?:[:;.?!—–]|and|but|who|which|that|when|while|as)$/i.test(token.form)))
    return null;
  if (!/^(?:NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(between[0]!.upos)) return null;
  const stop = between.find(token => /^[,(]$/.test(token.form))?.index ?? here.head;
  let end = stop;
  while (end > first + 1 && /^(?:ADV|AUX|PART)$/.test(tokens[end - 1]!.upos)) end--;
  const nouns = tokens.slice(first, end).filter(token => /^(?:NOUN|PROPN|PRON)$/.test(token.upos));
  return nouns.length > 0 ? { first, end, head: nouns.at(-1)!.index } : null;
}

/** A speaker whom the parse found inside a quotation that the cue is not part of speaks elsewhere. */
function outsideQuotations(
  { tree, quotations }: Passage,
  speaker: Run | null,
  around: Quotation | undefined,
): Run | null {
  if (!speaker) return null;
  const { start } = tree.tokens[speaker.head]!;
  const within = quotations.find(({ outer }) => outer.start <= start && start < outer.end);
  return within === around ? speaker : null;
}

/** For a participle behind its clause ("..., saying"): the subject that the sentence begins with, outside quotations. */
function firstSubject(passage: Passage, verb: number, around: Quotation | undefined): Run | null {
  const { tree } = passage;
  if (tree.tokens[verb]!.xpos !== 'VBG' || around) return null;
  for (const token of tree.tokens.slice(0, verb)) {
    if (!token.deprel.startsWith('nsubj')) continue;
    const speaker = outsideQuotations(passage, nounPhrase(tree, token.index, 0, verb), undefined);
    if (speaker) return speaker;
  }
  return null;
}

/** Content of words inside a quotation ends with it. */
function clipped({ text }: Passage, content: Span[], { start, end }: Quotation): Span[] {
  return content.flatMap(
    span => trimmed(text, { start: Math.max(span.start, start), end: Math.min(span.end, end) }) ?? [],
  );
}

/** "Asked whether it would, Putin said": somebody else asked. */
function isAskedOf({ tokens }: Tree, verb: number): boolean {
  const before = tokens[verb - 1]?.form.toLowerCase();
  return (
    /^(?:ask|press|question|challenge)$/.test(tokens[verb]!.lemma) &&
    tokens[verb]!.xpos === 'VBN' &&
    (before === undefined || /^(?:when|if|,|and)$/.test(before)) &&
    /^(?:whether|if|about|why|how|what|when|who)$/i.test(tokens[verb + 1]?.form ?? '')
  );
}

/** "Don't expect it to end": the author speaks to the reader; nobody states anything. */
function isImperative(tree: Tree, verb: number): boolean {
  const { tokens } = tree;
  if (!/^VBP?$/.test(tokens[verb]!.xpos)) return false;
  const before = tree.children[verb]!.filter(child => child < verb).map(child => tokens[child]!);
  const isBare = before.every(
    token =>
      /^(?:do|n['’]t|not|just|please|never|,)$/i.test(token.form) ||
      /^(?:punct|cc|advmod|obl|discourse|advcl)/.test(token.deprel),
  );
  const opens = /^(?:punct|root|conj|parataxis)/.test(tokens[verb]!.deprel) || tokens[verb]!.head < 0;
  const hasSubject = tree.children[verb]!.some(child => /^(?:nsubj|csubj)/.test(tokens[child]!.deprel));
  const previous = tokens[verb - 1];
  const isOpening = previous === undefined || /^(?:[,;:“"—–]|n['’]t|not|please|never|and|but|so)$/i.test(previous.form);
  return tokens[verb]!.xpos === 'VB' && isBare && opens && !hasSubject && isOpening;
}

/**
 * "he said he believed", "she said people think": what a speaker tells of his own or of everybody's mind is his statement. Told of
 * somebody named it is a second one inside the first: "Peskov said Putin had told Xi that ...".
 */
function isOwnReport({ tokens }: Tree, here: CueHere, speaker: Run | null): boolean {
  if (tokens[here.head]!.deprel !== 'ccomp' || !isVerb(tokens[tokens[here.head]!.head] ?? tokens[here.head]!))
    return false;
  const over = cueAt(tokens, tokens[here.head]!.head);
  if (!over) return false;
  const isThought = !here.cue.stances.has('speech') && !isToldTo(here);
  return isThought || speaker === null || tokens[speaker.head]!.upos !== 'PROPN';
}

/** "assured him that", "promised that": words to somebody, though no quotation follows them. */
function isToldTo({ cue }: CueHere): boolean {
  return /^(?:promise|warn|threaten|accuse|deny)$/.test(cue.stances.get('clause') ?? '');
}

/** "the so-called", "a program called X", "the proposed deal": a participle that describes a noun is no statement. */
function isAttributive(passage: Passage, verb: number): boolean {
  const { tokens } = passage.tree;
  const { deprel, xpos } = tokens[verb]!;
  if (closesQuotedSpeech(passage, verb) || isVerbOfSeries(tokens, verb)) return false;
  return (xpos === 'VBN' && /^acl$/.test(deprel)) || /^(?:amod|compound|case|fixed|nmod|mark|cc$)/.test(deprel);
}

/** '"...," the economist said.', '"...", promised Wang Yi': the parser at times takes the verb for a participle. */
function closesQuotedSpeech({ tree: { tokens }, quotations, text }: Passage, verb: number): boolean {
  const next = tokens[verb + 1];
  const { start } = tokens[verb]!;
  const opensTail = quotations.some(
    ({ outer }) => outer.end <= start && start - outer.end < 4 && /^[\s,]*$/.test(text.slice(outer.end, start)),
  );
  return (
    opensTail ||
    (SPEECH.has(tokens[verb]!.lemma) &&
      (next === undefined || /^(?:[.,;:“"]|in|on|at|during|last|this|[A-Z][a-z]+day)$/.test(next.form)))
  );
}

/** A cue that is refused, "declined to say", is one cue with its verb; so is a silence, "would not say". */
function widened(tree: Tree, cue: { first: number; end: number }, stance: string): { first: number; end: number } {
  const { tokens } = tree;
  const over = tokens[cue.first]!.head;
  if (
    tokens[cue.first]!.deprel === 'xcomp' &&
    over >= 0 &&
    over < cue.first &&
    /^(?:decline|refuse)$/.test(tokens[over]!.lemma)
  ) {
    return { first: withAuxiliaries(tokens, over), end: cue.end };
  }
  if (isNegated(tree, cue.first) && /^(?:assert|silence|ask)$/.test(stance) && tokens[cue.first - 1]?.form === 'not') {
    return { first: verbGroupStart(tree, cue.first), end: cue.end };
  }
  return { first: withAdverbs(tokens, cue.first), end: cue.end };
}

/** Adverbs of how and how often that do not end in "-ly". */
const ADVERBS =
  /^(?:also|still|now|then|later|even|never|just|once|long|always|often|soon|first|again|further|instead)$/i;

/** "also said", "repeatedly warned": the adverbs right before a cue are part of it. */
function withAdverbs(tokens: Token[], cue: number): number {
  let first = cue;
  while (
    first > 0 &&
    tokens[first - 1]!.upos === 'ADV' &&
    (ADVERBS.test(tokens[first - 1]!.form) || /ly$/i.test(tokens[first - 1]!.form))
  )
    first--;
  return withAuxiliaries(tokens, first);
}

/** "has repeatedly said", "would not be drawn": auxiliaries right before a verb are part of its cue, with what stands between. */
function withAuxiliaries(tokens: Token[], verb: number): number {
  let first = verb;
  for (let at = verb - 1; at >= 0; at--) {
    const { upos, form } = tokens[at]!;
    if (upos === 'AUX') first = at;
    else if (upos !== 'ADV' && !/^(?:not|n['’]t)$/i.test(form)) break;
  }
  return first;
}
