import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable, Transform } from 'node:stream';
import { articleFromText, type DocumentInput } from '../article/article.js';
import { type ArticleFound, articleFromBytes, articlesFromBytes } from '../article/container.js';
import { BadInput } from '../errors.js';
import { filesNamed } from './files.js';
import { looksLikePdf, textOfPdf } from './pdf.js';

export type InputFormat = 'auto' | 'text' | 'html' | 'jsonl';

/** An article that was handed in, with its bytes. */
export type ArticleHanded = ArticleFound;

/** One document that was handed in: an article, or why it cannot be one. */
export type Handed = ArticleHanded | { name: string; error: Error };

/** The most bytes one document may have, wherever it comes from. */
const LARGEST_ARTICLE = 200_000_000;

/**
 * The documents in files, folders and patterns of names (see files.ts), or on standard input where no file is named, one after the other.
 *
 * A file that cannot be read is handed on as its error, so that the rest goes on; `-` names standard input.
 *
 * @param known title, date ... that the caller gives for a single document.
 */
export async function* documentsIn(
  files: string[],
  format: InputFormat,
  known: Omit<DocumentInput, 'text'> = {},
): AsyncGenerator<Handed> {
  for (const file of files.length > 0 ? filesNamed(files) : ['-']) {
    if (format === 'jsonl' || (format === 'auto' && /\.(jsonl|ndjson)$/i.test(file))) yield* linesOf(file);
    else yield* wholeFile(file, format, known);
  }
}

async function* wholeFile(
  file: string,
  format: InputFormat,
  known: Omit<DocumentInput, 'text'>,
): AsyncGenerator<Handed> {
  const name = nameOf(file);
  try {
    const original = await bytesOf(file);
    if (format === 'text' || format === 'html') {
      yield { name, original, ...articleFromBytes(original, name, known, format) };
    } else if (looksLikePdf(original)) yield await pdf(original, name, known);
    else yield* articlesFromBytes(original, name, known);
  } catch (error) {
    yield { name, error: readable(error, file) };
  }
}

async function pdf(original: Uint8Array, name: string, known: Omit<DocumentInput, 'text'>): Promise<Handed> {
  try {
    return {
      name,
      original,
      container: 'pdf',
      article: articleFromText({ ...known, text: await textOfPdf(original) }),
    };
  } catch (error) {
    return { name, error: error instanceof BadInput ? new BadInput(`${name}: ${error.message}`) : (error as Error) };
  }
}

async function* linesOf(file: string): AsyncGenerator<Handed> {
  const name = nameOf(file);
  let number = 0;
  try {
    const input: Readable = file === '-' ? process.stdin : createReadStream(file);
    for await (const line of createInterface({
      input: withBoundedLines(input, name),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++;
      if (line.trim()) yield documentOfLine(line, `${name}:${number}`);
    }
  } catch (error) {
    yield { name, error: readable(error, file) };
    return;
  }
  if (number === 0) yield { name, error: new BadInput(`${name}: the file is empty`) };
}

/** The stream as it is, ended by an error where a line grows too long to be a document: it would be held in memory whole. */
function withBoundedLines(input: Readable, name: string): Readable {
  let sinceBreak = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      const lastBreak = chunk.lastIndexOf(10);
      sinceBreak = lastBreak < 0 ? sinceBreak + chunk.length : chunk.length - lastBreak;
      done(sinceBreak > LARGEST_ARTICLE ? tooLarge(`${name}: a line`) : null, chunk);
    },
  });
  // `pipe` does not hand on what goes wrong with its source.
  input.once('error', error => bounded.destroy(error));
  return input.pipe(bounded);
}

function documentOfLine(line: string, name: string): Handed {
  try {
    // Half a character cannot be kept in UTF-8; the mark in its place is as long.
    const input = inputOf(JSON.parse(line), name);
    const article = articleFromText({ ...input, text: Buffer.from(input.text).toString() });
    return { name, article, container: 'text', original: Buffer.from(article.text) };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'the line is not JSON' : (error as Error).message;
    return { name, error: new BadInput(why.startsWith(name) ? why : `${name}: ${why}`) };
  }
}

/** The fields of a line, checked: a number or an object in place of a text is the line's fault, not the reader's. */
function inputOf(value: unknown, name: string): DocumentInput {
  const fields = value as Record<string, unknown>;
  if (typeof value !== 'object' || value === null || typeof fields.text !== 'string') {
    throw new BadInput(`${name}: a document needs a field "text" that holds its text`);
  }
  const text = (field: string) => (typeof fields[field] === 'string' ? (fields[field] as string) : null);
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

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') {
    const { size } = await stat(file);
    if (size > LARGEST_ARTICLE) throw tooLarge(file);
    return readFile(file);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ARTICLE) throw tooLarge('standard input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string): BadInput {
  return new BadInput(`${name}: larger than ${LARGEST_ARTICLE / 1e6} MB; split it`);
}

function readable(error: unknown, file: string): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new BadInput(`${file}: there is no such file`);
  if (code === 'EISDIR') return new BadInput(`${file}: this is a folder, and there is no article in it`);
  if (code === 'EACCES') return new BadInput(`${file}: the file may not be read`);
  return error as Error;
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : basename(file);
}
