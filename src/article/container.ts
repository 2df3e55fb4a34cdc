import { BadInput } from '../errors.js';
import { type Article, articleFromText, type DocumentInput } from './article.js';
import { articleFromHtml, looksLikeHtml } from './html.js';

/** What an article came in. */
export type Container = 'text' | 'html';

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
  container?: Container,
): { article: Article; container: Container } {
  const text = decode(bytes, name);
  const kind = container ?? (looksLikeHtml(text) ? 'html' : 'text');
  try {
    return {
      article: kind === 'html' ? articleFromHtml(text, known) : articleFromText({ ...known, text }),
      container: kind,
    };
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
