/**
 * How fast exit costs are worked out and, where a reference is given, how near the model is to it. Times are of the
 * processor, in milliseconds: what else the machine does is not in them.
 *
 *   npm run bench -- exit-cost TRADE.csv GDP.csv [RUS CHN] [--sectors SECTORS.csv] [--reference STATA.csv]
 *
 * SECTORS is a table of exporter, importer, sector and an amount, home sales included. The reference is a table of
 * exporter, importer, trade (home sales included), eu_effect (the change of the log of tau^-e) and welfare_additive, as
 * `ge_gravity` (Baier, Yotov and Zylkin 2019) works it out in Stata with theta 4 and additive deficits, which are fixed
 * ones here.
 */
import { readFileSync } from 'node:fs';
import { readTable } from '../src/datasets/table.js';
import { equilibrium } from '../src/levers/exit-cost/equilibrium.js';
import { exitCost, partnerCosts } from '../src/levers/exit-cost/exit-cost.js';
import { worldOfTables } from '../src/levers/exit-cost/files.js';
import { type World, worldOfSales } from '../src/levers/exit-cost/world.js';

const words = process.argv.slice(2);
const [reference, sectors] = [optionOf('--reference'), optionOf('--sectors')];
const [trade, gdp, a = 'RUS', b = 'CHN'] = words;
const RUNS = 50;
/** The elasticity of the reference. */
const THETA = 4;

if (trade && gdp) {
  const world = timed('tables read', () => worldOfTables(named(trade), named(gdp)));
  timeOnePair(world);
  const costs = timed(`${a} and each of its partners`, () => partnerCosts(world, a));
  console.log(`  ${costs.length} partners, ${costs.filter(({ own }) => own === null).length} without a solution`);
}
if (sectors) {
  const world = timed('sectors read', () => worldOfTables(named(sectors), null));
  console.log(`${world.sectors.length} sectors:`);
  timeOnePair(world);
}
if (reference) compare(reference);

function timeOnePair(world: World): void {
  const { welfare, iterations, residual } = timed('first cut', () => exitCost(world, a, b));
  // The first runs are spent on making the program fast; that is told as the first cut.
  for (let run = 0; run < RUNS; run++) exitCost(world, a, b);
  const begun = spent();
  for (let run = 0; run < RUNS; run++) exitCost(world, a, b);
  const each = (spent() - begun) / RUNS;
  console.log(
    `${world.countries.length} economies: ${a} ${welfare[a]!.toFixed(6)} %, ${b} ${welfare[b]!.toFixed(6)} %`,
  );
  console.log(
    `  ${iterations} steps, ${each.toFixed(2)} ms a cut; largest excess demand left ${residual.toExponential(1)}`,
  );
}

function compare(file: string): void {
  const rows = readTable(readFileSync(file, 'utf8'), file, ['exporter', 'importer', 'trade'], line => ({
    exporter: line.text('exporter'),
    importer: line.text('importer'),
    value: line.number('trade'),
    effect: line.number('eu_effect'),
    welfare: line.number('welfare_additive'),
  }));
  const world = worldOfSales(rows);
  const place = (country: string) => world.countries.indexOf(country);
  const changes = rows
    .filter(({ effect }) => effect !== 0)
    .map(({ exporter, importer, effect }) => ({
      exporter: place(exporter),
      importer: place(importer),
      cost: Math.exp(-effect / THETA),
    }));
  const { welfare, iterations } = equilibrium(world, changes, THETA, 'fixed');
  const furthest = Math.max(...rows.map(row => Math.abs(welfare[place(row.exporter)]! - row.welfare)));
  console.log(
    `${world.countries.length} economies against the reference: welfare differs by at most ${furthest.toExponential(1)} (${iterations} steps)`,
  );
}

function timed<T>(label: string, work: () => T): T {
  const begun = spent();
  const result = work();
  console.log(`${label}: ${(spent() - begun).toFixed(1)} ms`);
  return result;
}

/** Processor time of this process so far, in milliseconds. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function optionOf(name: string): string | null {
  const at = words.indexOf(name);
  return at < 0 ? null : words.splice(at, 2)[1]!;
}

function named(name: string) {
  return { name, text: readFileSync(name, 'utf8') };
}
