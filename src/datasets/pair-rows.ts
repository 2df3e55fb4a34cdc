import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { knownText, packageRoot } from '../knowledge.js';
import type { EventRow, FigureRow, Row } from './row.js';
import { readTable } from './table.js';

type Cells = Record<string, string>;

let loaded: Row[] | null = null;

/**
 * The rows that ship with the product: checked facts on pairs of countries, one folder a pair under data/rows/, one
 * file a subject. A file with a `measure` column holds figures, one with a `type` column events; persons stand with |
 * between them; an empty cell is not known.
 *
 * @throws Error where a file has neither column, or a value is no number: a fault of the shipped file.
 */
export function pairRows(): Row[] {
  loaded ??= pairs().flatMap(pair => files(pair).flatMap(file => rowsOf(pair, file)));
  return loaded;
}

function pairs(): string[] {
  return readdirSync(join(packageRoot, 'data/rows'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

function files(pair: string): string[] {
  return readdirSync(join(packageRoot, 'data/rows', pair))
    .filter(name => name.endsWith('.csv'))
    .map(name => name.slice(0, -'.csv'.length))
    .sort();
}

function rowsOf(pair: string, file: string): Row[] {
  const dataset = `${pair}/${file}`;
  return readTable(knownText(`rows/${dataset}.csv`), `data/rows/${dataset}.csv`, ['id', 'source'], (line, columns) => {
    const cells: Cells = Object.fromEntries(columns.map(column => [column, line.optional(column) ?? '']));
    if ('measure' in cells) return figureRow(cells, dataset);
    if ('type' in cells) return eventRow(cells, dataset);
    throw new Error(`data/rows/${dataset}.csv: no column "measure" or "type"`);
  });
}

function figureRow(cells: Cells, dataset: string): FigureRow {
  const value = Number(cells.value);
  if (!cells.value || !Number.isFinite(value))
    throw new Error(`data/rows/${dataset}.csv: ${cells.id}: "${cells.value}" is no number`);
  return {
    kind: 'figure',
    ...origin(cells, dataset),
    measure: cells.measure!,
    reporter: cells.reporter!,
    partner: cells.partner || null,
    from: cells.from!,
    to: cells.to!,
    value,
    unit: cells.unit!,
  };
}

function eventRow(cells: Cells, dataset: string): EventRow {
  return {
    kind: 'event',
    ...origin(cells, dataset),
    type: cells.type!,
    a: cells.a!,
    b: cells.b || null,
    from: cells.from!,
    to: cells.to || null,
    persons: cells.persons ? cells.persons.split('|') : [],
    place: cells.place || null,
    country: cells.country || null,
    host: cells.host || null,
    format: cells.format || null,
    text: cells.text || null,
  };
}

function origin(cells: Cells, dataset: string): Pick<Row, 'id' | 'dataset' | 'source' | 'url' | 'note'> {
  return { id: cells.id!, dataset, source: cells.source!, url: cells.url || null, note: cells.note || null };
}
