/** Every command as its user runs it: the example article into a record, then everything that stands on the record. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { countries } from '../../src/actors/countries.js';
import type { Check } from '../../src/check/check.js';
import type { Reading } from '../../src/reading.js';

const bin = join(import.meta.dirname, '../../bin/upperhand.js');
const example = join(import.meta.dirname, '../../examples/guest-in-beijing.txt');
const folder = mkdtempSync(join(tmpdir(), 'upperhand-commands-'));

function upperhand(words: string[], input?: string) {
  return spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8', input });
}

/** What a command prints. */
function printed(...words: string[]): string {
  const { status, stdout, stderr } = upperhand(words);
  expect(stderr.replace(/^\d+ of \d+ sentences? shown, of \d+ articles?\n/, '')).toBe('');
  expect(status).toBe(0);
  return stdout;
}

beforeAll(() => {
  // Where a source is newer than the build, the first command builds and says so.
  upperhand(['--version']);
  expect(JSON.parse(printed('add', example, '--json'))).toMatchObject({ added: true });
});

test('read: the text as it was, claims in its order, spans inside it', () => {
  const { document, claims } = JSON.parse(printed('read', example)) as Reading;
  expect(document.text).toBe(readFileSync(example, 'utf8'));
  expect(document.date).toEqual({
    value: '2024-05-18',
    earliest: '2024-05-18',
    latest: '2024-05-18',
    basis: 'metadata',
  });
  expect(claims.map(({ start }) => start)).toEqual(claims.map(({ start }) => start).sort((a, b) => a - b));
  expect(new Set(claims.map(({ kind }) => kind))).toEqual(
    new Set(['action', 'statement', 'figure', 'address', 'office', 'judgement']),
  );
});

test('read: standard input, several lines, on several cores as on one', () => {
  const lines = ['China condemned Russia.', 'Chile met Peru.', '', 'France praised Egypt.', 'Iran met Turkey.'];
  const input = lines.map((text, id) => JSON.stringify({ id: `d${id}`, text, date: '2023-03-20' })).join('\n');
  const on = (jobs: string) =>
    upperhand(['read', '--input-format', 'jsonl', '--output-format', 'jsonl', '--jobs', jobs], input);
  const alone = on('1');
  expect(alone.status).toBe(3);
  expect(alone.stderr).toMatch(/^upperhand: .*:3: the article is empty/);
  expect(
    alone.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).document.id),
  ).toEqual(['d0', 'd1', 'd3', 'd4']);
  const together = on('3');
  expect([together.status, together.stdout, together.stderr]).toEqual([alone.status, alone.stdout, alone.stderr]);
});

test('parse: CoNLL-U with ten columns', () => {
  writeFileSync(join(folder, 'short.txt'), 'Xi met Putin.');
  const rows = printed('parse', 'short.txt')
    .split('\n')
    .filter(line => /^\d/.test(line));
  expect(rows.map(row => row.split('\t')[1])).toEqual(['Xi', 'met', 'Putin', '.']);
  expect(rows.every(row => row.split('\t').length === 10)).toBe(true);
});

test('check: the planted conversion is caught, with its arithmetic; --strict says so in its exit code', () => {
  const { checks } = JSON.parse(printed('check', example, '--json')) as { checks: Check[] };
  const text = readFileSync(example, 'utf8');
  const planted = checks.filter(({ verdict }) => !/agrees|opinion|forecast|not /.test(verdict));
  expect(planted.map(({ start, end }) => text.slice(start, end))).toEqual(['£158 billion']);
  expect(planted[0]!.why).toContain('193.1 billion GBP');
  expect(upperhand(['check', example, '--strict']).status).toBe(1);
});

test('balance: the contract, and its mirror image', () => {
  const one = JSON.parse(printed('balance', 'CHN', 'RUS', '--json'));
  expect(one).toMatchObject({ pair: ['CHN', 'RUS'], favours: 'CHN', strength: 'clear' });
  expect(one.coverage).toMatchObject({ of: 18, groups: 4 });
  expect(one.coverage.measured).toBeGreaterThan(10);
  const other = JSON.parse(printed('balance', 'Russia', 'China', '--json'));
  expect(other).toMatchObject({ pair: ['RUS', 'CHN'], favours: 'CHN', strength: one.strength });
  expect(other.share).toBeCloseTo(1 - one.share, 9);
  const levers = (balance: typeof one) => balance.groups.flatMap((group: { levers: { x: number }[] }) => group.levers);
  for (const [i, lever] of levers(one).entries()) expect(levers(other)[i].x).toBeCloseTo(-lever.x, 9);
});

test('exit-cost: both lose, the smaller one more', () => {
  const { welfare } = JSON.parse(printed('exit-cost', 'RUS', 'CHN', '--json'));
  expect(welfare.RUS).toBeLessThan(-1);
  expect(welfare.CHN).toBeLessThan(-0.1);
  expect(welfare.CHN).toBeGreaterThan(-0.3);
});

test('dossier: text, JSON, and one HTML file that needs nothing else', () => {
  expect(printed('dossier', 'CHN', 'RUS')).toContain('China has the upper hand over Russia');
  expect(JSON.parse(printed('dossier', 'CHN', 'RUS', '--json'))).toHaveProperty('sections');
  expect(upperhand(['dossier', 'CHN', 'RUS', '-o', 'dossier.html']).status).toBe(0);
  const page = readFileSync(join(folder, 'dossier.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page.match(/<script\b|<link\b[^>]*>|\ssrc="(?!data:)[^"]*/g)).toBeNull();
});

test('search: sentences with what was read in them', () => {
  expect(printed('search', 'old friend', 'Ufa')).toContain('Xi Jinping calls Vladimir Putin “my old friend”');
  expect(JSON.parse(printed('search', 'no such words', '--json'))).toEqual({ found: 0, articles: 0, hits: [] });
});

test('import, export and verify: rows join the record and are exported with it', () => {
  const before = printed('export');
  const csv = 'iso3,country,year,gdp_usd\nCHN,China,2021,17820000000000\n';
  writeFileSync(join(folder, 'gdp.csv'), csv);
  const unknown = upperhand(['import', 'gdp.csv', '--dataset', 'list']);
  expect([unknown.status, unknown.stderr.split('\n').length]).toEqual([2, 2]);
  expect(unknown.stderr).toContain('known are:');
  expect(printed('export')).toBe(before);
  expect(
    before
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line).record),
  ).toEqual(['article', 'reading']);
  expect(printed('verify')).toContain('all hashes, spans and references hold');
});

test('actors: why a phrase leads to a country', () => {
  expect(printed('actors', 'the Russian president', '--date', '2023-03-20')).toContain('Vladimir Putin');
});

test('the names of countries are taken as people write them', () => {
  expect(countries().length).toBeGreaterThan(190);
  for (const words of [
    ['china', 'RUSSIA'],
    ['United States', 'Mexico'],
    ['south korea', 'Japan'],
  ])
    expect(upperhand(['balance', ...words]).status, words.join()).toBe(0);
});
