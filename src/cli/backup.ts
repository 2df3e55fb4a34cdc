import { countWords } from '../count-words.js';
import { BadInput } from '../errors.js';
import { backUp, restore as restoreRecord } from '../record/backup.js';
import { openRecord } from '../record/open.js';
import { json, plain, print } from './print.js';

/** `upperhand backup`: the record as it is at one moment, in a new folder, verified. */
export async function backup(to: string, options: { record: string; json?: boolean }): Promise<number> {
  const record = await openRecord(options.record);
  try {
    const { articles, decisions, bytes } = await backUp(record, to);
    await print(
      options.json
        ? json({ backup: to, articles, decisions, bytes })
        : plain(`${to}: ${held(articles, decisions)} in ${megabytes(bytes)}; all hashes, spans and references hold`),
    );
    return 0;
  } finally {
    await record.close();
  }
}

/** `upperhand restore`: a record out of a backup, verified before it takes its place. */
export async function restore(
  from: string,
  options: { record: string; replace?: boolean; json?: boolean },
): Promise<number> {
  if (from.trim() === '') throw new BadInput('which backup? Name its folder');
  const { articles, decisions, bytes, before } = await restoreRecord(from, options.record, {
    replace: options.replace ?? false,
  });
  const aside = before ? `; the record that was there is now ${before}` : '';
  await print(
    options.json
      ? json({ record: options.record, articles, decisions, bytes, before })
      : plain(`${options.record}: ${held(articles, decisions)}; all hashes, spans and references hold${aside}`),
  );
  return 0;
}

function held(articles: number, decisions: number): string {
  return `${countWords(articles, 'article')}, ${countWords(decisions, 'decision')}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
