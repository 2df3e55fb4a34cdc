/**
 * How well checks find what is wrong, and how seldom they call wrong what is right: short texts with known right and wrong claims,
 * and how long the checking itself takes.
 *
 *   npm run bench -- check test/check/cases.yaml [more.yaml ...]
 *   npm run bench -- check speed [articles in the record, default 100,000] [file in which what was read for it is kept]
 *
 * A fault is caught where a check that says something does not hold touches its wording; a right claim is called wrong where one
 * touches it or any other wording of its text that is not listed as wrong.
 */
import { readFileSync } from 'node:fs';
import { type CheckVerdict, checkReading, FINDINGS } from '../src/check/check.js';
import { type CheckCase, casesIn, evidenceFor, readingOf, touches } from '../test/check/case.js';
import { measureSpeed } from './check-speed.js';

const count = { wrong: 0, caught: 0, exact: 0, right: 0, confirmed: 0, alarms: 0, texts: 0 };
const [first, ...rest] = process.argv.slice(2);

if (first === 'speed') measureSpeed(Number(rest[0] ?? 100_000), rest[1]);
else measureCases([first, ...rest].filter(path => path !== undefined));

function measureCases(paths: string[]): void {
  for (const path of paths) for (const item of casesIn(readFileSync(path, 'utf8'))) measure(item);
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  console.log(
    `check: ${count.texts} texts; of ${count.wrong} wrong claims caught ${percent(count.caught, count.wrong)} ` +
      `(with the very verdict ${percent(count.exact, count.wrong)}); of ${count.right} right claims confirmed ` +
      `${percent(count.confirmed, count.right)}, false alarms ${count.alarms} (${percent(count.alarms, count.right)})`,
  );
}

function measure(item: CheckCase): void {
  const { text, checks: wanted = {} } = item;
  const reading = readingOf(item);
  const checks = checkReading(reading, evidenceFor(item, reading));
  count.texts += 1;
  const listed = Object.entries(wanted).map(([words, verdict]) => ({ words, verdict, start: text.indexOf(words) }));
  for (const { start, end, verdict, why } of checks) {
    if (!FINDINGS.has(verdict)) continue;
    const isListed = (item: (typeof listed)[number]) =>
      touches(item, { start, end }) || text.slice(start, end) === item.words;
    if (listed.some(item => item.verdict !== 'agrees' && isListed(item))) continue;
    count.alarms += 1;
    console.log(`  false alarm: "${text.slice(start, end)}" ${verdict} (${why}) in: ${text}`);
  }
  for (const entry of listed) {
    const own = checks.filter(check => touches(entry, check) || text.slice(check.start, check.end) === entry.words);
    const isFault = FINDINGS.has(entry.verdict as CheckVerdict);
    // What is left alone is neither right nor wrong.
    if (!isFault && entry.verdict !== 'agrees') continue;
    count[isFault ? 'wrong' : 'right'] += 1;
    const exact = own.some(({ verdict }) => verdict === entry.verdict);
    const found = isFault ? own.some(({ verdict }) => FINDINGS.has(verdict)) : exact;
    if (found) count[isFault ? 'caught' : 'confirmed'] += 1;
    if (isFault && exact) count.exact += 1;
    if (!found || !exact) {
      const got = own.map(({ verdict, why }) => `${verdict} (${why})`).join('; ') || 'nothing';
      console.log(`  ${found ? 'otherwise' : 'missed'}: "${entry.words}" ${entry.verdict}, got ${got} in: ${text}`);
    }
  }
}
