import type { Article } from '../article/article.js';
import { type Desk, openDesk } from '../desk.js';
import { openRecord, recordExists } from '../record/open.js';
import { givenDay } from './days.js';
import { EXAMPLE } from './example.js';
import { type ReadingPool, readingPool } from './reading-pool.js';

/**
 * Opens the desk on the record in a folder, or, where there is none, on the shipped rows; closes it whatever comes.
 *
 * @param work is given the desk, and the pool of processes that reads for it.
 * @param options.asOf answers by what was known on that day.
 * @throws WrongUse where that is no day.
 */
export async function withDesk<T>(
  options: { record: string; asOf?: string; deadline?: number },
  work: (desk: Desk, pool: ReadingPool) => Promise<T>,
): Promise<T> {
  const asOf = givenDay(options.asOf, '--as-of');
  const record = recordExists(options.record) ? await openRecord(options.record) : null;
  const pool = readingPool({ deadline: options.deadline });
  try {
    const read = (article: Article) => pool.ask('read', article, 'the article');
    return await work(openDesk({ record, example: EXAMPLE, asOf, read }), pool);
  } finally {
    await pool.close();
    await record?.close();
  }
}
