import type { Country } from '../reading.js';
import { byYear, type FigureRow, firstDay, lastDay } from './row.js';
import { countryOfCow } from './state-codes.js';
import { readTable } from './table.js';

/** What is measured and in which columns, ours or those of the project's own file; thousands are written out. */
const MEASURES = [
  { columns: ['cinc'], measure: 'cinc', unit: 'share of the world', times: 1 },
  { columns: ['population_k', 'tpop'], measure: 'population', unit: 'person', times: 1000 },
  { columns: ['military_personnel_k', 'milper'], measure: 'military personnel', unit: 'person', times: 1000 },
  { columns: ['military_expenditure_kusd', 'milex'], measure: 'military expenditure', unit: 'USD', times: 1000 },
];

/** Up to then the project counts military expenditure in British pounds. */
const FIRST_YEAR_IN_DOLLARS = 1914;

const MISSING = new Set([null, '-9', 'NA']);

/**
 * Capabilities of states, from a CSV with country (ISO 3166-1 alpha-3), year, cinc and, where known, population_k,
 * military_personnel_k and military_expenditure_kusd: National Material Capabilities of the Correlates of War project
 * (Singer, Bremer and Stuckey 1972). The project's own file (ccode, year, milex, milper, tpop, cinc) is read too. -9, NA
 * and an empty cell are missing; states that are gone without a successor are left out. Expenditure is in current
 * dollars, before 1914 in pounds, and is left out there.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function cincRows(text: string, file: string): FigureRow[] {
  return readTable(text, file, ['country|ccode', 'year', 'cinc'], (line, header) => {
    const country = header.includes('country') ? line.country('country') : countryOfCow(line.text('ccode'));
    const year = line.year('year');
    if (country === null) return [];
    return MEASURES.flatMap(({ columns, measure, times }) => {
      const column = columns.find(name => line.optional(name)) ?? columns[0]!;
      if (MISSING.has(line.optional(column)) || (measure === 'military expenditure' && year < FIRST_YEAR_IN_DOLLARS))
        return [];
      return capabilityRow(country, measure, year, line.number(column) * times);
    });
  }).flat();
}

/** A capability of a state in a year, in the unit of its measure. */
export function capabilityRow(reporter: Country, measure: string, year: number, value: number): FigureRow {
  const { unit, idOf } = KINDS.get(measure)!;
  return {
    kind: 'figure',
    id: idOf(year) + reporter,
    dataset: 'cow-nmc',
    measure,
    reporter,
    partner: null,
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit,
    source: 'Correlates of War, National Material Capabilities',
    url: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
    note: null,
  };
}

const KINDS = new Map(
  MEASURES.map(({ measure, unit }) => {
    const key = measure.replaceAll(' ', '-');
    return [measure, { unit, idOf: byYear(year => `nmc-${year}:${key}:`) }];
  }),
);
