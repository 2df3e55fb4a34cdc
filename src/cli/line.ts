/** A line of a JSONL file as an article. */
import { type Article, articleFromText, type DocumentInput } from '../article/article.js';
import { BadInput } from '../errors.js';

/**
 * The article in a line of JSON.
 *
 * @param name what the line is called in an error: its file and number.
 * @throws BadInput where the line is no JSON object with a text.
 */
export function articleOfLine(
  line: string,
  name: string,
): { article: Article; container: 'text'; original: Uint8Array } {
  try {
    // Half a character cannot be kept in UTF-8; the mark in its place is as long.
    const input = inputOf(JSON.parse(line), name);
    const article = articleFromText({ ...input, text: whole(input.text)! });
    return { article, container: 'text', original: Buffer.from(article.text) };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'the line is not JSON' : (error as Error).message;
    throw new BadInput(why.startsWith(name) ? why : `${name}: ${why}`);
  }
}

/** The fields of a line, checked: a number or an object in place of a text is the line's fault, not the reader's. */
function inputOf(value: unknown, name: string): DocumentInput {
  const fields = value as Record<string, unknown>;
  if (typeof value !== 'object' || value === null || typeof fields.text !== 'string') {
    throw new BadInput(`${name}: a document needs a field "text" that holds its text`);
  }
  const text = (field: string) => (typeof fields[field] === 'string' ? whole(fields[field]) : null);
  return {
    id: typeof fields.id === 'number' ? String(fields.id) : text('id'),
    text: fields.text,
    title: text('title'),
    url: text('url'),
    publisher: text('publisher'),
    language: text('language'),
    date: text('date'),
  };
}

function whole(text: string): string {
  return Buffer.from(text).toString();
}
