import { explainActor } from '../actors/explain.js';
import { explainActions } from '../claims/action.js';
import { RecordUnusable, WrongUse } from '../errors.js';
import { toConllu } from '../language/conllu.js';
import { parseSentences } from '../language/parse.js';
import { annotate, readArticle } from '../read.js';
import { documentsIn, type Handed, type InputFormat } from './input.js';
import { plain, print, tell } from './print.js';
import { readingText } from './reading-text.js';

interface ReadOptions {
  inputFormat: InputFormat;
  outputFormat: 'json' | 'jsonl' | 'text';
  date?: string;
  explain?: boolean;
}

/**
 * `upperhand read`: one reading a document, in the order they came. A document that cannot be read is told on standard
 * error and the rest goes on.
 *
 * @returns 0, or 3 where any document could not be read.
 */
export async function read(files: string[], options: ReadOptions): Promise<number> {
  const { outputFormat, explain } = options;
  return eachDocument(files, options, async ({ article }) => {
    const reading = readArticle(article);
    const explained = explain ? { ...reading, explanations: explainActions(annotate(article)) } : reading;
    if (outputFormat === 'text') await print(plain(readingText(reading)));
    else await print(JSON.stringify(explained, null, outputFormat === 'json' ? 2 : 0));
  });
}

/** `upperhand parse`: sentences, words and their grammar as CoNLL-U. */
export async function parse(files: string[], options: { inputFormat: InputFormat }): Promise<number> {
  return eachDocument(files, options, async ({ article }) => print(toConllu(parseSentences(article.text))));
}

/** `upperhand actors`: which country a phrase leads to on a day, and why. */
export async function actors(phrase: string, options: { date?: string; json?: boolean }): Promise<number> {
  if (!phrase.trim()) throw new WrongUse('an empty phrase leads nowhere: give a name, an office or a nationality');
  const explanation = explainActor(phrase, options.date ?? null);
  await print(JSON.stringify(explanation, null, 2));
  return 0;
}

/**
 * Does some work on each document that was handed in. What goes wrong with one is told and remembered; the rest goes on.
 *
 * @returns 0, or 3 where any document could not be worked on.
 */
export async function eachDocument(
  files: string[],
  options: { inputFormat: InputFormat; date?: string },
  work: (document: Exclude<Handed, { error: Error }>) => Promise<void>,
): Promise<number> {
  let failed = 0;
  for await (const document of documentsIn(files, options.inputFormat, options.date ? { date: options.date } : {})) {
    try {
      if ('error' in document) throw document.error;
      await work(document);
    } catch (error) {
      // A record that cannot be used stops all; a fault in one document must not cost the reader the others.
      if (error instanceof RecordUnusable) throw error;
      tell(`upperhand: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      failed++;
    }
  }
  return failed > 0 ? 3 : 0;
}
