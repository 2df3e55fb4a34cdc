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
const LEAVES = ['errors.ts', 'reading.ts', 'knowledge.ts', 'evidence.ts'];
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
