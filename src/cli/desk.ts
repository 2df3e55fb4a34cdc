import { type Desk, openDesk } from '../desk.js';
import { openRecord, recordExists } from '../record/open.js';
import { EXAMPLE } from './example.js';

/** Opens the desk on the record in a folder, or, where there is none, on the shipped rows; closes it whatever comes. */
export async function withDesk<T>(folder: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const record = recordExists(folder) ? await openRecord(folder) : null;
  try {
    return await work(openDesk({ record, example: EXAMPLE }));
  } finally {
    await record?.close();
  }
}
