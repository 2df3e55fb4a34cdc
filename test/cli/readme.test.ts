/** What the README shows is what the commands print: every `$ upperhand ...` block is run, its lines found in order. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/knowledge.js';

const bin = join(packageRoot, 'bin/upperhand.js');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-readme-'));
const blocks = [
  ...readFileSync(join(packageRoot, 'README.md'), 'utf8').matchAll(/```\n\$ upperhand (.+)\n([^`]+)```/g),
];

function upperhand(words: string[]): string {
  return spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' }).stdout;
}

beforeAll(() => {
  symlinkSync(join(packageRoot, 'examples'), join(folder, 'examples'));
  expect(upperhand(['add', 'examples/guest-in-beijing.txt', '--record', 'kept'])).toContain('claims');
});

test('there are such blocks', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(6);
});

test.each(blocks.map(([, command, shown]) => [command!, shown!]))('%s', (command, shown) => {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  // Only a search stands on kept articles; what else is shown stands on the shipped rows.
  const printed = upperhand(words[0] === 'search' ? [...words, '--record', 'kept'] : words).split('\n');
  let at = 0;
  for (const line of shown.split('\n').filter(line => line && line !== '...')) {
    const found = printed.indexOf(line, at);
    expect(found, `not printed, or not in this order: ${line}`).toBeGreaterThanOrEqual(0);
    at = found + 1;
  }
});
