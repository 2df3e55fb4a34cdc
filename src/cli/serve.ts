import type { Article } from '../article/article.js';
import { openDesk } from '../desk.js';
import { hostRecord } from '../record/handover.js';
import { openRecord } from '../record/open.js';
import { refuseOpenDoor } from '../server/access.js';
import { newAdding } from '../server/adding.js';
import { type ServeOptions, servePages } from '../server/http.js';
import { EXAMPLE } from './example.js';
import { addingTo } from './given-files.js';
import { tell } from './print.js';
import { readingPool } from './reading-pool.js';

/** Seconds for which a visitor's text may be read. */
const VISITOR_DEADLINE = 60;

/**
 * `upperhand serve`: the pages, until the command is ended. It owns the record meanwhile, and other commands reach the
 * record through it.
 *
 * @throws WrongUse where other machines could ask without a token; no record is made then.
 */
export async function serve(options: ServeOptions & { record: string }): Promise<number> {
  const { record: folder, ...listening } = options;
  refuseOpenDoor(options.host, options.token);
  const record = await openRecord(folder, { create: true });
  const unshare = record.owned ? await hostRecord(record, folder) : async () => undefined;
  // What a visitor pastes is read apart, so that no text can end or hold up the server.
  const pool = readingPool({ deadline: VISITOR_DEADLINE });
  const read = (article: Article) => pool.ask('read', article, 'the text');
  try {
    const adding = newAdding(addingTo(record, pool));
    const serving = await servePages(openDesk({ record, example: EXAMPLE, read }), { ...listening, adding });
    tell(`Upperhand is at ${serving.url} (record: ${folder}); Ctrl+C ends it`);
    await new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await serving.close();
  } finally {
    await pool.close();
    await unshare();
    await record.close();
  }
  return 0;
}
