import { type Desk, openDesk } from '../desk.js';
import { openRecord, recordExists } from '../record/open.js';
import { givenDay } from './days.js';
import { EXAMPLE } from './example.js';

/**
 * Opens the desk on the record in a folder, or, where there is none, on the shipped rows; closes it whatever comes.
 *
 * @param options.asOf answers by what was known on that day.
 * @throws WrongUse where that is no day.
 */
export async function withDesk<T>(
  options: { record: string; asOf?: string },
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const asOf = givenDay(options.asOf, '--as-of');
  const record = recordExists(options.record) ? await openRecord(options.record) : null;
  try {
    return await work(openDesk({ record, example: EXAMPLE, asOf }));
  } finally {
    await record?.close();
  }
}
