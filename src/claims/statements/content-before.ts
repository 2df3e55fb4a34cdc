import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';
import { type Content, groupOf, hasVerb, isComma, isFiniteToken, isInTense, isPassive, takesAny } from './content.js';
import { clauseChild } from './content-behind.js';
import { type CueHere, cueAt } from './cues.js';
import { denialAsideAt } from './denial-aside.js';
import { type Passage, spanOfTokens, trimmed } from './passage.js';
import type { Run } from './phrase.js';
import type { Quotation } from './quotations.js';
import { subjectOverAside } from './speaker.js';

/** Content that stands before its cue: '"...," Xi said', "..., said the spokesman", with what goes on behind. */
export function beforeCue(passage: Passage, here: CueHere, speaker: Run | null): Content | null {
  const takes = takesAny(here, 'speech', 'clause');
  if (!takes) return null;
  const { tree, text, sentence, quotations } = passage;
  const { tokens } = tree;
  const group = groupOf(tree, here, speaker);
  const before = tokens[group.first - 1];
  if (!before || !/^[,”"’'?!—–-]+$/.test(before.form)) return null;
  const groupStart = tokens[group.first]!.start;
  const quote = quotations.find(
    ({ outer }) => outer.end <= groupStart && /^[\s,—–-]*$/.test(text.slice(outer.end, groupStart)),
  );
  if (quote) {
    if (hasCueBetween(tokens, group.first, here.head)) return null;
    if (speaker === null && tokens[here.head]!.xpos === 'VBG') return null;
    const lead = leadIn(passage, quote);
    const parts = lead ? [{ start: lead.start, end: quote.end }] : quote.parts;
    return { takes: 'speech', content: [...parts, ...continuation(passage, group, here)], confidence: 0.9 };
  }
  if (subjectOverAside(tree, here.head)) return null;
  if (!here.cue.stances.has('clause') || !isInTense(tree, here.head) || isPassive(tree, here.head)) return null;
  if (before.form !== ',' && before.form !== '—' && before.form !== '–') return null;
  if (speaker === null || /^W/.test(tokens[speaker.head]!.xpos)) return null;
  if (!here.cue.stances.has('speech') && !endsSentence(tokens, here.end)) return null;
  if (speaker.first > here.head === false && speaker.end > here.head) return null;
  const aside = speaker.first < here.head ? interruptedClause(passage, here, group.first) : null;
  if (aside) return { takes, content: aside, confidence: 0.8 };
  if (hasClauseBehind(passage, here)) return null;
  const first = fronted(tree, here.head, group.first);
  if (first === null) return null;
  const span = trimmed(text, { start: tokens[first]!.start, end: before.start });
  if (!span || sentence.start > span.start) return null;
  return { takes, content: [span, ...continuation(passage, group, here)], confidence: 0.8 };
}

function hasClauseBehind({ tree, quotations }: Passage, here: CueHere): boolean {
  const clause = clauseChild(tree, here);
  if (clause >= 0) return true;
  const next = tree.tokens[here.end];
  return (
    next !== undefined && (next.form.toLowerCase() === 'that' || (quotations.length > 0 && /^[“"]$/.test(next.form)))
  );
}

/** '"...," Xi said, adding that ...': the quotation is the first cue's. */
function hasCueBetween(tokens: Token[], first: number, cue: number): boolean {
  return tokens
    .slice(first, cue)
    .some(token => isVerb(token) && cueAt(tokens, token.index)?.cue.stances.has('speech') === true);
}

/** "The museum, Mr. Bush said, celebrated ...", "To prevent that, he said, one should ...": both sides of the aside. */
function interruptedClause(passage: Passage, here: CueHere, groupFirst: number): Span[] | null {
  const { tree, quotations } = passage;
  const { tokens } = tree;
  if (tokens[groupFirst - 1]?.form !== ',') return null;
  const comma = asideEnd(tokens, here.end);
  if (comma >= 0 && denialAsideAt(tree, comma)) return null;
  const next = tokens[comma + 1];
  if (comma < 0 || !next || /^[“"'‘]$/.test(next.form) || next.xpos === 'VBG' || next.upos === 'CCONJ') return null;
  if (/^(?:as|while|after|before|which|who)$/i.test(next.form)) return null;
  if (quotations.some(({ outer }) => outer.start <= next.start && next.start <= outer.end)) return null;
  let first = behindDateline(tokens, 0, groupFirst);
  for (let at = first; at < groupFirst; at++) if (tokens[at]!.form === ';') first = at + 1;
  const stop = tokens.findIndex((token, index) => index > comma && token.form === ';');
  const before = spanOfTokens(passage, first, groupFirst - 1);
  const behind = spanOfTokens(passage, comma + 1, stop < 0 ? tokens.length : stop);
  if (!before || !behind || !tokens.slice(comma + 1).some(token => isVerb(token) || token.upos === 'AUX')) return null;
  return [before, behind];
}

/** "..., other studies have shown." */
function endsSentence(tokens: Token[], end: number): boolean {
  return end >= tokens.length || (end === tokens.length - 1 && tokens[end]!.upos === 'PUNCT');
}

/** The comma that closes ", he warned last week,": right behind the cue or a few words without a verb; -1 without one. */
function asideEnd(tokens: Token[], end: number): number {
  for (let at = end; at < Math.min(tokens.length, end + 5); at++) {
    if (tokens[at]!.form === ',') return at;
    if (
      isVerb(tokens[at]!) ||
      tokens[at]!.upos === 'SCONJ' ||
      tokens[at]!.form === 'that' ||
      /^[;:“”".]$/.test(tokens[at]!.form)
    )
      return -1;
  }
  return -1;
}

/** Where the clause begins that stands before the cue, `null` where there is none. */
function fronted(tree: Tree, verb: number, groupStart: number): number | null {
  const { tokens } = tree;
  const clause = dependents(tree, verb, 'ccomp', 'advcl', 'parataxis', 'dep').filter(
    child => child < groupStart && hasVerb(tree, child),
  );
  const over = tokens[verb]!.head;
  const isAside =
    /^(?:parataxis|ccomp|conj|appos|dep|acl:relcl|advcl)/.test(tokens[verb]!.deprel) && over >= 0 && over < groupStart;
  if (!isAside && !clause.some(child => /^(?:ccomp|parataxis|dep)/.test(tokens[child]!.deprel))) {
    const isRoot = tokens[verb]!.head < 0;
    const ends = tokens[verb + 1] === undefined || /^[.,;]$/.test(tokens.at(-1)!.form);
    const plain = isRoot && ends && tokens.slice(0, groupStart).some(isFiniteToken);
    if (!plain && !isParenthesis(tokens, verb)) return null;
  }
  let first = 0;
  for (let at = groupStart - 2; at >= 0; at--) {
    if (tokens[at]!.form === ';') {
      first = at + 1;
      break;
    }
  }
  first = behindDateline(tokens, first, groupStart);
  const hasClause = tokens.slice(first, groupStart).some(token => isVerb(token) || token.upos === 'AUX');
  return hasClause || (isParenthesis(tokens, verb) && opensVerb(tokens, verb)) ? first : null;
}

/** "..., Orban has told his colleagues, ...": a name, a cue, at most a few words, and the sentence or the clause goes on. */
function isParenthesis(tokens: Token[], verb: number): boolean {
  for (let at = verb + 1; at <= Math.min(tokens.length, verb + 7); at++) {
    const token = tokens[at];
    if (!token || /^[,.]$/.test(token.form)) return true;
    if (isVerb(token) || token.upos === 'AUX' || token.upos === 'SCONJ' || /^[;:“"]$/.test(token.form)) return false;
  }
  return false;
}

/** "Nicolás Maduro, Pompeo maintained, had been ...": behind the comma the interrupted clause goes on with its verb. */
function opensVerb(tokens: Token[], verb: number): boolean {
  const comma = tokens.findIndex((token, index) => index > verb && isComma(token));
  const next = comma < 0 ? undefined : tokens[comma + 1];
  return next !== undefined && (isFiniteToken(next) || next.upos === 'AUX');
}

/** "ANKARA, May 3 - Turkey has ...": the place and day before a dash are no part of what is said. */
function behindDateline(tokens: Token[], first: number, limit: number): number {
  for (let at = first + 1; at < Math.min(limit, first + 9); at++) {
    if (
      /^[-—–]$/.test(tokens[at]!.form) &&
      tokens[at]!.start > tokens[at - 1]!.end &&
      tokens[at + 1]!.start > tokens[at]!.end
    ) {
      return /^\p{Lu}{3,}/u.test(tokens[first]!.form) ? at + 1 : first;
    }
    if (isVerb(tokens[at]!)) return first;
  }
  return first;
}

/** What goes on behind the cue: a second quotation, or the rest of the interrupted clause. */
function continuation(passage: Passage, group: { first: number; end: number }, here: CueHere): Span[] {
  const { tree, text, quotations } = passage;
  const { tokens } = tree;
  const groupEnd = tokens[group.end - 1]!.end;
  const next = quotations.find(({ outer }) => outer.start >= groupEnd);
  if (next) {
    const between = text.slice(groupEnd, next.outer.start);
    const cueBetween = tokens.some(
      token =>
        token.start >= groupEnd &&
        token.end <= next.outer.start &&
        isVerb(token) &&
        cueAt(tokens, token.index) !== null,
    );
    if (between.length < 120 && /[,:.—–]\s*(?:(?:and|but|or|that) )?$/.test(between) && !cueBetween) return next.parts;
  }
  const comma = tokens.findIndex((token, index) => index >= group.end && token.form === ',');
  if (comma < 0 || comma + 2 >= tokens.length || denialAsideAt(tree, comma)) return [];
  const rest = tokens.slice(comma + 1);
  if (
    !rest.some(isFiniteToken) ||
    rest.some(token => isVerb(token) && cueAt(tokens, token.index)?.cue.stances.has('speech'))
  )
    return [];
  if (opensVerb(tokens, here.head) && isParenthesis(tokens, here.head)) {
    const span = spanOfTokens(passage, comma + 1, tokens.length);
    return span ? [span] : [];
  }
  const top = rest.find(token => token.head < comma + 1 && token.upos !== 'PUNCT' && token.upos !== 'CCONJ');
  if (!top || top.head < 0 || (top.head >= group.first && top.head < comma)) {
    const joined = /^(?:but|and|because|as|so|since|though|although|while|if)$/i.test(rest[0]!.form);
    if (
      !joined ||
      (top &&
        isUnder(tree, top.index, here.head) &&
        top.deprel === 'conj' &&
        !dependents(tree, top.index, 'nsubj').length)
    )
      return [];
  }
  const span = spanOfTokens(passage, comma + 1, tokens.length);
  return span ? [span] : [];
}

/** A few words before a quotation that belong to its clause: 'The plan "will fail," he said'. */
function leadIn(passage: Passage, quote: Quotation): Span | null {
  const { tree, text, sentence } = passage;
  if (quote.outer.start <= sentence.start || /^[A-Z]/.test(text[quote.start] ?? '')) return null;
  const lead = tree.tokens.filter(token => token.end <= quote.outer.start);
  const last = lead.at(-1);
  if (!last || /^[,:—–]$/.test(last.form)) return null;
  if (lead.some(token => '“”"'.includes(token.form))) return { start: lead[0]!.start, end: quote.end };
  return { start: lead[0]!.start, end: last.end };
}
