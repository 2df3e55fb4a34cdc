/**
 * How fast the exit cost of a pair is worked out and, where a reference is given, how near the model is to it.
 *
 *   npm run bench -- exit-cost TRADE.csv GDP.csv [RUS CHN] [--reference STATA.csv]
 *
 * The reference is a table of exporter, importer, trade (home sales included), eu_effect (the change of the log of
 * tau^-e) and welfare_additive, as `ge_gravity` (Baier, Yotov and Zylkin 2019) works it out in Stata with theta 4 and
 * additive deficits, which are fixed ones here.
 */
import { readFileSync } from 'node:fs';
import { readTable } from '../src/datasets/table.js';
import { equilibrium } from '../src/levers/exit-cost/equilibrium.js';
import { exitCost } from '../src/levers/exit-cost/exit-cost.js';
import { worldOfTables } from '../src/levers/exit-cost/files.js';
import { worldOfSales } from '../src/levers/exit-cost/world.js';

const words = process.argv.slice(2);
const flag = words.indexOf('--reference');
const reference = flag < 0 ? null : words.splice(flag, 2)[1]!;
const [trade, gdp, a = 'RUS', b = 'CHN'] = words;
const RUNS = 50;

if (trade && gdp) timeOnePair(trade, gdp);
if (reference) compare(reference);

function timeOnePair(trade: string, gdp: string): void {
  const begun = performance.now();
  const world = worldOfTables(named(trade), named(gdp));
  const read = performance.now();
  const { welfare, iterations, residual } = exitCost(world, a, b);
  const solved = performance.now();
  for (let run = 0; run < RUNS; run++) exitCost(world, a, b);
  const again = (performance.now() - solved) / RUNS;
  console.log(`${world.countries.length} economies: tables read in ${(read - begun).toFixed(0)} ms`);
  console.log(`${a} ${welfare[a]!.toFixed(6)} %, ${b} ${welfare[b]!.toFixed(6)} %`);
  console.log(`${iterations} steps, ${(solved - read).toFixed(1)} ms the first time, ${again.toFixed(2)} ms then`);
  console.log(`largest excess demand left ${residual.toExponential(1)}`);
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
  const n = world.countries.length;
  const costs = new Float64Array(n * n).fill(1);
  for (const { exporter, importer, effect } of rows) {
    costs[world.countries.indexOf(exporter) * n + world.countries.indexOf(importer)] = Math.exp(effect);
  }
  const { welfare, iterations } = equilibrium(world, costs, 4, 'fixed');
  const furthest = Math.max(
    ...rows.map(row => Math.abs(welfare[world.countries.indexOf(row.exporter)]! - row.welfare)),
  );
  console.log(
    `${n} economies against the reference: welfare differs by at most ${furthest.toExponential(1)} (${iterations} steps)`,
  );
}

function named(name: string) {
  return { name, text: readFileSync(name, 'utf8') };
}
