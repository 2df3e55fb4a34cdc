/**
 * Makes the starter rows of data/rows/ from the public tables they are derived from:
 *
 *     node scripts/make-starter-rows.js TRADE.csv GDP.csv GDP_BY_YEAR.csv NMC.csv POINTS.csv ARMS.csv
 *
 * TRADE: year,exporter,importer,value_kusd (BACI HS22 V202501, all goods). GDP: year,country,gdp_usd (World Bank, the
 * year of the trade). GDP_BY_YEAR: Country Code,Year,Value (World Bank). NMC: Correlates of War, National Material
 * Capabilities. POINTS: ideal points of Bailey, Strezhnev and Voeten. ARMS: SIPRI's transfers as tabled by 360info.
 * What is not one of the economies below is summed up as ROW, so that the trade adds up to the world.
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

/** The first year that ships of what is counted by year. */
const FIRST_YEAR = 1990;

/** Session 1 of the General Assembly began in 1946. */
const YEAR_BEFORE_FIRST_SESSION = 1945;

const [tradeFile, gdpFile, gdpByYearFile, nmcFile, pointsFile, armsFile] = process.argv.slice(2);
if (!tradeFile || !gdpFile || !gdpByYearFile || !nmcFile || !pointsFile || !armsFile) {
  process.stderr.write(
    'usage: node scripts/make-starter-rows.js TRADE.csv GDP.csv GDP_BY_YEAR.csv NMC.csv POINTS.csv ARMS.csv\n',
  );
  process.exit(2);
}
const folder = join(import.meta.dirname, '../data/rows');
const isoOfCow = new Map(
  table(join(import.meta.dirname, '../data/datasets/cow-codes.csv')).map(({ cow, iso3 }) => [cow, iso3]),
);
const countryOfName = new Map(
  table(join(import.meta.dirname, '../data/actors/countries.csv')).map(({ name, iso3 }) => [name, iso3]),
);

makeTrade(table(tradeFile));
makeGdp(table(gdpFile), table(gdpByYearFile));
makeCapabilities(table(nmcFile));
makeIdealPoints(table(pointsFile));
makeArms(table(armsFile));

/** @param {Record<string, string>[]} rows */
function makeTrade(rows) {
  const sums = new Map();
  for (const { exporter, importer, value_kusd } of rows) {
    const key = `${known(exporter)},${known(importer)}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(value_kusd));
  }
  const reverse = (/** @type {string} */ key) => sums.get(key.split(',').reverse().join(',')) ?? 0;
  const kept = [...sums].filter(([key, kusd]) => kusd > 0 && (kusd >= 50 || reverse(key) < 50) && key !== 'ROW,ROW');
  writeByYear(
    'trade.csv',
    [
      '# Goods trade in US dollars, exporter to importer; e6 is a million. ROW is the rest of the world; trade inside it is left out.',
      '# Source: BACI HS22, version 202501 (CEPII), summed over all goods. Terms: Etalab Open Licence 2.0.',
      '# BACI reconciles what the two sides report; Gaulier and Zignago (2010), CEPII working paper 2010-23. https://www.cepii.fr/',
      '# Flows below 0.05e6 are left out where the other direction is larger. A pair without any flow is missing in the source (Poland and Russia are), not nothing.',
    ],
    ['exporter', 'importer'],
    kept.map(([key, kusd]) => ({ key, year: 2023, value: `${rounded(kusd / 1000)}e6` })),
  );
}

/**
 * @param {Record<string, string>[]} of2023
 * @param {Record<string, string>[]} byYear
 */
function makeGdp(of2023, byYear) {
  const sums = new Map();
  for (const { country, gdp_usd } of of2023) {
    sums.set(known(country), (sums.get(known(country)) ?? 0) + Number(gdp_usd));
  }
  const cells = byYear
    .filter(
      row => ECONOMIES.includes(row['Country Code'] ?? '') && Number(row.Year) >= FIRST_YEAR && row.Year !== '2023',
    )
    .map(row => ({ key: `${row['Country Code']},gdp`, year: Number(row.Year), value: millions(row.Value) }));
  writeByYear(
    'gdp.csv',
    [
      `# Gross domestic product in US dollars at current prices, ${FIRST_YEAR} to 2023; e6 is a million. ROW, of 2023 only, is the sum of the other economies`,
      '# of trade.csv. Of 2023 with estimates where the World Bank has none.',
      '# Source: World Bank, World Development Indicators (NY.GDP.MKTP.CD). Terms: CC BY 4.0. https://data.worldbank.org/',
    ],
    ['country', 'measure'],
    [...cells, ...[...sums].map(([country, usd]) => ({ key: `${country},gdp`, year: 2023, value: millions(usd) }))],
  );
}

/** @param {Record<string, string>[]} rows */
function makeCapabilities(rows) {
  const cells = rows
    .filter(row => Number(row.year) >= FIRST_YEAR && isoOfCow.has(row.ccode))
    .flatMap(row => {
      const country = isoOfCow.get(row.ccode);
      const of = (/** @type {string} */ measure, /** @type {string | undefined} */ value, exponent = '') =>
        value && Number(value) >= 0 && value !== 'NA'
          ? [
              {
                key: `${country},${measure}`,
                year: Number(row.year),
                value: `${Number(value)}${Number(value) && !String(Number(value)).includes('e') ? exponent : ''}`,
              },
            ]
          : [];
      const cinc = of('cinc', row.cinc === 'NA' ? undefined : String(Number(Number(row.cinc).toFixed(6))));
      if (!known(country).startsWith(country ?? '-')) return cinc;
      return [
        ...cinc,
        ...of('population', row.tpop, 'e3'),
        ...of('military personnel', row.milper, 'e3'),
        ...of('military expenditure', row.milex, 'e3'),
      ];
    });
  writeByYear(
    'capabilities.csv',
    [
      `# Capabilities of states, ${FIRST_YEAR} to 2022: Composite Index of National Capability (cinc, share of the world) of all states; population, military`,
      '# personnel and military expenditure in US dollars at current prices of the economies of trade.csv; e3 is a thousand. RUS of 1990 is the Soviet Union.',
      '# Source: Correlates of War, National Material Capabilities. Singer, Bremer and Stuckey (1972). https://correlatesofwar.org/',
    ],
    ['country', 'measure'],
    cells,
  );
}

/** @param {Record<string, string>[]} rows */
function makeIdealPoints(rows) {
  const cells = rows
    .map(row => ({ row, country: isoOfCow.get(row.ccode), year: YEAR_BEFORE_FIRST_SESSION + Number(row.session) }))
    .filter(({ country, year }) => country !== undefined && year >= FIRST_YEAR)
    .flatMap(({ row, country, year }) => [
      { key: `${country},idealpoint`, year, value: thousandths(row.IdealPoint) },
      { key: `${country},q5`, year, value: thousandths(row['Q5%']) },
      { key: `${country},q95`, year, value: thousandths(row['Q95%']) },
    ]);
  writeByYear(
    'un-ideal-points.csv',
    [
      '# Where states stand by their votes in the United Nations General Assembly, by the year in which the session begins: ideal points, with the 5 and',
      '# 95 percent quantiles of the estimate. The scale runs from furthest from the United States to nearest; its unit is about the spread of all states.',
      '# Source: Bailey, Strezhnev and Voeten (2017), Estimating Dynamic State Preferences from United Nations Voting Data, release of April 2020. Terms: MIT.',
    ],
    ['country', 'measure'],
    cells,
  );
}

/** @param {Record<string, string>[]} rows */
function makeArms(rows) {
  const sums = new Map();
  for (const row of rows) {
    const [supplier, recipient] = [partyOf(row, 'supplier'), partyOf(row, 'recipient')];
    if (Number(row.year) < FIRST_YEAR || supplier === recipient) continue;
    const key = `${row.year},${supplier},${recipient}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row.value));
  }
  writeByYear(
    'arms.csv',
    [
      "# Transfers of major arms by year of delivery, in millions of SIPRI's trend-indicator value (TIV), which measures military capability and not what was",
      '# paid. ROW is armed groups, organisations and those unknown. RUS up to 1991 is the Soviet Union. Below half a million: left out.',
      '# Source: SIPRI Arms Transfers Database (Stockholm International Peace Research Institute), as tabled by 360info. Terms: CC BY 4.0. https://www.sipri.org/databases/armstransfers',
    ],
    ['supplier', 'recipient'],
    [...sums]
      .filter(([, value]) => value >= 0.5)
      .map(([key, value]) => ({ key: key.slice(5), year: Number(key.slice(0, 4)), value: String(Math.round(value)) })),
  );
}

/** @param {string | undefined} country */
function known(country) {
  return country && ECONOMIES.includes(country) ? country : 'ROW';
}

/**
 * The country of a party to a transfer; armed groups, organisations and the unknown are the rest of the world.
 *
 * @param {Record<string, string>} row
 * @param {string} side
 */
function partyOf(row, side) {
  const isState = !row[side]?.endsWith('*');
  return (isState && (isoOfCow.get(row[`${side}_cown`]) ?? countryOfName.get(row[side] ?? ''))) || 'ROW';
}

/** @param {string | undefined} usd */
function millions(usd) {
  return `${Math.round(Number(usd) / 1e6)}e6`;
}

/** @param {string | undefined} value */
function thousandths(value) {
  return String(Number(Number(value).toFixed(3)));
}

/**
 * Whole numbers from a thousand on, tenths below, one digit of what is less: what is finer is within the source's error.
 *
 * @param {number} value
 */
function rounded(value) {
  if (value >= 1000) return String(Math.round(value));
  return String(Number(value < 0.05 ? value.toPrecision(1) : value.toFixed(1)));
}

/** @param {string} file */
function table(file) {
  const text = readFileSync(file, file.includes('Idealpoint') ? 'latin1' : 'utf8');
  return /** @type {Record<string, string>[]} */ (
    parse(text, { columns: true, skip_empty_lines: true, bom: true, comment: '#' })
  );
}

/**
 * A line for each key of two words (country and measure, or two countries), a column for each year.
 *
 * @param {string} name
 * @param {string[]} comments
 * @param {string[]} keys what the two words are called
 * @param {{ key: string, year: number, value: string }[]} cells
 */
function writeByYear(name, comments, keys, cells) {
  const years = [...new Set(cells.map(({ year }) => year))].sort();
  /** @type {Map<string, Map<number, string>>} */
  const lines = new Map();
  for (const { key, year, value } of cells) lines.set(key, (lines.get(key) ?? new Map()).set(year, value));
  const rows = [...lines].map(([key, of]) => [key, ...years.map(year => of.get(year) ?? '')].join(',')).sort();
  writeFileSync(join(folder, name), `${[...comments, [...keys, ...years].join(','), ...rows].join('\n')}\n`);
  process.stdout.write(`data/rows/${name}: ${rows.length} lines, ${cells.length} figures\n`);
}
