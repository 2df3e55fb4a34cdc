import { articleFromText } from '../article/article.js';
import { countWords } from '../count-words.js';
import { READER_VERSION } from '../reader-version.js';
import type { Reading } from '../reading.js';
import type { ReadingChange } from '../record/reading-change.js';
import type { EvidenceRecord } from '../record/record.js';
import { inStep } from './in-step.js';
import { withRecord } from './keep.js';
import { json, plain, print } from './print.js';
import { tellFailed } from './read.js';
import { type ReadingPool, withPool } from './reading-pool.js';

/**
 * `upperhand reread`: reads kept articles again with the reader of this version, and tells what that changed. The
 * readings before stay in the record; decisions are carried over. An article at a time: what is interrupted goes on.
 *
 * @param options.all also articles that this version has read.
 */
export async function reread(options: {
  all?: boolean;
  jobs: number;
  deadline: number;
  record: string;
  json?: boolean;
}): Promise<number> {
  const { jobs: cores, deadline } = options;
  return withRecord(options.record, { shared: true }, async record =>
    withPool({ cores, deadline }, async pool => {
      const articles = options.all
        ? (await record.articles()).map(({ sha256 }) => sha256)
        : await record.unreadBy(READER_VERSION);
      const sums = { articles: articles.length, lost: 0, gained: 0, changed: 0, same: 0 };
      let failed = 0;
      for await (const reading of readAgain(articles, record, pool)) {
        if (reading instanceof Error) {
          tellFailed(reading);
          failed++;
          continue;
        }
        const change = await record.reread(reading, READER_VERSION);
        if (!change) continue;
        sums.lost += change.lost.length;
        sums.gained += change.gained.length;
        sums.changed += change.changed.length;
        sums.same += change.same;
        if (options.json) await print(json(change));
        else if (change.lost.length + change.gained.length + change.changed.length)
          await print(plain(changeText(change)));
      }
      const { lost, gained, changed, same } = sums;
      const told = `${countWords(sums.articles, 'article')} read again: ${countWords(gained, 'claim')} gained, ${lost} lost, ${changed} changed, ${same} the same`;
      await print(options.json ? json(sums) : told);
      return failed > 0 ? 3 : 0;
    }),
  );
}

/** New readings of kept articles, in their order; of one that could not be read, why. */
async function* readAgain(
  hashes: string[],
  record: EvidenceRecord,
  pool: ReadingPool,
): AsyncGenerator<Reading | Error> {
  async function* kept() {
    for (const hash of hashes) {
      const reading = await record.article(hash);
      if (reading) yield reading.document;
    }
  }
  const weight = { of: ({ text }: Reading['document']) => text.length, most: 64_000_000 };
  yield* inStep(kept(), { things: pool.ahead, weight }, async ({ date, ...document }) => {
    const article = articleFromText({ ...document, date: isKnown(date.basis) ? date.value : null });
    return pool.ask('read', article, document.title ?? document.id).catch(error => error as Error);
  });
}

function isKnown(basis: string): boolean {
  return basis === 'given' || basis === 'metadata';
}

function changeText({ article, title, before, lost, gained, changed }: ReadingChange): string {
  const line = (sign: string, { kind, text }: { kind: string; text: string }, more = '') =>
    `  ${sign} ${kind} “${text.replace(/\s+/g, ' ')}”${more}`;
  return [
    `${article}  ${title ?? 'untitled'} (before: reader ${before})`,
    ...lost.map(claim => line('-', claim)),
    ...gained.map(claim => line('+', claim)),
    ...changed.map(claim => line('~', claim, `: ${claim.fields.join(', ')}`)),
  ].join('\n');
}
