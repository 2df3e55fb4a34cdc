/**
 * How long the movement of a pair over 25 years takes from a record with a million rows: first in a process, and again.
 * The rows are made up by a seeded generator: goods trade of ninety economies with each other, GDP, capabilities and ideal
 * points of 25 years, arms, and events between pairs for the rest. Wall-clock time, in milliseconds, on one machine.
 *
 *   npm run bench -- movement FOLDER [ROWS]
 *
 * @param FOLDER where the record is made; one that is there already is measured as it is.
 */
import { existsSync } from 'node:fs';
import { movement } from '../src/balance/movement.js';
import { randomNumbers } from '../src/balance/random.js';
import type { EventRow, FigureRow, Row } from '../src/datasets/row.js';
import { databaseFile } from '../src/record/database-file.js';
import { openDatabase } from '../src/record/duckdb.js';
import { shippedRows } from '../src/record/shipped.js';

const [folder, count = '1000000'] = process.argv.slice(2);
if (!folder) {
  console.error('Which folder?');
  process.exit(2);
}
const [FIRST, LAST, ECONOMIES] = [1999, 2023, 90];
const AT_ONCE = 50_000;
const TYPES = ['meeting', 'address', 'sanction', 'call', 'mediation'];
const random = randomNumbers(7);
const economies = [...new Set(shippedRows().figures.flatMap(row => (row.measure === 'gdp' ? [row.reporter] : [])))]
  .filter(country => country !== 'ROW')
  .sort()
  .slice(0, ECONOMIES);
const [a, b] = [economies[0]!, economies[1]!];

if (!existsSync(databaseFile(folder))) await makeRecord(folder, Number(count));
const record = await timed('record opened', () => openDatabase(folder, { create: false }));
for (const round of ['first', 'again']) {
  const evidence = await timed(`evidence, ${round}`, () => record.evidence(a, b));
  const { years } = await timed(`movement of ${a} and ${b}, ${round}`, async () =>
    movement(a, b, evidence, { from: FIRST, to: LAST }),
  );
  console.log(`  ${years.length} years, ${years.filter(({ share }) => share !== null).length} with a verdict`);
}
const other = economies[2]!;
const evidence = await timed('evidence, another pair', () => record.evidence(a, other));
await timed(`movement of ${a} and ${other}`, async () => movement(a, other, evidence, { from: FIRST, to: LAST }));
await record.close();

async function makeRecord(folder: string, wanted: number): Promise<void> {
  const record = await openDatabase(folder, { create: true });
  let some: Row[] = [];
  let made = 0;
  for (const row of rows(wanted)) {
    some.push(row);
    if (some.length === AT_ONCE) {
      made += (await record.importRows(some)).rows;
      console.error(`${made} rows`);
      some = [];
    }
  }
  await record.importRows(some);
  await record.close();
}

function* rows(wanted: number): Generator<Row> {
  let left = wanted;
  const sizes = new Map(economies.map(country => [country, 10 ** (10 + 3 * random())]));
  for (let year = FIRST; year <= LAST; year++) {
    for (const one of economies) {
      const size = sizes.get(one)! * 1.03 ** (year - FIRST);
      const own: [string, string, number][] = [
        ['gdp', 'world-bank-gdp', size],
        ['population', 'cow-nmc', size / 20_000],
        ['cinc', 'cow-nmc', size / 1e14],
        ['military expenditure', 'cow-nmc', size / 50],
        ['UN ideal point', 'un-ideal-points', 2 * random() - 1],
        ['UN ideal point, 5 percent quantile', 'un-ideal-points', -1],
        ['UN ideal point, 95 percent quantile', 'un-ideal-points', 1],
      ];
      for (const [measure, dataset, value] of own) yield figure(dataset, measure, one, null, year, value);
      left -= own.length;
      for (const other of economies) {
        if (one === other) continue;
        const value = 0.001 * random() * Math.min(size, sizes.get(other)!);
        yield figure('baci-hs22-v202501', 'goods exports', one, other, year, value);
        left--;
      }
    }
  }
  const any = () => economies[Math.floor(random() * economies.length)]!;
  for (let n = 0; n < left; n++) yield event(n, any(), any(), FIRST + Math.floor(random() * (LAST - FIRST + 1)));
}

function figure(
  dataset: string,
  measure: string,
  reporter: string,
  partner: string | null,
  year: number,
  value: number,
): FigureRow {
  return {
    ...{
      kind: 'figure',
      id: [dataset, measure, reporter, partner, year].join(':'),
      dataset,
      measure,
      reporter,
      partner,
    },
    ...{ from: `${year}-01-01`, to: `${year}-12-31`, value, unit: 'USD', source: 'made up', url: null, note: null },
  } as FigureRow;
}

function event(n: number, one: string, other: string, year: number): EventRow {
  const day = `${year}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const type = TYPES[n % TYPES.length]!;
  return {
    ...{ kind: 'event', id: `event-${n}`, dataset: 'made-up-events', type, a: one, b: other, from: day, to: day },
    ...{ persons: [], place: null, country: other, host: type === 'meeting' ? other : null, format: null },
    ...{ text: type === 'address' ? 'dear friend' : null, source: 'made up', url: null, note: null },
  } as EventRow;
}

async function timed<T>(label: string, work: () => Promise<T>): Promise<T> {
  const [begun, busy] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(busy);
  console.log(
    `${label}: ${(performance.now() - begun).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of processor time)`,
  );
  return result;
}
