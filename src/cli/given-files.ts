/** What is given to a page, taken apart and read in processes of their own, and kept. */
import { BadInput } from '../errors.js';
import { linesOfBytes } from '../lines.js';
import { READER_VERSION } from '../reader-version.js';
import type { EvidenceRecord } from '../record/record.js';
import type { GivenFile, Work } from '../server/adding.js';
import { opened } from './opened.js';
import { looksLikePdf, printedText } from './pdf.js';
import type { ReadingPool } from './reading-pool.js';
import type { FileToOpen } from './reading-tasks.js';

export function addingTo(record: EvidenceRecord, pool: ReadingPool): Work {
  return {
    articlesIn: (file, known) => articlesIn(file, known, pool),
    read: article => pool.ask('read', article, article.title ?? 'the text'),
    keep: ({ article, container, original }, reading) =>
      record.add({ article, container, original, reading, readerVersion: READER_VERSION }),
  };
}

/** The articles in the bytes of a file, told apart by content; a file named `.jsonl` holds one a line. */
async function* articlesIn({ name, bytes }: GivenFile, known: { date?: string }, pool: ReadingPool) {
  if (!/\.(jsonl|ndjson)$/i.test(name)) {
    const printed = looksLikePdf(bytes) ? await printedText(bytes) : null;
    yield* await openedOrFault({ name, bytes, format: 'auto', known, printed }, pool);
    return;
  }
  let number = 0;
  for await (const line of linesOfBytes(inOne(bytes))) {
    number++;
    const place = { name: `${name}:${number}`, bytes: line!, format: 'line' as const, known: {}, printed: null };
    if (/\S/.test(line!.toString())) yield* await openedOrFault(place, pool);
  }
}

/** What cannot be opened is handed on as its error, so that the rest of the file goes on. */
function openedOrFault(file: FileToOpen, pool: ReadingPool) {
  return opened(file, pool).catch((error: Error) => [{ name: file.name, error: new BadInput(error.message) as Error }]);
}

async function* inOne(bytes: Uint8Array) {
  yield bytes;
}
