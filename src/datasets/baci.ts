import { BadInput } from '../errors.js';
import type { Country } from '../reading.js';
import { criticalChapters, importsOfChapter } from './critical-goods.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { partnerOf } from './state-codes.js';
import { type NamedTable, readTable } from './table.js';

/** The vintage of the table that ships. */
const SHIPPED = 'baci-hs22-v202501';

/** Columns an amount can stand in, and how many US dollars one of it is. */
const UNITS: Record<string, number> = { value_usd: 1, value_kusd: 1e3, value_musd: 1e6 };

/**
 * Goods trade between economies, from a CSV with year, exporter, importer (ISO 3166-1 alpha-3) and an amount in US
 * dollars, thousands or millions of them (value_usd, value_kusd, value_musd): BACI (Gaulier and Zignago 2010) summed
 * over all goods. Without a year column it is 2023, the year of the table that ships. BACI's own file (t, i, j, k, v) is
 * read together with its table of country codes and summed: over all goods, and over the chapters of critical goods.
 *
 * @param codes the table of country codes that comes with BACI's own file.
 * @throws BadInput naming file, line and what was expected.
 */
export function baciRows(text: string, file: string, codes?: NamedTable): FigureRow[] {
  if (OWN_HEADER.test(text)) return ownRows(text, file, codes);
  const wanted = ['exporter', 'importer', Object.keys(UNITS).join('|')];
  return readTable(text, file, wanted, (line, columns) => {
    const column = columns.find(name => Object.hasOwn(UNITS, name))!;
    const year = columns.includes('year') ? line.year('year') : 2023;
    return goodsRow(line.country('exporter'), line.country('importer'), year, line.number(column) * UNITS[column]!);
  });
}

const OWN_HEADER = /^\uFEFF?"?t"?,"?i"?,"?j"?,"?k"?,"?v"?/;

/** BACI's own file: a line for each product, in thousands of dollars, states by number. */
function ownRows(text: string, file: string, codes: NamedTable | undefined): FigureRow[] {
  if (!codes) throw new BadInput(`${file}: BACI names states by number; give its table of country codes with --codes`);
  const countries = countriesOf(codes);
  const dataset = datasetOf(file);
  const critical = new Set(criticalChapters());
  const sums = new Map<string, number>();
  const add = (key: string, value: number) => sums.set(key, (sums.get(key) ?? 0) + value);
  readTable(text, file, ['t', 'i', 'j', 'k', 'v'], line => {
    const [exporter, importer] = [countries.get(line.text('i')), countries.get(line.text('j'))];
    const [year, value, chapter] = [
      line.text('t'),
      line.number('v') * 1000,
      line.text('k').padStart(6, '0').slice(0, 2),
    ];
    if (!exporter || !importer) return;
    add(`${year},${exporter},${importer},`, value);
    if (!critical.has(chapter)) return;
    add(`${year},${exporter},${importer},${chapter}`, value);
    add(`${year},,${importer},${chapter}`, value);
  });
  return [...sums].map(([key, value]) => {
    const [year, exporter, importer, chapter] = key.split(',') as [string, string, string, string];
    const row = goodsRow(exporter, importer, Number(year), value, dataset);
    if (!chapter) return row;
    const measure = importsOfChapter(chapter);
    const id = `${dataset}-${year}:imports-hs${chapter}:${importer}:${exporter || 'world'}`;
    return { ...row, id, measure, reporter: importer, partner: exporter || null };
  });
}

function countriesOf({ text, name }: NamedTable): Map<string, Country> {
  const countries = new Map<string, Country>();
  readTable(text, name, ['country_code', 'country_iso3|iso_3digit_alpha'], (line, columns) => {
    const code = line.optional(columns.includes('country_iso3') ? 'country_iso3' : 'iso_3digit_alpha');
    const country = code === null ? undefined : partnerOf(code);
    if (country) countries.set(line.text('country_code'), country);
  });
  return countries;
}

/** `BACI_HS22_Y2023_V202501.csv` is of the data set `baci-hs22-v202501`. */
function datasetOf(file: string): string {
  const found = /BACI_(HS\d{2})_Y\d{4}_(V\d{6}[a-z]?)/i.exec(file);
  return found ? `baci-${found[1]}-${found[2]}`.toLowerCase() : 'baci';
}

/** Goods that one economy sold to another in a year, in US dollars. */
export function goodsRow(
  reporter: Country,
  partner: Country,
  year: number,
  value: number,
  dataset = SHIPPED,
): FigureRow {
  return {
    kind: 'figure',
    id: `${dataset === SHIPPED ? 'baci' : dataset}-${year}:goods-exports:${reporter}:${partner}`,
    dataset,
    measure: 'goods exports',
    reporter,
    partner,
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit: 'USD',
    source: sourceOf(dataset),
    url: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
    note: 'reconciled from what both sides report',
  };
}

/** `BACI HS22, version 202501 (CEPII), all goods` */
function sourceOf(dataset: string): string {
  let known = sources.get(dataset);
  if (!known) {
    const [, revision, version] = dataset.split('-');
    known = revision
      ? `BACI ${revision.toUpperCase()}, version ${version?.slice(1)} (CEPII), all goods`
      : 'BACI (CEPII), all goods';
    sources.set(dataset, known);
  }
  return known;
}

const sources = new Map<string, string>();
