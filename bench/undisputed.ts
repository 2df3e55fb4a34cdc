/**
 * Does it mean anything? Pairs and years whose upper hand no scholar disputes (bench/undisputed-pairs.csv, chosen before
 * anything was measured), against the side that the balance favours, and against the larger GDP and the larger index of
 * national capability. In a third of them GDP or the index names the wrong side.
 *
 *   npm run bench -- undisputed TRADE.csv GDP.csv GDP_BY_YEAR.csv NMC.csv TRADE_BY_YEAR.csv [--further] [--misses]
 *
 * TRADE, GDP: trade and GDP of one year as for exit-cost. GDP_BY_YEAR, NMC: as `import` reads them. TRADE_BY_YEAR:
 * year,exporter,importer,value_musd (World Input-Output Database). What ships of votes, arms and pacts comes from data/rows.
 * `--further` measures the pairs of further-undisputed-pairs.csv instead, which were chosen later and held out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { balance } from '../src/balance/balance.js';
import { baciRows } from '../src/datasets/baci.js';
import { cincRows } from '../src/datasets/cinc.js';
import type { FigureRow } from '../src/datasets/row.js';
import { readTable } from '../src/datasets/table.js';
import { worldBankGdpRows } from '../src/datasets/world-bank-gdp.js';
import { packageRoot } from '../src/knowledge.js';
import type { Evidence } from '../src/record/evidence.js';
import { shippedRows } from '../src/record/shipped.js';
import { wilsonInterval } from './wilson.js';

const words = process.argv.slice(2);
const [trade, gdp, gdpByYear, nmc, tradeByYear] = words.filter(word => !word.startsWith('--'));
if (!trade || !gdp || !gdpByYear || !nmc || !tradeByYear) {
  console.error('undisputed TRADE.csv GDP.csv GDP_BY_YEAR.csv NMC.csv TRADE_BY_YEAR.csv [--misses]');
  process.exit(2);
}

interface Judged {
  year: number;
  one: string;
  other: string;
  upperHand: string;
}

const figures = figuresOf(trade, gdp, gdpByYear, nmc, tradeByYear);
const { events } = shippedRows();
const value = valuesOf(figures);
const list = words.includes('--further') ? 'further-undisputed-pairs.csv' : 'undisputed-pairs.csv';
const judged = readTable(
  readFileSync(join(packageRoot, 'bench', list), 'utf8'),
  list,
  ['year', 'one', 'other', 'upper_hand', 'why', 'source'],
  (line): Judged => ({
    year: line.year('year'),
    one: line.country('one'),
    other: line.country('other'),
    upperHand: line.country('upper_hand'),
  }),
);

type Answer = string | null;
const answers = judged.map(pair => {
  const { year, one, other } = pair;
  const larger = (measure: string): Answer => {
    const [mine, theirs] = [one, other].map(country => value(measure, country, year));
    return mine === undefined || theirs === undefined ? null : mine > theirs ? one : other;
  };
  const evidence: Evidence = {
    standing: 'record',
    figures,
    events: events.filter(row => [row.a, row.b].some(country => country === one || country === other)),
    claims: [],
    ledger: [],
    articles: { count: 0, earliest: null, latest: null },
  };
  const { share, favours, coverage } = balance(one, other, evidence, { year });
  const side: Answer = share === null ? null : share > 0.5 ? one : other;
  return { pair, side, favours, share, coverage, gdp: larger('gdp'), cinc: larger('cinc') };
});

const isHard = ({ pair, gdp, cinc }: (typeof answers)[number]) => [gdp, cinc].some(answer => answer !== pair.upperHand);
for (const [name, of] of [
  ['all', answers],
  ['GDP or CINC wrong', answers.filter(isHard)],
  ['neither wrong', answers.filter(answer => !isHard(answer))],
] as const) {
  console.log(`${name}: ${of.length} pairs`);
  report('balance, the side that leads', of, ({ side }) => side);
  report(
    'balance, where it is not open',
    of.filter(({ favours }) => favours !== null),
    ({ favours }) => favours,
  );
  report('larger GDP', of, answer => answer.gdp);
  report('larger CINC', of, answer => answer.cinc);
}
if (words.includes('--misses')) {
  for (const { pair, side, share, coverage } of answers.filter(({ pair, side }) => side !== pair.upperHand)) {
    const { year, one, other, upperHand } = pair;
    const told = side === null ? 'no verdict' : `${side}, ${one} ${(100 * share!).toFixed(0)} of 100`;
    console.log(
      `${year} ${one} ${other}: ${upperHand}, measured ${told}, ${coverage.measured} levers, ${coverage.groups} groups`,
    );
  }
}

function report<T extends { pair: Judged }>(name: string, of: readonly T[], answer: (one: T) => Answer): void {
  const right = of.filter(one => answer(one) === one.pair.upperHand).length;
  const [low, high] = wilsonInterval(right, of.length);
  const percent = (share: number) => (100 * share).toFixed(1);
  console.log(
    `  ${name}: ${right} of ${of.length}, ${percent(right / of.length)} % (95 %: ${percent(low)} to ${percent(high)})`,
  );
}

/** The rows that are handed over, in the place of those that ship of the same measures. */
function figuresOf(trade: string, gdp: string, gdpByYear: string, nmc: string, tradeByYear: string): FigureRow[] {
  const text = (file: string) => readFileSync(file, 'utf8');
  const ofYear = worldBankGdpRows(text(gdp), gdp);
  const known = new Set(ofYear.map(({ id }) => id));
  const replaced = new Set([
    'goods exports',
    'gdp',
    'cinc',
    'population',
    'military personnel',
    'military expenditure',
  ]);
  return [
    ...shippedRows().figures.filter(row => !replaced.has(row.measure)),
    ...baciRows(text(trade), trade),
    ...ofYear,
    ...worldBankGdpRows(text(gdpByYear), gdpByYear).filter(({ id }) => !known.has(id)),
    ...cincRows(text(nmc), nmc).filter(({ from }) => from >= '1990'),
    ...baciRows(text(tradeByYear).replaceAll('RoW', 'ROW').replaceAll('ROM', 'ROU'), tradeByYear)
      .filter(({ reporter, partner }) => reporter !== partner)
      .map(row => ({
        ...row,
        id: `wiod:${row.id}`,
        dataset: 'wiod-2013',
        source: 'World Input-Output Database, 2013',
      })),
  ];
}

/** Looks up a country’s own figure of a year, or of the year before where the table ends there. */
function valuesOf(figures: FigureRow[]): (measure: string, country: string, year: number) => number | undefined {
  const values = new Map(
    figures
      .filter(({ partner }) => partner === null)
      .map(row => [`${row.measure} ${row.reporter} ${row.from.slice(0, 4)}`, row.value]),
  );
  return (measure, country, year) =>
    values.get(`${measure} ${country} ${year}`) ?? values.get(`${measure} ${country} ${year - 1}`);
}
