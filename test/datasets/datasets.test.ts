import { describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/datasets.js';
import { starterRows } from '../../src/datasets/starter.js';
import { BadInput } from '../../src/errors.js';

function rowsOf(name: string, text: string) {
  return DATASETS.find(dataset => dataset.name === name)!.rowsOf(text, 'table.csv');
}

describe('a file in, rows out', () => {
  test('goods trade, in thousands of dollars', () => {
    expect(rowsOf('baci', 'year,exporter,importer,value_kusd\n2022,FRA,DEU,1500.5\n')).toEqual([
      expect.objectContaining({
        id: 'baci-2022:goods-exports:FRA:DEU',
        measure: 'goods exports',
        reporter: 'FRA',
        partner: 'DEU',
        from: '2022-01-01',
        to: '2022-12-31',
        value: 1_500_500,
        unit: 'USD',
      }),
    ]);
  });

  test('GDP, in dollars', () => {
    expect(rowsOf('world-bank-gdp', 'year,country,gdp_usd\n2021,NGA,440833583992.5\n')[0]).toMatchObject({
      measure: 'gdp',
      reporter: 'NGA',
      partner: null,
      value: 440833583992.5,
    });
  });

  test('capabilities: a -9 and an empty cell are missing, not zero', () => {
    const text =
      'country,year,cinc,population_k,military_personnel_k\nISL,2022,0.00005,373,-9\nPRK,2022,0.013,26069,\n';
    expect(rowsOf('cinc', text).map(row => row.id)).toEqual([
      'nmc-2022:cinc:ISL',
      'nmc-2022:population:ISL',
      'nmc-2022:cinc:PRK',
      'nmc-2022:population:PRK',
    ]);
  });

  test('figures of your own: quotes, comments, a byte order mark and Windows line ends', () => {
    const text = [
      '\uFEFF# made by hand',
      'measure,reporter,partner,from,to,value,unit,source,url,note',
      'gas exports,NOR,DEU,2023-01-01,2023-12-31,1.2e10,EUR,"Statistics Norway, table 8",,"said ""about"""',
      'population,NOR,,2023-01-01,2023-12-31,5500000,person,Statistics Norway,https://www.ssb.no/,',
    ].join('\r\n');
    const [gas, people] = rowsOf('figures', text);
    expect(gas).toMatchObject({ value: 1.2e10, source: 'Statistics Norway, table 8', note: 'said "about"', url: null });
    expect(people).toMatchObject({ partner: null, url: 'https://www.ssb.no/', note: null });
    expect(rowsOf('figures', text).map(row => row.id)).toEqual([gas!.id, people!.id]);
  });
});

describe('what is wrong is said in one line: file, line, what was expected', () => {
  test.each([
    ['baci', '', 'table.csv: the table is empty; expected a header with exporter'],
    ['baci', 'a,b\n1,2\n', 'table.csv: line 1: the header is "a,b"; expected exporter, importer, value_usd or'],
    ['baci', 'year,exporter,importer,value_kusd\n', 'has a header and no rows'],
    ['baci', '# note\nyear,exporter,importer,value_kusd\n2023,FRA,DEU\n', 'table.csv: line 3: 3 cells; expected 4'],
    ['baci', 'year,exporter,importer,value_kusd\n2023,FRA,DEU,x\n', 'line 2: "x" in "value_kusd"; expected a number'],
    ['baci', 'year,exporter,importer,value_kusd\n2023,FRA,DEU,\n', 'line 2: the cell "value_kusd" is empty'],
    [
      'baci',
      'year,exporter,importer,value_kusd\n2023,France,DEU,1\n',
      '"France" in "exporter"; expected a country code',
    ],
    ['world-bank-gdp', 'year,country,gdp_usd\n23,FRA,1\n', '"23" in "year"; expected a year such as 2023'],
    [
      'figures',
      'measure,reporter,partner,from,to,value,unit,source\ntrade,FRA,,2023,2023-12-31,1,EUR,x\n',
      '"2023" in "from"; expected a day as YYYY-MM-DD',
    ],
    ['figures', 'measure,reporter,partner,from,to,value,unit,source\n"trade,FRA\n', 'a quote is opened and not closed'],
  ])('%s: %j', (name, text, message) => {
    expect(() => rowsOf(name, text)).toThrow(BadInput);
    expect(() => rowsOf(name, text)).toThrow(message);
  });
});

describe('the rows that ship', () => {
  const rows = starterRows();
  const figures = rows.filter(row => row.kind === 'figure');

  test('every row has an id of its own, a source, days in order and a finite value', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.source, row.id).not.toBe('');
      if (row.to) expect(row.to >= row.from, row.id).toBe(true);
    }
    for (const row of figures) expect(Number.isFinite(row.value), row.id).toBe(true);
  });

  test('economies that trade have a GDP', () => {
    const products = new Set(figures.filter(row => row.measure === 'gdp').map(row => row.reporter));
    const traders = figures
      .filter(row => row.dataset === 'baci-hs22-v202501')
      .flatMap(row => [row.reporter, row.partner!]);
    expect([...new Set(traders)].filter(country => !products.has(country))).toEqual([]);
    expect(products.has('ROW')).toBe(true);
  });
});
