import type { ArticleFound } from '../article/container.js';
import { BadInput } from '../errors.js';
import type { ReadingPool } from './reading-pool.js';
import type { FileToOpen } from './reading-tasks.js';

/**
 * The articles in a file, opened by a reading process; in the place of one that cannot be read, why.
 *
 * @throws BadInput where the file holds none, or could not be opened within time and memory.
 */
export async function opened(
  file: FileToOpen,
  pool: ReadingPool,
): Promise<(ArticleFound | { name: string; error: Error })[]> {
  const found = await pool.ask('open', file, file.name);
  return found.map(one =>
    'fault' in one
      ? { name: one.name, error: new BadInput(one.fault) }
      : { ...one, original: one.original ?? file.bytes },
  );
}
