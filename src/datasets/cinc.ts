import type { FigureRow } from './row.js';
import { readTable } from './table.js';

/** Columns and what they measure; thousands are written out. */
const MEASURES = [
  { column: 'cinc', measure: 'cinc', unit: 'share of the world', times: 1 },
  { column: 'population_k', measure: 'population', unit: 'person', times: 1000 },
  { column: 'military_personnel_k', measure: 'military personnel', unit: 'person', times: 1000 },
  { column: 'military_expenditure_kusd', measure: 'military expenditure', unit: 'USD', times: 1000 },
];

/**
 * Capabilities of states, from a CSV with country (ISO 3166-1 alpha-3), year, cinc and, where known, population_k,
 * military_personnel_k and military_expenditure_kusd: National Material Capabilities of the Correlates of War project
 * (Singer, Bremer and Stuckey 1972), whose -9 and an empty cell are missing.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function cincRows(text: string, file: string): FigureRow[] {
  return readTable(text, file, ['country', 'year', 'cinc'], line => {
    const [country, year] = [line.country('country'), line.year('year')];
    return MEASURES.filter(({ column }) => line.optional(column) && line.number(column) >= 0).map(
      ({ column, measure, unit, times }) => ({
        kind: 'figure' as const,
        id: `nmc-${year}:${measure.replaceAll(' ', '-')}:${country}`,
        dataset: 'cow-nmc',
        measure,
        reporter: country,
        partner: null,
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        value: line.number(column) * times,
        unit,
        source: 'Correlates of War, National Material Capabilities',
        url: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
        note: null,
      }),
    );
  }).flat();
}
