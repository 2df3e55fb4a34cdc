import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const example = join(import.meta.dirname, '../../examples/guest-in-beijing.txt');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-cli-'));
const at = (name: string) => join(folder, name);

function upperhand(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(() => {
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('blank.txt'), ' \n\n');
  writeFileSync(at('picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  writeFileSync(at('broken.jsonl'), '{"id": 1, "text": "Xi met Putin."}\n{"id": 2, "text":\n{"id": 3}\n');
  mkdirSync(at('folder'));
  expect(upperhand('add', example, '--record', 'kept').status).toBe(0);
  mkdirSync(at('truncated'));
  copyFileSync(at('kept/record.duckdb'), at('truncated/record.duckdb'));
  truncateSync(at('truncated/record.duckdb'), 5000);
  mkdirSync(at('nothing'));
  writeFileSync(at('nothing/record.duckdb'), '');
});

describe.each([
  ['an empty file', ['read', 'empty.txt'], 3, 'empty.txt: the file is empty'],
  ['white space', ['add', 'blank.txt', '--record', 'kept'], 3, 'blank.txt: the article is empty: nothing to read'],
  ['a binary file', ['add', 'picture.png', '--record', 'kept'], 3, 'picture.png: this is a binary file'],
  ['a missing file', ['check', 'missing.txt'], 3, 'missing.txt: there is no such file'],
  ['a folder', ['read', 'folder'], 3, 'this is a folder'],
  ['a date that is none', ['read', example, '--date', '2023-02-30'], 3, '"2023-02-30" is not a date'],
  ['a port that is none', ['serve', '--port', '99999'], 2, 'Give a port from 0 to 65535'],
  [
    'a page that cannot be written',
    ['dossier', 'CHN', 'RUS', '-o', 'nowhere/x.html'],
    2,
    'nowhere/x.html: the file cannot be written',
  ],
  ['missing lines', ['read', 'missing.jsonl'], 3, 'missing.jsonl: there is no such file'],
  ['an unknown country', ['balance', 'CHN', 'Ruritania'], 2, '"Ruritania" is no country that is known here'],
  ['the same country twice', ['dossier', 'CHN', 'China'], 2, 'a pair needs two countries: both are CHN'],
  ['an unknown command', ['frobnicate'], 2, "unknown command 'frobnicate'"],
  ['an unknown option', ['read', '--colour'], 2, "unknown option '--colour'"],
  ['a truncated record', ['dossier', 'CHN', 'RUS', '--record', 'truncated'], 4, 'damaged'],
  ['an empty record file', ['export', '--record', 'nothing'], 4, 'damaged'],
  ['no record', ['export', '--record', 'none'], 4, 'there is no record here'],
])('%s', (_, words, code, line) => {
  test('one clear line, the right exit code, and the record as it was', () => {
    const before = readFileSync(at('kept/record.duckdb'));
    const { status, stdout, stderr } = upperhand(...words);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(code);
    expect(readFileSync(at('kept/record.duckdb')).equals(before)).toBe(true);
  });
});

test('bad input makes no record', () => {
  expect(upperhand('add', 'empty.txt', '--record', 'fresh').status).toBe(3);
  expect(existsSync(at('fresh'))).toBe(false);
});

test('a bad line is told with its number, and the good ones are read', () => {
  const { status, stdout, stderr } = upperhand('read', 'broken.jsonl', '--output-format', 'jsonl');
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/broken\.jsonl:2: the line is not JSON\n.*broken\.jsonl:3: a document needs a field "text"/);
  expect(status).toBe(3);
});

describe('a record that another process holds', () => {
  let holder: ChildProcess;

  beforeAll(async () => {
    const open = `const { DuckDBInstance } = await import(${JSON.stringify(import.meta.resolve('@duckdb/node-api'))});
      await DuckDBInstance.create('kept/record.duckdb'); console.log('held'); setInterval(() => {}, 1000);`;
    holder = spawn(process.execPath, ['--input-type=module', '-e', open], { cwd: folder });
    await new Promise(resolve => holder.stdout!.once('data', resolve));
  });
  afterAll(() => holder.kill());

  test('is left alone, in one clear line', () => {
    const { status, stderr } = upperhand('add', example, '--record', 'kept');
    expect(stderr).toMatch(/^upperhand: kept: the record is held by another process \(number \d+\)[^\n]*\n$/);
    expect(status).toBe(4);
  });
});

describe('check of several files', () => {
  test('goes on behind one that cannot be read, tells each under its name, and what is not English', () => {
    writeFileSync(
      at('french.txt'),
      'Le ministre a reçu mardi à Paris son collègue pour discuter de la guerre et du commerce, selon un communiqué publié ' +
        'dans la soirée après plusieurs heures de discussions entre les deux délégations qui se poursuivront mercredi.',
    );
    const { status, stdout, stderr } = upperhand('check', 'empty.txt', 'french.txt', example);
    expect(stderr).toContain('empty.txt: the file is empty');
    expect(stderr).toContain('french.txt: this does not look like English, and nothing else is read');
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(stdout).toContain('# french.txt');
    expect(stdout).toContain('guest-in-beijing.txt\nagrees: “40 times”');
    expect(status).toBe(3);
  });

  test('places that are approved are those of one article', () => {
    const { status, stderr } = upperhand('check', example, 'blank.txt', '--claim-review', 'Ann', '--approved', '1-2');
    expect(stderr).toContain('--approved names places of one article');
    expect(status).toBe(2);
  });
});
