import { articleFromText } from '../article/article.js';
import { countWords } from '../count-words.js';
import { READER_VERSION, readArticle } from '../read.js';
import type { ReadingChange } from '../record/reading-change.js';
import { withRecord } from './keep.js';
import { json, plain, print } from './print.js';

/**
 * `upperhand reread`: reads kept articles again with the reader of this version, and tells what that changed. The
 * readings before stay in the record; decisions are carried over. An article at a time: what is interrupted goes on.
 *
 * @param options.all also articles that this version has read.
 */
export async function reread(options: { all?: boolean; record: string; json?: boolean }): Promise<number> {
  return withRecord(options.record, {}, async record => {
    const articles = options.all
      ? (await record.articles()).map(({ sha256 }) => sha256)
      : await record.unreadBy(READER_VERSION);
    const sums = { articles: articles.length, lost: 0, gained: 0, changed: 0, same: 0 };
    for (const hash of articles) {
      const kept = await record.article(hash);
      if (!kept) continue;
      const { date, ...document } = kept.document;
      const reading = readArticle(articleFromText({ ...document, date: isKnown(date.basis) ? date.value : null }));
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
    return 0;
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
