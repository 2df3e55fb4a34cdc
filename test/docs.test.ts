import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../src/cli/program.js';
import { packageRoot } from '../src/knowledge.js';

const read = (name: string) => readFileSync(join(packageRoot, name), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
];

test.each(program({ code: 0 }).commands.map(command => command.name()))('the README shows `upperhand %s`', name => {
  expect(read('README.md')).toMatch(new RegExp(`upperhand ${name}\\b`));
});

test.each(pages)('%s links only to what is there', page => {
  for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
    expect(existsSync(join(packageRoot, dirname(page), target!)), `${page}: ${target}`).toBe(true);
  }
});

test('docs/systems.md follows all fifteen systems', () => {
  const systems = read('docs/systems.md');
  for (let i = 1; i <= 15; i++) expect(systems).toContain(`S${i} `);
});

test('every data file says where it comes from', () => {
  const files = readdirSync(join(packageRoot, 'data'), { recursive: true, encoding: 'utf8' });
  for (const name of files.filter(file => /\.(csv|yaml)$/.test(file))) {
    const text = read(join('data', name));
    const header = text.split('\n').find(line => line && !line.startsWith('#')) ?? '';
    expect(text.startsWith('#') || /\bsource\b/.test(header), `data/${name}`).toBe(true);
  }
});
