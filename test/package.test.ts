import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/knowledge.js';

test('the package holds what it promises, and nothing it should not', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: packageRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{ files, size }] = JSON.parse(packed) as [{ files: { path: string }[]; size: number }];
  const paths = files.map(({ path }) => path);
  for (const path of [
    'bin/upperhand.js',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/pages/server/index.js',
    'schema/reading.schema.json',
    'models/english.bin',
    'models/scoring.wasm',
    'models/LICENSE.md',
    'data/rows/trade.csv',
    'examples/guest-in-beijing.txt',
    'LICENSE',
    'NOTICE',
  ]) {
    expect(paths).toContain(path);
  }
  expect(paths.filter(path => /^(?:src|test|web|bench)\/|record\.duckdb|\.env/.test(path))).toEqual([]);
  expect(size).toBeLessThan(25_000_000);
});

test('the public verbs are there, in the order of the flow', async () => {
  const published = await import(join(packageRoot, 'dist/index.js'));
  expect(Object.keys(published)).toEqual(
    expect.arrayContaining([
      'readDocument',
      'parseSentences',
      'openRecord',
      'checkReading',
      'balance',
      'exitCost',
      'makeDossier',
    ]),
  );
  expect(
    published.readDocument({ text: 'Xi Jinping met Vladimir Putin in Moscow.', date: '2023-03-20' }).claims.length,
  ).toBeGreaterThan(0);
});

test('few packages are needed at run time', () => {
  const tree = execFileSync('npm', ['ls', '--all', '--omit=dev', '--parseable'], {
    cwd: packageRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Forty is the aim; the first line is the package itself.
  expect(tree.trim().split('\n').length - 1).toBeLessThanOrEqual(40);
});

test('the lock file names the packages of every platform, so that `npm ci` works on each', () => {
  const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const wanted = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map(name => [`node_modules/${name}`, `${at}/node_modules/${name}`]),
  );
  expect(wanted.length).toBeGreaterThan(30);
  expect(wanted.filter(places => !places.some(place => place in packages))).toEqual([]);
});
