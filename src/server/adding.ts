/**
 * Articles on their way into the record from a page: read one after the other outside the thread that serves, so that
 * pages are answered meanwhile. What became of each is kept until the server ends.
 */
import { randomBytes } from 'node:crypto';
import type { Article } from '../article/article.js';
import type { Container } from '../article/container.js';
import type { Reading } from '../reading.js';

/** A file or a pasted text. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** One article of what was given, and how far it is. */
export interface AddedArticle {
  name: string;
  state: 'waiting' | 'reading' | 'kept' | 'kept before' | 'refused';
  /** Its id in the record, once it is kept. */
  article: string | null;
  title: string | null;
  sentences: number;
  claims: number;
  /** Why it was refused. */
  why: string | null;
}

/** What somebody gave at once. */
export interface Addition {
  id: string;
  articles: AddedArticle[];
  done: boolean;
}

/** An article found in a file, or why there is none. */
type Found =
  | { name: string; article: Article; container: Container; original: Uint8Array }
  | { name: string; error: Error };

/** What is done with files, handed in by whoever opened the record. */
export interface Work {
  articlesIn(file: GivenFile, known: { date?: string }): AsyncIterable<Found>;
  /** Reads outside this thread. @throws Error where it cannot be read, or not in time. */
  read(article: Article): Promise<Reading>;
  keep(found: Exclude<Found, { error: Error }>, reading: Reading): Promise<{ id: string; added: boolean }>;
}

/** The most files at once, and the most that may wait. */
export const MOST_FILES = 50;
const MOST_WAITING = 5;
const REMEMBERED = 100;

export interface Adding {
  /** Begins to add; `null` where too much is waiting already. Returns the id to ask after. */
  add(files: GivenFile[], known: { date?: string }): string | null;
  addition(id: string): Addition | null;
}

export function newAdding(work: Work): Adding {
  const additions = new Map<string, Addition>();
  let turn: Promise<void> = Promise.resolve();
  return {
    add: (files, known) => {
      if ([...additions.values()].filter(({ done }) => !done).length >= MOST_WAITING) return null;
      const id = randomBytes(9).toString('base64url');
      const addition: Addition = { id, articles: files.map(({ name }) => waiting(name)), done: false };
      additions.set(id, addition);
      const [oldest] = additions.keys();
      if (additions.size > REMEMBERED && oldest !== undefined) additions.delete(oldest);
      turn = turn.then(() => addAll(addition, files, known, work));
      return id;
    },
    addition: id => additions.get(id) ?? null,
  };
}

async function addAll(addition: Addition, files: GivenFile[], known: { date?: string }, work: Work): Promise<void> {
  for (const file of files) {
    // A feed or a file of lines holds several: each takes its place behind the file's own.
    let place = addition.articles.findIndex(({ state }) => state === 'waiting');
    let first = true;
    try {
      for await (const found of work.articlesIn(file, known)) {
        if (!first) addition.articles.splice(++place, 0, waiting(found.name));
        first = false;
        addition.articles[place] = await added(found, work, now => (addition.articles[place] = now));
      }
    } catch (error) {
      // What was kept of the file before stays told of.
      addition.articles.splice(first ? place : place + 1, first ? 1 : 0, refused(file.name, error));
    }
  }
  addition.done = true;
}

async function added(found: Found, work: Work, tell: (now: AddedArticle) => void): Promise<AddedArticle> {
  if ('error' in found) return refused(found.name, found.error);
  const start = { ...waiting(found.name), title: found.article.title };
  tell({ ...start, state: 'reading' });
  try {
    const reading = await work.read(found.article);
    const { id, added: fresh } = await work.keep(found, reading);
    const { sentences, claims } = reading;
    const counts = { sentences: sentences.length, claims: claims.length };
    return { ...start, ...counts, title: reading.document.title, state: fresh ? 'kept' : 'kept before', article: id };
  } catch (error) {
    return refused(found.name, error);
  }
}

function waiting(name: string): AddedArticle {
  return { name, state: 'waiting', article: null, title: null, sentences: 0, claims: 0, why: null };
}

/** What its giver can do something about is said as it is; a fault of ours is said to be one, and goes to the log. */
function refused(name: string, error: unknown): AddedArticle {
  const mendable = error instanceof Error && typeof (error as { exitCode?: unknown }).exitCode === 'number';
  if (!mendable) process.stderr.write(`upperhand: ${name}: ${error instanceof Error ? error.stack : error}\n`);
  return {
    ...waiting(name),
    state: 'refused',
    why: mendable ? (error as Error).message : 'It could not be read: a fault of this program.',
  };
}
