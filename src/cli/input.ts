/** What the user's words name, as articles: files, lines of files, standard input. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentInput } from '../article/article.js';
import type { ArticleFound } from '../article/container.js';
import { BadInput } from '../errors.js';
import { linesOfBytes } from '../lines.js';
import { type FilesNamed, filesNamed } from './files.js';
import { inStep } from './in-step.js';
import { articleOfLine } from './line.js';
import { opened } from './opened.js';
import { looksLikePdf, printedText } from './pdf.js';
import type { ReadingPool } from './reading-pool.js';

export type InputFormat = 'auto' | 'text' | 'html' | 'jsonl';

/** An article that was handed in, with its bytes. */
export type ArticleHanded = ArticleFound;

/** One document that was handed in: an article, or why it cannot be one; and how many bytes of the input it stands for. */
export type Handed = (ArticleHanded | { name: string; error: Error }) & { size: number };

/** What is handed in, how it is read, and what is known of it. */
export interface Input {
  files: string[];
  format: InputFormat;
  /** Title, date ... that the caller gives for a single document. */
  known?: Omit<DocumentInput, 'text'>;
}

/** The most bytes one document may have, wherever it comes from. */
const LARGEST_ARTICLE = 200_000_000;

/** Files that are being opened together have at most so many bytes; a larger one is opened alone. */
const OPEN_AT_ONCE = 64_000_000;

/** A line that is longer is opened as a file is, by a reading process: it could hold millions of brackets. */
const SHORT_LINE = 200_000;

/** A thing to be opened. */
type Piece =
  | { file: string; size: number }
  | { name: string; line: string; size: number }
  | { name: string; error: Error };

/**
 * The documents in files, folders and patterns of names (see files.ts), or on standard input where no file is named, one
 * after the other. Several are opened ahead, in the processes of the pool.
 *
 * A file that cannot be read is handed on as its error, so that the rest goes on; `-` names standard input.
 *
 * @param named the files, where they are known already.
 */
export async function* documentsIn(
  { files, format, known = {} }: Input,
  pool: ReadingPool,
  named: FilesNamed = filesNamed(files),
): AsyncGenerator<Handed> {
  const weight = { of: (piece: Piece) => ('size' in piece ? piece.size : 0), most: OPEN_AT_ONCE };
  const all = inStep(piecesOf(named.files, format), { things: pool.ahead, weight }, piece =>
    open(piece, format, known, pool),
  );
  for await (const documents of all) yield* documents;
}

/** The files, those with a document a line as their lines. */
async function* piecesOf(files: string[], format: InputFormat): AsyncGenerator<Piece> {
  for (const file of files) {
    if (format === 'jsonl' || (format === 'auto' && /\.(jsonl|ndjson)$/i.test(file))) yield* linesOf(file);
    else yield { file, size: await sizeOf(file) };
  }
}

async function open(
  piece: Piece,
  format: InputFormat,
  known: Omit<DocumentInput, 'text'>,
  pool: ReadingPool,
): Promise<Handed[]> {
  if ('error' in piece) return [{ ...piece, size: 0 }];
  const name = 'line' in piece ? piece.name : nameOf(piece.file);
  const { size } = piece;
  try {
    if ('line' in piece && size <= SHORT_LINE) return [{ ...articleOfLine(piece.line, name), name, size }];
    const bytes = 'line' in piece ? Buffer.from(piece.line) : await bytesOf(piece.file);
    const isPdf = 'file' in piece && format === 'auto' && looksLikePdf(bytes);
    const printed = isPdf ? await printedBy(bytes, name) : null;
    const as = 'line' in piece || format === 'jsonl' ? 'line' : format;
    const found = await opened({ name, bytes, format: as, known, printed }, pool);
    return found.map(one => ({ ...one, size: bytes.length / found.length }));
  } catch (error) {
    const told = readable(error, 'file' in piece ? piece.file : name);
    return [{ name, error: told, size }];
  }
}

async function printedBy(bytes: Uint8Array, name: string): Promise<string> {
  return printedText(bytes).catch(error => {
    throw error instanceof BadInput ? new BadInput(`${name}: ${error.message}`) : error;
  });
}

async function* linesOf(file: string): AsyncGenerator<Piece> {
  const name = nameOf(file);
  let number = 0;
  try {
    const stream: AsyncIterable<Buffer> = file === '-' ? process.stdin : createReadStream(file);
    for await (const line of linesOfBytes(stream, LARGEST_ARTICLE)) {
      number++;
      if (line === null) throw tooLarge(`${name}: a line`);
      // A mark of the byte order is no part of the first line.
      const content = number === 1 && line.indexOf('\ufeff') === 0 ? line.subarray(3) : line;
      const where = `${name}:${number}`;
      if (!isUtf8(content)) yield { name: where, error: new BadInput(`${where}: the line is not text in UTF-8`) };
      else if (/\S/.test(content.toString())) yield { line: content.toString(), name: where, size: line.length + 1 };
    }
  } catch (error) {
    yield { name, error: readable(error, file) };
    return;
  }
  if (number === 0) yield { name, error: new BadInput(`${name}: the file is empty`) };
}

/** 0 where that is not known; what is wrong with a file is told when it is opened. */
async function sizeOf(file: string): Promise<number> {
  if (file === '-') return 0;
  return stat(file).then(
    found => found.size,
    () => 0,
  );
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (file !== '-') {
    const found = await stat(file);
    if (found.size > LARGEST_ARTICLE) throw tooLarge(file);
    // A pipe or a device does not say how much will come.
    return found.isFile() || found.isDirectory() ? readFile(file) : allOf(createReadStream(file), file);
  }
  return allOf(process.stdin, 'standard input');
}

async function allOf(stream: AsyncIterable<Buffer>, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST_ARTICLE) throw tooLarge(name);
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
