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

describe('tables as their publishers make them', () => {
  test('capabilities with state numbers: states that are gone are left out, pounds of 1913 too', () => {
    const text = [
      '"ccode","year","milex","milper","irst","pec","tpop","upop","cinc"',
      '365,1913,444000,1350,4000,60000,155000,9000,0.11',
      '365,2022,86373000,900,71700,1000000,144713,110000,0.0382',
      '265,1970,4000000,200,5000,100000,17000,4000,0.008',
      '345,2022,1200000,28,NA,20000,6760,-9,0.001',
    ].join('\n');
    const rows = rowsOf('cinc', text);
    expect(rows.filter(row => row.kind === 'figure' && row.reporter === 'RUS').map(row => row.id)).toEqual([
      ...['nmc-1913:cinc:RUS', 'nmc-1913:population:RUS', 'nmc-1913:military-personnel:RUS'],
      ...['nmc-2022:cinc:RUS', 'nmc-2022:population:RUS', 'nmc-2022:military-personnel:RUS'],
      'nmc-2022:military-expenditure:RUS',
    ]);
    expect(rows.find(({ id }) => id === 'nmc-2022:population:RUS')).toMatchObject({ value: 144_713_000 });
    expect(rows.find(({ id }) => id === 'nmc-2022:military-expenditure:RUS')).toMatchObject({ value: 86_373_000_000 });
    expect(rows.some(({ id }) => id.endsWith(':SRB'))).toBe(true);
    expect(rows.some(({ id }) => id.includes('1970'))).toBe(false);
  });

  test('GDP with names of countries: sums over regions are left out', () => {
    const text =
      'Country Name,Country Code,Year,Value\r\nArab World,ARB,2020,2e12\r\n"Egypt, Arab Rep.",EGY,2020,3.8e11\r\n';
    expect(rowsOf('world-bank-gdp', text)).toEqual([
      expect.objectContaining({ id: 'world-bank-2020:gdp:EGY', reporter: 'EGY', from: '2020-01-01', value: 3.8e11 }),
    ]);
  });

  test('arms transfers: names or numbers of states; armed groups and the unknown are the rest of the world', () => {
    const text = [
      'supplier,recipient,year,value,supplier_cown,recipient_cown',
      'Soviet Union,India,1980,900,365,750',
      'Russia,Ukraine Rebels*,2014,60,365,369',
      'Serbia,Viet Nam,2019,3,NA,NA',
      'Unknown supplier(s),Ukraine,2014,1,NA,369',
      'Unknown supplier(s),Ukraine,2014,2,NA,369',
    ].join('\n');
    const told = rowsOf('sipri-arms', text).map(
      row => row.kind === 'figure' && [row.reporter, row.partner, row.from.slice(0, 4), row.value],
    );
    expect(told).toEqual([
      ['RUS', 'IND', '1980', 900],
      ['RUS', 'ROW', '2014', 60],
      ['SRB', 'VNM', '2019', 3],
      ['ROW', 'UKR', '2014', 3],
    ]);
  });

  test('votes in the United Nations: three figures of a state and session; a session begins in September', () => {
    const text = [
      'Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q10%,Q50%,Q90%,Q95%,Q100%,iso3c,Countryname',
      '3977,365,74,87,0.14,-0.17,0.01,0.03,0.14,0.25,0.28,0.34,RUS,Russia',
      '1,265,44,87,-2.1,-2.2,-2.2,-2.1,-2.1,-2,-2,-1.9,DDR,German Democratic Republic',
    ].join('\n');
    expect(
      rowsOf('un-ideal-points', text).map(row => row.kind === 'figure' && [row.measure, row.from, row.value]),
    ).toEqual([
      ['UN ideal point', '2019-09-01', 0.14],
      ['UN ideal point, 5 percent quantile', '2019-09-01', 0.01],
      ['UN ideal point, 95 percent quantile', '2019-09-01', 0.28],
    ]);
  });
});

test('what ships of arms adds up to the shares that SIPRI publishes', () => {
  // SIPRI Fact Sheet "Trends in International Arms Transfers, 2021" (March 2022), table 2, shares of imports in 2017-21.
  const published = { 'RUS IND': 46, 'USA SAU': 82, 'RUS CHN': 81, 'RUS EGY': 41, 'USA AUS': 67 };
  const arms = starterRows().filter(row => row.kind === 'figure' && row.dataset === 'sipri-arms' && row.from >= '2017');
  const sum = (rows: typeof arms) => rows.reduce((total, row) => total + (row.kind === 'figure' ? row.value : 0), 0);
  for (const [pair, percent] of Object.entries(published)) {
    const [supplier, recipient] = pair.split(' ');
    const received = arms.filter(row => row.kind === 'figure' && row.partner === recipient);
    const theirs = received.filter(row => row.kind === 'figure' && row.reporter === supplier);
    expect(Math.round((100 * sum(theirs)) / sum(received)), pair).toBe(percent);
  }
});

test('what ships of votes is of all members of the United Nations', () => {
  const points = starterRows().filter(row => row.kind === 'figure' && row.measure === 'UN ideal point');
  // Members at the end of each: 159 in 1990 less those that did not vote, 185 in 1995, 193 since 2011 (un.org, Growth in UN membership).
  const of = (year: number) => points.filter(row => row.from === `${year}-09-01`).length;
  expect(of(2019)).toBe(193);
  expect(of(2011)).toBe(193);
  expect(of(2006)).toBe(192);
});

test('what ships by year is what the publishers print', () => {
  const value = (id: string) => starterRows().find(row => row.id === id && row.kind === 'figure');
  // World Bank, NY.GDP.MKTP.CD, 2010: China 6.087 and Russia 1.525 trillion dollars; the United States of 1990: 5.963.
  expect(value('world-bank-2010:gdp:CHN')).toMatchObject({
    value: expect.closeTo(6.087e12, -10) as number,
    unit: 'USD',
    from: '2010-01-01',
  });
  expect(value('world-bank-2010:gdp:RUS')).toMatchObject({ value: expect.closeTo(1.525e12, -10) as number });
  expect(value('world-bank-1990:gdp:USA')).toMatchObject({ value: expect.closeTo(5.963e12, -10) as number });
});

test('the shares of national capabilities that ship add up to the world’s within a hundredth, as the index is defined', () => {
  const shares = starterRows().filter(row => row.kind === 'figure' && row.measure === 'cinc');
  for (const year of [1995, 2007, 2022]) {
    const of = shares.filter(({ from }) => from === `${year}-01-01`);
    const sum = of.reduce((total, row) => total + (row.kind === 'figure' ? row.value : 0), 0);
    expect(Math.abs(sum - 1), String(year)).toBeLessThan(0.01);
  }
});
