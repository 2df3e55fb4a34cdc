import { explainActions } from '../claims/action.js';
import { RecordUnusable } from '../errors.js';
import { toConllu } from '../language/conllu.js';
import { parseSentences } from '../language/parse.js';
import { annotate } from '../read.js';
import type { Reading } from '../reading.js';
import { explainedText } from './explain-text.js';
import { type ArticleHanded, documentsIn, type Handed, type InputFormat } from './input.js';
import { json, plain, print, tell } from './print.js';
import { type ReadingPool, readingPool } from './reading-pool.js';
import { readingText } from './reading-text.js';

interface ReadOptions {
  inputFormat: InputFormat;
  outputFormat: 'json' | 'jsonl' | 'text';
  date?: string;
  explain?: boolean;
  /** How many processor cores read. */
  jobs: number;
}

/**
 * `upperhand read`: one reading a document, in the order they came. A document that cannot be read is told on standard
 * error and the rest goes on.
 *
 * @returns 0, or 3 where any document could not be read.
 */
export async function read(files: string[], options: ReadOptions): Promise<number> {
  const { outputFormat, explain } = options;
  return eachReading(files, options, async ({ article }, reading) => {
    const explained = explain ? { ...reading, explanations: explainActions(annotate(article)) } : reading;
    if (outputFormat === 'text') {
      await print(plain(readingText(reading)));
      if (explain) await print(plain(explainedText(article.text, explainActions(annotate(article)))));
    } else await print(json(explained, outputFormat === 'json' ? 2 : 0));
  });
}

/** `upperhand parse`: sentences, words and their grammar as CoNLL-U. */
export async function parse(files: string[], options: { inputFormat: InputFormat }): Promise<number> {
  return each(documents(files, options), async ({ article }: ArticleHanded) =>
    print(toConllu(parseSentences(article.text))),
  );
}

/**
 * Does some work on each article and its reading, in the order they came; `jobs` says how many cores read. What goes
 * wrong with one is told and remembered; the rest goes on.
 *
 * @returns 0, or 3 where any document could not be worked on.
 */
export async function eachReading(
  files: string[],
  options: { inputFormat: InputFormat; date?: string; jobs: number },
  work: (document: ArticleHanded, reading: Reading) => Promise<void>,
): Promise<number> {
  const pool = readingPool(options.jobs);
  try {
    return await each(beingRead(documents(files, options), pool), async ({ document, reading }) =>
      work(document, await reading),
    );
  } finally {
    await pool.close();
  }
}

/** The documents with their readings under way, as far ahead as the pool can use. */
async function* beingRead(handed: AsyncIterable<Handed>, pool: ReadingPool) {
  const begun: ({ document: ArticleHanded; reading: Promise<Reading> } | { error: Error })[] = [];
  for await (const document of handed) {
    if ('error' in document) begun.push(document);
    else {
      const reading = pool.read(document.article);
      // What goes wrong is thrown where the reading is waited for.
      reading.catch(() => undefined);
      begun.push({ document, reading });
    }
    if (begun.length >= pool.ahead) yield begun.shift()!;
  }
  yield* begun;
}

function documents(files: string[], options: { inputFormat: InputFormat; date?: string }): AsyncGenerator<Handed> {
  return documentsIn(files, options.inputFormat, options.date ? { date: options.date } : {});
}

/** Does some work on each thing that is no error; see `eachReading`. */
async function each<T extends object>(
  things: AsyncIterable<T | { error: Error }>,
  work: (thing: T) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for await (const thing of things) {
    try {
      if ('error' in thing) throw thing.error;
      await work(thing as T);
    } catch (error) {
      // A record that cannot be used stops all; a fault in one document must not cost the reader the others.
      if (error instanceof RecordUnusable) throw error;
      tell(`upperhand: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      failed++;
    }
  }
  return failed > 0 ? 3 : 0;
}
