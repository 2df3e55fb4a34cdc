import { looksEnglish } from '../article/english.js';
import { RecordUnusable } from '../errors.js';
import { explainedText } from './explain-text.js';
import { inStep } from './in-step.js';
import { type ArticleHanded, documentsIn, type Handed, type InputFormat } from './input.js';
import { json, plain, print, tellError } from './print.js';
import { type ReadingPool, withPool } from './reading-pool.js';
import { readingText } from './reading-text.js';

/** How articles are read, as the command line gives it. */
export interface ReadingOptions {
  inputFormat: InputFormat;
  date?: string;
  /** How many processor cores read. */
  jobs: number;
  /** Seconds that one article may take. */
  deadline: number;
}

/**
 * `upperhand read`: one reading a document, in the order they came. A document that cannot be read is told on standard
 * error and the rest goes on.
 *
 * @returns 0, or 3 where any document could not be read.
 */
export async function read(
  files: string[],
  options: ReadingOptions & { outputFormat: 'json' | 'jsonl' | 'text'; explain?: boolean },
): Promise<number> {
  const { outputFormat, explain } = options;
  return withPool({ cores: options.jobs, deadline: options.deadline }, pool =>
    each(
      worked(documents(files, options, pool), pool, async ({ article, name }) => ({
        reading: await pool.ask('read', article, name),
        explanations: explain ? await pool.ask('explain', article, name) : null,
      })),
      async ({ document, done: { reading, explanations } }) => {
        tellIfForeign(document);
        if (outputFormat === 'text') {
          await print(plain(readingText(reading)));
          if (explanations) await print(plain(explainedText(document.article.text, explanations)));
        } else {
          const shown = explanations ? { ...reading, explanations } : reading;
          await print(json(shown, outputFormat === 'json' ? 2 : 0));
        }
      },
    ),
  );
}

/** `upperhand parse`: sentences, words and their grammar as CoNLL-U. */
export async function parse(files: string[], options: ReadingOptions): Promise<number> {
  return withPool({ cores: options.jobs, deadline: options.deadline }, pool =>
    each(
      worked(documents(files, options, pool), pool, ({ article, name }) => pool.ask('parse', article, name)),
      async ({ done }) => print(plain(done)),
    ),
  );
}

/** A document with what was made of it. */
export interface Worked<T> {
  document: ArticleHanded & { size: number };
  done: T;
}

/** Work on each document, begun ahead and given in their order; what goes wrong with one is given in its place. */
export async function* worked<T>(
  handed: AsyncIterable<Handed>,
  pool: ReadingPool,
  work: (document: ArticleHanded) => Promise<T>,
): AsyncGenerator<Worked<T> | { name: string; error: Error; size: number }> {
  // Texts that wait for a reader are held in memory.
  const ahead = { things: pool.ahead, weight: { of: ({ size }: Handed) => size, most: 64_000_000 } };
  yield* inStep(handed, ahead, async document => {
    if ('error' in document) return document;
    try {
      return { document, done: await work(document) };
    } catch (error) {
      return { name: document.name, error: error as Error, size: document.size };
    }
  });
}

export function documents(files: string[], options: ReadingOptions, pool: ReadingPool): AsyncGenerator<Handed> {
  const { inputFormat: format, date } = options;
  return documentsIn({ files, format, known: date ? { date } : {} }, pool);
}

/**
 * Does some work on each thing that is no error. What goes wrong with one is told and remembered; the rest goes on.
 *
 * @returns 0, or 3 where anything could not be worked on.
 */
async function each<T extends object>(
  things: AsyncIterable<T>,
  work: (thing: Exclude<T, { error: Error }>) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for await (const thing of things) {
    try {
      if ('error' in thing) throw thing.error;
      await work(thing as Exclude<T, { error: Error }>);
    } catch (error) {
      // A record that cannot be used stops all; a fault in one document must not cost the reader the others.
      if (error instanceof RecordUnusable) throw error;
      tellFailed(error);
      failed++;
    }
  }
  return failed > 0 ? 3 : 0;
}

/** One line where a document is not in the language that is read; what little was read in it stands. */
export function tellIfForeign({ name, article }: ArticleHanded): void {
  if (!looksEnglish(article.text)) tellError(`${name}: this does not look like English, and nothing else is read`);
}

/** One line of what went wrong with a document. */
export function tellFailed(error: unknown): void {
  tellError(error instanceof Error ? error.message : String(error));
}
