/**
 * No constant of a measure belongs to a country: no code of levers, balance or check names one, and the
 * settings in data/ that measures read by name hold none. What the world is like (rows, names, members) is data of all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countries } from '../../src/actors/countries.js';
import { packageRoot } from '../../src/knowledge.js';

const MEASURES = ['levers', 'balance', 'check'];
/** What measures are set by: weights, scales, elasticities, tolerances. Tables of what is, row for row of all countries, are not settings. */
const SETTINGS = [
  'balance/presets.yaml',
  'exit-cost/elasticities.csv',
  'address-warmth.yaml',
  'check/sources.yaml',
  'check/measures.yaml',
];

const NAMES = countries().flatMap(({ iso3, name }) => [iso3, name]);
const NAMED = new RegExp(
  `(?<![A-Za-z_])(?:${NAMES.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![A-Za-z_])`,
  'g',
);

/** Code without its comments, which may give examples. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(?<![:'"`])\/\/.*$/gm, '');
}

const files = MEASURES.flatMap(folder =>
  readdirSync(join(packageRoot, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `src/${folder}/${name}`),
);

describe('no country is named', () => {
  test.each(files)('in the code of %s', file => {
    expect(codeOf(readFileSync(join(packageRoot, file), 'utf8')).match(NAMED) ?? []).toEqual([]);
  });

  test.each(SETTINGS)('in data/%s', file => {
    const lines = readFileSync(join(packageRoot, 'data', file), 'utf8').split('\n');
    const settings = lines.filter(line => !line.startsWith('#')).map(line => line.replace(/\s#.*$/, ''));
    expect(settings.join('\n').match(NAMED) ?? []).toEqual([]);
  });

  test('one that is named would be found', () => {
    expect(codeOf("const edge = country === 'RUS' ? 1.1 : 1; // CHN too").match(NAMED)).toEqual(['RUS']);
    expect('China'.match(NAMED)).toEqual(['China']);
  });
});
