import type { Token } from '../language/sentence.js';
import type { ActionClaim, Found, Span, StatementClaim } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { statementByColon, statementByDash, statementBySourceLast } from './statements/by-colon.js';
import { statementByAdjective, statementByNoun, statementByPhrase } from './statements/by-noun.js';
import { silencesIn } from './statements/by-silence.js';
import { statementByTag } from './statements/by-tag.js';
import { statementByVerb } from './statements/by-verb.js';
import { type Placed, withContinuations } from './statements/continuations.js';
import { cueAt } from './statements/cues.js';
import { denialAsides, statementByDenialAside } from './statements/denial-aside.js';
import type { Draft } from './statements/draft.js';
import { withoutDoubles, withoutOwnThoughts, withSpeakers } from './statements/drafts.js';
import { identified, type SpeakersMet } from './statements/identity.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';
import { type Passage, passagesOf } from './statements/passage.js';
import { isNegated } from './statements/phrase.js';
import { type QuotationIndex, quotationIndex } from './statements/quotation-index.js';
import { findQuotations } from './statements/quotations.js';
import { stanceOf } from './statements/stance.js';

/**
 * Reads who says what in an article:
 *
 * 1. its quotations, over sentences and paragraphs;
 * 2. in each sentence the words of speech, belief and intention, with speaker and content;
 * 3. quotations that go on without a new cue, which stay with the last speaker;
 * 4. speakers, resolved through the article's mentions;
 * 5. their stance, for which the deeds of the article count: who tells of another's raid accuses.
 */
export function readStatements(page: AnnotatedArticle, actions: Found<ActionClaim>[] = []): Found<StatementClaim>[] {
  const { text } = page.article;
  const quotations = findQuotations(text, page.sentences);
  const passages = passagesOf(text, page.sentences, quotations);
  const mentions = mentionIndex(page.mentions);
  const drafts = withContinuations(
    text,
    passages,
    quotations,
    passages.flatMap(passage => draftsIn(passage, mentions)),
  );
  const met: SpeakersMet = new Map();
  const places = quotationIndex(quotations);
  const hostile = actions.filter(({ type, negated }) => HOSTILE.has(type) && !negated);
  return drafts.map(draft => statementOf(draft, places, mentions, met, hostile));
}

function draftsIn(passage: Passage, mentions: MentionIndex): Placed[] {
  const { tokens } = passage.tree;
  const drafts: Draft[] = [];
  const asides = denialAsides(passage.tree);
  for (let at = 0; at < tokens.length; at++) {
    const here = cueAt(tokens, at);
    if (!here || asides.some(({ verb }) => verb === at)) continue;
    const draft =
      here.cue.kind === 'verb'
        ? (statementByVerb(passage, here) ?? statementByTag(passage, here))
        : here.cue.kind === 'noun'
          ? statementByNoun(passage, here)
          : here.cue.kind === 'adjective'
            ? statementByAdjective(passage, here)
            : here.cue.kind === 'phrase'
              ? statementByPhrase(passage, here)
              : null;
    if (draft && draft.content.length > 0) drafts.push(draft);
  }
  for (const draft of [statementByColon(passage, mentions), statementBySourceLast(passage), statementByDash(passage)]) {
    if (draft && !drafts.some(({ content }) => content[0]!.start === draft.content[0]!.start)) drafts.push(draft);
  }
  for (const silence of silencesIn(passage)) {
    // "Hungary did not condemn Russia, an aide said" tells of what was not done; nobody is silent.
    const { start } = tokens[silence.cue!.first]!;
    if (drafts.some(({ content }) => content.some(span => span.start <= start && start < span.end))) continue;
    // "stopped short of blaming Iran" does not blame.
    const undone = drafts.findIndex(({ cue }) => cue !== null && cue.first === silence.cue!.end);
    if (undone >= 0 && tokens[silence.cue!.end - 1]!.form === 'of') drafts.splice(undone, 1);
    if (!drafts.some(({ cue }) => cue !== null && cue.first < silence.cue!.end && silence.cue!.first < cue.end))
      drafts.push(silence);
  }
  for (const aside of asides) {
    const denial = statementByDenialAside(passage, aside, drafts);
    if (denial) drafts.push(denial);
  }
  const spoken = withoutDoubles(withoutOwnThoughts(passage, withSpeakers(passage, drafts)));
  return spoken.map(draft => ({ draft, passage }));
}

function statementOf(
  { draft, passage }: Placed,
  quotations: QuotationIndex,
  mentions: MentionIndex,
  met: SpeakersMet,
  hostile: Found<ActionClaim>[],
): Found<StatementClaim> {
  const { text } = passage;
  const { tokens } = passage.tree;
  const cue = draft.cue && { start: tokens[draft.cue.first]!.start, end: tokens[draft.cue.end - 1]!.end };
  const speaker = draft.speaker && identified(passage, draft.speaker, mentions, met);
  const content = draft.content.map(span => withoutFinalMark(text, span)).sort((a, b) => a.start - b.start);
  const form = formOf(content, quotations);
  const all: Span[] = [...content, ...(cue ? [cue] : []), ...(speaker ? [speaker] : [])];
  return {
    kind: 'statement',
    start: Math.min(...all.map(span => span.start)),
    end: Math.max(...all.map(span => span.end)),
    confidence: confidenceOf(draft, speaker),
    speaker,
    cue,
    content,
    form,
    stance: stanceOf({
      cueStance: draft.stance,
      isCueNegated: draft.cue !== null && isNegated(passage.tree, lastVerb(tokens, draft.cue)),
      words: tokens.filter(token => content.some(span => span.start <= token.start && token.end <= span.end)),
      isDirect: form === 'direct',
      isNaming: draft.isNaming === true,
      tellsOfHostility: hostile.some(
        ({ trigger, source }) =>
          content.some(span => span.start <= trigger.start && trigger.end <= span.end) &&
          source.length > 0 &&
          !source.includes(speaker?.country ?? ''),
      ),
      sideOf: words => sideOf(mentions, words, speaker?.country ?? null),
      speaker: speaker ? text.slice(speaker.start, speaker.end).toLowerCase().split(/\s+/) : [],
    }),
  };
}

/** Deeds of which who tells accuses the doer. */
const HOSTILE = new Set(['ASSAULT', 'COERCE']);

/** Below this, fewer than half of what a way of reading finds is right. */
const SURE = 0.74;

/**
 * How often statements read so are right, content and country of the speaker, on data/training (`npm run bench -- confidence`): what a sure
 * way of reading gives a speaker of a known country says of itself what it keeps; without a country half of it, and little of the rest.
 */
function confidenceOf({ confidence }: Draft, speaker: StatementClaim['speaker']): number {
  if (speaker?.country) return confidence >= SURE ? confidence : 0.4;
  return confidence >= SURE ? 0.4 : 0.3;
}

/** A span without the comma or stop it ends with: "We are friends," without its comma. */
function withoutFinalMark(text: string, { start, end }: Span): Span {
  const last = text.slice(Math.max(start, end - 6), end);
  if (/[^,\s],$/.test(last)) return { start, end: end - 1 };
  return /[\p{L}\p{N})”’"'%]\.$/u.test(last) && !ABBREVIATION.test(last) ? { start, end: end - 1 } : { start, end };
}

/** The stop of "U.S." or "Mr." belongs to the word. */
const ABBREVIATION = /\b(?:\p{Lu}|[a-z]\.[a-z]|Mr|Mrs|Dr|Inc|Corp|Jr|Sr)\.$/u;

function sideOf(mentions: MentionIndex, words: Span, own: string | null): 'own' | 'other' | null {
  const countries = mentions.within(words).flatMap(mention => mention.countries);
  if (own === null || countries.length === 0) return null;
  return countries.includes(own) ? 'own' : 'other';
}

/** The verb that a cue of several words turns on: "has not said". */
function lastVerb(tokens: Token[], { first, end }: { first: number; end: number }): number {
  for (let at = end - 1; at > first; at--) if (tokens[at]!.upos === 'VERB') return at;
  return first;
}

/** direct: only quoted words; indirect: none; mixed: a clause with quoted parts. */
function formOf(content: Span[], quotations: QuotationIndex): StatementClaim['form'] {
  if (content.every(span => quotations.holds(span))) return 'direct';
  return content.some(span => quotations.touches(span)) ? 'mixed' : 'indirect';
}
