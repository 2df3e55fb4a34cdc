/**
 * The door to data/ and models/: what the product knows about the world lives there, in files that an analyst can
 * review. This is the only file that knows where they are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load as parseYaml } from 'js-yaml';
import { csvCells } from './csv-line.js';

/** The package's own folder: the nearest one above this file that holds both package.json and data/. */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** The rows of data/NAME.csv, each keyed by the header; lines that start with # are comments, cells are strings. */
export function knownTable(name: string): Record<string, string>[] {
  const lines = knownText(name)
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'));
  const [header = [], ...rows] = lines.map(line => cellsOf(line, name));
  return rows.map(cells => {
    // Cell by cell, all rows come to have one shape, which is quicker to make and to look into than one from entries.
    const row: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) row[header[i]!] = cells[i] ?? '';
    return row;
  });
}

function cellsOf(line: string, name: string): string[] {
  if (!line.includes('"')) return line.split(',').map(cell => cell.trim());
  const cells = csvCells(line);
  if (cells === null) throw new Error(`data/${name}: a quotation mark is not closed: ${line}`);
  return cells;
}

/** The content of data/NAME.yaml; the caller says its shape. */
export function knownList<T>(name: string): T {
  return parseYaml(readFileSync(join(packageRoot, 'data', name), 'utf8')) as T;
}

/** The text of data/NAME, for a reader of its own. */
export function knownText(name: string): string {
  return readFileSync(join(packageRoot, 'data', name), 'utf8');
}

/** The bytes of models/NAME. */
export function trainedModel(name: string): Buffer {
  return readFileSync(join(packageRoot, 'models', name));
}

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'data'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the package folder with data/ was not found');
  return findPackageRoot(parent);
}
