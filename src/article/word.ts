import { unzipSync } from 'fflate';
import { BadInput } from '../errors.js';
import { type Article, articleFromText, type DocumentInput, publishedOn } from './article.js';
import { isInside, readXml } from './xml.js';
import { checksumsOf, isAsPacked } from './zip.js';

/** Parts of a Word file that are read, by their names in it; everything else in the file stays packed. */
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'docProps/core.xml'] as const;

/** Bounds of a file that is what it says: the largest part, its parts, and how far a part is packed (XML packs to about 1/20). */
const LARGEST_PART = 50_000_000;
const MOST_ENTRIES = 10_000;
const PACKED_MOST = 250;
const SMALL_PART = 1_000_000;

const DAMAGED = 'the Word file is damaged; save it again and try once more';

/** Text that is there but does not stand on the page: what was deleted, and the second telling of a drawing. */
const UNREAD = new Set(['del', 'moveFrom', 'Fallback', 'instrText']);

/**
 * Makes an article of a Word file (.docx): headings and paragraphs in their order, one a block, then the notes; title and
 * day from the file's own properties where the caller gives none. Nothing of the file is unpacked to disk or run.
 *
 * @throws BadInput where it is no such file, locked by a password, damaged, larger than 50 MB unpacked, or without text.
 */
export function articleFromWord(bytes: Uint8Array, known: Omit<DocumentInput, 'text'> = {}): Article {
  const parts = unpack(bytes);
  const paragraphs = paragraphsOf(parts.get('word/document.xml') ?? '');
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap(part => paragraphsOf(parts.get(part) ?? ''));
  const properties = propertiesOf(parts.get('docProps/core.xml') ?? '');
  const heading = paragraphs.find(({ style }) => /^(?:title|heading1)$/i.test(style))?.text;
  const text = [...paragraphs, ...notes].map(paragraph => paragraph.text).join('\n\n');
  if (!text) throw new BadInput('the Word file holds no text');
  const title = known.title ?? properties.title ?? heading ?? null;
  const article = articleFromText({ ...known, title, text });
  return known.date || !properties.date ? article : { ...article, date: publishedOn(properties.date, 'metadata') };
}

/** Do these bytes begin like a Word file? Other files begin so too: all zip archives. */
export function looksLikeWord(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function unpack(bytes: Uint8Array): Map<string, string> {
  let entries = 0;
  const wanted = new Set<string>(PARTS);
  try {
    const checksums = checksumsOf(bytes, wanted);
    const unpacked = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (++entries > MOST_ENTRIES) throw new BadInput(`the file has more than ${MOST_ENTRIES} parts`);
        if (!wanted.has(name)) return false;
        if (originalSize > LARGEST_PART) throw new BadInput(`${name} is larger than ${LARGEST_PART / 1e6} MB unpacked`);
        if (originalSize > SMALL_PART && originalSize > size * PACKED_MOST) {
          throw new BadInput(`${name} unpacks to more than ${PACKED_MOST} times its size`);
        }
        return true;
      },
    });
    const parts = new Map(Object.entries(unpacked).map(([name, part]) => [name, utf(part)]));
    if (!parts.has('word/document.xml'))
      throw new BadInput('this archive is no Word file; unpack it and give its files');
    // A directory that gives too small a size makes the unpacking stop early, without a word.
    if (!/<\/(?:\w+:)?document>\s*$/.test(parts.get('word/document.xml')!.slice(-200)))
      throw new BadInput('the Word file is cut off; save it again and try once more');
    for (const [name, part] of Object.entries(unpacked)) {
      if (!isAsPacked(part, checksums.get(name))) throw new BadInput(DAMAGED);
    }
    return parts;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(DAMAGED);
  }
}

function utf(part: Uint8Array): string {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(part);
}

interface Paragraph {
  text: string;
  style: string;
}

function paragraphsOf(xml: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  /** Paragraphs nest where a drawing holds text: the inner ones come first. */
  const open: Paragraph[] = [];
  readXml(xml, {
    opened({ name, attributes }, path) {
      if (name === 'p') open.push({ text: '', style: '' });
      const paragraph = open.at(-1);
      if (!paragraph || isInside(path, UNREAD)) return;
      if (name === 'pStyle') paragraph.style = attributes['w:val'] ?? '';
      else if (name === 'tab' || name === 'br' || name === 'cr') paragraph.text += ' ';
      else if (name === 'noBreakHyphen') paragraph.text += '-';
    },
    text(text, path) {
      const paragraph = open.at(-1);
      if (paragraph && path.at(-1)?.name === 't' && !isInside(path, UNREAD)) paragraph.text += text;
    },
    closed({ name }) {
      if (name !== 'p') return;
      const paragraph = open.pop();
      const text = paragraph?.text.replace(/\s+/g, ' ').trim();
      if (paragraph && text) paragraphs.push({ ...paragraph, text });
    },
  });
  return paragraphs;
}

function propertiesOf(xml: string): { title: string | null; date: string | null } {
  const found: Record<string, string> = {};
  readXml(xml, {
    text(text, path) {
      const name = path.at(-1)?.name ?? '';
      if (name === 'title' || name === 'created') found[name] = (found[name] ?? '') + text;
    },
  });
  return { title: found.title?.replace(/\s+/g, ' ').trim() || null, date: dayOrNull(found.created) };
}

/** A property that is no date is no reason not to read the file. */
function dayOrNull(text: string | undefined): string | null {
  try {
    return text ? publishedOn(text, 'metadata').value : null;
  } catch {
    return null;
  }
}
