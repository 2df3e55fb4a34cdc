/**
 * The door to data/ and models/: what the product knows about the world lives there, in files that an analyst can
 * review. This is the only file that knows where they are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/** The package's own folder: the nearest one above this file that holds both package.json and data/. */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** The rows of data/NAME.csv, each keyed by the header; lines that start with # are comments, cells are strings. */
export function knownTable(name: string): Record<string, string>[] {
  const lines = readFileSync(join(packageRoot, 'data', name), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'));
  const [header = [], ...rows] = lines.map(cellsOf);
  return rows.map(cells => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])));
}

/** The cells of a line. Most lines have no quotation mark: those are spared the parser, which takes ten times as long. */
function cellsOf(line: string): string[] {
  const cells = line.includes('"')
    ? (parseCsv(line, { trim: true, relax_column_count: true })[0] as string[])
    : line.split(',');
  return cells.map(cell => cell.trim());
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
