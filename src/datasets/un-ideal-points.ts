import { countryCode } from '../actors/countries.js';
import type { FigureRow } from './row.js';
import { countryOfCow } from './state-codes.js';
import { readTable, type TableLine } from './table.js';

/** Columns and what they measure. */
const MEASURES = [
  { column: 'IdealPoint', measure: 'UN ideal point' },
  { column: 'Q5%', measure: 'UN ideal point, 5 percent quantile' },
  { column: 'Q95%', measure: 'UN ideal point, 95 percent quantile' },
];

/** Session 1 began in 1946; each begins in September and ends a year later. */
const YEAR_BEFORE_FIRST = 1945;

/**
 * Where states stand by their votes in the United Nations General Assembly, from a CSV with session, IdealPoint, Q5%,
 * Q95% and the state as Correlates of War number (ccode) or ISO code (iso3c): the ideal points of Bailey, Strezhnev and
 * Voeten (2017). States that are gone without a successor are left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function unIdealPointRows(text: string, file: string): FigureRow[] {
  const wanted = ['ccode|iso3c', 'session', ...MEASURES.map(({ column }) => column)];
  return readTable(text, file, wanted, line => {
    const country = line.optional('ccode') ? countryOfCow(line.text('ccode')) : countryCode(line.text('iso3c'));
    return country === null ? [] : pointRows(line, country);
  }).flat();
}

function pointRows(line: TableLine, reporter: string): FigureRow[] {
  const session = line.number('session');
  const year = YEAR_BEFORE_FIRST + session;
  return MEASURES.map(({ column, measure }) => ({
    kind: 'figure',
    id: `unga-${session}:${column.replace('%', '').toLowerCase()}:${reporter}`,
    dataset: 'un-ideal-points',
    measure,
    reporter,
    partner: null,
    from: `${year}-09-01`,
    to: `${year + 1}-08-31`,
    value: line.number(column),
    unit: 'ideal point',
    source: 'Bailey, Strezhnev and Voeten, ideal points from votes in the UN General Assembly',
    url: 'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/LEJUQZ',
    note: `session ${session}`,
  }));
}
