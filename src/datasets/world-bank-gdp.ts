import { countryOf } from '../actors/countries.js';
import type { Country } from '../reading.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { readTable } from './table.js';

/** Columns an amount can stand in, and how many US dollars one of it is. */
const UNITS: Record<string, number> = { gdp_usd: 1, gdp_kusd: 1e3, gdp_musd: 1e6, Value: 1 };

const YEAR = /^(?:19|20)\d\d$/;

/**
 * Gross domestic product at current prices, from a CSV with country (ISO 3166-1 alpha-3), year and an amount in US
 * dollars, thousands or millions of them (gdp_usd, gdp_kusd, gdp_musd). Without a year column it is 2023, the year of
 * the trade that ships. The World Bank's own tables are read too, as its site gives them (Country Code and a column for
 * each year, below a few lines about the file) and as a long list (Country Code, Year, Value); its sums over regions are
 * left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function worldBankGdpRows(text: string, file: string): FigureRow[] {
  const wanted = ['country|Country Code', [...Object.keys(UNITS), 'Indicator Code'].join('|')];
  return readTable(text, file, wanted, (line, columns) => {
    const own = columns.includes('Country Code');
    const country = line.country(own ? 'Country Code' : 'country');
    if (own && countryOf(country) === null) return [];
    const column = columns.find(name => Object.hasOwn(UNITS, name));
    if (!column) {
      const known = columns.filter(name => YEAR.test(name) && line.optional(name) !== null);
      return known.map(name => gdpRow(country, 'gdp', Number(name), line.number(name)));
    }
    const yearColumn = columns.find(name => name.toLowerCase() === 'year');
    const year = yearColumn ? line.year(yearColumn) : 2023;
    return gdpRow(country, 'gdp', year, line.number(column) * UNITS[column]!);
  }).flat();
}

/** GDP of a country in a year, in US dollars. */
export function gdpRow(reporter: Country, measure: string, year: number, value: number): FigureRow {
  return {
    kind: 'figure',
    id: `world-bank-${year}:${measure}:${reporter}`,
    dataset: 'world-bank-gdp',
    measure,
    reporter,
    partner: null,
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit: 'USD',
    source: 'World Bank, World Development Indicators, GDP at current prices',
    url: 'https://data.worldbank.org/indicator/NY.GDP.MKTP.CD',
    note: null,
  };
}
