/**
 * `npm run bench -- pages URL [SECONDS] [A-SECOND]`: how fast pages that are being served answer. First each page alone,
 * as its first visitor after a change gets it and as the next one does; then the dossier asked so often a second, with
 * connections kept open, its times from when a request was due, so that a queue counts as waiting.
 *
 * Start the server before: `upperhand serve --record FOLDER`.
 */
import { Agent, get } from 'node:http';

const [url, seconds = '10', rate = '200'] = process.argv.slice(2);
if (!url) throw new Error('which server? Give the address that `upperhand serve` printed');

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const PAGES = ['/', '/pair/CHN-RUS', '/balance/CHN-RUS', '/page.js', '/corrections'];

for (const path of PAGES) {
  const [first, second] = [await ask(path), await ask(path)];
  print(
    `${path}: first ${first.ms.toFixed(0)} ms, again ${second.ms.toFixed(1)} ms, ${(first.bytes / 1000).toFixed(1)} kB sent`,
  );
}

const dossier = '/pair/CHN-RUS';
const count = Number(seconds) * Number(rate);
const begin = performance.now();
const due = Array.from({ length: count }, (_, i) => begin + (i * 1000) / Number(rate));
const times: number[] = [];
let failed = 0;
await Promise.all(
  due.map(async at => {
    await new Promise(resolve => setTimeout(resolve, at - performance.now()));
    const { status } = await ask(dossier);
    if (status !== 200) failed++;
    times.push(performance.now() - at);
  }),
);
const took = (performance.now() - begin) / 1000;
times.sort((one, other) => one - other);
const part = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(0);
print(
  `${dossier}: ${count} asked at ${rate} a second, ${(count / took).toFixed(0)} a second answered, ${failed} failed; p50 ${part(0.5)} ms, p99 ${part(0.99)} ms, slowest ${part(1)} ms`,
);
agent.destroy();

function ask(path: string): Promise<{ status: number; bytes: number; ms: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const asked = get(new URL(path, url), { agent, headers: { 'accept-encoding': 'gzip' } }, answer => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => resolve({ status: answer.statusCode!, bytes, ms: performance.now() - start }));
      answer.on('error', reject);
    });
    asked.on('error', reject);
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
