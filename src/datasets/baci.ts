import type { Country } from '../reading.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { readTable } from './table.js';

/** Columns an amount can stand in, and how many US dollars one of it is. */
const UNITS: Record<string, number> = { value_usd: 1, value_kusd: 1e3, value_musd: 1e6 };

/**
 * Goods trade between economies, from a CSV with year, exporter, importer (ISO 3166-1 alpha-3) and an amount in US
 * dollars, thousands or millions of them (value_usd, value_kusd, value_musd): BACI (Gaulier and Zignago 2010) summed
 * over all goods. Without a year column it is 2023, the year of the table that ships.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function baciRows(text: string, file: string): FigureRow[] {
  const wanted = ['exporter', 'importer', Object.keys(UNITS).join('|')];
  return readTable(text, file, wanted, (line, columns) => {
    const column = columns.find(name => name in UNITS)!;
    const exporter = line.country('exporter');
    const importer = line.country('importer');
    const year = columns.includes('year') ? line.year('year') : 2023;
    return goodsRow(exporter, importer, year, line.number(column) * UNITS[column]!);
  });
}

/** Goods that one economy sold to another in a year, in US dollars. */
export function goodsRow(reporter: Country, partner: Country, year: number, value: number): FigureRow {
  return {
    kind: 'figure',
    id: `baci-${year}:goods-exports:${reporter}:${partner}`,
    dataset: 'baci-hs22-v202501',
    measure: 'goods exports',
    reporter,
    partner,
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit: 'USD',
    source: 'BACI HS22, version 202501 (CEPII), all goods',
    url: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
    note: 'reconciled from what both sides report',
  };
}
