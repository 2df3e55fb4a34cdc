/**
 * `npm test`: installs what the tests need, builds, and runs everything that `npm run check` runs: format and lint,
 * types, unit tests, article cases, the command line, and the pages in a real browser.
 */
import { spawnSync } from 'node:child_process';
import { chromium } from './chromium.js';
import { ready } from './ready.js';

await ready({ pages: true });
const path = await chromium();
const { status } = spawnSync('npm', ['run', '--silent', 'check'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, CHROME_PATH: path },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
