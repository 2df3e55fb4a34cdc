/** The texts of data/training that are labelled with actions, for the benches. */
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

/** The labelled texts of a folder: the fifth that is kept apart, chosen by the hash of the id, or all the others. */
export function labelledTexts(folder: string, heldOut: boolean): Labelled[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .flatMap(name => linesOf(join(folder, name)))
    .filter(item => item.actions && isHeldOut(item.id) === heldOut);
}

/** The lines of a JSON Lines file. */
export function linesOf(path: string): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim())
    .map(line => JSON.parse(line) as Labelled);
}

export function isSameSet(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every(item => b.includes(item));
}

function isHeldOut(id: string): boolean {
  return Number.parseInt(createHash('sha1').update(id).digest('hex').slice(-6), 16) % 5 === 0;
}
