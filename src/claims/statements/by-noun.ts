import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';
import { isInfinitiveMark } from './content.js';
import type { CueHere } from './cues.js';
import type { Draft } from './draft.js';
import { type Passage, spanOfTokens } from './passage.js';
import { nounPhrase, type Run, subtree } from './phrase.js';
import { speakerOfVerb } from './speaker.js';

/** Verbs that only carry the noun: "voiced concern that", "made a promise to". */
const CARRIERS =
  /^(?:express|voice|make|issue|have|give|repeat|raise|reiterate|share|hold|offer|deliver|sound|renew|withdraw|deny|reject|dismiss|dispute|echo|back|refute|support)$/;
/** Nouns that stand for speakers nobody names. */
const UNNAMED = /^(?:report|rumour|rumor|speculation)$/;

/** A clause behind a noun of speech: "the claim that X", "their fear that X", "there are reports that X". */
export function statementByNoun(passage: Passage, here: CueHere): Draft | null {
  const { tree } = passage;
  const { tokens } = tree;
  const noun = here.head;
  const first = clauseStart(tree, here);
  if (first === null) return null;
  const clause = clauseOf(tree, first);
  const span = spanOfTokens(passage, first, Math.max(first + 1, clause));
  if (!span) return null;
  const over = tokens[noun]!.head;
  const carried =
    over >= 0 &&
    isVerb(tokens[over]!) &&
    /^(?:obj|xcomp)/.test(tokens[noun]!.deprel) &&
    CARRIERS.test(tokens[over]!.lemma);
  const speaker = ownerOf(tree, noun, first) ?? (carried ? speakerOfVerb(tree, over) : null) ?? unnamed(passage, noun);
  const stance = here.cue.stances.get('clause') ?? [...here.cue.stances.values()][0]!;
  const cueFirst = carried && over < noun && noun - over < 4 ? over : noun;
  return {
    speaker,
    cue: { first: cueFirst, end: here.end },
    content: [span],
    stance,
    confidence: speaker ? 0.7 : 0.55,
  };
}

/** "confident that X", "afraid that X". */
export function statementByAdjective(passage: Passage, here: CueHere): Draft | null {
  const { tree } = passage;
  const { tokens } = tree;
  if (tokens[here.end]?.form.toLowerCase() !== 'that' && tokens[here.end]?.form.toLowerCase() !== 'how') return null;
  const subject = dependents(tree, here.head, 'nsubj').find(child => child < here.head);
  if (subject === undefined || /^(?:it|this|that|there)$/i.test(tokens[subject]!.form)) return null;
  const span = spanOfTokens(passage, here.end, clauseOf(tree, here.end));
  if (!span) return null;
  const stance = here.cue.stances.get('clause')!;
  return {
    speaker: nounPhrase(tree, subject, 0, here.head),
    cue: { first: here.head, end: here.end },
    content: [span],
    stance,
    confidence: 0.65,
  };
}

/** "according to X": the rest of the clause is what X says. */
export function statementByPhrase(passage: Passage, here: CueHere): Draft | null {
  const { tree, text, quotations } = passage;
  const { tokens } = tree;
  const speaker = sourceBehind(tree, here);
  if (!speaker) return null;
  const cue = { first: here.head, end: here.end };
  const start = tokens[here.head]!.start;
  const quote = quotations.find(({ outer }) => outer.end <= start && /^[\s,—–-]*$/.test(text.slice(outer.end, start)));
  if (quote && /^[A-Z]/.test(text[quote.start] ?? '')) {
    return { speaker, cue, content: [...quote.parts], stance: 'assert', confidence: 0.85 };
  }
  const speakerEnd = tokens[speaker.end - 1]!.end;
  const opened = quotations.find(({ outer }) => outer.start >= speakerEnd);
  if (opened && here.head < 2 && /^,?\s*$/.test(text.slice(speakerEnd, opened.outer.start))) {
    return { speaker, cue, content: [...opened.parts], stance: 'assert', confidence: 0.85 };
  }
  const before = spanOfTokens(passage, clauseBefore(tree, here.head), here.head);
  const comma = tokens[speaker.end];
  const behind = comma && /^[,”"]$/.test(comma.form) ? spanOfTokens(passage, speaker.end + 1, tokens.length) : null;
  const words = before ? before.end - before.start : 0;
  const goesOn = behind !== null && tokens.slice(speaker.end).some(token => isVerb(token) || token.upos === 'AUX');
  if (
    before &&
    words > 3 &&
    goesOn &&
    tokens.slice(0, here.head).some(token => /^(?:VB[DPZ]|MD)$/.test(token.xpos)) &&
    !crossing(tree, here, speaker)
  ) {
    return { speaker, cue, content: [before], stance: 'assert', confidence: 0.75 };
  }
  const content = [before, goesOn ? behind : null].filter(span => span !== null);
  return content.length > 0 ? { speaker, cue, content, stance: 'assert', confidence: 0.8 } : null;
}

/** Whether what stands behind the phrase goes on with the clause before it. */
function crossing(tree: Tree, here: CueHere, speaker: Run): boolean {
  return tree.tokens
    .slice(speaker.end + 1)
    .some(
      token =>
        token.upos !== 'PUNCT' &&
        token.head >= 0 &&
        token.head < here.head &&
        !/^(?:conj|advcl|parataxis)/.test(token.deprel),
    );
}

/** The source: from behind the phrase to the comma or the end, at most one noun phrase. */
function sourceBehind(tree: Tree, here: CueHere): Run | null {
  const { tokens } = tree;
  let head = here.end;
  while (
    head < tokens.length &&
    tokens[head]!.upos !== 'NOUN' &&
    tokens[head]!.upos !== 'PROPN' &&
    tokens[head]!.upos !== 'PRON'
  ) {
    if (tokens[head]!.upos === 'PUNCT' && !'“"‘\''.includes(tokens[head]!.form)) return null;
    head++;
  }
  if (head >= tokens.length) return null;
  for (let climbs = 0; climbs < 6; climbs++) {
    const over = tokens[head]!.head;
    if (over <= head || over >= tokens.length || isVerb(tokens[over]!) || tokens[over]!.upos === 'AUX') break;
    if (tokens.slice(head, over).some(token => token.form === ',')) break;
    head = over;
  }
  const phrase = nounPhrase(tree, head, here.end, tokens.length);
  return { ...phrase, first: here.end };
}

/** Where the clause begins that the phrase closes: behind the last semicolon, else with the sentence. */
function clauseBefore(tree: Tree, before: number): number {
  for (let at = before - 1; at >= 0; at--) if (tree.tokens[at]!.form === ';') return at + 1;
  return 0;
}

/** The token "that" (or "to", where the noun takes it) that opens the clause behind a noun. */
function clauseStart(tree: Tree, here: CueHere): number | null {
  const { tokens } = tree;
  const takesTo = here.cue.stances.has('to');
  for (let at = here.end; at < Math.min(tokens.length - 1, here.end + 6); at++) {
    const token = tokens[at]!;
    if (/^[,;:.]$/.test(token.form)) return null;
    if (token.form.toLowerCase() === 'that') return isRelative(tree, at) ? null : at;
    if (
      takesTo &&
      isInfinitiveMark(tokens, at) &&
      at === here.end &&
      /^(?:acl|ccomp|xcomp)/.test(tokens[token.head]?.deprel ?? '')
    )
      return at;
    if (isVerb(token)) return null;
  }
  return null;
}

/** Verbs of making and handing over: a clause with one of them and no object describes the statement itself. */
const MAKING =
  /^(?:make|issue|draft|sign|publish|read|deliver|release|send|write|give|submit|approve|adopt|receive|prepare|agree|accept|reject|repeat)$/;

/** "the claim that he made": the clause lacks a part, and "that" stands for the noun. */
function isRelative(tree: Tree, that: number): boolean {
  const { tokens } = tree;
  const next = tokens[that + 1]!;
  if (isVerb(next) || next.upos === 'AUX') return true;
  const over = tokens[that]!;
  const maker = tokens.slice(that + 1, that + 8).find(token => isVerb(token) && MAKING.test(token.lemma));
  if (maker && dependents(tree, maker.index, 'obj', 'ccomp').every(child => child <= that)) return true;
  return (
    /^(?:nsubj|obj)/.test(over.deprel) &&
    over.head >= 0 &&
    dependents(tree, over.head, 'obj', 'ccomp', 'xcomp', 'cop').length === 0 &&
    over.deprel === 'nsubj'
  );
}

function clauseOf(tree: Tree, first: number): number {
  const over = tree.tokens[first]!.head;
  if (over < first) return tree.tokens.length;
  const { end } = subtree(tree, over);
  const stop = tree.tokens.findIndex((token, index) => index > first && token.form === ';');
  return stop < 0 ? end : Math.min(end, stop);
}

/** "Beijing's claim", "the claim by Beijing". */
function ownerOf(tree: Tree, noun: number, before: number): Run | null {
  const { tokens } = tree;
  const owner = tree.children[noun]!.find(child => tokens[child]!.deprel === 'nmod:poss');
  if (owner !== undefined) return withoutGenitive(tree, nounPhrase(tree, owner, 0, noun));
  const by = tree.children[noun]!.find(
    child =>
      child > noun &&
      child < before &&
      tree.children[child]!.some(mark => /^(?:by|from|among|in)$/i.test(tokens[mark]!.form)),
  );
  if (by === undefined) return null;
  const phrase = nounPhrase(tree, by, noun + 1, before);
  return { ...phrase, first: tokens[phrase.first]!.upos === 'ADP' ? phrase.first + 1 : phrase.first };
}

function withoutGenitive(tree: Tree, phrase: Run): Run {
  let { end } = phrase;
  while (end > phrase.first + 1 && tree.tokens[end - 1]!.xpos === 'POS') end--;
  return { ...phrase, end };
}

/** "There are reports that X": the reports themselves are all that is named as a source. */
function unnamed({ tree }: Passage, noun: number): Run | null {
  if (!UNNAMED.test(tree.tokens[noun]!.lemma.toLowerCase())) return null;
  const phrase = nounPhrase(tree, noun, 0, noun + 1);
  const first = phrase.first <= noun && isUnder(tree, phrase.first, noun) ? phrase.first : noun;
  return { ...phrase, first: tree.tokens[first]!.upos === 'ADV' ? noun : first };
}
