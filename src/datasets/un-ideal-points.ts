import { countryCode } from '../actors/countries.js';
import type { Country } from '../reading.js';
import { byYear, type FigureRow } from './row.js';
import { countryOfCow } from './state-codes.js';
import { readTable, type TableLine } from './table.js';

/** Columns, what they measure, and how the table that ships calls them. */
const MEASURES = [
  { column: 'IdealPoint', key: 'idealpoint', measure: 'UN ideal point' },
  { column: 'Q5%', key: 'q5', measure: 'UN ideal point, 5 percent quantile' },
  { column: 'Q95%', key: 'q95', measure: 'UN ideal point, 95 percent quantile' },
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

function pointRows(line: TableLine, reporter: Country): FigureRow[] {
  const year = YEAR_BEFORE_FIRST + line.number('session');
  return MEASURES.map(({ column, key }) => idealPointRow(reporter, key, year, line.number(column)));
}

/** An ideal point (`idealpoint`) or a quantile of it (`q5`, `q95`), of the session that begins in September of a year. */
export function idealPointRow(reporter: Country, key: string, year: number, value: number): FigureRow {
  const { from, to, note } = sessionOf(year);
  const { measure, idOf } = KINDS.get(key)!;
  return {
    kind: 'figure',
    id: idOf(year) + reporter,
    dataset: 'un-ideal-points',
    measure,
    reporter,
    partner: null,
    from,
    to,
    value,
    unit: 'ideal point',
    source: 'Bailey, Strezhnev and Voeten, ideal points from votes in the UN General Assembly',
    url: 'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/LEJUQZ',
    note,
  };
}

const KINDS = new Map(
  MEASURES.map(({ key, measure }) => [
    key,
    { measure, idOf: byYear(year => `unga-${year - YEAR_BEFORE_FIRST}:${key}:`) },
  ]),
);

/** When the session of a year is held, and its number in words. */
const sessionOf = byYear(year => ({
  from: `${year}-09-01`,
  to: `${year + 1}-08-31`,
  note: `session ${year - YEAR_BEFORE_FIRST}`,
}));
