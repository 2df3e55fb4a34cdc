/**
 * Hostile input, class by class: the tables in rows/ say what each input is and what must happen. Whatever it is, nothing
 * may crash or hang, an error is one line, nothing is written outside the record, and the record stays as it was.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadingPool, readingPool } from '../../src/cli/reading-pool.js';
import { csvTable } from '../../src/csv-table.js';
import { BadInput } from '../../src/errors.js';
import { Commands, contentsOf, hostileFolder } from './commands.js';
import { type ArticleMust, type ArticleRow, type CommandMust, contentOf } from './row.js';
import * as commandRows from './rows/commands.js';
import { FORMULAS } from './rows/exports.js';
import { LINES } from './rows/lines.js';
import { PAGES } from './rows/pages.js';
import { TABLES } from './rows/tables.js';
import * as textRows from './rows/texts.js';
import { WORD_FILES } from './rows/word-files.js';

/** Seconds for one row; most take some milliseconds. */
const DEADLINE = 60;

const folder = hostileFolder();
const commands = new Commands(folder);
/** Folders that rows may write to. */
const WRITTEN = ['rows', 'terminal', 'table.csv'];
let before: string[];

beforeAll(async () => {
  expect((await commands.run(['add', 'good.txt', '--record', 'kept'], 120)).code).toBe(0);
  mkdirSync(join(folder, 'empty'));
  before = contentsOf(folder, WRITTEN);
});

afterAll(() => {
  commands.close();
  rmSync(folder, { recursive: true });
});

describe.each<[string, 'auto' | 'line', readonly ArticleRow[]]>([
  ['characters', 'auto', textRows.CHARACTERS],
  ['quotations', 'auto', textRows.QUOTATIONS],
  ['numbers', 'auto', textRows.NUMBERS],
  ['days', 'auto', textRows.DATES],
  ['pages', 'auto', PAGES],
  ['lines of JSON', 'line', LINES],
  ['Word files', 'auto', WORD_FILES],
])('%s', (_, format, rows) => {
  let pool: ReadingPool;
  beforeAll(() => {
    const script = new URL('../../dist/cli/reading-process.js', import.meta.url);
    pool = readingPool({ script, deadline: DEADLINE, memory: 1000 });
  });
  afterAll(() => pool.close());

  test.each(rows)(
    '%s',
    async (_, input, must) => {
      expect(await read(contentOf(input), format, pool)).toSatisfy(outcome => holds(outcome as Outcome, must), must);
    },
    4 * DEADLINE * 1000,
  );
});

/** The sentences of all articles that were read, and why others were not. */
interface Outcome {
  sentences: number;
  read: number;
  faults: string[];
}

async function read(bytes: Buffer, format: 'auto' | 'line', pool: ReadingPool): Promise<Outcome> {
  const outcome: Outcome = { sentences: 0, read: 0, faults: [] };
  try {
    for (const one of await pool.ask('open', { name: 'file', bytes, format, known: {}, printed: null }, 'file')) {
      if ('fault' in one) outcome.faults.push(one.fault);
      else {
        outcome.sentences += (await pool.ask('read', one.article, 'file')).sentences.length;
        outcome.read++;
      }
    }
  } catch (error) {
    // A fault that is not the text's is one of ours.
    if (!(error instanceof BadInput)) throw error;
    outcome.faults.push(error.message);
  }
  return outcome;
}

/** Does an article end as its row says? One that hung, or ended its reader, is not refused but given up. */
function holds({ sentences, read, faults }: Outcome, must: ArticleMust): boolean {
  if (faults.some(fault => !/^file[:\d]*: [^\n]+$/.test(fault) || GIVEN_UP.test(fault))) return false;
  const [kind, words] = must.split(': ') as [string, string | undefined];
  if (kind === 'refused')
    return read === 0 && faults.every(fault => fault.includes(must.slice('refused:'.length).trim()));
  return read > 0 && (words === undefined || sentences === Number(words));
}

const GIVEN_UP = /was not read within|the reader ended|of memory|could be started/;

describe('tables for import', () => {
  test.each(TABLES)(
    '%s',
    async (_, dataset, input, must) => {
      writeFileSync(join(folder, 'table.csv'), contentOf(input));
      const record = must === 'exit 0' ? 'rows' : 'kept';
      await ends(['import', 'table.csv', '--dataset', dataset, '--record', record], must);
    },
    2 * DEADLINE * 1000,
  );
});

describe.each(Object.entries(commandRows))('%s', (_, rows) => {
  test.each(rows)('%s', async (_, words, must) => ends(words, must), 2 * DEADLINE * 1000);
});

async function ends(words: readonly string[], must: CommandMust): Promise<void> {
  const { code, stdout, stderr } = await commands.run(words, DEADLINE);
  const exit = must.split(':')[0]!;
  expect(`exit ${code}`, stderr).toBe(exit);
  expect(`${stdout}${stderr}`).not.toMatch(MOVES_THE_CURSOR);
  if (exit !== 'exit 0') {
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(must.slice(exit.length + 1).trim());
    expect(stdout).toBe('');
  }
  expect(contentsOf(folder, WRITTEN)).toEqual(before);
}

/** Control characters but tab and line end, and marks that turn the direction of a line. */
const MOVES_THE_CURSOR = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe('tables to take away', () => {
  test.each(FORMULAS)('%s stays a text', (_, cell) => {
    const [, line] = csvTable(['cell', 'next'], [[cell, 'x']]).split('cell,next\r\n');
    expect(line).toMatch(/^(?:[^",]*|"(?:[^"]|"")*"),x\r\n$/);
    const shown = line!.slice(0, line!.lastIndexOf(',x')).replace(/^"|"$/g, '').replaceAll('""', '"');
    expect(shown).not.toMatch(/^[^\p{L}\p{N}'";,]*[=+\-@＝＋－＠]/u);
  });
});
