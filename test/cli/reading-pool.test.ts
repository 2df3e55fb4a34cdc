/** What a text does to the process that reads it, it does to that text alone. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Article, articleFromText } from '../../src/article/article.js';
import { readingPool, withPool } from '../../src/cli/reading-pool.js';
import { BadInput } from '../../src/errors.js';

const script = new URL('./stubborn-reader.js', import.meta.url);
const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-pool-'));

test.each([1, 3])(
  'articles that hang, end their process or take its memory are told, the rest is read, on %d cores',
  async cores => {
    const texts = ['one', 'hang', 'two', 'abort', 'leave', 'three', 'memory', 'fault', 'four', 'five'];
    const ends = await withPool({ cores, deadline: 5, memory: 40, script }, pool =>
      Promise.all(
        texts.map(text =>
          pool.ask('read', articleFromText({ text }), text).then(
            reading => reading.document.text,
            error => error as Error,
          ),
        ),
      ),
    );
    expect(ends.map(end => (end instanceof Error ? end.message : end))).toEqual([
      'one',
      expect.stringMatching(/^hang: it was not read within 5 seconds; split it, or give it longer/),
      'two',
      expect.stringMatching(/^abort: the reader ended while it was read \(SIGABRT\)/),
      'leave: the reader ended while it was read (exit 7)',
      'three',
      'memory: reading it takes more than 40 MB of memory; split it',
      'fault: the reader failed (it was not thought of)',
      'four',
      'five',
    ]);
    expect(ends.filter(end => end instanceof BadInput)).toHaveLength(4);
  },
  60_000,
);

test('a reader that cannot be started is told, and does not hold up', async () => {
  const pool = readingPool({ script: new URL('./no-such-script.js', import.meta.url) });
  const asked = ['one', 'two'].map(text => pool.ask('read', articleFromText({ text }), text));
  for (const one of asked) await expect(one).rejects.toThrow('no reader could be started');
  await pool.close();
}, 60_000);

test('closing ends what is busy', async () => {
  const pool = readingPool({ script });
  const endless = pool.ask('read', { text: 'hang' } as Article, 'hang');
  endless.catch(() => undefined);
  await pool.close();
  await expect(endless).rejects.toThrow('hang: ');
});

test('as a user sees it: a text too long for its time is told, the next is read', () => {
  const lines = ['China and Russia met in Oslo. '.repeat(400_000), 'Chile met Peru.'].map(text =>
    JSON.stringify({ text }),
  );
  writeFileSync(join(folder, 'two.jsonl'), lines.join('\n'));
  const words = ['read', 'two.jsonl', '--deadline', '8', '--output-format', 'jsonl'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe(
    'upperhand: two.jsonl:1: it was not read within 8 seconds; split it, or give it longer with --deadline\n',
  );
  expect(JSON.parse(stdout).document.text).toBe('Chile met Peru.');
  expect(status).toBe(3);
}, 120_000);

test.runIf(process.platform === 'linux')(
  'a reader ends with the command that started it, even when that is killed',
  async () => {
    const text = 'China and Russia met in Oslo. '.repeat(500_000);
    writeFileSync(join(folder, 'long.txt'), text);
    const command = spawn(process.execPath, [bin, 'read', 'long.txt'], { cwd: folder, stdio: 'ignore' });
    const readers = await until(() => childrenOf(command.pid!));
    // Some time to get to the text, with which it is busy for a minute or more.
    await new Promise(resolve => setTimeout(resolve, 3000));
    command.kill('SIGKILL');
    await until(() => (readers.every(id => !isAlive(id)) ? ['gone'] : []));
  },
  60_000,
);

function childrenOf(id: number): string[] {
  try {
    return readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

function isAlive(id: string): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(look: () => string[]): Promise<string[]> {
  for (;;) {
    const found = look();
    if (found.length > 0) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
