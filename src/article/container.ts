import { BadInput } from '../errors.js';
import { type Article, articleFromText, type DocumentInput } from './article.js';
import { articlesFromFeed, looksLikeFeed } from './feed.js';
import { articleFromHtml, looksLikeHtml } from './html.js';
import { articleFromWord, looksLikeWord } from './word.js';

/** What an article came in. */
export type Container = 'text' | 'html' | 'word' | 'pdf';

/** An article that came out of a file, with the bytes that it was made of. */
export interface ArticleFound {
  name: string;
  article: Article;
  container: Container;
  original: Uint8Array;
}

/**
 * The articles in the bytes of a file: one in a text, a page or a Word file, one an item in a feed; told apart by content.
 * An item of a feed that cannot be read is given as its error.
 *
 * @param name see `articleFromBytes`; an item's is the feed's with its number.
 * @throws BadInput as `articleFromBytes` does.
 */
export function articlesFromBytes(
  bytes: Uint8Array,
  name: string,
  known: Omit<DocumentInput, 'text'> = {},
): (ArticleFound | { name: string; error: Error })[] {
  if (looksLikeWord(bytes)) {
    return [{ name, original: bytes, container: 'word', article: named(name, () => articleFromWord(bytes, known)) }];
  }
  const text = decode(bytes, name);
  if (!looksLikeFeed(text)) return [{ name, original: bytes, ...articleFromBytes(bytes, name, known) }];
  return named(name, () => articlesFromFeed(text)).map((item, i) => {
    const itemName = `${name}:${i + 1}`;
    if (item instanceof Error) return { name: itemName, error: new BadInput(`${itemName}: ${item.message}`) };
    return { name: itemName, ...item, original: new TextEncoder().encode(item.content) };
  });
}

/**
 * Makes an article of the bytes of a file: UTF-8 (or UTF-16 with its mark), plain text or HTML, told apart by content.
 *
 * @param name what the bytes are called in an error: the file's name, or "standard input".
 * @param container overrules the guess.
 * @throws BadInput where the bytes are empty, binary, or not text in a known encoding.
 */
export function articleFromBytes(
  bytes: Uint8Array,
  name: string,
  known: Omit<DocumentInput, 'text'> = {},
  container?: 'text' | 'html',
): { article: Article; container: 'text' | 'html' } {
  const text = decode(bytes, name);
  const kind = container ?? (looksLikeHtml(text) ? 'html' : 'text');
  const make = () => (kind === 'html' ? articleFromHtml(text, known) : articleFromText({ ...known, text }));
  return { article: named(name, make), container: kind };
}

/** Does some work; what is wrong with an article is told with its name. */
export function named<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadInput) throw new BadInput(`${name}: ${error.message}`);
    throw error;
  }
}

/**
 * The text of some bytes, without a byte order mark.
 *
 * @throws BadInput where they are empty, binary, or neither UTF-8 nor marked UTF-16.
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new BadInput(`${name}: the file is empty`);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  if (encoding === 'utf-8' && bytes.subarray(0, 65_536).includes(0)) {
    throw new BadInput(`${name}: this is a binary file; give text or HTML`);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${name}: this is not text in UTF-8; save it as UTF-8 and try again`);
  }
}
