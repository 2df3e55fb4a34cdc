import { countryOf } from '../actors/countries.js';
import type { FigureRow } from './row.js';
import { readTable } from './table.js';

/** Columns an amount can stand in, and how many US dollars one of it is. */
const UNITS: Record<string, number> = { gdp_usd: 1, gdp_kusd: 1e3, gdp_musd: 1e6, Value: 1 };

/**
 * Gross domestic product at current prices, from a CSV with country (ISO 3166-1 alpha-3), year and an amount in US
 * dollars, thousands or millions of them (gdp_usd, gdp_kusd, gdp_musd). Without a year column it is 2023, the year of
 * the table that ships. The long table of the World Bank's own series (Country Code, Year, Value) is read too; its sums
 * over regions are left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function worldBankGdpRows(text: string, file: string): FigureRow[] {
  return readTable(text, file, ['country|Country Code', Object.keys(UNITS).join('|')], (line, columns) => {
    const column = columns.find(name => name in UNITS)!;
    const own = columns.includes('Country Code');
    const country = line.country(own ? 'Country Code' : 'country');
    if (own && countryOf(country) === null) return [];
    const yearColumn = columns.find(name => name.toLowerCase() === 'year');
    const year = yearColumn ? line.year(yearColumn) : 2023;
    return {
      kind: 'figure' as const,
      id: `world-bank-${year}:gdp:${country}`,
      dataset: 'world-bank-gdp',
      measure: 'gdp',
      reporter: country,
      partner: null,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      value: line.number(column) * UNITS[column]!,
      unit: 'USD',
      source: 'World Bank, World Development Indicators, GDP at current prices',
      url: 'https://data.worldbank.org/indicator/NY.GDP.MKTP.CD',
      note: null,
    };
  }).flat();
}
