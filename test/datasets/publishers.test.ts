/** Tables in the layouts of their publishers; the numbers are made up unless a source is named. */
import { describe, expect, test } from 'vitest';
import { baciRows } from '../../src/datasets/baci.js';
import { DATASETS } from '../../src/datasets/datasets.js';
import type { EventRow, FigureRow, Row } from '../../src/datasets/row.js';
import { BadInput } from '../../src/errors.js';

function rowsOf(name: string, lines: string[]): Row[] {
  return DATASETS.find(dataset => dataset.name === name)!.rowsOf(lines.join('\n'), 'table.csv');
}

function figuresOf(name: string, lines: string[]): FigureRow[] {
  return rowsOf(name, lines).filter((row): row is FigureRow => row.kind === 'figure');
}

function eventsOf(name: string, lines: string[]): EventRow[] {
  return rowsOf(name, lines).filter((row): row is EventRow => row.kind === 'event');
}

const told = ({ measure, reporter, partner, value }: FigureRow) => `${measure} ${reporter} ${partner} ${value}`;

describe('UN Comtrade', () => {
  const header = 'RefYear,Period,ReporterISO,FlowCode,PartnerISO,partner2Code,CmdCode,motCode,PrimaryValue';

  test('both reporters’ versions of a flow are kept, re-exports and parts of a flow are not', () => {
    const rows = figuresOf('un-comtrade', [
      header,
      '2022,2022,CHN,X,RUS,0,TOTAL,0,76122634000.0',
      '2022,2022,RUS,M,CHN,0,TOTAL,0,70000000000',
      '2022,2022,CHN,RX,RUS,0,TOTAL,0,5000',
      '2022,2022,CHN,X,RUS,0,TOTAL,2100,3000',
      '2022,2022,CHN,X,RUS,156,TOTAL,0,3000',
    ]);
    expect(rows.map(told)).toEqual(['goods exports CHN RUS 76122634000', 'goods imports RUS CHN 70000000000']);
    expect(rows.map(({ note }) => note)).toEqual(['free on board (fob)', 'with freight and insurance (cif)']);
    expect(rows[0]).toMatchObject({ from: '2022-01-01', to: '2022-12-31', unit: 'USD', dataset: 'un-comtrade' });
  });

  test('chapters, months, the world as a total of one’s own, Taiwan; regions are left out', () => {
    const rows = figuresOf('un-comtrade', [
      header,
      '2024,202402,JPN,M,W00,0,27,0,900',
      '2024,202402,JPN,M,S19,0,85,0,400',
      '2024,202402,JPN,M,F19,0,85,0,7',
    ]);
    expect(rows.map(told)).toEqual(['goods imports, HS 27 JPN null 900', 'goods imports, HS 85 JPN TWN 400']);
    expect(rows[0]).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
  });

  test('the layout of the site before 2022', () => {
    const rows = figuresOf('un-comtrade', [
      'Classification,Year,Trade Flow Code,Reporter ISO,Partner ISO,Commodity Code,Trade Value (US$)',
      'H4,2016,2,AUS,WLD,TOTAL,1398835890',
      'H4,2016,1,AUS,NZL,TOTAL,12',
    ]);
    expect(rows.map(told)).toEqual(['goods exports AUS null 1398835890', 'goods imports AUS NZL 12']);
  });
});

describe('International Monetary Fund', () => {
  test('Direction of Trade: countries by number or name, regions left out, only years', () => {
    const header =
      'Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name,Counterpart Country Code,Time Period,Value';
    const rows = figuresOf('imf-trade', [
      header,
      '"China, P.R.: Mainland",924,"Goods, Value of Exports, Free on board (FOB), US Dollars",TXG_FOB_USD,Russian Federation,922,2020,50585000000',
      'Russian Federation,922,"Goods, Value of Imports, CIF, US Dollars",TMG_CIF_USD,"China, P.R.: Mainland",924,2020,54907000000',
      'Russian Federation,922,"Goods, Value of Imports, CIF, US Dollars",TMG_CIF_USD,World,001,2020,239642000000',
      'Russian Federation,922,"Goods, Value of Imports, CIF, US Dollars",TMG_CIF_USD,Euro Area,163,2020,1',
      'Russian Federation,922,"Goods, Value of Imports, CIF, US Dollars",TMG_CIF_USD,Belarus,913,2020M3,1',
    ]);
    expect(rows.map(told)).toEqual([
      'goods exports CHN RUS 50585000000',
      'goods imports RUS CHN 54907000000',
      'goods imports RUS null 239642000000',
    ]);
  });

  test('International Trade in Goods: countries in the code of the series, a column for each year, a scale', () => {
    const rows = figuresOf('imf-trade', [
      'DATASET,SERIES_CODE,COUNTRY,INDICATOR,FREQUENCY,SCALE,2022,2023',
      'IMF.STA:IMTS(1.0.0),BRA.XG_FOB_USD.ARG.A,Brazil,"Exports of goods, FOB, US dollar",Annual,Millions,15344.9,16700',
      'IMF.STA:IMTS(1.0.0),BRA.XG_FOB_USD.ARG.M,Brazil,"Exports of goods, FOB, US dollar",Monthly,Millions,1,1',
      'IMF.STA:IMTS(1.0.0),BRA.MG_CIF_USD.G001.A,Brazil,"Imports of goods, CIF, US dollar",Annual,Units,,5',
    ]);
    expect(rows.map(told)).toEqual([
      'goods exports BRA ARG 15344900000',
      'goods exports BRA ARG 16700000000',
      'goods imports BRA null 5',
    ]);
  });
});

describe('BACI’s own file', () => {
  const codes = {
    name: 'country_codes_V202501.csv',
    text: [
      'country_code,country_name,country_iso2,country_iso3',
      '251,France,FR,FRA',
      '699,India,IN,IND',
      '490,"Other Asia, nes",N/A,S19',
      '577,"Other Africa, nes",N/A,NAF',
    ].join('\n'),
  };
  const text = [
    't,i,j,k,v,q',
    '2023,251,699,270900,10.5,1',
    '2023,251,699,880240,100,2',
    '2023,490,699,270900,4,NA',
    '2023,577,699,010121,9,1',
  ].join('\n');

  test('products are summed, critical goods by chapter, with all sellers; the vintage is that of the file', () => {
    const rows = baciRows(text, 'BACI_HS22_Y2023_V202601.csv', codes);
    expect(rows.map(told)).toEqual([
      'goods exports FRA IND 110500',
      'goods imports, HS 27 IND FRA 10500',
      'goods imports, HS 27 IND null 14500',
      'goods exports TWN IND 4000',
      'goods imports, HS 27 IND TWN 4000',
    ]);
    expect(new Set(rows.map(({ dataset }) => dataset))).toEqual(new Set(['baci-hs22-v202601']));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('without its table of codes it cannot be read', () => {
    expect(() => baciRows(text, 'BACI.csv')).toThrow('give its table of country codes with --codes');
  });
});

test('World Bank: a column for each year, below lines about the file', () => {
  const rows = figuresOf('world-bank-gdp', [
    '"Data Source","World Development Indicators",',
    '',
    '"Last Updated Date","2024-06-28",',
    '',
    '"Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",',
    '"Arab World","ARB","GDP (current US$)","NY.GDP.MKTP.CD","2862000000000","3500000000000",',
    '"Kenya","KEN","GDP (current US$)","NY.GDP.MKTP.CD","109703659306.2","",',
  ]);
  expect(rows.map(told)).toEqual(['gdp KEN null 109703659306.2']);
  expect(rows[0]!.from).toBe('2021-01-01');
});

describe('alliances', () => {
  test('ATOP: years in a row make one pact, directed dyads are one, what stands in the last year has no end', () => {
    const rows = eventsOf('atop', [
      'dirdyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul',
      ...[1990, 1991].flatMap(year => [`2740,2,740,${year},1,1,0,0,0,1`, `7402,740,2,${year},1,1,0,0,0,1`]),
      '365710,365,710,1990,1,0,0,0,1,0',
      '365710,365,710,1989,1,0,0,0,1,0',
      '365265,365,265,1989,1,1,0,0,0,0',
    ]);
    expect(rows.map(({ a, b, format, from, to }) => [a, b, format, from, to])).toEqual([
      ['JPN', 'USA', 'defence', '1990-01-01', null],
      ['JPN', 'USA', 'consultation', '1990-01-01', null],
      ['CHN', 'RUS', 'non-aggression', '1989-01-01', '1990-12-31'],
    ]);
  });

  test('a list of one’s own: each two members are bound from when the later joined until the first leaves', () => {
    const rows = eventsOf('alliances', [
      'treaty,members,from,to,url',
      'A pact,FRA|ITA,1950-01-01,,https://example.org/a',
      'A pact,ESP,1980-05-05,1990-06-06,https://example.org/b',
    ]);
    expect(rows.map(({ a, b, from, to }) => [a, b, from, to])).toEqual([
      ['FRA', 'ITA', '1950-01-01', null],
      ['ESP', 'FRA', '1980-05-05', '1990-06-06'],
      ['ESP', 'ITA', '1980-05-05', '1990-06-06'],
    ]);
  });
});

test('Archigos: tabs; who is still in office has no end', () => {
  // Archigos 4.1: Obama from 2009-01-20; the data end on 2015-12-31.
  const rows = eventsOf('archigos', [
    'obsid\tleadid\tccode\tidacr\tleader\tstartdate\tenddate\tentry\texit',
    'USA-2001\tA\t2\tUSA\tG.W. Bush\t2001-01-20\t2009-01-20\tRegular\tRegular',
    'USA-2009\tB\t2\tUSA\tObama\t2009-01-20\t2015-12-31\tRegular\tStill in Office',
    'GDR-1971\tC\t265\tGDR\tHonecker\t1971-05-03\t1989-10-18\tRegular\tRegular',
  ]);
  expect(rows.map(({ a, persons, from, to }) => [a, ...persons, from, to])).toEqual([
    ['USA', 'G.W. Bush', '2001-01-20', '2009-01-20'],
    ['USA', 'Obama', '2009-01-20', null],
  ]);
});

test('European Central Bank: averages of months and years, crossed day by day; what is not over is left out', () => {
  const rows = figuresOf('ecb-rates', [
    'Date,USD,CNY,TRL,',
    '2023-02-10,1.1,7.7,N/A,',
    '2023-01-31,1.0,7.0,N/A,',
    '2023-01-02,1.25,7.5,N/A,',
  ]);
  const value = (unit: string, from: string) => rows.find(row => row.unit === unit && row.from === from)?.value;
  expect(value('CNY/EUR', '2023-01-01')).toBe(7.25);
  // 7.0 / 1.0 and 7.5 / 1.25.
  expect(value('CNY/USD', '2023-01-01')).toBe(6.5);
  expect(value('EUR/USD', '2023-01-01')).toBe(0.9);
  expect(rows.find(({ unit }) => unit === 'CNY/USD')).toMatchObject({
    reporter: 'CHN',
    partner: 'USA',
    to: '2023-01-31',
  });
  expect(rows.some(({ from, unit }) => from > '2023-01-01' || unit.startsWith('TRL'))).toBe(false);
  expect(rows.some(({ to }) => to === '2023-12-31')).toBe(false);
});

test('votes of pairs: once a pair and year, in percent', () => {
  const rows = figuresOf('un-agreement', [
    '"","ccode1","ccode2","session.x","agree","year","IdealPointDistance"',
    '1,2,365,74,0.19,2019,2.5',
    '2,365,2,74,0.19,2019,2.5',
    '3,2,700,74,NA,2019,NA',
  ]);
  expect(rows.map(told)).toEqual(['UN vote agreement RUS USA 19']);
});

describe('what is wrong is said in one line', () => {
  test.each([
    [
      'un-comtrade',
      ['RefYear,ReporterISO,FlowCode,PartnerISO,CmdCode,PrimaryValue', '2022,CHN,X,RUS,TOTAL,many'],
      'line 2: "many" in "PrimaryValue"; expected a number',
    ],
    [
      'un-comtrade',
      ['RefYear,ReporterISO,FlowCode,PartnerISO,CmdCode,PrimaryValue', '2022,EUR,X,RUS,TOTAL,1'],
      'no exports or imports of countries in it',
    ],
    [
      'imf-trade',
      ['Country Code,Value', '1,2'],
      'the header is "Country Code,Value"; expected SERIES_CODE or Indicator Code',
    ],
    ['imf-trade', ['SERIES_CODE,2022', 'nonsense,1'], 'no yearly exports or imports of countries in it'],
    ['atop', ['stateA,stateB,year,defense', '2,365,MCMXC,1'], 'line 2: "MCMXC" in "year"; expected a year'],
    [
      'alliances',
      ['treaty,members,from,to,url', 'A pact,FRA|ITA,1950,,x'],
      '"1950" in "from"; expected a day as YYYY-MM-DD',
    ],
    [
      'archigos',
      ['obsid\tccode\tleader\tstartdate\tenddate', 'USA-1\t2\tX\t20/01/2001\t2009-01-20'],
      '"20/01/2001" in "startdate"; expected a day',
    ],
    ['ecb-rates', ['Date,USD', '2023-01-02,1.2'], 'no whole month of rates in it'],
    ['un-agreement', ['ccode1,ccode2,year,agree', '2,365,2019'], 'line 2: 3 cells; expected 4'],
    ['un-agreement', ['\u0000\u0001PK\u0003', 'x'], 'the header is'],
  ])('%s: %j', (name, lines, message) => {
    expect(() => rowsOf(name, lines)).toThrow(BadInput);
    expect(() => rowsOf(name, lines)).toThrow(message);
  });
});
