import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { decode } from '../article/container.js';
import { countWords } from '../count-words.js';
import { DATASETS } from '../datasets/datasets.js';
import { BadInput, RecordUnusable, UserError, WrongUse } from '../errors.js';
import { openRecord } from '../record/open.js';
import type { EvidenceRecord } from '../record/record.js';
import { openShared } from '../record/shared.js';
import { escaped, json, plain, print } from './print.js';

/** `upperhand import`: keeps the rows of a data set, all or none. */
export async function importRows(
  file: string,
  options: { dataset: string; record: string; codes?: string; json?: boolean },
): Promise<number> {
  const dataset = DATASETS.find(({ name }) => name === options.dataset);
  if (!dataset) {
    const names = DATASETS.map(({ name, describes }) => `${name} (${describes})`).join('; ');
    throw new WrongUse(`unknown data set "${options.dataset}"; known are: ${names}`);
  }
  const { codes } = options;
  const rows = dataset.rowsOf(await textOf(file), file, codes ? { text: await textOf(codes), name: codes } : undefined);
  return withRecord(options.record, { create: true, shared: true }, async record => {
    const result = await record.importRows(rows);
    await print(
      options.json
        ? json(result)
        : `${countWords(result.rows, 'row')} read, ${result.added.toLocaleString('en-US')} of them new`,
    );
    return 0;
  });
}

/** `upperhand export`: the whole record, one JSON object a line. */
export async function exportRecord(options: { record: string }): Promise<number> {
  return withRecord(options.record, {}, async record => {
    for await (const line of record.exported()) await print(escaped(line));
    return 0;
  });
}

/** `upperhand verify`: what is wrong with the record. @throws RecordUnusable where anything is. */
export async function verify(options: { record: string; json?: boolean }): Promise<number> {
  return withRecord(options.record, {}, async record => {
    const faults = await record.verify();
    const { length } = await record.articles();
    if (options.json) await print(json({ articles: length, faults }));
    else for (const fault of faults) await print(plain(fault));
    if (faults.length > 0) throw new RecordUnusable(`${options.record}: ${countWords(faults.length, 'fault')} found`);
    if (!options.json) await print(`${countWords(length, 'article')}: all hashes, spans and references hold`);
    return 0;
  });
}

/**
 * Opens a record for some work and closes it whatever comes.
 *
 * @param options.shared lets other commands reach it meanwhile: for work that takes a while.
 */
export async function withRecord<T>(
  folder: string,
  options: { create?: boolean; shared?: boolean },
  work: (record: EvidenceRecord) => Promise<T>,
): Promise<T> {
  const record = await (options.shared ? openShared : openRecord)(folder, options);
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

async function textOf(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    return tableText(bytes, file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new BadInput(`${file}: the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** A table in UTF-8 or marked UTF-16; what is neither, and no binary file, is Latin, as some publishers still write it. */
function tableText(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0) return '';
  const isLatin = !isUtf8(bytes) && bytes[0]! < 0xfe && !bytes.includes(0);
  return isLatin ? new TextDecoder('windows-1252').decode(bytes) : decode(bytes, file);
}
