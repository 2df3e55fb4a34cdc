import type { Span } from '../reading.js';

/**
 * The paragraphs of a text. A blank line ends one. Inside a block of lines, a line break ends one too, unless the block
 * is hard-wrapped: there a line is full when the first word of the next line would not have fitted on it.
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let block: Span[] = [];
  for (const line of lines(text)) {
    if (line.start === line.end) {
      for (const paragraph of joinWrapped(text, block)) found.push(paragraph);
      block = [];
    } else {
      block.push(line);
    }
  }
  for (const paragraph of joinWrapped(text, block)) found.push(paragraph);
  return found;
}

/** Lines without the space around them; a blank line has no length. */
function* lines(text: string): Generator<Span> {
  let start = 0;
  while (start <= text.length) {
    let end = nextBreak(text, start);
    const following = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    yield { start, end };
    start = following;
  }
}

function nextBreak(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return i;
  }
  return text.length;
}

function joinWrapped(text: string, block: Span[]): Span[] {
  const longest = block.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  // One long line among short ones is no wrapping; it takes several that reach about as far.
  const width = block.filter(line => line.end - line.start > longest * 0.85).length > 1 ? longest : 0;
  const joined: Span[] = [];
  block.forEach((line, i) => {
    const paragraph = joined.at(-1);
    if (paragraph && continues(text, block[i - 1]!, line, width)) paragraph.end = line.end;
    else joined.push({ ...line });
  });
  return joined;
}

/** Widest line that people or programs wrap to by hand; longer lines are whole paragraphs. */
const WIDEST_WRAP = 132;
const NARROWEST_WRAP = 30;
const OPENS_ITEM = /[-*•·–—>#]|\d{1,3}[.)]\s/y;

function continues(text: string, previous: Span, line: Span, width: number): boolean {
  OPENS_ITEM.lastIndex = line.start;
  if (OPENS_ITEM.test(text)) return false;
  const length = previous.end - previous.start;
  const endsOpen = /[\p{L}\p{N},;:–-]/u.test(text[previous.end - 1]!);
  if (endsOpen && length >= NARROWEST_WRAP && /\p{Ll}/u.test(text[line.start]!)) return true;
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return false;
  const firstWord = firstWordLength(text, line);
  // Wrapped text has ragged ends; two letters of tolerance for programs that count differently.
  return length + 1 + firstWord > width - 2 && length > width * 0.6;
}

function firstWordLength(text: string, line: Span): number {
  let end = line.start;
  while (end < line.end && !/\s/.test(text[end]!)) end++;
  return end - line.start;
}
