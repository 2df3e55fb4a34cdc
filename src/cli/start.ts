import { articleFromText } from '../article/article.js';
import { openDesk } from '../desk.js';
import { verdictText } from '../dossier/text.js';
import { READER_VERSION, readArticle } from '../read.js';
import { EXAMPLE } from './example.js';
import { withRecord } from './keep.js';
import { print } from './print.js';
import { serve } from './serve.js';

/**
 * What `npm start` does once everything is built: the example record, its verdict in the terminal, the pages.
 *
 * @param folder where the example record is kept; made where there is none.
 */
export async function start(folder: string): Promise<number> {
  await withRecord(folder, { create: true }, async record => {
    if (EXAMPLE.article) {
      const article = articleFromText(EXAMPLE.article);
      const original = Buffer.from(article.text);
      const reading = readArticle(article);
      await record.add({ article, container: 'text', original, reading, readerVersion: READER_VERSION });
    }
    const dossier = await openDesk({ record, example: EXAMPLE }).dossier(...EXAMPLE.pair);
    await print(`\n${verdictText(dossier, process.stdout.columns)}\n`);
  });
  return serve({ port: 4173, record: folder });
}
