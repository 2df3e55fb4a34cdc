/**
 * Makes a clone ready to run: installs the packages and builds the library and the pages, each only where it is not
 * done yet for the files as they are now. Uses nothing but Node itself, since nothing else may be there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What each step makes, from what; it is done where what it makes is newer than all it is made from. */
const INSTALL = {
  what: 'Installing packages',
  task: ['ci', '--no-audit', '--no-fund'],
  made: 'node_modules/.package-lock.json',
  from: ['package-lock.json'],
};
const LIBRARY = {
  what: 'Building the library',
  task: ['run', '--silent', 'build:library'],
  made: 'dist/index.js',
  from: ['src', 'tsconfig.json', 'tsconfig.build.json'],
};
const PAGES = {
  what: 'Building the pages',
  task: ['run', '--silent', 'build:pages'],
  made: 'dist/pages/server/index.js',
  from: ['web', 'src', 'svelte.config.js', 'vite.config.ts'],
};

/**
 * @param {{ pages: boolean, quiet?: boolean }} options `pages`: build the pages too; `quiet`: say nothing where there is nothing to do.
 * @returns {Promise<void>}
 */
export async function ready({ pages }) {
  refuseOldNode();
  // A published package has no sources: it was built before it was packed.
  if (!existsSync(join(root, 'src'))) return;
  step(INSTALL);
  step(LIBRARY);
  if (pages) step(PAGES);
}

/**
 * Runs an npm task unless it is done.
 *
 * @param {{ what: string, task: string[], made: string, from: string[] }} task
 */
function step({ what, task, made, from }) {
  if (changed(made) > Math.max(...from.map(newest))) return;
  const began = Date.now();
  process.stderr.write(`${what} ...`);
  try {
    execFileSync('npm', task, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout?: Buffer, stderr?: Buffer }} */ (error);
    process.stderr.write(` failed:\n${stdout ?? ''}${stderr ?? ''}\n`);
    process.exit(1);
  }
  // What came out the same is not written again; it is up to date all the same.
  const now = new Date();
  utimesSync(join(root, made), now, now);
  process.stderr.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/**
 * When a file or anything in a folder last changed, the folders themselves included: they tell of what was deleted.
 *
 * @param {string} name
 * @returns {number} milliseconds; 0 where there is nothing.
 */
function newest(name) {
  const path = join(root, name);
  if (!existsSync(path) || !statSync(path).isDirectory()) return changed(name);
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(changed(name), ...inside.map(child => changed(join(name, child))));
}

/** @param {string} name */
function changed(name) {
  return statSync(join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Upperhand needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
