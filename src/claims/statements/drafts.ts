import type { Span } from '../../reading.js';
import { statementByQuotation } from './by-quotation.js';
import type { Draft } from './draft.js';
import type { Passage } from './passage.js';

/** Gives each quotation that no named speaker has yet to whom the words beside it name. */
export function withSpeakers(passage: Passage, drafts: Draft[]): Draft[] {
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
export function withoutOwnThoughts({ quotations, tree: { tokens } }: Passage, drafts: Draft[]): Draft[] {
  return drafts.filter(({ cue, speaker, stance, content }) => {
    if (!cue) return true;
    const { start } = tokens[cue.first]!;
    // "accused them of wanting the war to go on": those accused want it, and nobody is quoted for it.
    if (tokens[cue.first]!.xpos === 'VBG' && /^(?:of|for|with)$/.test(tokens[cue.first - 1]?.form ?? '')) {
      if (drafts.some(other => other.stance === 'accuse' && other.content.some(span => holds(span, start))))
        return false;
    }
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
export function withoutDoubles(drafts: Draft[]): Draft[] {
  return drafts.filter(
    (draft, index) =>
      !drafts.some(
        (other, place) =>
          place !== index &&
          draft.isAside === other.isAside &&
          (draft.stance === 'deny') === (other.stance === 'deny') &&
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
