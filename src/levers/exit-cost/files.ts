import { starterRows } from '../../datasets/starter.js';
import { readTable, type TableLine } from '../../datasets/table.js';
import { BadInput } from '../../errors.js';
import type { Country } from '../../reading.js';
import { type ExitCost, type ExitCostOptions, exitCost } from './exit-cost.js';
import { type World, worldOf } from './world.js';

/** A table as it was handed in. */
export interface NamedText {
  name: string;
  text: string;
}

/** Columns that hold an amount of trade or GDP, and how many US dollars one of them is. */
const TRADE_UNITS: Record<string, number> = { value_usd: 1, value_kusd: 1e3, value_musd: 1e6 };
const GDP_UNITS: Record<string, number> = { gdp_usd: 1, gdp_kusd: 1e3, gdp_musd: 1e6 };

/**
 * The exit cost of a pair from tables, or from the shipped rows where none is given.
 *
 * @param options.trade CSV with columns exporter, importer and value_usd, value_kusd or value_musd.
 * @param options.gdp CSV with columns country and gdp_usd, gdp_kusd or gdp_musd. Both or neither are given.
 * @throws BadInput where a column is missing or an amount is none; WrongUse where a country is not in the tables.
 */
export function exitCostFromFiles(
  a: Country,
  b: Country,
  options: ExitCostOptions & { trade: NamedText | null; gdp: NamedText | null },
): ExitCost {
  const { trade, gdp, ...model } = options;
  if (Boolean(trade) !== Boolean(gdp)) throw new BadInput('trade and GDP go together: give both tables or neither');
  return exitCost(trade && gdp ? worldOfTables(trade, gdp) : starterWorld(), a, b, model);
}

/** The world of the shipped rows, made once. */
export function starterWorld(): World {
  made ??= worldOfRows();
  return made;
}

let made: World | null = null;

function worldOfRows(): World {
  const figures = starterRows().filter(row => row.kind === 'figure');
  const gdp = figures.filter(row => row.dataset === 'world-bank-gdp');
  const trade = figures.filter(row => row.dataset === 'baci-hs22-v202501');
  return worldOf(
    trade.map(({ reporter, partner, value }) => ({ exporter: reporter, importer: partner!, value })),
    new Map(gdp.map(({ reporter, value }) => [reporter, value])),
  );
}

/** A world from two CSV tables. @throws BadInput naming the table, the line and what was expected. */
export function worldOfTables(trade: NamedText, gdp: NamedText): World {
  const flows = readTable(trade.text, trade.name, ['exporter', 'importer', oneOf(TRADE_UNITS)], (line, columns) => ({
    exporter: line.text('exporter'),
    importer: line.text('importer'),
    value: amountOf(line, columns, TRADE_UNITS),
  }));
  const products = readTable(
    gdp.text,
    gdp.name,
    ['country', oneOf(GDP_UNITS)],
    (line, columns) => [line.text('country'), amountOf(line, columns, GDP_UNITS)] as const,
  );
  return worldOf(flows, new Map(products));
}

function oneOf(units: Record<string, number>): string {
  return Object.keys(units).join('|');
}

/** The amount of a row in US dollars. */
function amountOf(line: TableLine, columns: string[], units: Record<string, number>): number {
  const column = columns.find(name => name in units)!;
  return line.number(column) * units[column]!;
}

/** The result for people: both sides, the three others it costs most, and how it was solved. */
export function exitCostText(a: Country, b: Country, { welfare, iterations, residual }: ExitCost): string {
  const others = Object.entries(welfare)
    .filter(([country]) => country !== a && country !== b)
    .sort(([, one], [, other]) => one - other)
    .slice(0, 3);
  const line = ([country, percent]: [string, number]) => `  ${country}  ${percent.toFixed(6).padStart(10)} %`;
  return [
    `Change of real spending if trade between ${a} and ${b} ended:`,
    line([a, welfare[a]!]),
    line([b, welfare[b]!]),
    'Of all others, those it costs most:',
    ...others.map(line),
    `Solved in ${iterations} steps; largest excess demand ${residual.toExponential(1)} of a country's income.`,
  ].join('\n');
}
