/**
 * `npm run bench -- NAME PATH...` runs one bench of this folder on data that is handed to it. Accuracy and speed are
 * measured here, never in a test.
 */
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [name, ...paths] = process.argv.slice(2);
const benches = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replace('.ts', ''));

if (!name || !benches.includes(name)) {
  process.stderr.write(`Which bench? One of: ${benches.join(', ')}\n`);
  process.exit(2);
}
const script = new URL(`../.build/tools/bench/${name}.js`, import.meta.url);
process.argv.splice(1, Number.POSITIVE_INFINITY, script.pathname, ...paths);
await import(pathToFileURL(script.pathname).href);
