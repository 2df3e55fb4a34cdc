/** Labelled texts in JSON Lines, for the benches: any, and those of data/training that are labelled with actions. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Labelled {
  id: string;
  text: string;
  date?: string | null;
  actions?: Label[];
}

export interface Label {
  trigger: [number, number];
  type: string;
  of: string | null;
  source: string[];
  target: string[];
  modality: string;
  negated: boolean;
  main: boolean;
}

/** The texts of a folder that are labelled with actions: the fifth kept apart, chosen by the hash of the id, or all others. */
export function labelledTexts(folder: string, heldOut: boolean): Labelled[] {
  return linesIn<Labelled>(folder).filter(item => item.actions && isHeldOut(item.id) === heldOut);
}

/** The lines of all JSON Lines files of a folder; the caller says their shape. */
export function linesIn<Line>(folder: string): Line[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => linesOf<Line>(join(folder, name)));
}

/** The lines of a JSON Lines file; the caller says their shape. */
export function linesOf<Line>(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line) as Line);
}

export function isSameSet(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every(item => b.includes(item));
}

function isHeldOut(id: string): boolean {
  return Number.parseInt(createHash('sha1').update(id).digest('hex').slice(-6), 16) % 5 === 0;
}
