/** Reads the articles it is sent, one at a time, and sends back their readings (see reading-pool.ts). */
import { parentPort } from 'node:worker_threads';
import { readArticle } from '../read.js';

parentPort!.on('message', ({ number, article }) => {
  try {
    parentPort!.postMessage({ number, reading: readArticle(article) });
  } catch (error) {
    parentPort!.postMessage({ number, fault: error instanceof Error ? error.message : String(error) });
  }
});
