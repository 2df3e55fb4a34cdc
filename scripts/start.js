/**
 * `npm start`: from a fresh clone to the pages. Installs, builds, makes the example record, prints the verdict for the
 * example pair with the evidence that carries it, and serves.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ready } from './ready.js';

await ready({ pages: true });
const { start } = await import(new URL('../dist/cli/start.js', import.meta.url).href);
process.exitCode = await start(join(fileURLToPath(new URL('..', import.meta.url)), 'example-record'));
