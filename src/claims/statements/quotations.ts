import type { Sentence } from '../../language/sentence.js';
import type { Span } from '../../reading.js';

/** Words between quotation marks. */
export interface Quotation extends Span {
  /** With its marks; `start` and `end` of the quotation itself are the words between them. */
  outer: Span;
  /** The words, one span a paragraph where the quotation goes on over several. */
  parts: Span[];
  /** 0 for a quotation of the article, 1 for one inside another. */
  depth: number;
}

/** Longest stretch that single marks may span: beyond it an apostrophe was taken for a mark. */
const LONGEST_SINGLE = 400;

/**
 * Finds the quotations of an article, in the order of the text: curly, straight, doubled and single marks, one inside
 * the other, and quotations that go on over paragraphs, each of which then opens anew. One pass over the text.
 */
export function findQuotations(text: string, sentences: Sentence[]): Quotation[] {
  const quotations: Quotation[] = [];
  let open: Opened | null = null;
  for (const paragraph of paragraphSpans(sentences)) {
    if (open && !continuesAt(text, paragraph.start)) {
      close(quotations, open, open.parts.at(-1)!.end, open.parts.at(-1)!.end);
      open = null;
    }
    open = scanParagraph(text, paragraph, open, quotations);
  }
  if (open) close(quotations, open, open.parts.at(-1)!.end, open.parts.at(-1)!.end);
  return quotations.sort((a, b) => a.start - b.start);
}

/** A quotation whose closing mark has not been met yet. */
interface Opened {
  mark: 'double' | 'single';
  outerStart: number;
  start: number;
  /** Finished paragraphs of it. */
  parts: Span[];
}

/** Scans one paragraph; returns the double quotation that is still open at its end. */
function scanParagraph(text: string, { start, end }: Span, carried: Opened | null, found: Quotation[]): Opened | null {
  let double: Opened | null = carried;
  let single: Opened | null = null;
  let at = start;
  if (double) {
    at += markLength(text, start);
    double.start = at;
  }
  while (at < end) {
    const length = markLength(text, at);
    if (length === 0) {
      at++;
      continue;
    }
    const mark = text.slice(at, at + length);
    if (isDouble(mark)) {
      if (double && !opensOnly(mark)) {
        if (single) single = null;
        close(found, double, at, at + length);
        double = null;
      } else if (!double && !closesOnly(mark)) {
        double = { mark: 'double', outerStart: at, start: at + length, parts: [] };
      }
    } else if (single && closesSingle(text, at, end)) {
      close(found, single, at, at + 1, double ? 1 : 0);
      single = null;
    } else if (!single && opensSingle(text, at, end)) {
      single = { mark: 'single', outerStart: at, start: at + 1, parts: [] };
    } else if (single && at - single.start > LONGEST_SINGLE) {
      single = null;
    }
    at += length;
  }
  if (!double) return null;
  double.parts.push({ start: double.start, end });
  return double;
}

function close(found: Quotation[], open: Opened, end: number, outerEnd: number, depth = 0): void {
  const parts = end > (open.parts.at(-1)?.end ?? -1) ? [...open.parts, { start: open.start, end }] : open.parts;
  const start = parts[0]?.start ?? open.start;
  if (end > start) found.push({ start, end, outer: { start: open.outerStart, end: outerEnd }, parts, depth });
}

/** Length of the quotation mark at a place, 0 where there is none. */
function markLength(text: string, at: number): number {
  const character = text[at]!;
  if ((character === "'" || character === '’' || character === '‘' || character === '`') && text[at + 1] === character)
    return 2;
  return '“”„"«»‘’\''.includes(character) ? 1 : 0;
}

function isDouble(mark: string): boolean {
  return mark.length === 2 || '“”„"«»'.includes(mark);
}

function opensOnly(mark: string): boolean {
  return mark === '“' || mark === '„' || mark === '«' || mark === '``' || mark === '‘‘';
}

function closesOnly(mark: string): boolean {
  return mark === '”' || mark === '»' || mark === '’’';
}

/** A paragraph that goes on with an open quotation starts with an opening mark. */
function continuesAt(text: string, at: number): boolean {
  const length = markLength(text, at);
  const mark = text.slice(at, at + length);
  return length > 0 && isDouble(mark) && !closesOnly(mark);
}

function opensSingle(text: string, at: number, end: number): boolean {
  if (text[at] === '’') return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}$£€“"[(…]/u.test(after)) return false;
  if (/^'\d\ds?\b/.test(text.slice(at, at + 5))) return false;
  const limit = Math.min(end, at + LONGEST_SINGLE);
  for (let ahead = at + 2; ahead < limit; ahead++) if (closesSingle(text, ahead, end)) return true;
  return false;
}

/** A closing single mark follows a word or stop and is not followed by a letter: "Clinton’s" closes nothing. */
function closesSingle(text: string, at: number, end: number): boolean {
  if (text[at] !== '’' && text[at] !== "'") return false;
  const after = at + 1 < end ? text[at + 1]! : ' ';
  return (
    !/[\p{L}\p{N}]/u.test(after) &&
    !/\s/.test(text[at - 1] ?? ' ') &&
    !(/s/i.test(text[at - 1]!) && /^ [a-z]/.test(text.slice(at + 1, at + 3)) && hasLaterClose(text, at, end))
  );
}

/** "the voters' choice' was": after a plural's apostrophe the mark that closes is still to come. */
function hasLaterClose(text: string, at: number, end: number): boolean {
  const limit = Math.min(end, at + 60);
  for (let ahead = at + 2; ahead < limit; ahead++) {
    if (
      (text[ahead] === '’' || text[ahead] === "'") &&
      !/[\p{L}\p{N}]/u.test(text[ahead + 1] ?? ' ') &&
      !/[s\s]/i.test(text[ahead - 1]!)
    )
      return true;
    if (text[ahead] === '‘') return false;
  }
  return false;
}

function paragraphSpans(sentences: Sentence[]): Span[] {
  const spans: Span[] = [];
  let paragraph = -1;
  for (const sentence of sentences) {
    if (sentence.paragraph === paragraph) spans.at(-1)!.end = sentence.end;
    else spans.push({ start: sentence.start, end: sentence.end });
    paragraph = sentence.paragraph;
  }
  return spans;
}
