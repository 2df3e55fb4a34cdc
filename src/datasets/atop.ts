import type { Country } from '../reading.js';
import { pactRow } from './alliances.js';
import type { EventRow } from './row.js';
import { countryOfCow } from './state-codes.js';
import { readTable } from './table.js';

/** Columns of a promise, and what it is called. */
const PROMISES = [
  { columns: ['defense', 'atop_defense'], promise: 'defence' },
  { columns: ['offense', 'atop_offense'], promise: 'offence' },
  { columns: ['neutral', 'atop_neutral'], promise: 'neutrality' },
  { columns: ['nonagg', 'atop_nonagg'], promise: 'non-aggression' },
  { columns: ['consul', 'atop_consul'], promise: 'consultation' },
];

const ONE = ['stateA', 'mem1', 'ccode1', 'statea'];
const OTHER = ['stateB', 'mem2', 'ccode2', 'stateb'];

/**
 * Alliances, from a dyad-year CSV of the Alliance Treaty Obligations and Provisions project (Leeds, Ritter, Mitchell and
 * Long 2002), directed or not: the two states by Correlates of War number (stateA and stateB, mem1 and mem2, or ccode1 and
 * ccode2), year, and a 1 for each promise (defense, offense, neutral, nonagg, consul). Years without a gap make one row; what
 * is in force in the last year of the table has no end. States that are gone without a successor are left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function atopRows(text: string, file: string): EventRow[] {
  const years = new Map<string, Set<number>>();
  let last = 0;
  readTable(text, file, [ONE.join('|'), OTHER.join('|'), 'year', 'defense|atop_defense'], (line, columns) => {
    const [one, other] = [ONE, OTHER].map(names =>
      countryOfCow(line.text(columns.find(name => names.includes(name))!)),
    );
    const year = line.year('year');
    last = Math.max(last, year);
    if (!one || !other || one === other) return;
    const pair = one < other ? `${one} ${other}` : `${other} ${one}`;
    for (const { columns: names, promise } of PROMISES) {
      if (!names.some(name => line.optional(name) === '1')) continue;
      const key = `${pair} ${promise}`;
      let known = years.get(key);
      if (!known) years.set(key, (known = new Set()));
      known.add(year);
    }
  });
  return [...years].flatMap(([key, known]) => rowsOf(key, known, last));
}

function rowsOf(key: string, years: Set<number>, last: number): EventRow[] {
  const [a, b, promise] = key.split(' ') as [Country, Country, string];
  const pact = { dataset: 'atop', treaty: `alliance with a promise of ${promise}`, promise, source: SOURCE };
  return spansOf(years).map(([from, to]) =>
    pactRow(pact, a, b, {
      from: `${from}-01-01`,
      to: to === last ? null : `${to}-12-31`,
      url: 'http://www.atopdata.org/',
    }),
  );
}

const SOURCE = 'Alliance Treaty Obligations and Provisions (ATOP), by years';

/** The first and the last year of each run without a gap. */
function spansOf(years: Set<number>): [number, number][] {
  const spans: [number, number][] = [];
  for (const year of [...years].sort((one, other) => one - other)) {
    const span = spans.at(-1);
    if (span && span[1] === year - 1) span[1] = year;
    else spans.push([year, year]);
  }
  return spans;
}
