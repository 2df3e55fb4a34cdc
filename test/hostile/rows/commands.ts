/**
 * Calls of the commands where the command matters: names and paths, PDF files (which are read by a program of the
 * system), control characters on their way to the terminal, options. FOLDER holds the files that commands.ts writes.
 */
import type { CommandMust, CommandRow } from '../row.js';

const LONG = 'x'.repeat(300);
const record = ['--record', 'kept'];

export const NAMES: CommandRow[] = [
  ['a file above the folder', ['add', '../../../../../../nowhere/x.txt', ...record], 'exit 3: there is no such file'],
  ['a name with a line end', ['add', 'line\nend.txt', ...record], 'exit 3: empty'],
  ['a missing file with a line end', ['check', 'no\nsuch.txt', ...record], 'exit 3: there is no such file'],
  [
    'a name that moves the cursor',
    ['add', '\u001b[2J\u001b]0;x\u0007.txt', ...record],
    'exit 3: there is no such file',
  ],
  ['a name turned round', ['add', '\u202etxt.exe', ...record], 'exit 3: there is no such file'],
  ['a name of 300 characters', ['add', LONG, ...record], 'exit 3: x'],
  ['a path of 100,000 characters', ['read', 'x/'.repeat(50_000)], 'exit 3: x'],
  ['a zero character in a name', ['read', 'a\0b'], 'exit 3: a'],
  ['an empty name', ['add', '', ...record], 'exit 3'],
  ['a link to a folder above itself', ['read', 'loop'], 'exit 3: no article in it'],
  ['a link to a file that is gone', ['add', 'dangling.txt', ...record], 'exit 3: there is no such file'],
  ['a pattern of a hundred stars', ['read', `${'*x'.repeat(100)}`], 'exit 3: there is no such file'],
  ['a pattern of many folders', ['read', `${'**/'.repeat(12)}nothing*`], 'exit 3: there is no such file'],
  ['a record behind a file', ['export', '--record', 'good.txt/x'], 'exit 4'],
  ['a record with a name of 300 characters', ['add', 'good.txt', '--record', LONG], 'exit 4'],
  ['a record with a zero character', ['export', '--record', 'a\0b'], 'exit 4'],
  ['a backup into a folder that is used', ['backup', 'canary', ...record], 'exit 2'],
  ['a restore of a folder that is no backup', ['restore', 'canary', ...record], 'exit 3'],
  ['a backup whose list names a way out', ['restore', 'wayout', '--record', 'restored'], 'exit 3'],
  ['a dossier into a folder', ['dossier', 'NOR', 'CHL', '-o', 'canary', ...record], 'exit 2: cannot be written'],
  ['an import of a folder', ['import', 'canary', '--dataset', 'figures', ...record], 'exit 3: cannot be read'],
];

export const PDF_FILES: CommandRow[] = [
  ['a PDF of its mark alone', ['read', 'mark.pdf'], 'exit 3: damaged or locked'],
  ['a PDF cut in the middle', ['read', 'cut.pdf'], 'exit 3'],
  ['a PDF with rubbish behind its mark', ['add', 'rubbish.pdf', ...record], 'exit 3: damaged or locked'],
  ['a PDF whose pages are their own parents', ['read', 'circle.pdf'], 'exit 3'],
  ['a text called PDF', ['read', 'text.pdf', '--output-format', 'jsonl'], 'exit 0'],
  ['a PDF called a text', ['read', 'pdf.txt'], 'exit 3: damaged or locked'],
  ['a picture called PDF', ['read', 'picture.pdf'], 'exit 3: binary file'],
];

const TERMINAL: [string, ...string[]][] = [
  ['read', 'terminal.jsonl'],
  ['read', 'terminal.jsonl', '--output-format', 'jsonl'],
  ['read', 'terminal.jsonl', '--output-format', 'text', '--explain'],
  ['parse', 'terminal.jsonl'],
  ['add', 'terminal.jsonl', '--record', 'terminal'],
  ['add', 'terminal.jsonl', '--record', 'terminal', '--json'],
  ['search', 'Oslo', '--record', 'terminal'],
  ['search', 'Oslo', '--record', 'terminal', '--json'],
  ['search', 'Oslo', '--record', 'terminal', '--context', '40'],
  ['contradictions', '--record', 'terminal'],
  ['dossier', 'NOR', 'CHL', '--record', 'terminal'],
  ['dossier', 'NOR', 'CHL', '--record', 'terminal', '--json'],
  ['export', '--record', 'terminal'],
  ['verify', '--record', 'terminal'],
  ['reread', '--all', '--record', 'terminal'],
  ['actors', 'the \u001b[31m\u009b2J\u202e\u061cNorwegian\u0007 minister'],
  ['actors', 'the \u001b[31m\u009b2J\u202e\u061cNorwegian\u0007 minister', '--json'],
];

/** Titles and texts that would move the cursor, ring, or turn the line round: nothing that is printed may do so. */
export const TERMINALS: CommandRow[] = TERMINAL.map(words => [
  `what would move the cursor, through \`${words.filter(word => !/\s/.test(word)).join(' ')}\``,
  words,
  'exit 0',
]);

const wrong = (words: string[], must: CommandMust): CommandRow => [
  `\`${words.map(word => (word.length > 40 ? `${word.slice(0, 20)}…` : word)).join(' ')}\``,
  words,
  must,
];

export const OPTIONS: CommandRow[] = [
  wrong(['read', 'good.txt', '--date', '99999-99-99'], 'exit 3: is not a date'),
  wrong(['add', 'good.txt', '--date', '-1', ...record], 'exit 3: is not a date'),
  wrong(['check', 'good.txt', '--date', '2023-02-30', ...record], 'exit 3: is not a date'),
  wrong(['check', 'good.txt', '--as-of', '99999-99-99', ...record], 'exit 2: is not a day'),
  wrong(['search', 'x', '--from', '0000-00-00', ...record], 'exit 2: is not a day'),
  wrong(['search', 'x', '--to', "2023-01-01'; DROP TABLE articles; --", ...record], 'exit 2: is not a day'),
  wrong(['search', "'; DROP TABLE articles; --", ...record], 'exit 0'),
  wrong(['search', '%_\\', ...record], 'exit 2: search for what'),
  wrong(['search', '(((((a+)+)+)+)+)$', ...record], 'exit 0'),
  wrong(['search', 'x'.repeat(100_000), ...record], 'exit 0'),
  wrong(['search', 'x', '--kind', 'constructor', ...record], 'exit 0'),
  wrong(['search', 'x', '--actor', '__proto__', ...record], 'exit 0'),
  wrong(['search', 'x', '--limit', '-1', ...record], 'exit 2: whole number'),
  wrong(['search', 'x', '--limit', '99999999999999999999', ...record], 'exit 2: whole number'),
  wrong(['search', 'x', '--limit', '1e3', ...record], 'exit 2: whole number'),
  wrong(['search', 'x', '--context', '٤', ...record], 'exit 2: whole number'),
  wrong(['balance', 'NOR', 'CHL', '--year', 'NaN', ...record], 'exit 2: whole number'),
  wrong(['balance', 'NOR', 'CHL', '--year', '99999', ...record], 'exit 2'),
  wrong(['balance', 'NOR', 'CHL', '--weights', '__proto__=1', ...record], 'exit 2'),
  wrong(['balance', 'NOR', 'CHL', '--weights', 'economy=-1', ...record], 'exit 2'),
  wrong(['balance', 'NOR', 'CHL', '--weights', 'economy=1e999', ...record], 'exit 2'),
  wrong(['balance', '__proto__', 'constructor', ...record], 'exit 2: is no country'),
  wrong(['balance', 'x'.repeat(100_000), 'CHL', ...record], 'exit 2: is no country'),
  wrong(['balance', '', 'CHL', ...record], 'exit 2: is no country'),
  wrong(['balance', '\u001b[2JNorway\n', '\u202eChile', ...record], 'exit 2: is no country'),
  wrong(['exit-cost', 'NOR', 'CHL', '--elasticity', '0', ...record], 'exit 2: above zero'),
  wrong(['exit-cost', 'NOR', 'CHL', '--elasticity', 'Infinity', ...record], 'exit 2: above zero'),
  wrong(['exit-cost', 'NOR', 'CHL', '--tariff', '-5', ...record], 'exit 2: percentage'),
  wrong(['exit-cost', 'NOR', 'CHL', '--tariff', 'NaN', ...record], 'exit 2: percentage'),
  wrong(['exit-cost', 'NOR', 'CHL', '--deficits', 'constructor', ...record], 'exit 2: Allowed choices'),
  wrong(['exit-cost', 'NOR', '--coalition', ',,,', ...record], 'exit 2'),
  wrong(['exit-cost', 'NOR', 'CHL', '--trade', 'good.txt', '--gdp', 'good.txt', ...record], 'exit 3: expected'),
  wrong(['read', 'good.txt', '--jobs', '1000000'], 'exit 2: whole number'),
  wrong(['read', 'good.txt', '--jobs', '0'], 'exit 2: from 1 to 64'),
  wrong(['read', 'good.txt', '--deadline', '0'], 'exit 2: seconds'),
  wrong(['read', 'good.txt', '--input-format', '__proto__'], 'exit 2: Allowed choices'),
  wrong(['read', '--\u001b[2J\n'], 'exit 2: unknown option'),
  wrong(['\u001b[2J\nx'], 'exit 2: unknown command'),
  wrong(['import', 'good.txt', '--dataset', 'constructor', ...record], 'exit 2: unknown data set'),
  wrong(['serve', '--port', '-1'], 'exit 2: whole number'),
  wrong(['serve', '--host', '0.0.0.0', '--record', 'unmade'], 'exit 2: give them a token'),
  wrong(['serve', '--token', 'guessed', '--record', 'unmade'], 'exit 2: cannot be guessed'),
  wrong(['decide', '__proto__', 'x', '--by', 'me', ...record], 'exit 2'),
  wrong(['decide', 'reject', '../../x:0', '--by', 'me', '--reason', 'x', ...record], 'exit 2'),
  wrong(['decide', 'add', 'x', '--set', '__proto__=x', '--by', 'me', '--reason', 'x', ...record], 'exit 2'),
  wrong(['check', 'good.txt', '--claim-review', 'me', '--approved', '9-1,NaN-7', ...record], 'exit 2'),
];
