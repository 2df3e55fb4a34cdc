/**
 * Makes a clone ready to run: installs the packages and builds the library and the pages, each only where it is not
 * done yet for the files as they are now. Uses nothing but Node itself, since nothing else may be there.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What each build is made from, and the file that holds the state it was last made from. */
const BUILDS = [
  {
    name: 'library',
    task: 'build:library',
    from: ['src', 'tsconfig.json', 'tsconfig.build.json'],
    stamp: 'dist/.library',
  },
  {
    name: 'pages',
    task: 'build:pages',
    from: ['web', 'src', 'svelte.config.js', 'vite.config.ts'],
    stamp: 'dist/.pages',
  },
];

/**
 * @param {{ pages: boolean, quiet?: boolean }} options `pages`: build the pages too; `quiet`: say nothing where there is nothing to do.
 * @returns {Promise<void>}
 */
export async function ready({ pages }) {
  refuseOldNode();
  // A published package has no sources: it was built before it was packed.
  if (!existsSync(join(root, 'src'))) return;
  step('node_modules/.upperhand', ['package-lock.json'], 'Installing packages', ['ci', '--no-audit', '--no-fund']);
  for (const { name, task, from, stamp } of BUILDS) {
    if (name === 'library' || pages) step(stamp, from, `Building the ${name}`, ['run', '--silent', task]);
  }
}

/**
 * Runs an npm task unless its stamp says that it was done for these very files.
 *
 * @param {string} stamp
 * @param {string[]} from
 * @param {string} what
 * @param {string[]} task
 */
function step(stamp, from, what, task) {
  const state = stateOf(from);
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === state) return;
  const began = Date.now();
  process.stderr.write(`${what} ...`);
  try {
    execFileSync('npm', task, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout?: Buffer, stderr?: Buffer }} */ (error);
    process.stderr.write(` failed:\n${stdout ?? ''}${stderr ?? ''}\n`);
    process.exit(1);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, state);
  process.stderr.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/**
 * Names, sizes and times of the files a build is made from, as one hash.
 *
 * @param {string[]} from
 */
function stateOf(from) {
  const hash = createHash('sha256');
  for (const path of from.flatMap(filesUnder).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} name
 * @returns {string[]}
 */
function filesUnder(name) {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map(child => join(path, child))
    .filter(child => statSync(child).isFile());
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Upperhand needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
