import type { Country } from '../reading.js';
import { type FigureRow, firstDay, lastDay } from './row.js';
import { countryOfCow, countryOfParty } from './state-codes.js';
import { readTable, type TableLine } from './table.js';

/**
 * Transfers of major arms, from a CSV with supplier, recipient, year of delivery and value in millions of SIPRI's
 * trend-indicator value, and, where known, the parties' Correlates of War numbers (supplier_cown, recipient_cown).
 * Armed groups, organisations and the unknown are `ROW`; what goes to one recipient in a year adds up.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function sipriArmsRows(text: string, file: string): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  readTable(text, file, ['supplier', 'recipient', 'year', 'value'], line => {
    const [supplier, recipient, year] = [partyOf(line, 'supplier'), partyOf(line, 'recipient'), line.year('year')];
    const id = idOf(supplier, recipient, year);
    const value = line.number('value') + (rows.get(id)?.value ?? 0);
    if (supplier !== recipient) rows.set(id, armsRow(supplier, recipient, year, value));
  });
  return [...rows.values()];
}

function partyOf(line: TableLine, column: string): Country {
  const name = line.text(column);
  return (name.endsWith('*') ? null : countryOfCow(line.optional(`${column}_cown`))) ?? countryOfParty(name);
}

/** What one state delivered to another in a year, in million TIV. */
export function armsRow(reporter: Country, partner: Country, year: number, value: number): FigureRow {
  return {
    kind: 'figure',
    id: idOf(reporter, partner, year),
    dataset: 'sipri-arms',
    measure: 'arms transfers',
    reporter,
    partner,
    from: firstDay(year),
    to: lastDay(year),
    value,
    unit: 'million TIV',
    source: 'SIPRI Arms Transfers Database',
    url: 'https://www.sipri.org/databases/armstransfers',
    note: 'trend-indicator value: military capability delivered, not the price paid',
  };
}

function idOf(supplier: Country, recipient: Country, year: number): string {
  return `sipri-${year}:arms-transfers:${supplier}:${recipient}`;
}
