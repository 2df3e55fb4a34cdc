/**
 * Finds a Chromium or Chrome for the tests of the pages; where there is none, installs one: playwright's own download,
 * or, as root on Debian, Debian's package.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a browser that the tests can drive.
 *
 * @returns {Promise<string>}
 * @throws Error where none is there and none can be had.
 */
export async function chromium() {
  const found = process.env.CHROME_PATH ?? installed() ?? (await downloaded());
  if (found) return found;
  process.stderr.write('Installing Chromium for the tests of the pages ...\n');
  if (attempt('npx', ['playwright-core', 'install', '--only-shell', 'chromium'])) {
    const path = await downloaded();
    if (path) return path;
  }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const path = installed();
    if (path) return path;
  }
  throw new Error(
    'No Chromium or Chrome was found and none could be installed: install one, or name it in CHROME_PATH.',
  );
}

function installed() {
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // The next name may be there.
    }
  }
  return PLACES.find(place => existsSync(place)) ?? null;
}

/** What playwright has downloaded, now or before. */
async function downloaded() {
  const { chromium: browser } = await import('playwright-core');
  const path = browser.executablePath();
  return path && existsSync(path) ? path : null;
}

/**
 * @param {string} command
 * @param {string[]} words
 */
function attempt(command, words) {
  try {
    execFileSync(command, words, {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false;
  }
}
