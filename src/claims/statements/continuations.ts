import type { Draft } from './draft.js';
import type { Passage } from './passage.js';
import { type QuotationIndex, quotationIndex } from './quotation-index.js';
import type { Quotation } from './quotations.js';

/** A draft with the passage it stands in. */
export interface Placed {
  draft: Draft;
  passage: Passage;
}

/** Shortest quotation, in characters, that is a statement though nobody is named who speaks it. */
const SHORTEST_UNTAGGED = 25;

/**
 * Gives quotations without a cue of their own to the statement before them: '"A," Xi said. "B."' is one statement.
 * A quotation that opens a sentence right behind a statement, in its paragraph or as the next one, goes on with it.
 */
export function withContinuations(
  text: string,
  passages: Passage[],
  quotations: Quotation[],
  drafts: Placed[],
): Placed[] {
  const places = quotationIndex(quotations);
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
      if (own.length === 0 && last && goesOn(text, last, passage, quotation, places)) {
        last.draft.content.push(...quotation.parts);
      } else if (own.length === 0 && quotation.end - quotation.start > SHORTEST_UNTAGGED) {
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
    const speech = own.filter(({ draft }) => draft.content.some(span => places.holds(span)));
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
function goesOn(text: string, last: Placed, passage: Passage, quotation: Quotation, places: QuotationIndex): boolean {
  const isNextParagraph = passage.sentence.paragraph > last.passage.sentence.paragraph;
  if (isNextParagraph && !places.holds(last.draft.content.at(-1)!)) return false;
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
