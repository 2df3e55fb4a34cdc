import type { Check } from '$upperhand/check/check.js';
import type { ReadArticle } from '$upperhand/desk.js';
import type { Claim, ClaimKind, Span } from '$upperhand/reading.js';

/** Each kind of claim has a letter beside its colour, so that colour is never alone in telling them apart. */
export const LETTERS: Record<ClaimKind, string> = {
  action: 'A',
  statement: 'S',
  figure: 'F',
  address: 'D',
  office: 'O',
  judgement: 'J',
};

export interface NumberedClaim {
  number: number;
  letter: string;
  claim: Claim;
  words: string;
  checks: Check[];
}

/** A piece of text under the same claims throughout. */
export interface Segment {
  text: string;
  /** Claims that cover it, the widest first, each with the lane its line is drawn in: 0 lies next to the words. */
  under: { id: string; number: number; kind: ClaimKind; lane: number }[];
  /** Claims that begin here: their marks stand before the text. */
  begins: NumberedClaim[];
  /** In a sentence in which nothing was read. */
  unread: boolean;
}

/** A paragraph as published, with the claims that begin in it. */
export interface MarkedParagraph {
  segments: Segment[];
  claims: NumberedClaim[];
  boilerplate: boolean;
}

const LANES = 4;

/** An article as paragraphs whose text is cut where claims begin and end; all text together is the article's own. */
export function markedParagraphs({ reading, checks, sentences }: ReadArticle): MarkedParagraph[] {
  const { text } = reading.document;
  const claims = numbered(reading.claims, checks, text);
  const lanes = lanesOf(reading.claims);
  return paragraphsOf(text).map(paragraph => {
    const own = claims.filter(({ claim }) => claim.start >= paragraph.start && claim.start < paragraph.end);
    const over = claims.filter(({ claim }) => claim.start < paragraph.end && claim.end > paragraph.start);
    const unread = sentences.unread.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
    const lines = reading.sentences.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
    const cuts = [...over.map(({ claim }) => claim), ...unread].flatMap(({ start, end }) => [start, end]);
    return {
      claims: own,
      boilerplate: lines.length > 0 && lines.every(({ boilerplate }) => boilerplate),
      segments: pieces(paragraph, cuts).map(piece => ({
        text: text.slice(piece.start, piece.end),
        under: over
          .filter(({ claim }) => claim.start <= piece.start && claim.end >= piece.end)
          .map(({ number, claim }) => ({ id: claim.id, number, kind: claim.kind, lane: lanes.get(claim) ?? 0 }))
          .sort((one, other) => other.lane - one.lane),
        begins: own.filter(({ claim }) => claim.start === piece.start),
        unread: unread.some(({ start, end }) => start <= piece.start && end >= piece.end),
      })),
    };
  });
}

function numbered(claims: Claim[], checks: Check[], text: string): NumberedClaim[] {
  const byClaim = new Map<string | null, Check[]>();
  for (const check of checks) byClaim.set(check.claim, [...(byClaim.get(check.claim) ?? []), check]);
  return claims.map((claim, index) => ({
    number: index + 1,
    letter: LETTERS[claim.kind],
    claim,
    words: text.slice(claim.start, claim.end),
    checks: byClaim.get(claim.id) ?? [],
  }));
}

/** Shorter claims lie next to the words, those around them further below; those that meet never share a lane. */
function lanesOf(claims: Claim[]): Map<Claim, number> {
  const lanes = new Map<Claim, number>();
  for (const claim of claims.toSorted((one, other) => one.end - one.start - (other.end - other.start))) {
    const taken = new Set(
      claims.filter(other => lanes.has(other) && meets(claim, other)).map(other => lanes.get(other)),
    );
    let lane = 0;
    while (lane < LANES - 1 && taken.has(lane)) lane++;
    lanes.set(claim, lane);
  }
  return lanes;
}

function meets(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => /\S/.test(line))
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

function pieces({ start, end }: Span, cuts: number[]): Span[] {
  const at = [...new Set([start, ...cuts.filter(cut => cut > start && cut < end), end])].sort(
    (one, other) => one - other,
  );
  return at.slice(1).map((cut, index) => ({ start: at[index]!, end: cut }));
}
