import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** The flow, first to last: a stage imports only stages before it and the shared leaves. */
const FLOW = [
  'article',
  'language',
  'actors',
  'time',
  'claims',
  'datasets',
  'record',
  'check',
  'levers',
  'balance',
  'dossier',
  'server',
  'cli',
];
const LEAVES = [
  'errors.ts',
  'reading.ts',
  'knowledge.ts',
  'evidence.ts',
  'count-words.ts',
  'fraction-words.ts',
  'csv-line.ts',
  'csv-table.ts',
  'grouped.ts',
  'in-order.ts',
  'made-once.ts',
  'reader-version.ts',
  'lines.ts',
];
/** The verbs that span stages: the index and the journey of an article stand after `claims`. */
const JOURNEY: Record<string, string> = { 'read.ts': 'claims', 'desk.ts': 'dossier', 'index.ts': 'dossier' };

const source = join(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));

function stageOf(file: string): number | null {
  const top = file.split('/')[0]!;
  if (LEAVES.includes(top)) return null;
  const stage = FLOW.indexOf(JOURNEY[top] ?? top);
  if (stage < 0) throw new Error(`src/${file} is in no stage: give it a place in the flow`);
  return stage + (JOURNEY[top] ? 0.5 : 0);
}

test.each(files)('src/%s imports only earlier stages', file => {
  const here = stageOf(file);
  const text = readFileSync(join(source, file), 'utf8');
  for (const [, specifier] of text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)) {
    const target = relative(source, join(source, file, '..', specifier!.replace(/\.js$/, '.ts')));
    const there = stageOf(target);
    if (there === null) continue;
    expect(here, `a shared leaf imports ${target}`).not.toBeNull();
    expect(there, `src/${file} imports ${target}`).toBeLessThanOrEqual(here!);
  }
});

test('no files of src import each other in a circle, types included', () => {
  const circles = circlesIn(new Map(files.map(file => [file, importsOf(file)])));
  expect(circles).toEqual([]);
});

test('a circle is found, whichever file it is entered by', () => {
  const imports = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['b']],
    ['d', []],
  ]);
  expect(circlesIn(imports)).toEqual([['b', 'c']]);
});

/** The files of src that a file imports, by relative path: values, types and what is loaded later. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) =>
    relative(source, join(source, file, '..', specifier!.replace(/\.js$/, '.ts'))),
  );
}

/** Sets of files that reach each other by their imports, each in order of name. */
function circlesIn(imports: Map<string, string[]>): string[][] {
  const reached = new Map([...imports.keys()].map(file => [file, reachedFrom(file, imports)]));
  const circles = new Map<string, string[]>();
  for (const [file, others] of reached) {
    if (!others.has(file)) continue;
    const circle = [...others].filter(other => reached.get(other)?.has(file)).sort();
    circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

function reachedFrom(file: string, imports: Map<string, string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(imports.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(imports.get(next) ?? []));
  }
  return reached;
}
