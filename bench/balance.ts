/**
 * How long a balance takes on the rows that ship, cold (the first of a process) and warm, in milliseconds of processor
 * time, and for how many pairs of countries there is a verdict.
 *
 *   npm run bench -- balance [CHN RUS] [--pairs]
 */
import { balance } from '../src/balance/balance.js';
import { measureLevers } from '../src/levers/levers.js';
import { shippedEvidence, shippedRows } from '../src/record/shipped.js';

const words = process.argv.slice(2);
const allPairs = words.includes('--pairs');
const [a = 'CHN', b = 'RUS'] = words.filter(word => !word.startsWith('--'));
const RUNS = 20;

const begun = spent();
const evidence = shippedEvidence(a, b);
const gathered = spent();
const { share, favours } = balance(a, b, evidence);
const cold = spent() - gathered;
const again = spent();
for (let run = 0; run < RUNS; run++) balance(a, b, shippedEvidence(a, b));
const warm = (spent() - again) / RUNS;
console.log(`${a} and ${b}: favours ${favours}, share ${share}`);
console.log(
  `cold: rows ${(gathered - begun).toFixed(0)} ms, balance ${cold.toFixed(0)} ms; warm: both ${warm.toFixed(1)} ms`,
);
if (allPairs) countVerdicts();

/** Every pair of the economies in the shipped trade: how many groups are measured. */
function countVerdicts(): void {
  const traders = new Set(
    shippedRows().figures.flatMap(row => (row.measure === 'goods exports' && row.partner ? [row.reporter] : [])),
  );
  const countries = [...traders].filter(country => country !== 'ROW').sort();
  const groups = new Map<number, number>();
  const missing = new Map<string, number>();
  for (const [i, one] of countries.entries()) {
    for (const other of countries.slice(i + 1)) {
      const levers = measureLevers(one, other, shippedEvidence(one, other));
      const measured = new Set(levers.filter(({ x }) => x !== null).map(({ group }) => group)).size;
      groups.set(measured, (groups.get(measured) ?? 0) + 1);
      for (const { id, x } of levers) if (x === null) missing.set(id, (missing.get(id) ?? 0) + 1);
    }
  }
  for (const [count, pairs] of [...groups].sort(([x], [y]) => y - x)) console.log(`${count} groups: ${pairs} pairs`);
  for (const [id, pairs] of missing) console.log(`missing ${id}: ${pairs} pairs`);
}

/** Processor time of this process so far, in milliseconds: what else the machine does is not in it. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
