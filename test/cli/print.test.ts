import { spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { json, plain } from '../../src/cli/print.js';

const hostile = 'a\u001b[31mred\u009b2J\u202ereversed\u2066x\u200f';

test('what comes from an article cannot move the cursor, colour a line or turn it round', () => {
  expect(plain(hostile)).toBe('a\ufffd[31mred\ufffd2J\ufffdreversed\ufffdx\ufffd');
  expect(plain('two\nlines\tand Çavuşoğlu')).toBe('two\nlines\tand Çavuşoğlu');
});

test('JSON holds the same text, with such characters written as escapes', () => {
  const written = json({ text: hostile });
  expect(JSON.parse(written)).toEqual({ text: hostile });
  expect(written).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
});

test.runIf(existsSync('/dev/full'))('output that cannot be written is told in one line, with an exit code', () => {
  const script = new URL('../../bin/upperhand.js', import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, [script, 'balance', 'CHN', 'RUS'], {
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^(?:Building .*\n)?upperhand: standard output cannot be written: [^\n]*\n$/);
});
