/** Readings made on several processor cores. Each core loads the models once, so it pays from some hundred articles on. */
import { Worker } from 'node:worker_threads';
import type { Article } from '../article/article.js';
import { readArticle } from '../read.js';
import type { Reading } from '../reading.js';

export interface ReadingPool {
  /** How many articles it keeps busy with: as many may be handed to it before the first is waited for. */
  ahead: number;
  /** @throws what the reader threw. */
  read(article: Article): Promise<Reading>;
  close(): Promise<void>;
}

/** @param cores 1 reads in this thread. */
export function readingPool(cores: number): ReadingPool {
  if (cores <= 1) return { ahead: 1, read: async article => readArticle(article), close: async () => undefined };
  const readers = Array.from({ length: cores }, startReader);
  return {
    // Two each, so that no core waits for its next article.
    ahead: cores * 2,
    read: article =>
      readers.reduce((least, reader) => (reader.waiting() < least.waiting() ? reader : least)).read(article),
    close: async () => {
      await Promise.all(readers.map(reader => reader.close()));
    },
  };
}

interface Answer {
  number: number;
  reading?: Reading;
  fault?: string;
}

function startReader() {
  const worker = new Worker(new URL('./reading-worker.js', import.meta.url));
  const open = new Map<number, { resolve(reading: Reading): void; reject(error: Error): void }>();
  let last = 0;
  worker.on('message', ({ number, reading, fault }: Answer) => {
    const asked = open.get(number)!;
    open.delete(number);
    if (reading) asked.resolve(reading);
    else asked.reject(new Error(fault));
  });
  worker.on('error', error => {
    for (const asked of open.values()) asked.reject(error);
    open.clear();
  });
  return {
    waiting: () => open.size,
    read: (article: Article) =>
      new Promise<Reading>((resolve, reject) => {
        open.set(++last, { resolve, reject });
        worker.postMessage({ number: last, article });
      }),
    close: () => worker.terminate(),
  };
}
