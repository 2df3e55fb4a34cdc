import { BadInput } from '../errors.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { partnerOf } from './state-codes.js';
import { readTable, type TableLine } from './table.js';

/** What a column is called by the present site, by its programming interface, and by the site before 2022. */
const COLUMNS = {
  year: ['RefYear', 'refYear', 'Year'],
  period: ['Period', 'period'],
  reporter: ['ReporterISO', 'reporterISO', 'Reporter ISO'],
  partner: ['PartnerISO', 'partnerISO', 'Partner ISO'],
  flow: ['FlowCode', 'flowCode', 'Trade Flow Code', 'TradeFlow Code'],
  goods: ['CmdCode', 'cmdCode', 'Commodity Code'],
  value: ['PrimaryValue', 'primaryValue', 'Trade Value (US$)', 'TradeValueUS'],
} as const;

/** Where a file splits a flow further, the cell that is the whole of it. */
const WHOLE = new Map([
  ['partner2Code', '0'],
  ['Partner2Code', '0'],
  ['customsCode', 'C00'],
  ['CustomsCode', 'C00'],
  ['motCode', '0'],
  ['MotCode', '0'],
  ['mosCode', '0'],
  ['MosCode', '0'],
]);

const FLOWS = new Map([
  ['X', 'goods exports'],
  ['M', 'goods imports'],
  ['2', 'goods exports'],
  ['1', 'goods imports'],
]);

/**
 * Goods trade as each side reports it, from a CSV of UN Comtrade: the present layout (RefYear, ReporterISO, PartnerISO,
 * FlowCode, CmdCode, PrimaryValue), that of the programming interface and that of the site before 2022. All goods and
 * codes of the Harmonized System; exports and imports, not re-exports. A flow from A to B stands twice, as A's exports and
 * as B's imports, and both are kept. The partner World is the reporter's own total. Imports are valued with freight and
 * insurance.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function unComtradeRows(text: string, file: string): FigureRow[] {
  const wanted = Object.values(COLUMNS).map(names => names.join('|'));
  const rows = new Map<string, FigureRow>();
  readTable(
    text,
    file,
    wanted.filter(names => !/period/i.test(names)),
    (line, columns) => {
      const row = rowOf(line, columns);
      if (row) rows.set(row.id, row);
    },
  );
  if (rows.size === 0) throw new BadInput(`${file}: no exports or imports of countries in it`);
  return [...rows.values()];
}

function rowOf(line: TableLine, columns: string[]): FigureRow | null {
  const cell = (names: readonly string[]) => columns.find(name => names.includes(name))!;
  const isWhole = columns.every(name => {
    const whole = WHOLE.get(name);
    return !whole || (line.optional(name) ?? whole) === whole;
  });
  const flow = FLOWS.get(line.text(cell(COLUMNS.flow)));
  const [reporter, partner] = [
    partnerOf(line.text(cell(COLUMNS.reporter))),
    partnerOf(line.text(cell(COLUMNS.partner))),
  ];
  if (!flow || !isWhole || !reporter || partner === undefined || reporter === partner) return null;
  const goods = line.text(cell(COLUMNS.goods));
  const isAll = goods === 'TOTAL' || goods === 'AG0';
  const { from, to } = periodOf(line, columns);
  return {
    kind: 'figure',
    id: `comtrade-${from.slice(0, 7)}-${to.slice(5, 7)}:${flow.replace(' ', '-')}:${reporter}:${partner ?? 'world'}:${goods}`,
    dataset: 'un-comtrade',
    measure: isAll ? flow : `${flow}, HS ${goods}`,
    reporter,
    partner,
    from,
    to,
    value: line.number(cell(COLUMNS.value)),
    unit: 'USD',
    source: `UN Comtrade, as reported by ${reporter}`,
    url: 'https://comtradeplus.un.org/',
    note: flow === 'goods imports' ? 'with freight and insurance (cif)' : 'free on board (fob)',
  };
}

/** The year, or the month where the period has one (`202303`). */
function periodOf(line: TableLine, columns: string[]): { from: string; to: string } {
  const period = columns.find(name => (COLUMNS.period as readonly string[]).includes(name));
  const told = period ? line.optional(period) : null;
  if (told && /^\d{4}(?:0[1-9]|1[0-2])$/.test(told)) return monthOf(Number(told.slice(0, 4)), Number(told.slice(4)));
  const year = line.year(columns.find(name => (COLUMNS.year as readonly string[]).includes(name))!);
  return { from: firstDay(year), to: lastDay(year) };
}

/** The first and the last day of a month. */
export function monthOf(year: number, month: number): { from: string; to: string } {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${prefix}-01`, to: `${prefix}-${days}` };
}
