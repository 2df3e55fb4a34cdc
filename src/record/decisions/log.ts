/**
 * The log of decisions: a text file in the record's folder, a line of JSON each, to which lines are only added. It can be
 * read, compared and kept under version control without this program.
 */
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../article/article.js';
import { synced } from '../synced.js';
import { type Decision, VERBS } from './decision.js';

export const decisionsFile = (folder: string): string => join(folder, 'decisions.jsonl');

/** What the log holds. */
export interface ReadLog {
  decisions: Decision[];
  /** Lines that are no decisions, by number from 1: somebody edited the file. A torn last line is none of them. */
  unreadable: number[];
}

/** Reads the log; empty where there is none. A last line without its end was never decided: its writer died before it was told. */
export function readLog(folder: string): ReadLog {
  const file = decisionsFile(folder);
  if (!existsSync(file)) return { decisions: [], unreadable: [] };
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  // What stands behind the last line's end is a torn line, or nothing.
  lines.pop();
  const decisions: Decision[] = [];
  const unreadable: number[] = [];
  for (const [i, line] of lines.entries()) {
    const decision = decisionOf(line);
    if (decision) decisions.push(decision);
    // What a process wrote half is ended by the next that writes; it was never told to anybody.
    else if (line.trim() && !line.endsWith(TORN)) unreadable.push(i + 1);
  }
  return { decisions, unreadable };
}

/** What is put behind a half line before the next is written. */
const TORN = ' (torn)';

/** Adds a decision, and returns when it is on the disk. */
export function appendDecision(folder: string, decision: Decision): void {
  const file = decisionsFile(folder);
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a+', 0o600);
  try {
    const before = isTorn(handle) ? `${TORN}\n` : '';
    const line = Buffer.from(`${before}${JSON.stringify(decision)}\n`);
    for (let written = 0; written < line.length; ) written += writeSync(handle, line, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) synced(folder);
}

/** The id of a decision: of what it says, so that the same line has the same id everywhere. */
export function idOf(decision: Omit<Decision, 'id'>): string {
  return sha256Of(JSON.stringify(decision)).slice(0, 12);
}

function decisionOf(line: string): Decision | null {
  try {
    const decision = JSON.parse(line) as Decision;
    const texts = [decision.id, decision.at, decision.by, decision.reason];
    return texts.every(text => typeof text === 'string') && VERBS.includes(decision.verb) ? decision : null;
  } catch {
    return null;
  }
}

function isTorn(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last[0] !== 10;
}
