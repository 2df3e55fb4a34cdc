import type { EventRow } from './row.js';
import { countryOfCow } from './state-codes.js';
import { readTable } from './table.js';

/** How the file says that nobody has followed. */
const STILL_THERE = /^still in office$/i;

/**
 * Who led which state, from Archigos (Goemans, Gleditsch and Chiozza 2009), with tabs or commas: obsid, the state's number
 * (ccode, or gwcode, which is the same but for few), leader, startdate, enddate and, where known, exit. The leader is who in
 * fact held power, whatever the office. States that are gone without a successor are left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function archigosRows(text: string, file: string): EventRow[] {
  return readTable(text, file, ['obsid', 'ccode|gwcode', 'leader', 'startdate', 'enddate'], (line, columns) => {
    const number = line.text(columns.includes('ccode') ? 'ccode' : 'gwcode');
    const country = countryOfCow(number) ?? countryOfCow(SUCCESSORS[number] ?? null);
    if (!country) return [];
    const isStillThere = STILL_THERE.test(line.optional('exit') ?? '');
    return {
      kind: 'event' as const,
      id: `archigos:${line.text('obsid')}:${line.day('startdate')}`,
      dataset: 'archigos',
      type: 'office',
      a: country,
      b: null,
      from: line.day('startdate'),
      to: isStillThere ? null : line.day('enddate'),
      persons: [line.text('leader')],
      place: null,
      country,
      host: null,
      format: null,
      text: 'leader',
      source: 'Archigos, a data set of political leaders, version 4.1',
      url: 'https://www.rochester.edu/college/faculty/hgoemans/data.htm',
      note: isStillThere ? `in office at the end of the data, ${line.day('enddate')}` : null,
    };
  }).flat();
}

/** Numbers of Gleditsch and Ward that are not those of the Correlates of War: Yemen, Serbia. */
const SUCCESSORS: Record<string, string> = { '678': '679', '340': '345' };
