import { openDesk } from '../desk.js';
import { hostRecord } from '../record/handover.js';
import { openRecord } from '../record/open.js';
import { type ServeOptions, servePages } from '../server/http.js';
import { EXAMPLE } from './example.js';
import { tell } from './print.js';

/**
 * `upperhand serve`: the pages, until the command is ended. It owns the record meanwhile, and other commands reach the
 * record through it.
 */
export async function serve(options: ServeOptions & { record: string }): Promise<number> {
  const { record: folder, ...listening } = options;
  const record = await openRecord(folder, { create: true });
  const unshare = record.owned ? await hostRecord(record, folder) : async () => undefined;
  try {
    const serving = await servePages(openDesk({ record, example: EXAMPLE }), listening);
    tell(`Upperhand is at ${serving.url} (record: ${folder}); Ctrl+C ends it`);
    await new Promise<void>(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    await serving.close();
  } finally {
    await unshare();
    await record.close();
  }
  return 0;
}
