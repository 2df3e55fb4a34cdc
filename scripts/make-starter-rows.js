/**
 * Makes the starter rows of data/rows/ from the public tables they are derived from:
 *
 *     node scripts/make-starter-rows.js TRADE.csv GDP.csv NMC.csv STATES.csv
 *
 * TRADE: year,exporter,importer,value_kusd (BACI HS22 V202501, all goods). GDP: year,country,gdp_usd (World Bank).
 * NMC: Correlates of War, National Material Capabilities. STATES: its country codes, with the states' abbreviations.
 * What is not one of the economies below is summed up as ROW, so that the table adds up to the world.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The largest traders of each region, and smaller states that the news of power is often about. */
const ECONOMIES = `
  CHN JPN KOR HKG MNG
  IND PAK BGD LKA NPL AFG
  IDN MYS PHL SGP THA VNM MMR KHM
  AUS NZL
  KAZ UZB KGZ TJK TKM
  ARE EGY IRN IRQ ISR JOR KWT LBN OMN QAT SAU SYR TUR YEM
  ARM AZE BLR GEO MDA RUS UKR
  AUT BEL BGR CHE CZE DEU DNK ESP FIN FRA GBR GRC HUN IRL ITA LTU NLD NOR POL PRT ROU SRB SVK SWE
  AGO COD DZA ETH KEN LBY MAR NGA SDN TUN ZAF
  ARG BRA CAN CHL COL CUB MEX PER USA VEN`
  .trim()
  .split(/\s+/);

/** Codes of the Correlates of War that are not ISO's. */
const COW_TO_ISO = {
  AUL: 'AUS',
  AUS: 'AUT',
  BEL: 'BEL',
  BLR: 'BLR',
  BNG: 'BGD',
  BUL: 'BGR',
  CAM: 'KHM',
  CHL: 'CHL',
  DEN: 'DNK',
  DRC: 'COD',
  ALG: 'DZA',
  FRN: 'FRA',
  GFR: 'DEU',
  GMY: 'DEU',
  GRC: 'GRC',
  GRG: 'GEO',
  HUN: 'HUN',
  INS: 'IDN',
  IRE: 'IRL',
  KUW: 'KWT',
  KYR: 'KGZ',
  KZK: 'KAZ',
  LEB: 'LBN',
  LIB: 'LBY',
  LIT: 'LTU',
  MAL: 'MYS',
  MLD: 'MDA',
  MNG: 'MNE',
  MON: 'MNG',
  MOR: 'MAR',
  MYA: 'MMR',
  NEP: 'NPL',
  NEW: 'NZL',
  NIG: 'NGA',
  NTH: 'NLD',
  OMA: 'OMN',
  PHI: 'PHL',
  POR: 'PRT',
  ROK: 'KOR',
  ROM: 'ROU',
  SAF: 'ZAF',
  SIN: 'SGP',
  SLO: 'SVK',
  SPN: 'ESP',
  SRI: 'LKA',
  SUD: 'SDN',
  SWD: 'SWE',
  SWZ: 'CHE',
  TAJ: 'TJK',
  TKM: 'TKM',
  THI: 'THA',
  UAE: 'ARE',
  UKG: 'GBR',
  UZB: 'UZB',
  VEN: 'VEN',
  DRV: 'VNM',
  YEM: 'YEM',
  YUG: 'SRB',
  ANG: 'AGO',
  CZR: 'CZE',
  COL: 'COL',
};

const [tradeFile, gdpFile, nmcFile, statesFile] = process.argv.slice(2);
if (!statesFile || !nmcFile || !gdpFile || !tradeFile) {
  process.stderr.write('usage: node scripts/make-starter-rows.js TRADE.csv GDP.csv NMC.csv STATES.csv\n');
  process.exit(2);
}
const folder = join(import.meta.dirname, '../data/rows');

makeTrade(table(tradeFile));
makeGdp(table(gdpFile));
makeCapabilities(table(nmcFile), table(statesFile));

/** @param {Record<string, string>[]} rows */
function makeTrade(rows) {
  const sums = new Map();
  for (const { exporter, importer, value_kusd } of rows) {
    const key = `${known(exporter)},${known(importer)}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(value_kusd));
  }
  const lines = [...sums]
    .map(([key, kusd]) => [key, rounded(kusd / 1000)])
    .filter(([key, value]) => value !== '0' && key !== 'ROW,ROW')
    .map(([key, value]) => `${key},${value}`)
    .sort();
  write('trade-2023.csv', [
    '# Goods trade of 2023 in million US dollars, exporter to importer. ROW is the rest of the world; trade inside it is left out.',
    '# Source: BACI HS22, version 202501 (CEPII), summed over all goods. Terms: Etalab Open Licence 2.0.',
    '# BACI reconciles what the two sides report; Gaulier and Zignago (2010), CEPII working paper 2010-23. https://www.cepii.fr/',
    'exporter,importer,value_musd',
    ...lines,
  ]);
}

/** @param {Record<string, string>[]} rows */
function makeGdp(rows) {
  const sums = new Map();
  for (const { country, gdp_usd } of rows) {
    sums.set(known(country), (sums.get(known(country)) ?? 0) + Number(gdp_usd));
  }
  const lines = [...sums].map(([country, usd]) => `${country},${rounded(usd / 1e6)}`).sort();
  write('gdp-2023.csv', [
    '# Gross domestic product of 2023 in million US dollars at current prices. ROW is the sum of the other economies of trade-2023.csv.',
    '# Source: World Bank, World Development Indicators (NY.GDP.MKTP.CD). Terms: CC BY 4.0. https://data.worldbank.org/',
    'country,gdp_musd',
    ...lines,
  ]);
}

/**
 * @param {Record<string, string>[]} rows
 * @param {Record<string, string>[]} states
 */
function makeCapabilities(rows, states) {
  const names = new Map(states.map(({ ccode, stateabb }) => [ccode, stateabb]));
  const latest = Math.max(...rows.map(({ year }) => Number(year)));
  const lines = rows
    .filter(({ year }) => Number(year) === latest)
    .map(row => ({ row, iso3: isoOf(names.get(row.ccode) ?? '') }))
    .filter(({ iso3 }) => ECONOMIES.includes(iso3))
    .map(({ row, iso3 }) => `${iso3},${latest},${Number(row.cinc).toFixed(6)},${row.tpop},${row.milper},${row.milex}`)
    .sort();
  write('capabilities.csv', [
    `# Capabilities in ${latest}: Composite Index of National Capability (share of the world), population and military personnel in thousands,`,
    '# military expenditure in thousand US dollars at current prices. -9 is missing.',
    '# Source: Correlates of War, National Material Capabilities. Singer, Bremer and Stuckey (1972). https://correlatesofwar.org/',
    'country,year,cinc,population_k,military_personnel_k,military_expenditure_kusd',
    ...lines,
  ]);
}

/** @param {string | undefined} country */
function known(country) {
  return country && ECONOMIES.includes(country) ? country : 'ROW';
}

/** @param {string} abbreviation */
function isoOf(abbreviation) {
  return /** @type {Record<string, string>} */ (COW_TO_ISO)[abbreviation] ?? abbreviation;
}

/**
 * Four significant digits below a thousand, whole numbers above: what is smaller than the source's own error is noise.
 *
 * @param {number} value
 */
function rounded(value) {
  return value >= 1000
    ? String(Math.round(value))
    : String(Number(value.toPrecision(4)) >= 0.05 ? Number(value.toFixed(1)) : 0);
}

/** @param {string} file */
function table(file) {
  return /** @type {Record<string, string>[]} */ (
    parse(readFileSync(file), { columns: true, skip_empty_lines: true, bom: true })
  );
}

/**
 * @param {string} name
 * @param {string[]} lines
 */
function write(name, lines) {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  process.stdout.write(`data/rows/${name}: ${lines.length - 4} rows\n`);
}
