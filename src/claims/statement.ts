import type { Token } from '../language/sentence.js';
import type { Found, Span, StatementClaim } from '../reading.js';
import type { AnnotatedArticle } from './annotated.js';
import { statementByColon, statementByDash } from './statements/by-colon.js';
import { statementByAdjective, statementByNoun, statementByPhrase } from './statements/by-noun.js';
import { statementByQuotation } from './statements/by-quotation.js';
import { statementByVerb } from './statements/by-verb.js';
import { cueAt } from './statements/cues.js';
import type { Draft } from './statements/draft.js';
import { identified, type SpeakersMet } from './statements/identity.js';
import { type MentionIndex, mentionIndex } from './statements/mention-index.js';
import { type Passage, passagesOf } from './statements/passage.js';
import { isNegated } from './statements/phrase.js';
import { findQuotations, type Quotation } from './statements/quotations.js';
import { stanceOf } from './statements/stance.js';

/**
 * Reads who says what in an article:
 *
 * 1. its quotations, over sentences and paragraphs;
 * 2. in each sentence the words of speech, belief and intention, with speaker and content;
 * 3. quotations that go on without a new cue, which stay with the last speaker;
 * 4. speakers, resolved through the article's mentions.
 */
export function readStatements(page: AnnotatedArticle): Found<StatementClaim>[] {
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
  return drafts.map(draft => statementOf(draft, quotations, mentions, met));
}

/** A draft with the passage it stands in. */
interface Placed {
  draft: Draft;
  passage: Passage;
}

function draftsIn(passage: Passage, mentions: MentionIndex): Placed[] {
  const { tokens } = passage.tree;
  const drafts: Draft[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const here = cueAt(tokens, at);
    if (!here) continue;
    const draft =
      here.cue.kind === 'verb'
        ? statementByVerb(passage, here)
        : here.cue.kind === 'noun'
          ? statementByNoun(passage, here)
          : here.cue.kind === 'adjective'
            ? statementByAdjective(passage, here)
            : here.cue.kind === 'phrase'
              ? statementByPhrase(passage, here)
              : null;
    if (draft && draft.content.length > 0) drafts.push(draft);
  }
  for (const draft of [statementByColon(passage, mentions), statementByDash(passage)]) {
    if (draft && !drafts.some(({ content }) => content[0]!.start === draft.content[0]!.start)) drafts.push(draft);
  }
  const spoken = withoutDoubles(withoutOwnThoughts(passage, withSpeakers(passage, drafts)));
  return spoken.map(draft => ({ draft, passage }));
}

/** Gives each quotation that no named speaker has yet to whom the words beside it name. */
function withSpeakers(passage: Passage, drafts: Draft[]): Draft[] {
  const { tokens } = passage.tree;
  let kept = drafts;
  for (const quotation of [...passage.quotations, ...(passage.following ? [passage.following] : [])]) {
    const own = kept.filter(
      ({ content, cue }) =>
        content.some(span => span.start < quotation.end && quotation.start < span.end) &&
        (!cue || !holds(quotation.outer, tokens[cue.first]!.start)),
    );
    if (own.some(({ speaker }) => speaker !== null)) continue;
    const draft = statementByQuotation(passage, quotation);
    if (draft) kept = [...kept.filter(other => !own.includes(other)), draft];
  }
  return kept;
}

/**
 * Inside a quotation only statements of somebody named count as his ("Putin told me that ..."): what pronouns and
 * unnamed people want, know and say there is the quoted speaker's own talk. So is "he plans" in "he said he plans to".
 */
function withoutOwnThoughts({ quotations, tree: { tokens } }: Passage, drafts: Draft[]): Draft[] {
  return drafts.filter(({ cue, speaker, stance, content }) => {
    if (!cue) return true;
    const { start } = tokens[cue.first]!;
    const isName = speaker !== null && tokens[speaker.head]!.upos === 'PROPN';
    if (quotations.some(({ outer }) => outer.start <= start && start < outer.end)) return isName;
    const isToldPlan = stance === 'intend' && speaker !== null && tokens[speaker.head]!.upos === 'PRON';
    return (
      !isToldPlan || !drafts.some(other => other.content !== content && other.content.some(span => holds(span, start)))
    );
  });
}

function holds({ start, end }: Span, place: number): boolean {
  return start <= place && place < end;
}

/** Of two cues that claim the very same content the more confident one stays. */
function withoutDoubles(drafts: Draft[]): Draft[] {
  return drafts.filter(
    (draft, index) =>
      !drafts.some(
        (other, place) =>
          place !== index &&
          ((sameSpans(draft.content, other.content) &&
            (other.confidence > draft.confidence || (other.confidence === draft.confidence && place < index))) ||
            isPartOf(draft, other)),
      ),
  );
}

/** 'expressed' and 'expressed "deep concern"': two cues that share their verb; the one with less content is a part. */
function isPartOf(draft: Draft, other: Draft): boolean {
  if (!draft.cue || !other.cue || draft.cue.end <= other.cue.first || other.cue.end <= draft.cue.first) return false;
  const [own, longer] = [draft.content, other.content];
  return own[0]!.start >= longer[0]!.start && own.at(-1)!.end <= longer.at(-1)!.end && !sameSpans(own, longer);
}

function sameSpans(a: Span[], b: Span[]): boolean {
  return a[0]!.start === b[0]!.start && a.at(-1)!.end === b.at(-1)!.end;
}

/**
 * Gives quotations without a cue of their own to the statement before them: '"A," Xi said. "B."' is one statement.
 * A quotation that opens a sentence right behind a statement, in its paragraph or as the next one, goes on with it.
 */
function withContinuations(text: string, passages: Passage[], quotations: Quotation[], drafts: Placed[]): Placed[] {
  const claimed = claimedQuotations(quotations, drafts);
  let last: Placed | null = null;
  const byPassage = draftsByPassage(drafts);
  const kept = [...drafts];
  for (const passage of passages) {
    const all = byPassage.get(passage) ?? [];
    const own = all.filter(
      ({ draft }) => !passage.quotations.some(quotation => isInside(cueStart(draft, passage), quotation)),
    );
    for (const quotation of passage.quotations) {
      if (claimed.has(quotation) || quotation.outer.start !== passage.sentence.start) continue;
      claimed.add(quotation);
      if (own.length === 0 && last && goesOn(text, last, passage, quotation, quotations)) {
        last.draft.content.push(...quotation.parts);
      } else if (own.length === 0 && quotation.end - quotation.start > 25) {
        const draft: Draft = {
          speaker: null,
          cue: null,
          content: [...quotation.parts],
          stance: 'assert',
          confidence: 0.4,
        };
        kept.push({ draft, passage });
      }
    }
    const speech = own.filter(({ draft }) => draft.content.some(span => isQuoted(span, quotations)));
    if (own.length > 0) last = speech.at(-1) ?? own.at(-1)!;
    else if (last && passage.sentence.paragraph > last.passage.sentence.paragraph + 1) last = null;
  }
  return kept.sort((a, b) => startOf(a) - startOf(b));
}

/**
 * The quotations that some statement already gives to a speaker. A statement made inside a quotation ("I believe that
 * ...") does not: its cue stands between the marks.
 */
function claimedQuotations(quotations: Quotation[], drafts: Placed[]): Set<Quotation> {
  const spans = drafts
    .flatMap(({ draft, passage }) => draft.content.map(span => ({ ...span, cue: cueStart(draft, passage) })))
    .sort((a, b) => a.start - b.start);
  const claimed = new Set<Quotation>();
  let from = 0;
  for (const quotation of quotations) {
    while (from < spans.length && spans[from]!.end <= quotation.start) from++;
    for (let at = from; at < spans.length && spans[at]!.start < quotation.end; at++) {
      const { start, end, cue } = spans[at]!;
      if (end > quotation.start && start < quotation.end && !isInside(cue, quotation)) claimed.add(quotation);
    }
  }
  return claimed;
}

function cueStart({ cue, content }: Draft, { tree }: Passage): number {
  return cue ? tree.tokens[cue.first]!.start : content[0]!.start - 1;
}

function isInside(place: number, { outer }: Quotation): boolean {
  return outer.start <= place && place < outer.end;
}

function draftsByPassage(drafts: Placed[]): Map<Passage, Placed[]> {
  const groups = new Map<Passage, Placed[]>();
  for (const placed of drafts) groups.set(placed.passage, [...(groups.get(placed.passage) ?? []), placed]);
  return groups;
}

/** Between the statement and the quotation there is nothing but white space and marks, or a colon leads to it. */
function goesOn(text: string, last: Placed, passage: Passage, quotation: Quotation, all: Quotation[]): boolean {
  const isNextParagraph = passage.sentence.paragraph > last.passage.sentence.paragraph;
  if (isNextParagraph && !isQuoted(last.draft.content.at(-1)!, all)) return false;
  const end = Math.max(last.passage.sentence.end, last.draft.content.at(-1)!.end);
  if (quotation.outer.start < end) return false;
  return (
    passage.sentence.paragraph <= last.passage.sentence.paragraph + 1 &&
    /^[\s"“”'’.]*$/.test(text.slice(end, quotation.outer.start))
  );
}

function startOf({ draft, passage }: Placed): number {
  return Math.min(
    draft.content[0]!.start,
    draft.cue ? passage.tree.tokens[draft.cue.first]!.start : Number.POSITIVE_INFINITY,
  );
}

function statementOf(
  { draft, passage }: Placed,
  quotations: Quotation[],
  mentions: MentionIndex,
  met: SpeakersMet,
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
    confidence: draft.confidence,
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
      sideOf: words => sideOf(mentions, words, speaker?.country ?? null),
      speaker: speaker ? text.slice(speaker.start, speaker.end).toLowerCase().split(/\s+/) : [],
    }),
  };
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
function formOf(content: Span[], quotations: Quotation[]): StatementClaim['form'] {
  if (content.every(span => isQuoted(span, quotations))) return 'direct';
  const touched = content.some(span => quotations.some(({ start, end }) => start < span.end && span.start < end));
  return touched ? 'mixed' : 'indirect';
}

function isQuoted(span: Span, quotations: Quotation[]): boolean {
  return quotations.some(({ outer }) => outer.start <= span.start && span.end <= outer.end);
}
