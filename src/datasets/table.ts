import { isDay } from '../article/article.js';
import { csvCells } from '../csv-line.js';
import { BadInput } from '../errors.js';

/** One line of a table, with where it stands. */
export interface TableLine {
  /** The cell of a column. @throws BadInput where it is empty. */
  text(column: string): string;
  /** The cell of a column, or `null` where it is empty or there is no such column. */
  optional(column: string): string | null;
  /** The cell as a number. @throws BadInput where it is none. */
  number(column: string): number;
  /** The cell as a year. @throws BadInput where it is none. */
  year(column: string): number;
  /** The cell as a day, `YYYY-MM-DD`. @throws BadInput where it is none. */
  day(column: string): string;
  /** The error of a cell that is well-formed and still wrong. */
  wrong(column: string, expected: string): BadInput;
  /** The cell as a country code of three letters. @throws BadInput where it is none. */
  country(column: string): string;
}

/** A table that goes with another, with the name it is called by in an error. */
export interface NamedTable {
  text: string;
  name: string;
}

/** Some publishers write a few lines about the file above the header: so many are looked at. */
const LINES_ABOVE_HEADER = 6;

/**
 * Reads a CSV table line by line: the first line that is no comment names the columns (lines about the file above it are
 * passed over), lines that start with # are comments, a cell with a comma stands in quotes and stays on its line. A
 * header with tabs is one of a table with tabs.
 *
 * @param file what the table is called in an error.
 * @param wanted columns that must be there; an entry `value_kusd|value_musd` wants one of several.
 * @param read is called for each row; the line it is given is the next one as soon as it returns.
 * @throws BadInput naming file, line and what was expected.
 */
export function readTable<T>(
  text: string,
  file: string,
  wanted: string[],
  read: (line: TableLine, columns: string[]) => T,
): T[] {
  const lines = linesOf(text);
  const { head, columns, tabs } = headerOf(lines, file, wanted);
  const reader = lineReader(file, columns, tabs);
  const results: T[] = [];
  for (let number = head + 1; ; number++) {
    const line = lines.next();
    if (line === null) break;
    if (isContent(line)) results.push(read(reader.at(line, number), columns));
  }
  if (results.length === 0) throw new BadInput(`${file}: the table has a header and no rows`);
  return results;
}

/** Lines one after the other: a table of ten million is not cut up at once. */
interface Lines {
  /** The next line, or `null` at the end. */
  next(): string | null;
}

function linesOf(text: string): Lines {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const next = () => {
    if (start > text.length) return null;
    const end = text.indexOf('\n', start);
    const line = end < 0 ? text.slice(start) : text.slice(start, end);
    start = end < 0 ? text.length + 1 : end + 1;
    return line;
  };
  return { next };
}

interface Header {
  /** The number of its line, from 1. */
  head: number;
  columns: string[];
  /** Cells stand between tabs instead of commas. */
  tabs: boolean;
}

function headerOf(lines: Lines, file: string, wanted: string[]): Header {
  let first: { line: string; number: number } | null = null;
  for (let head = 1; first === null || head < first.number + LINES_ABOVE_HEADER; head++) {
    const line = lines.next();
    if (line === null) break;
    if (!isContent(line)) continue;
    first ??= { line, number: head };
    const tabs = line.includes('\t');
    const columns = cellsOf(line, tabs, () => `${file}: line ${head}`);
    if (!wanted.every(names => names.split('|').some(name => columns.includes(name)))) continue;
    const twice = wanted.flatMap(names => names.split('|')).find(name => isTwice(name, columns));
    if (twice !== undefined)
      throw new BadInput(`${file}: line ${head}: the column "${twice}" stands twice in the header`);
    return { head, columns, tabs };
  }
  if (!first) throw new BadInput(`${file}: the table is empty; expected a header with ${wantedWords(wanted)}`);
  const told = `the header is "${shortened(first.line.trim())}"`;
  throw new BadInput(`${file}: line ${first.number}: ${told}; expected ${wantedWords(wanted)}`);
}

function isTwice(name: string, columns: string[]): boolean {
  return columns.indexOf(name) !== columns.lastIndexOf(name);
}

/** One line that moves through the table: thousands of rows are read without an object for each. */
function lineReader(file: string, columns: string[], tabs: boolean): { at(line: string, number: number): TableLine } {
  const places = new Map(columns.map((column, i) => [column, i]));
  let cells: string[] = [];
  let number = 0;
  const where = () => `${file}: line ${number}`;
  const optional = (column: string) => cells[places.get(column) ?? -1] || null;
  const text = (column: string) => {
    const cell = optional(column);
    if (cell === null) throw new BadInput(`${where()}: the cell "${column}" is empty; expected a value`);
    return cell;
  };
  const like = (column: string, form: RegExp, expected: string) => {
    const cell = text(column);
    if (form.test(cell)) return cell;
    throw wrong(column, expected);
  };
  const wrong = (column: string, expected: string) =>
    new BadInput(`${where()}: "${shortened(text(column))}" in "${column}"; expected ${expected}`);
  const line: TableLine = {
    text,
    optional,
    wrong,
    number: column => {
      const expected = 'a number such as 1280.5';
      const cell = like(column, NUMBER, expected);
      const number = Number(cell);
      if (Number.isFinite(number)) return number;
      throw wrong(column, expected);
    },
    year: column => Number(like(column, YEAR, 'a year such as 2023')),
    day: column => {
      const expected = 'a day as YYYY-MM-DD';
      const cell = like(column, DAY, expected);
      if (Number(cell.slice(8)) <= 28 || isDay(cell)) return cell;
      throw wrong(column, expected);
    },
    country: column => like(column, COUNTRY, 'a country code of three letters such as RUS'),
  };
  const at = (content: string, lineNumber: number) => {
    number = lineNumber;
    cells = cellsOf(content, tabs, where);
    if (cells.length === columns.length) return line;
    throw new BadInput(`${where()}: ${cells.length} cells; expected ${columns.length}, as in the header`);
  };
  return { at };
}

const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const COUNTRY = /^[A-Z]{3}$/;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?$/;

/** The cells of one line. Most lines have no quotes and are cut at once. */
function cellsOf(line: string, tabs: boolean, where: () => string): string[] {
  if (tabs) return line.replace(/\r$/, '').split('\t').map(unquoted);
  if (!line.includes('"')) return line.trimEnd().split(',');
  const cells = csvCells(line);
  if (cells === null)
    throw new BadInput(`${where()}: a quote is opened and not closed on the line; expected one row a line`);
  return cells;
}

function unquoted(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1) : cell.trim();
}

function isContent(line: string): boolean {
  return !line.startsWith('#') && line.trim() !== '';
}

function wantedWords(wanted: string[]): string {
  return wanted.map(names => names.replaceAll('|', ' or ')).join(', ');
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
