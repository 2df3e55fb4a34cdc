/** The options that several commands share, and how the values of options are read. */
import { InvalidArgumentError, Option } from 'commander';
import { DEADLINE } from './reading-pool.js';

/** Where a record is looked for when nobody says: in the folder the command runs in. */
const DEFAULT_RECORD = 'upperhand-record';

export function inputFormat(): Option {
  return new Option('--input-format <format>', 'what the files are')
    .choices(['auto', 'text', 'html', 'jsonl'])
    .default('auto');
}

export function dateOption(): Option {
  return new Option('--date <day>', 'the day of publication, YYYY-MM-DD');
}

export function asOfOption(): Option {
  return new Option('--as-of <day>', 'what was known by this day, YYYY-MM-DD');
}

export function jobsOption(): Option {
  return new Option('--jobs <number>', 'how many processor cores read; pays from some hundred articles on')
    .argParser(coreCount)
    .default(1);
}

export function deadlineOption(): Option {
  return new Option('--deadline <seconds>', 'how long one article may take to read')
    .argParser(secondCount)
    .default(DEADLINE);
}

export function recordOption(): Option {
  return new Option('--record <folder>', 'the folder of the record').default(DEFAULT_RECORD);
}

function coreCount(text: string): number {
  const cores = wholeNumber(text);
  if (cores < 1 || cores > 64) throw new InvalidArgumentError('Give a number from 1 to 64.');
  return cores;
}

function secondCount(text: string): number {
  const seconds = wholeNumber(text);
  if (seconds < 1) throw new InvalidArgumentError('Give a number of seconds, 1 or more.');
  return seconds;
}

export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return port;
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1000)) throw new InvalidArgumentError('Give a number above zero.');
  return number;
}

/** An option that can be given several times. */
export function gathered(text: string, before: string[] = []): string[] {
  return [...before, text];
}

export function percentage(text: string): number {
  const number = Number(text);
  if (!(text.trim() !== '' && number >= 0 && number <= 10_000)) throw new InvalidArgumentError('Give a percentage.');
  return number;
}
