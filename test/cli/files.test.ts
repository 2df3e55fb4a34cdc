import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesNamed } from '../../src/cli/files.js';

const folder = mkdtempSync(join(tmpdir(), 'upperhand-files-'));
mkdirSync(join(folder, 'in/deep'), { recursive: true });
for (const name of ['a.txt', 'in/b.txt', 'in/c.png', 'in/.hidden.txt', 'in/deep/d.html'])
  writeFileSync(join(folder, name), 'x');
symlinkSync(join(folder, 'a.txt'), join(folder, 'in/link.txt'));
symlinkSync(folder, join(folder, 'in/circle'));

test.each([
  ['in', ['in/b.txt', 'in/deep/d.html']],
  ['*.txt', ['a.txt']],
  ['**/*.txt', ['a.txt', 'in/b.txt']],
  ['in/?.*', ['in/b.txt', 'in/c.png']],
  ['in/c.png', ['in/c.png']],
  ['none*', ['none*']],
  ['gone.txt', ['gone.txt']],
])('%s names %j', (word, files) => {
  expect(filesNamed([join(folder, word)]).files.map(file => relative(folder, file))).toEqual(files);
});

test('what a folder holds besides articles is counted by kind', () => {
  expect(Object.fromEntries(filesNamed([join(folder, 'in')]).passedOver)).toEqual({ '.png': 1, hidden: 1, links: 2 });
});

test('many stars end in time', () => {
  writeFileSync(join(folder, 'a'.repeat(200)), 'x');
  expect(filesNamed([join(folder, `${'*a'.repeat(100)}b`)]).files).toHaveLength(1);
});
