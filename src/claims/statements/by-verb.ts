import type { Token } from '../../language/sentence.js';
import type { Span } from '../../reading.js';
import { dependents, isUnder, isVerb, type Tree } from '../actions/tree.js';
import { type CueHere, cueAt, type Takes } from './cues.js';
import type { Draft } from './draft.js';
import { type Passage, spanOfTokens, trimmed } from './passage.js';
import { isNegated, nounPhrase, type Run, subtree, verbGroupStart } from './phrase.js';
import type { Quotation } from './quotations.js';
import { besideVerb, CALENDAR, speakerOfVerb } from './speaker.js';

/** Verbs after which a bare clause is speech even where the parse does not say so. */
const SPEECH = new Set([
  'say',
  'add',
  'tell',
  'warn',
  'claim',
  'insist',
  'argue',
  'announce',
  'note',
  'suggest',
  'believe',
  'confirm',
  'think',
]);

/** Words that open a clause of content. */
const OPENERS = /^(?:that|whether|if|how|why|what|when|where|who)$/i;

/** The statement that a verb of speech, belief or intention makes, if it has content here. */
export function statementByVerb(passage: Passage, here: CueHere): Draft | null {
  const { tree } = passage;
  const verb = here.head;
  if (isAttributive(tree, verb)) return null;
  const around = passage.quotations.find(
    ({ outer }) => outer.start <= tree.tokens[verb]!.start && tree.tokens[verb]!.end <= outer.end,
  );
  const speaker =
    behindQuotation(passage, here) ??
    outsideQuotations(passage, speakerOfVerb(tree, verb), around) ??
    outsideQuotations(passage, besideVerb(tree, verb), around) ??
    firstSubject(passage, verb, around);
  const cue = { first: here.head, end: here.end };
  const found =
    beforeCue(passage, here, speaker) ??
    quotedBehind(passage, here, speaker) ??
    clauseBehind(passage, here) ??
    objectFrames(passage, here) ??
    infinitiveBehind(passage, here) ??
    gerundBehind(passage, here) ??
    quotedObject(passage, here);
  if (!found) return null;
  if (around && isOwnVoice(tree, speaker)) return null;
  const content = around ? clipped(passage, found.content, around) : found.content;
  const stance = here.cue.stances.get(found.takes) ?? [...here.cue.stances.values()][0]!;
  return { speaker, cue: widened(tree, cue, stance), content, stance, confidence: found.confidence };
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

interface Content {
  takes: Takes;
  content: Span[];
  confidence: number;
}

function takesAny(here: CueHere, ...ways: Takes[]): Takes | null {
  return ways.find(way => here.cue.stances.has(way)) ?? null;
}

/** Cue and speaker with what stands between: ", Xi said", "said the spokesman". */
function groupOf(tree: Tree, here: CueHere, speaker: Run | null): { first: number; end: number } {
  let first = verbGroupStart(tree, here.head);
  let end = here.end;
  if (speaker && speaker.end <= here.head) first = Math.min(first, speaker.first);
  if (speaker && speaker.first >= here.end) end = Math.max(end, speaker.end);
  while (first > 0 && tree.tokens[first - 1]!.upos === 'ADV' && !isComma(tree.tokens[first - 1]!)) first--;
  return { first, end };
}

/** Content that stands before its cue: '"...," Xi said', "..., said the spokesman", with what goes on behind. */
function beforeCue(passage: Passage, here: CueHere, speaker: Run | null): Content | null {
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
    if (speaker === null && tokens[here.head]!.xpos === 'VBG') return null;
    const lead = leadIn(passage, quote);
    const parts = lead ? [{ start: lead.start, end: quote.end }] : quote.parts;
    return { takes: 'speech', content: [...parts, ...continuation(passage, group, here)], confidence: 0.9 };
  }
  if (!here.cue.stances.has('speech') || !here.cue.stances.has('clause')) return null;
  if (before.form !== ',' && before.form !== '—' && before.form !== '–') return null;
  if (tokens[here.head]!.xpos === 'VBG' || speaker === null) return null;
  if (speaker.first > here.head === false && speaker.end > here.head) return null;
  if (hasClauseBehind(passage, here)) return null;
  const first = fronted(tree, here.head, group.first);
  if (first === null) return null;
  const span = trimmed(text, { start: tokens[first]!.start, end: before.start });
  if (!span || sentence.start > span.start) return null;
  return { takes, content: [span, ...continuation(passage, group, here)], confidence: 0.8 };
}

/** Where the clause begins that stands before the cue, `null` where there is none. */
function fronted(tree: Tree, verb: number, groupStart: number): number | null {
  const { tokens } = tree;
  const clause = dependents(tree, verb, 'ccomp', 'advcl', 'parataxis', 'dep').filter(
    child => child < groupStart && hasVerb(tree, child),
  );
  const over = tokens[verb]!.head;
  const isAside = /^(?:parataxis|ccomp|conj|appos|dep)/.test(tokens[verb]!.deprel) && over >= 0 && over < groupStart;
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
  if (comma < 0 || comma + 2 >= tokens.length) return [];
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

/** A quotation right behind its cue: 'Xi said: "..."', 'told reporters that "..."'. */
function quotedBehind(passage: Passage, here: CueHere, speaker: Run | null): Content | null {
  if (!takesAny(here, 'speech', 'clause')) return null;
  const { tree, text, quotations } = passage;
  const { tokens } = tree;
  const group = groupOf(tree, here, speaker);
  const from = tokens[group.end - 1]!.end;
  const quote = quotations.find(({ outer }) => outer.start >= from);
  if (!quote) return colonBehind(passage, here);
  const between = text.slice(from, quote.outer.start);
  const isOpen = /(?:[,:]|^)\s*$/.test(between) && between.length < 160;
  if (!isOpen) return null;
  const betweenTokens = tokens.filter(token => token.start >= from && token.end <= quote.outer.start);
  if (betweenTokens.some(token => isVerb(token) && cueAt(tokens, token.index) !== null)) return null;
  if (betweenTokens.some(token => OPENERS.test(token.form) || isFiniteToken(token))) return null;
  if (between.trim() === '' && !/^[A-Z“]/.test(text[quote.start] ?? '') && !isWholeClause(passage, quote)) return null;
  return { takes: takesAny(here, 'speech', 'clause')!, content: quote.parts, confidence: 0.9 };
}

/** 'He said: the talks went on', without quotation marks. */
function colonBehind(passage: Passage, here: CueHere): Content | null {
  const { tokens } = passage.tree;
  const colon = tokens.findIndex((token, index) => index >= here.end && token.form === ':');
  if (colon === tokens.length - 1 && colon >= 0 && passage.following) {
    return { takes: takesAny(here, 'speech', 'clause')!, content: [...passage.following.parts], confidence: 0.85 };
  }
  if (colon < 0 || colon - here.end > 6 || tokens.slice(here.end, colon).some(token => isVerb(token) || isComma(token)))
    return null;
  const span = spanOfTokens(passage, colon + 1, tokens.length);
  return span ? { takes: takesAny(here, 'speech', 'clause')!, content: [span], confidence: 0.7 } : null;
}

/** A quotation that runs to the end of its sentence, or holds a finite verb with its subject. */
function isWholeClause({ tree, sentence }: Passage, quote: Quotation): boolean {
  const inside = tree.tokens.filter(token => token.start >= quote.start && token.end <= quote.end);
  return (
    quote.end > sentence.end ||
    inside.some(token => isFiniteToken(token) && dependents(tree, token.index, 'nsubj').length > 0)
  );
}

/** A clause behind its cue: "said (that) X", "asked whether X". */
function clauseBehind(passage: Passage, here: CueHere): Content | null {
  if (!takesAny(here, 'clause')) return null;
  const { tree, text } = passage;
  const { tokens } = tree;
  const clause = clauseChild(tree, here);
  let first: number;
  if (clause >= 0) {
    first = Math.max(here.end, subtree(tree, clause).first);
    while (first < clause && (isComma(tokens[first]!) || tokens[first]!.form === ':')) first++;
    first = fromOpener(tokens, here.end, withoutDay(tokens, here.end, first));
    if (/^(?:by|after|before|while|when|as)$/i.test(tokens[first]!.form) && first < clause) return null;
  } else {
    const opener = surfaceOpener(tokens, here);
    if (opener === null) return null;
    first = opener;
  }
  const end = contentEnd(tree, here.head, first);
  if (!tokens.slice(first, end).some(token => isVerb(token) || token.upos === 'AUX')) return null;
  const span = spanOfTokens(passage, first, end);
  if (!span || text.length === 0) return null;
  return { takes: 'clause', content: [throughQuotation(passage, span)], confidence: 0.8 };
}

/** The clause that the cue governs, to its right; -1 without one. */
function clauseChild(tree: Tree, here: CueHere): number {
  const { tokens } = tree;
  const clause = dependents(tree, here.head, 'ccomp').find(child => child >= here.end);
  if (clause !== undefined && !isBareInfinitive(tree, clause)) return clause;
  return (
    dependents(tree, here.head, 'parataxis').find(child => child >= here.end && tokens[here.end]?.form === ':') ?? -1
  );
}

function isBareInfinitive(tree: Tree, verb: number): boolean {
  return (
    tree.children[verb]!.some(child => child < verb && tree.tokens[child]!.xpos === 'TO') &&
    !isFiniteToken(tree.tokens[verb]!)
  );
}

/** "said Wednesday night his refusal": the day belongs to the cue. */
function withoutDay(tokens: Token[], from: number, first: number): number {
  if (first !== from) return first;
  let at = first;
  while (
    at < tokens.length &&
    (CALENDAR.test(tokens[at]!.form) ||
      (/^(?:on|in|last|this|late|early)$/i.test(tokens[at]!.form) && CALENDAR.test(tokens[at + 1]?.form ?? '')))
  )
    at++;
  return at < tokens.length ? at : first;
}

/** Takes along a "that" which the parse left outside. */
function fromOpener(tokens: Token[], from: number, first: number): number {
  return first > from && OPENERS.test(tokens[first - 1]!.form) ? first - 1 : first;
}

/** Where content begins by the look of the words, for a cue that the parse gave no clause. */
function surfaceOpener(tokens: Token[], here: CueHere): number | null {
  const limit = Math.min(tokens.length, here.end + 7);
  for (let at = here.end; at < limit; at++) {
    const { form } = tokens[at]!;
    if (/^[,;.!?—–]$/.test(form) && at > here.end) break;
    if (form.toLowerCase() === 'that' && tokens.slice(at + 1).some(isFiniteToken)) {
      return /^(?:VERB|AUX)$/.test(tokens[at + 1]?.upos ?? 'VERB') ? null : at;
    }
    if (isVerb(tokens[at]!)) break;
  }
  const next = tokens[here.end];
  if (!next || !SPEECH.has(tokens[here.head]!.lemma) || tokens[here.head]!.xpos === 'VBN') return null;
  if (!/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(next.upos) || tokens[here.head]!.lemma === 'tell') return null;
  return tokens.slice(here.end).some(isFiniteToken) ? here.end : null;
}

/** One past the last token of content that begins at `first`: up to where the cue's own clause goes on. */
function contentEnd(tree: Tree, cue: number, first: number): number {
  const { tokens } = tree;
  let at = first;
  for (; at < tokens.length; at++) {
    if (tokens[at]!.form === ';' || resumes(tree, at, cue)) break;
    const branch = branchOf(tree, at, cue);
    if (branch === null) break;
    if (branch <= cue || (branch === at && tokens[at]!.upos === 'PUNCT')) continue;
    const { deprel } = tokens[branch]!;
    if (
      branch > first &&
      subtree(tree, branch).first > first &&
      /^(?:conj|advcl|parataxis)/.test(deprel) &&
      startsOwnClause(tree, branch, cue)
    )
      break;
  }
  while (
    at > first &&
    (tokens[at - 1]!.upos === 'PUNCT' || tokens[at - 1]!.upos === 'CCONJ') &&
    !'”"’\')'.includes(tokens[at - 1]!.form)
  )
    at--;
  return at;
}

/** "said it was opposed and warned the North to refrain": the speaker's next cue, in the tense of the first. */
function resumes(tree: Tree, at: number, cue: number): boolean {
  const { tokens } = tree;
  if (tokens[at]!.upos !== 'CCONJ' || !/^VB[DZP]$/.test(tokens[cue]!.xpos)) return false;
  let next = at + 1;
  while (tokens[next]?.upos === 'ADV') next++;
  const verb = tokens[next];
  return (
    verb !== undefined &&
    verb.xpos === tokens[cue]!.xpos &&
    cueAt(tokens, next) !== null &&
    dependents(tree, next, 'nsubj').length === 0
  );
}

/** The child of the cue over a token; the token's own top where it hangs elsewhere in the sentence before; null outside. */
function branchOf(tree: Tree, index: number, cue: number): number | null {
  let at = index;
  for (let steps = 0; steps < 24; steps++) {
    const { head } = tree.tokens[at]!;
    if (head === cue) return at;
    if (head < 0) return tree.tokens[cue]!.head < 0 ? cue : outsideOrInside(tree, at, cue);
    at = head;
  }
  return cue;
}

/** A cue inside another clause: what hangs over it is outside the content, unless it is mere punctuation. */
function outsideOrInside(tree: Tree, top: number, cue: number): number | null {
  return isUnder(tree, cue, top) && tree.tokens[cue]!.deprel.startsWith('parataxis')
    ? cue
    : isUnder(tree, cue, top)
      ? null
      : cue;
}

/** Whether a clause beside the content is the article's again: the speaker's next deed, or another cue. */
function startsOwnClause(tree: Tree, branch: number, cue: number): boolean {
  const { tokens } = tree;
  if (cueAt(tokens, branch) && isVerb(tokens[branch]!)) return true;
  const { deprel } = tokens[branch]!;
  if (deprel.startsWith('conj')) {
    const that = tree.children[branch]!.some(child => child < branch && tokens[child]!.form.toLowerCase() === 'that');
    return !that;
  }
  if (deprel.startsWith('advcl'))
    return (
      tokens[branch]!.xpos === 'VBG' &&
      !tree.children[branch]!.some(child => tokens[child]!.upos === 'SCONJ' || tokens[child]!.upos === 'ADP')
    );
  return deprel.startsWith('parataxis') && branch > cue;
}

/** Content that ends inside a quotation goes on to its end. */
function throughQuotation({ quotations }: Passage, span: Span): Span {
  const cut = quotations.find(({ start, end }) => start < span.end && span.end < end && start >= span.start);
  return cut ? { start: span.start, end: cut.end } : span;
}

/** "accused X of Y", "urged X to Y", "called X Y", "described X as Y", "called for X to Y". */
function objectFrames(passage: Passage, here: CueHere): Content | null {
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
  const whole = (takes: Takes, first = here.end, confidence = 0.75): Content | null => {
    const end = contentEnd(tree, here.head, first);
    const span = spanOfTokens(passage, first, end);
    return span && end - first > 1 ? { takes, content: [throughQuotation(passage, span)], confidence } : null;
  };
  const stances = here.cue.stances;
  const object =
    /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|PUNCT)$/.test(next.upos) || next.xpos === 'VBG' || next.xpos === 'PRP$';
  if (stances.has('who-of') && object && (has(/^of$/i) || reach.slice(1, 7).some(token => /^of$/i.test(token.form))))
    return whole('who-of');
  if (stances.has('as') && (object || next.form === 'to') && has(/^as$/i)) return whole('as');
  if (stances.has('as-to') && object && has(/^(?:to|with)$/i)) return whole('as-to');
  if (stances.has('who-for') && object && has(/^for$/i)) return whole('who-for');
  if (stances.has('who-to') && object && askedToAct(tree, here)) return whole('who-to');
  if (stances.has('for-to') && next.form.toLowerCase() === 'for' && has(/^to$/i, 12) && has(/^to$/i, 12)!.xpos === 'TO')
    return whole('for-to');
  if (stances.has('call') && object && isNaming(passage, here)) return whole('call');
  return null;
}

/** "urged X to Y": an object, then an infinitive of the cue or of its object. */
function askedToAct(tree: Tree, here: CueHere): boolean {
  const { tokens } = tree;
  return tokens.some(
    token =>
      token.index > here.end &&
      token.index < here.end + 14 &&
      token.xpos === 'TO' &&
      token.head > token.index &&
      tokens[token.head]!.xpos === 'VB' &&
      isUnder(tree, token.head, here.head) &&
      (tokens[token.head]!.head === here.head || /^(?:acl|xcomp|advcl|ccomp)/.test(tokens[token.head]!.deprel)),
  );
}

/** "called X Y": two things behind the verb, of which the second names the first. */
function isNaming(passage: Passage, here: CueHere): boolean {
  const { tree, quotations } = passage;
  const { tokens } = tree;
  const complement = dependents(tree, here.head, 'xcomp').find(
    child => child > here.end && tokens[child]!.xpos !== 'VB',
  );
  const objects = dependents(tree, here.head, 'obj', 'iobj').filter(child => child >= here.end);
  if (complement !== undefined && objects.length > 0 && objects[0]! < complement) return true;
  if (objects.length > 1) return true;
  const next = tokens[here.end]!;
  if (/^PRP$/.test(next.xpos) && tokens[here.end + 1] && /^(?:DET|ADJ|NOUN|PUNCT)$/.test(tokens[here.end + 1]!.upos)) {
    return !/^[.,;:?!]$/.test(tokens[here.end + 1]!.form);
  }
  const quote = quotations.find(({ outer }) => outer.start >= next.end);
  if (!quote) return false;
  const between = tokens.filter(token => token.start >= next.start && token.end <= quote.outer.start);
  return (
    between.length > 0 &&
    between.length < 10 &&
    !between.some(token => /^[,;:]$/.test(token.form) || isVerb(token)) &&
    !/^(?:ADP|DET)$/.test(between.at(-1)!.upos)
  );
}

/** "promised to X", "wants to X". */
function infinitiveBehind(passage: Passage, here: CueHere): Content | null {
  if (!here.cue.stances.has('to')) return null;
  const { tree } = passage;
  if (dependents(tree, here.head, 'aux').some(child => tree.tokens[child]!.deprel === 'aux:pass')) return null;
  const { tokens } = tree;
  const mark = tokens.findIndex((token, index) => index >= here.end && index < here.end + 3 && token.xpos === 'TO');
  if (mark < 0) return null;
  const first = tokens[mark - 1] && /^not$/i.test(tokens[mark - 1]!.form) ? mark - 1 : mark;
  if (tokens.slice(here.end, first).some(token => token.upos !== 'ADV')) return null;
  const refused = refusedVerb(tree, here, mark);
  const from = refused ?? first;
  const span = spanOfTokens(passage, from, contentEnd(tree, here.head, from));
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
function gerundBehind(passage: Passage, here: CueHere): Content | null {
  if (!here.cue.stances.has('doing') || passage.tree.tokens[here.end]?.xpos !== 'VBG') return null;
  const span = spanOfTokens(passage, here.end, contentEnd(passage.tree, here.head, here.end));
  return span ? { takes: 'doing', content: [throughQuotation(passage, span)], confidence: 0.75 } : null;
}

/** An object with quoted words: "spoke of his 'deep friendship' with the guest". */
function quotedObject(passage: Passage, here: CueHere): Content | null {
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

function hasClauseBehind({ tree, quotations }: Passage, here: CueHere): boolean {
  const clause = clauseChild(tree, here);
  if (clause >= 0) return true;
  const next = tree.tokens[here.end];
  return (
    next !== undefined && (next.form.toLowerCase() === 'that' || (quotations.length > 0 && /^[“"]$/.test(next.form)))
  );
}

/** "the so-called", "a program called X", "the proposed deal": a participle that describes a noun is no statement. */
function isAttributive(tree: Tree, verb: number): boolean {
  const { deprel, xpos } = tree.tokens[verb]!;
  return (
    (xpos === 'VBN' && /^acl$/.test(deprel) && !closesQuotedSpeech(tree, verb)) ||
    /^(?:amod|compound|case|fixed|nmod|mark|cc)/.test(deprel)
  );
}

/** '"...," the economist said.': the parser at times takes the verb for a participle of the noun before it. */
function closesQuotedSpeech({ tokens }: Tree, verb: number): boolean {
  const next = tokens[verb + 1];
  return (
    SPEECH.has(tokens[verb]!.lemma) &&
    (next === undefined || /^(?:[.,;:“"]|in|on|at|during|last|this|[A-Z][a-z]+day)$/.test(next.form))
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
    return { first: over, end: cue.end };
  }
  if (isNegated(tree, cue.first) && /^(?:assert|silence|ask)$/.test(stance) && tokens[cue.first - 1]?.form === 'not') {
    return { first: verbGroupStart(tree, cue.first), end: cue.end };
  }
  return cue;
}

function hasVerb(tree: Tree, index: number): boolean {
  return isVerb(tree.tokens[index]!) || dependents(tree, index, 'cop', 'nsubj', 'aux').length > 0;
}

function isFiniteToken(token: Token): boolean {
  return /^(?:VB[DPZ]|MD)$/.test(token.xpos) || (/^['’](?:s|re|m|ve|ll|d)$/i.test(token.form) && token.upos === 'AUX');
}

function isComma(token: Token): boolean {
  return token.form === ',';
}
