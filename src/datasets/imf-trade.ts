import { BadInput } from '../errors.js';
import type { Country } from '../reading.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { countryOfImf, partnerOf } from './state-codes.js';
import { readTable, type TableLine } from './table.js';

/** Indicators in US dollars: of the Direction of Trade Statistics and of the data set that follows them. */
const FLOWS: Record<string, { measure: string; note: string }> = {
  TXG_FOB_USD: { measure: 'goods exports', note: 'free on board (fob)' },
  TMG_CIF_USD: { measure: 'goods imports', note: 'with freight and insurance (cif)' },
  XG_FOB_USD: { measure: 'goods exports', note: 'free on board (fob)' },
  MG_CIF_USD: { measure: 'goods imports', note: 'with freight and insurance (cif)' },
};

const SCALES = new Map([
  ['Units', 1],
  ['Thousands', 1e3],
  ['Millions', 1e6],
  ['Billions', 1e9],
]);

const YEAR = /^(?:19|20)\d\d$/;

/** Who trades with whom: `null` as partner is the world. */
interface Flow {
  reporter: Country;
  partner: Country | null;
  indicator: string;
}

/**
 * Goods trade as each side reports it, from a CSV of the International Monetary Fund: the Direction of Trade Statistics
 * (Country Code, Indicator Code, Counterpart Country Code, and Time Period with Value or a column for each year), or the
 * International Trade in Goods that follows them (SERIES_CODE such as `CHN.XG_FOB_USD.RUS.A`, a column for each year or
 * TIME_PERIOD with OBS_VALUE, and SCALE). Exports and imports in US dollars, by years; both reporters' versions of a flow
 * are kept. Sums over regions are left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function imfTradeRows(text: string, file: string): FigureRow[] {
  const wanted = ['SERIES_CODE|Indicator Code', 'SERIES_CODE|Counterpart Country Code', 'SERIES_CODE|Country Code'];
  const rows = readTable(text, file, wanted, (line, columns) => {
    const flow = columns.includes('SERIES_CODE') ? flowOfSeries(line) : flowOfCodes(line);
    if (!flow) return [];
    const scale = SCALES.get(line.optional('SCALE') ?? 'Units') ?? 1;
    return cellsOf(line, columns).map(([year, value]) => tradeRow(flow, year, value * scale));
  }).flat();
  if (rows.length === 0) throw new BadInput(`${file}: no yearly exports or imports of countries in it`);
  return rows;
}

/** `CHN.XG_FOB_USD.RUS.A`, the last letter saying how often: yearly. */
function flowOfSeries(line: TableLine): Flow | null {
  const [reporter, indicator, partner, frequency] = line.text('SERIES_CODE').split('.');
  if (!reporter || !partner || !indicator || frequency !== 'A') return null;
  return flowOf(partnerOf(reporter), indicator, partnerOf(partner));
}

function flowOfCodes(line: TableLine): Flow | null {
  if ((line.optional('Attribute') ?? 'Value') !== 'Value') return null;
  const counterpart = line.text('Counterpart Country Code');
  const isWorld = partnerOf(counterpart) === null;
  const reporter = countryOfImf(line.text('Country Code'), line.optional('Country Name') ?? '');
  const partner = isWorld ? null : countryOfImf(counterpart, line.optional('Counterpart Country Name') ?? '');
  return flowOf(reporter, line.text('Indicator Code'), isWorld || partner !== null ? partner : undefined);
}

function flowOf(
  reporter: Country | null | undefined,
  indicator: string,
  partner: Country | null | undefined,
): Flow | null {
  if (!reporter || partner === undefined || reporter === partner || !Object.hasOwn(FLOWS, indicator)) return null;
  return { reporter, partner, indicator };
}

/** The years of a line and their values: one where it has a period, else a column each; months and quarters are left out. */
function cellsOf(line: TableLine, columns: string[]): [number, number][] {
  for (const [period, value] of [
    ['Time Period', 'Value'],
    ['TIME_PERIOD', 'OBS_VALUE'],
  ] as const) {
    if (!columns.includes(period)) continue;
    const year = line.text(period);
    return YEAR.test(year) && line.optional(value) !== null ? [[Number(year), line.number(value)]] : [];
  }
  const known = columns.filter(name => YEAR.test(name) && line.optional(name) !== null);
  return known.map(name => [Number(name), line.number(name)]);
}

function tradeRow({ reporter, partner, indicator }: Flow, year: number, value: number): FigureRow {
  const { measure, note } = FLOWS[indicator]!;
  return {
    kind: 'figure',
    id: `imf-${year}:${measure.replace(' ', '-')}:${reporter}:${partner ?? 'world'}`,
    dataset: 'imf-trade',
    measure,
    reporter,
    partner,
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit: 'USD',
    source: `International Monetary Fund, Direction of Trade Statistics, as reported by ${reporter}`,
    url: 'https://data.imf.org/en/datasets/IMF.STA:IMTS',
    note,
  };
}
