import { starterRows } from '../../datasets/starter.js';
import { readTable, type TableLine } from '../../datasets/table.js';
import { BadInput } from '../../errors.js';
import type { Country } from '../../reading.js';
import { type World, worldOf, worldOfSales } from './world.js';

/** A table as it was handed in. */
export interface NamedText {
  name: string;
  text: string;
}

/** Columns that hold an amount of trade or GDP, and how many US dollars one of them is. */
const TRADE_UNITS: Record<string, number> = { value_usd: 1, value_kusd: 1e3, value_musd: 1e6 };
const GDP_UNITS: Record<string, number> = { gdp_usd: 1, gdp_kusd: 1e3, gdp_musd: 1e6 };

/**
 * The world of the tables that are given, or that of the shipped rows where none is.
 *
 * @param trade CSV with columns exporter, importer and value_usd, value_kusd or value_musd; with a column year the
 *   latest counts, with a column sector the sectors are told apart. GDP is needed unless rows from an economy to itself
 *   say what each sells at home.
 * @param gdp CSV with columns country and gdp_usd, gdp_kusd or gdp_musd; with a column year that of the trade counts.
 * @throws BadInput where a column is missing or an amount is none.
 */
export function worldOfFiles(trade: NamedText | null, gdp: NamedText | null): World {
  if (gdp && !trade) throw new BadInput('a table of GDP goes with one of trade: give --trade too');
  return trade ? worldOfTables(trade, gdp) : starterWorld();
}

/**
 * One elasticity for each sector of a world, from a CSV with columns sector and elasticity.
 *
 * @throws BadInput where a sector of the world has none, or one is not above zero.
 */
export function elasticitiesOfTable(world: World, table: NamedText): number[] {
  const rows = readTable(table.text, table.name, ['sector', 'elasticity'], line => [
    line.text('sector'),
    line.number('elasticity'),
  ]) as [string, number][];
  const known = new Map(rows);
  return world.sectors.map(({ name }) => {
    const elasticity = known.get(name);
    if (elasticity === undefined) throw new BadInput(`${table.name}: there is no elasticity of sector ${name}`);
    if (!(elasticity > 0))
      throw new BadInput(`${table.name}: the elasticity of ${name} is ${elasticity}; expected one above 0`);
    return elasticity;
  });
}

/** The world of the shipped rows, made once. */
function starterWorld(): World {
  made ??= worldOfRows();
  return made;
}

let made: World | null = null;

function worldOfRows(): World {
  const figures = starterRows().filter(row => row.kind === 'figure');
  const trade = figures.filter(
    ({ measure, dataset }) => measure === 'goods exports' && dataset === 'baci-hs22-v202501',
  );
  const latest = trade
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return worldOf(
    trade
      .filter(({ from }) => from === latest)
      .map(({ reporter, partner, value }) => ({ exporter: reporter, importer: partner!, value })),
    new Map(
      figures
        .filter(({ measure, from }) => measure === 'gdp' && from === latest)
        .map(({ reporter, value }) => [reporter, value]),
    ),
  );
}

/** A world from CSV tables. @throws BadInput naming the table, the line and what was expected. */
export function worldOfTables(trade: NamedText, gdp: NamedText | null): World {
  const wanted = ['exporter', 'importer', oneOf(TRADE_UNITS)];
  const flows = readTable(trade.text, trade.name, wanted, (line, columns) => ({
    exporter: line.text('exporter'),
    importer: line.text('importer'),
    value: amountOf(line, columns, TRADE_UNITS),
    year: columns.includes('year') ? line.year('year') : null,
    ...(columns.includes('sector') && { sector: line.text('sector') }),
  }));
  const year = flows.reduce((latest, flow) => Math.max(latest, flow.year ?? 0), 0);
  const latest = flows.filter(flow => (flow.year ?? 0) === year);
  if (!gdp) return worldOfSales(latest);
  if (latest.some(({ sector }) => sector))
    throw new BadInput(`${trade.name}: with sectors, home sales come from the table of trade; leave out GDP`);
  return worldOf(latest, productsOf(gdp, year));
}

/** GDP by country, in the year of the trade where both tables have years. */
function productsOf(gdp: NamedText, year: number): Map<Country, number> {
  const products = readTable(gdp.text, gdp.name, ['country', oneOf(GDP_UNITS)], (line, columns) => ({
    country: line.text('country'),
    value: amountOf(line, columns, GDP_UNITS),
    year: columns.includes('year') ? line.year('year') : null,
  }));
  const ofYear = products.filter(product => product.year === null || year === 0 || product.year === year);
  if (ofYear.length === 0) throw new BadInput(`${gdp.name}: there is no GDP of ${year}, the year of the trade`);
  return new Map(ofYear.map(({ country, value }) => [country, value]));
}

function oneOf(units: Record<string, number>): string {
  return Object.keys(units).join('|');
}

/** The amount of a row in US dollars. */
function amountOf(line: TableLine, columns: string[], units: Record<string, number>): number {
  const column = columns.find(name => name in units)!;
  return line.number(column) * units[column]!;
}
