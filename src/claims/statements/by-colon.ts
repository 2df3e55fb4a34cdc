import { isFiniteToken } from './content.js';
import type { Draft } from './draft.js';
import type { MentionIndex } from './mention-index.js';
import { type Passage, spanOfTokens } from './passage.js';

/** Longest name, in words, that a colon may follow to make it a speaker. */
const LONGEST_NAME = 6;

/**
 * A name, a colon, and what it says: "Kremlin: talks will go on", as headlines, interviews and live blogs write. Only
 * at the start of a sentence that opens its paragraph.
 */
export function statementByColon(passage: Passage, mentions: MentionIndex): Draft | null {
  const { tokens } = passage.tree;
  const { sentence, text } = passage;
  const colon = tokens.findIndex(token => token.form === ':');
  if (colon < 1 || colon > LONGEST_NAME || colon + 1 >= tokens.length) return null;
  const name = tokens.slice(0, colon);
  if (!name.every(token => /^(?:PROPN|NOUN|ADJ|ADP|DET|PART|NUM)$/.test(token.upos) || token.form === '.')) return null;
  if (!name.some(token => token.upos === 'PROPN' && /^\p{Lu}/u.test(token.form))) return null;
  const nameSpan = { start: tokens[0]!.start, end: tokens[colon - 1]!.end };
  const actor = mentions
    .within(nameSpan)
    .some(({ kind, person }) => kind !== 'place' && (kind !== 'name' || person !== null));
  const quoted = /^[“"‘']/.test(tokens[colon + 1]!.form);
  const isState =
    colon <= 2 && mentions.within(nameSpan).some(({ kind, countries }) => kind === 'name' && countries.length === 1);
  if (!actor && !quoted && !(isState && tellsOfAnother(passage, colon + 1))) return null;
  const span = spanOfTokens(passage, colon + 1, tokens.length);
  if (!span || text.length < sentence.end) return null;
  const quotation = quoted && passage.quotations.find(({ outer }) => outer.start === tokens[colon + 1]!.start);
  return {
    speaker: { first: 0, end: colon, head: colon - 1 },
    cue: { first: colon, end: colon + 1 },
    content: quotation ? [...quotation.parts] : [span],
    stance: 'assert',
    confidence: quoted ? 0.8 : 0.65,
  };
}

/** "Taiwan: China sent 40 planes": a whole clause with a subject of its own, in a tense; "Ukraine: what we know" is a topic. */
function tellsOfAnother({ tree }: Passage, from: number): boolean {
  const { tokens } = tree;
  if (/^W/.test(tokens[from]!.xpos) || tokens.at(-1)!.form === '?') return false;
  const verb = tokens.findIndex((token, index) => index > from && isFiniteToken(token));
  return verb > 0 && tokens.slice(from, verb).some(({ upos }) => upos === 'PROPN' || upos === 'PRON');
}

/** A headline that names its source last: "Qatar could face expulsion from Gulf council: minister". */
export function statementBySourceLast(passage: Passage): Draft | null {
  const { tokens } = passage.tree;
  const colon = tokens.findLastIndex(token => token.form === ':');
  const names = tokens.slice(colon + 1);
  if (colon < 2 || names.length === 0 || names.length > LONGEST_NAME) return null;
  if (!names.every(({ upos }) => /^(?:PROPN|NOUN|ADJ|DET|PART)$/.test(upos))) return null;
  const said = tokens.slice(0, colon);
  if (!said.some(({ upos }) => upos === 'VERB' || upos === 'AUX') || said.some(({ form }) => form === ':')) return null;
  const content = spanOfTokens(passage, 0, colon);
  if (!content) return null;
  return {
    speaker: { first: colon + 1, end: tokens.length, head: tokens.length - 1 },
    cue: { first: colon, end: colon + 1 },
    content: [content],
    stance: 'assert',
    confidence: 0.6,
  };
}

/** A quotation, a dash and a name: '"We shall see." — Angela Merkel'. */
export function statementByDash(passage: Passage): Draft | null {
  const { text, quotations, preceding } = passage;
  const { tokens } = passage.tree;
  for (const quotation of preceding ? [preceding, ...quotations] : quotations) {
    const dash = tokens.findIndex(token => token.start >= quotation.outer.end);
    if (
      dash < 0 ||
      !/^(?:[—–―-]|--)$/.test(tokens[dash]!.form) ||
      text.slice(quotation.outer.end, tokens[dash]!.start).trim() !== ''
    )
      continue;
    let end = dash + 1;
    while (end < tokens.length && /^(?:PROPN|NOUN|ADJ)$/.test(tokens[end]!.upos) && end - dash <= LONGEST_NAME) end++;
    if (end === dash + 1 || tokens[dash + 1]!.upos !== 'PROPN') continue;
    if (end < tokens.length && !/^(?:[.,;(“"]|of)$/.test(tokens[end]!.form)) continue;
    return {
      speaker: { first: dash + 1, end, head: end - 1 },
      cue: { first: dash, end: dash + 1 },
      content: [...quotation.parts],
      stance: 'assert',
      confidence: 0.8,
    };
  }
  return null;
}
